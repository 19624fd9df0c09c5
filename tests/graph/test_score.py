import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graphbuild.graph.gold import Claim
from graphbuild.graph.score import Strictness, agree, evaluate

JAPAN, TAIWAN, CHINA = frozenset({"japan"}), frozenset({"taiwan"}), frozenset({"china"})
EITHER = frozenset({"japan", "tokyo"})
GOLD = Claim(TAIWAN, "visited", JAPAN, "asserted")

Lines = list[dict[str, Any]]


def write(path: Path, lines: Lines) -> Path:
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


def gold_fact(subject: str, relation: str, obj: str, **other: object) -> dict[str, Any]:
    sides = {"subject": {"name": subject, "surface": [subject]}, "object": {"name": obj, "surface": [obj]}}
    return {**sides, "relation": relation, "factuality": "asserted", "importance": 2, **other}


def statement(subject: str, relation: str | None, obj: str, **other: object) -> dict[str, Any]:
    sides = {"subject": {"label": subject, "text": "it"}, "object": {"label": obj, "text": "it"}}
    return {**sides, "relation": {"name": relation, "phrase": "do"}, "factuality": "asserted", **other}


@pytest.mark.parametrize(
    ("found", "strictness", "expected"),
    [
        pytest.param(GOLD, Strictness.FULL, True, id="the same, in full"),
        pytest.param(GOLD._replace(factuality="negated"), Strictness.STRICT, True, id="other factuality, strictly"),
        pytest.param(GOLD._replace(factuality="negated"), Strictness.FULL, False, id="other factuality, in full"),
        pytest.param(GOLD._replace(relation="hosted"), Strictness.RELAXED, True, id="other relation of the family, relaxed"),
        pytest.param(GOLD._replace(relation="hosted"), Strictness.STRICT, False, id="other relation of the family, strictly"),
        pytest.param(GOLD._replace(relation="harmed"), Strictness.RELAXED, False, id="other family, relaxed"),
        pytest.param(GOLD._replace(relation="harmed"), Strictness.PAIR, True, id="other family, as a pair"),
        pytest.param(GOLD._replace(relation=None), Strictness.PAIR, True, id="open, as a pair"),
        pytest.param(GOLD._replace(relation=None), Strictness.RELAXED, False, id="open, relaxed"),
        pytest.param(Claim(JAPAN, "visited", TAIWAN, "asserted"), Strictness.PAIR, True, id="other direction, as a pair"),
        pytest.param(Claim(JAPAN, "visited", TAIWAN, "asserted"), Strictness.RELAXED, False, id="other direction"),
        pytest.param(Claim(JAPAN, "metWith", TAIWAN, "asserted"), Strictness.RELAXED, True, id="other direction, symmetric"),
        pytest.param(GOLD._replace(object=EITHER), Strictness.FULL, True, id="a name of two actors"),
        pytest.param(GOLD._replace(object=CHINA), Strictness.PAIR, False, id="another actor"),
    ],
)
def test_claims_agree_if(found: Claim, strictness: Strictness, *, expected: bool) -> None:
    assert agree(found, GOLD, strictness) is expected


def test_scores_are_counted(tmp_path: Path) -> None:
    gold = write(
        tmp_path / "gold.jsonl",
        [
            gold_fact("Taiwan", "visited", "Japan", id="a1", importance=3),
            gold_fact("China", "threatens", "Taiwan", id="a2"),
            gold_fact("China", "criticized", "Japan", id="a3", importance=1),
            gold_fact("Japan", "metWith", "Japan", id="a4"),
        ],
    )
    entities = write(tmp_path / "entities.jsonl", [{"name": "Taiwan", "aliases": ["ROC"]}])
    statements = write(
        tmp_path / "statements.jsonl",
        [
            statement("ROC", "hosted", "Japan"),
            statement("ROC", "hosted", "Japan", factuality="planned"),
            statement("China", None, "Taiwan"),
            statement("China", "criticized", "Japan"),
            statement("Korea", "visited", "Japan"),
        ],
    )

    evaluation = evaluate(gold, entities, statements)

    pair, relaxed, strict = (evaluation.scores[strictness] for strictness in list(Strictness)[:3])
    assert (pair.statements, pair.facts, pair.recall, pair.recall_top) == (4, 2, 1.0, 1.0)
    assert pair.precision == 3 / 4
    assert (relaxed.statements, relaxed.precision, relaxed.recall) == (3, 2 / 3, 1 / 2)
    assert relaxed.f1 == pytest.approx(4 / 7)
    assert (strict.precision, strict.recall, strict.f1) == (1 / 3, 0.0, 0.0)
    assert (evaluation.relation_accuracy, evaluation.factuality_accuracy) == (0.0, 0.0)
    assert [fact.id for fact in evaluation.missed] == ["a2"]
    assert [claim.subject for claim in evaluation.wrong] == [{"korea"}]


