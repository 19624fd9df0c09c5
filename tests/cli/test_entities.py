"""``graphbuild entities`` lists which names were taken for one thing, and why."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graphbuild.cli import app
from graphbuild.errors import ReadError
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Entity, Merge, MergeReason, Namespace

NAMESPACE = Namespace()
ABE, DIET = NAMESPACE.entity("shinzo-abe"), NAMESPACE.entity("national-diet")
GRAPH = KnowledgeGraph(
    entities=[Entity(ABE, "Person", "Shinzo Abe"), Entity(DIET, "GovernmentBody", "National Diet")],
    merges=[
        Merge(ABE, "Abe Shinzo", MergeReason.NAME_ORDER, 0.93),
        Merge(ABE, "Abe", MergeReason.PART_OF_NAME, 0.74),
        Merge(DIET, "Diet\x1b[31m", MergeReason.KNOWN_NAME, 1.0),
    ],
)


@pytest.fixture(params=["graph.ttl", "graph.trig", "graph.nt", "graph.jsonld"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A graph with three merges, written in several formats."""
    file = tmp_path / str(request.param)
    GRAPH.write(file)
    return file


def names(output: str) -> list[str]:
    return [json.loads(line)["name"] for line in output.splitlines()]


def test_merges_are_listed_by_entity_the_doubtful_first(path: Path) -> None:
    result = CliRunner().invoke(app, ["entities", str(path)])

    assert result.exit_code == 0
    assert [line.split("  ")[0] for line in result.stdout.splitlines()] == [
        "entity",
        "National Diet",
        "Shinzo Abe",
        "Shinzo Abe",
    ]
    assert result.stdout.index("part of a name") < result.stdout.index("order of names")
    assert "\x1b" not in result.stdout


def test_merges_are_written_as_json(path: Path) -> None:
    result = CliRunner().invoke(app, ["entities", str(path), "--json"])

    assert json.loads(result.stdout.splitlines()[1]) == {
        "entity": ABE,
        "label": "Shinzo Abe",
        "type": "Person",
        "name": "Abe",
        "reason": "part of a name",
        "score": 0.74,
    }


def test_only_doubtful_merges_are_listed_below_a_score(path: Path) -> None:
    result = CliRunner().invoke(app, ["entities", str(path), "--below", "0.9", "--json"])

    assert names(result.stdout) == ["Abe"]


def test_unreadable_graph_is_an_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["entities", str(tmp_path / "none.ttl")])

    assert isinstance(result.exception, ReadError)
