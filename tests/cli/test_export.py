from pathlib import Path

import pytest
from typer.testing import CliRunner

from graphbuild.cli import app
from graphbuild.errors import ExportError, ReadError
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Entity, Namespace, Statement
from graphbuild.rdf import read_graph

NAMESPACE = Namespace()
JAPAN, TAIWAN = NAMESPACE.entity("japan"), NAMESPACE.entity("taiwan")
GRAPH = KnowledgeGraph([Statement(TAIWAN, NAMESPACE.term("metWith"), JAPAN)], [Entity(JAPAN, "Country", "Japan")])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A graph of one meeting."""
    file = tmp_path / "graph.ttl"
    GRAPH.write(file)
    return file


def test_graph_is_written_in_every_format_that_is_asked_for(path: Path, tmp_path: Path) -> None:
    suffixes = ["ttl", "trig", "nt", "nq", "jsonld", "graphml", "gexf", "csv", "dot", "jsonl", "html"]
    outputs = [tmp_path / f"out.{suffix}" for suffix in suffixes]

    result = CliRunner().invoke(app, ["export", str(path), *map(str, outputs)])

    assert result.exit_code == 0
    assert result.output.splitlines() == [str(output) for output in outputs]
    assert (tmp_path / "out.ttl").read_bytes() == path.read_bytes()
    assert all(read_graph(output) == GRAPH for output in outputs[:5])


def test_unknown_format_is_refused_before_anything_is_written(path: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["export", str(path), str(tmp_path / "out.csv"), str(tmp_path / "out.pdf")])

    assert isinstance(result.exception, ExportError)
    assert not (tmp_path / "out.csv").exists()


def test_missing_graph_is_an_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["export", str(tmp_path / "graph.ttl"), str(tmp_path / "out.csv")])

    assert isinstance(result.exception, ReadError)
