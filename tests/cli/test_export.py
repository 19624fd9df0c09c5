from pathlib import Path

import pytest
from typer.testing import CliRunner

from graphbuild.cli import app
from graphbuild.errors import ExportError, ReadError
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Entity, Namespace, Statement
from graphbuild.rdf import read_graph, read_quads

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


@pytest.mark.parametrize("suffix", ["trig", "nq"])
def test_implied_triples_go_to_their_own_graph_where_asked_for(suffix: str, path: Path, tmp_path: Path) -> None:
    plain, inferred = tmp_path / f"plain.{suffix}", tmp_path / f"inferred.{suffix}"

    results = [
        CliRunner().invoke(app, ["export", str(path), *arguments]) for arguments in ([str(plain)], [str(inferred), "--infer"])
    ]

    assert [result.exit_code for result in results] == [0, 0]
    added = set(read_quads(inferred)) - set(read_quads(plain))
    assert {str(quad) for quad in added} == {
        f"<{JAPAN}> <{NAMESPACE.term('metWith')}> <{TAIWAN}> <{NAMESPACE.graph('inferred')}>"
    }
    assert set(read_quads(plain)) < set(read_quads(inferred))
    assert read_graph(inferred) == GRAPH


def test_implied_triples_need_a_format_with_named_graphs(path: Path, tmp_path: Path) -> None:
    outputs = [str(tmp_path / "out.trig"), str(tmp_path / "out.ttl")]

    result = CliRunner().invoke(app, ["export", str(path), *outputs, "--infer"])

    assert isinstance(result.exception, ExportError)
    assert not (tmp_path / "out.trig").exists()


def test_implied_triples_follow_a_vocabulary_of_ones_own(path: Path, tmp_path: Path) -> None:
    vocabulary, output = tmp_path / "own.ttl", tmp_path / "out.nq"
    vocabulary.write_text(
        """@prefix gb: <https://w3id.org/graphbuild/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix ex: <https://example.org/> .
        ex:knows a owl:ObjectProperty ; rdfs:label "knows" . gb:metWith rdfs:subPropertyOf ex:knows ."""
    )

    result = CliRunner().invoke(app, ["export", str(path), str(output), "--infer", "--ontology", str(vocabulary)])

    assert result.exit_code == 0
    assert "https://example.org/knows" in {quad.predicate.value for quad in read_quads(output)}


def test_missing_graph_is_an_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["export", str(tmp_path / "graph.ttl"), str(tmp_path / "out.csv")])

    assert isinstance(result.exception, ReadError)