def test_extra_facts_are_right_and_not_asked_for(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", [gold_fact("Taiwan", "visited", "Japan")])
    extra = write(tmp_path / "extra.jsonl", [gold_fact("China", "visited", "Japan")])
    entities = write(tmp_path / "entities.jsonl", [])
    statements = write(tmp_path / "statements.jsonl", [statement("China", "visited", "Japan")])

    without, with_extra = evaluate(gold, entities, statements), evaluate(gold, entities, statements, extra=extra)

    assert without.scores[Strictness.FULL].precision == 0.0
    assert with_extra.scores[Strictness.FULL].precision == 1.0
    assert with_extra.scores[Strictness.FULL].facts == 1


def test_one_document_is_looked_at(tmp_path: Path) -> None:
    gold = write(
        tmp_path / "gold.jsonl", [gold_fact("A", "visited", "B", doc="a.txt"), gold_fact("C", "visited", "D", doc="b.txt")]
    )
    entities = write(tmp_path / "entities.jsonl", [])
    statements = write(
        tmp_path / "statements.jsonl",
        [statement("A", "visited", "B", document="texts/a.txt"), statement("E", "visited", "F", document="texts/b.txt")],
    )

    score = evaluate(gold, entities, statements, document="a.txt").scores[Strictness.FULL]

    assert (score.facts, score.statements, score.f1) == (1, 1, 1.0)


def test_nothing_found_is_scored_as_nothing(tmp_path: Path) -> None:
    empty = write(tmp_path / "empty.jsonl", [])

    evaluation = evaluate(empty, empty, empty)

    assert {score.f1 for score in evaluation.scores.values()} == {0.0}


def perturbed(facts: Lines) -> Iterator[dict[str, Any]]:
    """Yield the facts as statements with all kinds of mistakes."""
    for place, fact in enumerate(facts):
        subject, obj = fact["subject"]["surface"][0], fact["object"]["name"]
        if place % 3 == 0:
            subject, obj = obj, subject
        line = statement(
            subject,
            None if place % 11 == 0 else facts[place - 7 * (place % 4 == 0)]["relation"],
            obj,
            factuality="planned" if place % 5 == 0 else fact["factuality"],
        )
        if place % 13 == 0:
            line["object"] = {"label": "", "text": fact["object"]["surface"][0]}
        yield from [line | {"document": "texts/china_brief.txt"}] * (0 if place % 7 == 0 else 2)


@pytest.mark.parametrize("is_perturbed", [False, True], ids=["gold as its own statements", "perturbed statements"])
@pytest.mark.parametrize("has_extra", [False, True], ids=["without extra", "with extra"])
@pytest.mark.parametrize("document", [None, "china_brief.txt"], ids=["all", "one document"])
def test_figures_are_those_of_the_shared_scorer(
    shared: Path, tmp_path: Path, document: str | None, *, has_extra: bool, is_perturbed: bool
) -> None:
    corpus = shared / "corpus"
    gold, entities, extra = (corpus / f"{name}.jsonl" for name in ("gold_a", "entities_a", "gold_a_extra"))
    facts = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    statements = write(tmp_path / "statements.jsonl", list(perturbed(facts)) if is_perturbed else facts)
    options: list[Path | str] = ["--extra", extra] if has_extra else []
    options += ["--doc", document] if document else []

    evaluation = evaluate(gold, entities, statements, extra=extra if has_extra else None, document=document)

    command = [sys.executable, shared / "scorers" / "score_gold.py", gold, entities, statements, "--json", *options]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert evaluation.to_dict() == json.loads(printed)
