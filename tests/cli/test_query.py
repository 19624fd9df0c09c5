import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graphbuild.cli import app
from graphbuild.errors import QueryError, ReadError
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Entity, Namespace, Statement

NAMESPACE = Namespace()
JAPAN, TAIWAN = NAMESPACE.entity("japan"), NAMESPACE.entity("taiwan")
MEETINGS = "SELECT ?who ?name { ?who gb:metWith ?whom . ?whom rdfs:label ?name }"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A graph of one meeting."""
    file = tmp_path / "graph.ttl"
    graph = KnowledgeGraph(
        [Statement(TAIWAN, NAMESPACE.term("metWith"), JAPAN)], [Entity(JAPAN, "Country", "Japan\x1b[31m\x07\nred")]
    )
    graph.write(file)
    return file


def test_answer_is_printed_in_plain_columns_without_terminal_and_no_text_can_colour_it(path: Path) -> None:
    result = CliRunner().invoke(app, ["query", str(path), MEETINGS])

    assert result.exit_code == 0
    assert result.output == "who         name\ngbi:taiwan  Japan [31m red\n"


def test_answer_is_printed_as_csv(path: Path) -> None:
    result = CliRunner().invoke(app, ["query", str(path), "SELECT ?who { ?who gb:metWith ?whom }", "--format", "csv"])

    assert result.output == f"who\n{TAIWAN}\n"


def test_answer_is_printed_as_json(path: Path) -> None:
    result = CliRunner().invoke(app, ["query", str(path), MEETINGS, "--format", "json"])

    (binding,) = json.loads(result.output)["results"]["bindings"]
    assert binding["who"] == {"type": "uri", "value": TAIWAN}


def test_query_is_read_from_a_file(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "query.rq"
    file.write_text("\ufeffASK { ?x gb:metWith ?y }", encoding="utf-8")

    result = CliRunner().invoke(app, ["query", str(path), "--file", str(file)])

    assert result.output == "answer\ntrue\n"


def test_query_is_read_from_standard_input(path: Path) -> None:
    result = CliRunner().invoke(app, ["query", str(path), "--file", "-"], input="ASK { ?x gb:visited ?y }")

    assert result.output == "answer\nfalse\n"


@pytest.mark.parametrize(
    "arguments",
    [pytest.param([], id="no query"), pytest.param(["ASK {}", "--file", "query.rq"], id="two queries")],
)
def test_one_query_has_to_be_given(arguments: list[str], path: Path) -> None:
    result = CliRunner().invoke(app, ["query", str(path), *arguments])

    assert result.exit_code == 2
    assert "--file" in result.output


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("nowhere.rq", None, id="missing"),
        pytest.param("query.rq", b"\xff\xfeA\x00", id="not UTF-8"),
    ],
)
def test_file_that_is_no_query_is_an_error(name: str, content: bytes | None, path: Path, tmp_path: Path) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)

    result = CliRunner().invoke(app, ["query", str(path), "--file", str(file)])

    assert isinstance(result.exception, ReadError)
    assert result.exception.path == file


def test_broken_query_is_an_error(path: Path) -> None:
    result = CliRunner().invoke(app, ["query", str(path), "SELECT"])

    assert isinstance(result.exception, QueryError)
