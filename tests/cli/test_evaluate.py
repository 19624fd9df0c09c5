import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graphbuild.cli import app
from graphbuild.errors import ReadError


def fact(subject: str, relation: str, obj: str) -> dict[str, object]:
    sides = {"subject": {"name": subject, "surface": [subject]}, "object": {"name": obj, "surface": [obj]}}
    return {"id": "a1", "sent": "…", **sides, "relation": relation, "factuality": "asserted", "importance": 2}


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    """Gold facts, entities and statements, one of them right and one wrong."""
    files: dict[str, list[dict[str, object]]] = {
        "gold.jsonl": [fact("Taiwan", "visited", "Japan"), fact("China", "threatens", "Taiwan")],
        "entities.jsonl": [{"name": "Taiwan", "aliases": ["ROC"]}],
        "statements.jsonl": [fact("Taiwan", "visited", "Japan"), fact("Korea", "visited", "Japan")],
    }
    for name, lines in files.items():
        (tmp_path / name).write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return [str(tmp_path / name) for name in files]


def test_scores_are_printed_from_loose_to_strict(paths: list[str]) -> None:
    result = CliRunner().invoke(app, ["evaluate", *paths])

    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "reading  P      R      F1     R(imp=3)  judged  gold",
        "pair     0.500  0.500  0.500  0.000     2       2",
        "relaxed  0.500  0.500  0.500  0.000     2       2",
        "strict   0.500  0.500  0.500  0.000     2       2",
        "full     0.500  0.500  0.500  0.000     2       2",
        "relation right where the pair is found: 1.000; factuality right where the relation is: 1.000",
    ]


def test_figures_are_printed_as_json(paths: list[str]) -> None:
    result = CliRunner().invoke(app, ["evaluate", *paths, "--json"])

    figures = json.loads(result.output)
    assert figures["relaxed"]["f1"] == 0.5
    assert figures["relation_accuracy"] == 1.0


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        pytest.param("missed", ["missed a1 [2] China | threatens | Taiwan (asserted) « …"], id="missed"),
        pytest.param("wrong", ["wrong  korea | visited | japan (asserted)"], id="wrong"),
        pytest.param(
            "both",
            ["missed a1 [2] China | threatens | Taiwan (asserted) « …", "wrong  korea | visited | japan (asserted)"],
            id="both",
        ),
    ],
)
def test_differences_are_listed(show: str, expected: list[str], paths: list[str]) -> None:
    result = CliRunner().invoke(app, ["evaluate", *paths, "--show", show])

    assert result.output.splitlines()[6:] == expected


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["evaluate", *[str(tmp_path / "nowhere.jsonl")] * 3])

    assert isinstance(result.exception, ReadError)
