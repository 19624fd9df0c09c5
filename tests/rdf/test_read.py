import socket
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from graphbuild.errors import ReadError, UnsupportedFormatError
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Entity, Namespace, Statement
from graphbuild.rdf import read_graph

SUFFIXES = [".ttl", ".trig", ".nt", ".nq", ".jsonld"]
NAMESPACE = Namespace()
JAPAN, TAIWAN = NAMESPACE.entity("japan"), NAMESPACE.entity("taiwan")
GRAPH = KnowledgeGraph([Statement(TAIWAN, NAMESPACE.term("metWith"), JAPAN)], [Entity(JAPAN, "Country", "Japan")])


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=25)
@given(data=st.data())
def test_file_gives_the_same_graph_back(
    graphs: SearchStrategy[KnowledgeGraph], suffix: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    graph = data.draw(graphs)
    path = tmp_path_factory.getbasetemp() / f"graph{suffix}"

    graph.write(path)

    assert read_graph(path) == graph


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_file_says_under_which_base_it_was_minted(suffix: str, tmp_path: Path) -> None:
    namespace = Namespace("https://example.org/kg/")
    path = tmp_path / f"graph{suffix}"

    KnowledgeGraph(GRAPH, GRAPH.entities, namespace=namespace).write(path)

    assert read_graph(path) == GRAPH
    assert read_graph(path).namespace == namespace


def test_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "GRAPH.TTL"
    path.write_text("", encoding="utf-8")

    assert read_graph(path) == KnowledgeGraph()


def test_inferred_triples_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "graph.trig"
    path.write_text(
        """
        @prefix gb: <https://w3id.org/graphbuild/ontology#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <a:japan> a gb:Country ; rdfs:label "Japan" .
        <https://w3id.org/graphbuild/graph/inferred> { <a:taiwan> a gb:Country ; rdfs:label "Taiwan" . }
        """,
        encoding="utf-8",
    )

    assert [entity.label for entity in read_graph(path).entities] == ["Japan"]


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        pytest.param("graph.ttl", b"<a:b> <a:c> <a:d> .\n<a:b> <a:c> .\n", 2, id="broken Turtle"),
        pytest.param("graph.nt", b"<a:b> <a:c> <a:d> .\nhello\n", 2, id="broken N-Triples"),
        pytest.param("graph.ttl", b"<a:b> <a:c> <a:d> .\n\xff\xfe", 2, id="not UTF-8"),
        pytest.param("graph.ttl", b"\x00\x01\x02", 1, id="binary"),
        pytest.param("graph.jsonld", b'{"@id":\n}', 2, id="broken JSON"),
    ],
)
def test_file_that_is_no_rdf_is_refused_with_its_line(name: str, content: bytes, line: int, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(ReadError) as caught:
        read_graph(path)

    assert caught.value.path == path
    assert caught.value.line == line
    assert "\n" not in str(caught.value)


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="No such file"):
        read_graph(tmp_path / "nowhere.ttl")


def test_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").mkdir()

    with pytest.raises(ReadError, match="directory"):
        read_graph(tmp_path / "graph.ttl")


@pytest.mark.parametrize("name", ["graph.pdf", "graph"])
def test_unknown_suffix_is_refused_with_those_that_are_known(name: str, tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormatError, match=r"supported: .jsonld, .nq, .nt, .trig, .ttl"):
        read_graph(tmp_path / name)


def test_context_elsewhere_is_never_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket, "create_connection", lambda *address, **_: asked.append(address))
    path = tmp_path / "graph.jsonld"
    path.write_text('{"@context": "http://127.0.0.1:1/context.jsonld", "@id": "a:b", "a:c": "d"}', encoding="utf-8")

    with pytest.raises(ReadError, match="remote contexts"):
        read_graph(path)

    assert asked == []
