import json
from pathlib import Path

import pytest

from graphbuild.errors import ReadError
from graphbuild.graph.gold import FAMILIES, INVENTORY, SYMMETRIC, Fact, Names, Side, are_related, fold, read_aliases, read_facts

GOLD = {
    "id": "a001",
    "sent": "Ties deepen.",
    "doc": "china_brief.txt",
    "subject": {"name": "Taiwan", "surface": ["Taiwan"]},
    "relation": "cooperatesWith",
    "object": {"name": "Japan", "surface": ["Japan"]},
    "factuality": "asserted",
    "importance": 3,
}
STATEMENT = {
    "document": "texts/china_brief.txt",
    "subject": {"label": "Taiwan", "text": "it"},
    "relation": {"name": None, "phrase": "sing with"},
    "object": {"label": "Japan", "text": "Tokyo"},
    "factuality": "negated",
}


def write(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


def fact(subject: Side, obj: Side) -> Fact:
    return Fact(subject, "metWith", obj, "asserted", 2, "", "", None)


def test_there_are_45_relations_and_all_families_are_of_them() -> None:
    assert len(INVENTORY) == 45
    assert SYMMETRIC < INVENTORY
    assert frozenset().union(*FAMILIES) <= INVENTORY


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        pytest.param("The Kuomintang’s", "kuomintang", id="article and possessive"),
        pytest.param("Société-Générale", "societe generale", id="accents and hyphens"),
        pytest.param("the former President", "president", id="one after the other"),
        pytest.param("“U.S.”", "us", id="quotation marks and full stops, of which one goes at a time"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_fold_makes_equal_names_equal(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("metWith", "metWith", True, id="the same"),
        pytest.param("metWith", "visited", True, id="of one family"),
        pytest.param("leaderOf", "governs", True, id="of a second family"),
        pytest.param("holdsRole", "governs", False, id="both related to a third"),
        pytest.param("metWith", "harmed", False, id="of none"),
    ],
)
def test_relations_are_related_if(left: str, right: str, *, expected: bool) -> None:
    assert are_related(left, right) is expected
    assert are_related(right, left) is expected


@pytest.mark.parametrize(
    ("side", "actors"),
    [
        pytest.param(Side("Government of Japan"), {"japan"}, id="a gold government is its country"),
        pytest.param(Side(None, "ROC", "it"), {"taiwan"}, id="an alias"),
        pytest.param(Side(None, "Green", ""), {"green camp", "green island"}, id="an alias of two"),
        pytest.param(Side(None, "unknown", "ROC"), {"taiwan"}, id="the text if the label is not known"),
        pytest.param(Side(None, "", "ROC"), {"taiwan"}, id="the text if there is no label"),
        pytest.param(Side(None, "The Japanese government", ""), {"japan"}, id="a government by its adjective"),
        pytest.param(Side(None, "The Unknown", "x"), {"unknown"}, id="the folded label if nothing is known"),
        pytest.param(Side(None, "", ""), set(), id="nobody"),
    ],
)
def test_name_denotes(side: Side, actors: set[str]) -> None:
    names = Names(
        [
            ("Taiwan", ["ROC", "Taiwanese"]),
            ("Japan", ["Japanese"]),
            ("Green camp", ["Green"]),
            ("Green Island", ["Green"]),
        ],
        [fact(Side("Abe administration"), Side("Japan"))],
    )

    assert names.claim(fact(side, Side("Japan"))).subject == actors


def test_names_of_gold_facts_are_known() -> None:
    names = Names([], [fact(Side("Abe administration"), Side("Japan"))])

    assert names.claim(fact(Side(None, "Abe"), Side("Japan"))).subject == {"abe"}
    assert names.claim(fact(Side(None, "the Abe administration"), Side("Japan"))).subject == {"abe"}


def test_gold_fact_is_read(tmp_path: Path) -> None:
    assert read_facts(write(tmp_path / "gold.jsonl", GOLD), is_gold=True) == [
        Fact(Side("Taiwan"), "cooperatesWith", Side("Japan"), "asserted", 3, "a001", "Ties deepen.", "china_brief.txt")
    ]


def test_statement_is_read(tmp_path: Path) -> None:
    assert read_facts(write(tmp_path / "statements.jsonl", STATEMENT), is_gold=False) == [
        Fact(Side(None, "Taiwan", "it"), None, Side(None, "Japan", "Tokyo"), "negated", 0, "", "", "texts/china_brief.txt")
    ]


def test_gold_fact_will_do_for_a_statement(tmp_path: Path) -> None:
    (read,) = read_facts(write(tmp_path / "gold.jsonl", GOLD), is_gold=False)

    assert read.subject == Side("Taiwan")


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        pytest.param(json.dumps(GOLD) + "\n\n{", None, "no JSON Lines", id="no JSON"),
        pytest.param("\n" + json.dumps(GOLD | {"subject": {}}), 2, "no gold fact: KeyError..name", id="no name"),
        pytest.param(json.dumps([1]), 1, "no gold fact", id="no object"),
        pytest.param(json.dumps(GOLD | {"importance": "high"}), 1, "no gold fact", id="importance in words"),
    ],
)
def test_broken_gold_file_is_an_error(content: str, line: int | None, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(ReadError, match=problem) as caught:
        read_facts(path, is_gold=True)

    assert caught.value.line == line


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="No such file"):
        read_aliases(tmp_path / "entities.jsonl")


def test_binary_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "entities.jsonl").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ReadError, match="no JSON Lines"):
        read_aliases(tmp_path / "entities.jsonl")


def test_entity_without_aliases_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no entity with a name and aliases"):
        read_aliases(write(tmp_path / "entities.jsonl", {"name": "Japan"}))
