"""Relations of the user's own, learned from the sentences that docs/learn.md shows, and read in others."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

import graphbuild.pipeline
from graphbuild.errors import LearnError
from graphbuild.graph import KnowledgeGraph
from graphbuild.pipeline import make_pipeline
from graphbuild.rdf import read_graph

pytestmark = pytest.mark.slow

Run = Callable[..., CompletedProcess[str]]
TEXT = """
The car maker Skoda sponsors Slavia Prague. Fulham's manager Ian Prescott wants a striker. Villarreal sold Pablo Cano to Roma.
Sony has been the main sponsor of Cagliari since 2019. The striker Leon Brandt joined Parma on loan. Nestor Galindo has been the manager
of Bologna for two years. The brewery Peroni is the shirt sponsor of Parma. The winger Samir Khelifi moved to Anderlecht for eight
million euros. Genk played Leuven on Sunday. Genoa have signed the defender Ivo Lasić from Hajduk Split.
"""
FACTS = {
    ("Skoda", "sponsors", "Slavia Prague"),
    ("Ian Prescott", "coaches", "Fulham"),
    ("Pablo Cano", "transferredTo", "Roma"),
    ("Sony", "sponsors", "Cagliari"),
    ("Leon Brandt", "transferredTo", "Parma"),
    ("Nestor Galindo", "coaches", "Bologna"),
    ("Peroni", "sponsors", "Parma"),
    ("Samir Khelifi", "transferredTo", "Anderlecht"),
    ("Ivo Lasić", "transferredTo", "Genoa"),
}


@pytest.fixture(scope="module")
def examples(root: Path) -> Path:
    return root / "docs" / "learn" / "football.jsonl"


@pytest.fixture(scope="module")
def vocabulary(root: Path) -> Path:
    return root / "docs" / "learn" / "football.ttl"


@pytest.fixture(scope="module")
def folder(graphbuild: Run, examples: Path, vocabulary: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is learned."""
    folder = tmp_path_factory.mktemp("learned") / "football"
    done = graphbuild("learn", examples, "--ontology", vocabulary, "--output", folder)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return folder


def facts(graph: KnowledgeGraph) -> set[tuple[str, str, str]]:
    found = ((graph.entity(each.subject).label, each.predicate.local_name, graph.entity(each.object).label) for each in graph)
    return {fact for fact in found if fact[1] in {"coaches", "sponsors", "transferredTo"}}


def test_relations_are_learned_from_examples_of_which_no_two_are_alike(folder: Path) -> None:
    scores = json.loads((folder / "scores.json").read_bytes())

    assert {name: score["expected"] for name, score in scores["relations"].items()} == {
        "coaches": 24,
        "sponsors": 24,
        "transferredTo": 24,
    }
    assert scores["all"]["f1"] >= 0.55
    assert all(score["f1"] >= 0.4 for score in scores["relations"].values())


@pytest.mark.parametrize("options", [[], ["--extractor", "learned.v1"]], ids=["beside the others", "alone"])
def test_build_reads_them_in_other_texts(graphbuild: Run, folder: Path, tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "news.txt").write_text(TEXT, encoding="utf-8")

    done = graphbuild("build", tmp_path / "news.txt", "--relations", folder, *options, "--output", tmp_path)

    assert done.returncode == 0, done.stderr
    graph = read_graph(tmp_path / "graph.ttl")
    assert len(facts(graph) & FACTS) >= 6
    assert len(facts(graph) - FACTS) <= 4
    extractors = {evidence.extractor for statement in graph for evidence in statement.evidence}
    assert ("learned.v1" in extractors) if not options else extractors == {"learned.v1"}


def test_same_examples_in_any_order_give_the_same_bytes(
    graphbuild: Run, folder: Path, examples: Path, vocabulary: Path, tmp_path: Path
) -> None:
    lines = examples.read_text(encoding="utf-8").splitlines()
    (tmp_path / "turned.jsonl").write_text("\n".join(reversed(lines)), encoding="utf-8")

    done = graphbuild("learn", tmp_path / "turned.jsonl", "--ontology", vocabulary, "-o", tmp_path / "turned", "--threads", "2")

    assert done.returncode == 0, done.stderr
    for name in ("relations.json", "weights.npz", "scores.json"):
        assert (tmp_path / "turned" / name).read_bytes() == (folder / name).read_bytes()


def test_wrong_lines_are_listed_and_left_out_if_asked(graphbuild: Run, examples: Path, vocabulary: Path, tmp_path: Path) -> None:
    path = tmp_path / "wrong.jsonl"
    lines = examples.read_text(encoding="utf-8").splitlines()
    spread = {"text": "Ajax won. Ann Roe slept.", "subject": "Ann Roe", "relation": "coaches", "object": "Ajax"}
    path.write_text("\n".join([lines[0].replace('"Sevilla"', '"Sevila"'), *lines[1:], json.dumps(spread)]), encoding="utf-8")
    last = len(lines) + 1

    first = graphbuild("learn", path, "--ontology", vocabulary, "-o", tmp_path / "mine")
    path.write_text("\n".join([*lines, json.dumps(spread)]), encoding="utf-8")
    second = graphbuild("learn", path, "--ontology", vocabulary, "-o", tmp_path / "mine")
    third = graphbuild("learn", path, "--ontology", vocabulary, "-o", tmp_path / "mine", "--skip-wrong")

    problem = f"{path}:{last}: subject and object are in no one sentence, and only what one sentence says is read"
    assert (first.returncode, second.returncode, third.returncode) == (1, 1, 0)
    assert first.stderr.splitlines() == [
        f'{path}:1: "Sevila" is not in the text',
        f"graphbuild: {path}: 1 line is wrong; nothing was learned",
    ]
    assert second.stderr.splitlines() == [problem, f"graphbuild: {path}: 1 line is wrong; nothing was learned"]
    assert third.stderr.splitlines()[0] == f"left out: {problem}"


def test_relations_of_which_there_are_too_few_examples_are_an_error(
    graphbuild: Run, examples: Path, vocabulary: Path, tmp_path: Path
) -> None:
    (tmp_path / "few.jsonl").write_text(
        "".join(examples.read_text(encoding="utf-8").splitlines(keepends=True)[:27]), encoding="utf-8"
    )

    done = graphbuild("learn", tmp_path / "few.jsonl", "--ontology", vocabulary, "-o", tmp_path / "mine")

    assert done.returncode == 1
    assert "at least 5 examples of each relation are needed; there are of coaches 3" in done.stderr
    assert not (tmp_path / "mine").exists()


def test_other_language_pipeline_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphbuild.pipeline, "tap_encoder", lambda *_: False)

    with pytest.raises(LearnError, match="go with the bundled language pipeline alone"):
        make_pipeline(relations=[folder])


def test_run_tells_what_was_learned(folder: Path) -> None:
    options = dict(make_pipeline(relations=[folder], extractor_names=["learned.v1"]).run.options)

    assert options["extractors"] == "learned.v1"
    assert len(options["relations"]) == 16
