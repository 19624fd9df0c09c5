from pathlib import Path

import pyoxigraph as ox
import pytest

from graphbuild.errors import ReadError
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Iri, Statement
from graphbuild.query.store import open_store
from graphbuild.rdf import describe

GRAPH = KnowledgeGraph([Statement(Iri("a:x"), Iri("a:met"), Iri("a:y"))])


def test_store_of_a_graph_holds_every_triple_in_the_default_graph() -> None:
    store, prefixes = open_store(GRAPH)

    assert len(store) == len(list(describe(GRAPH)))
    assert {quad.graph_name for quad in store} == {ox.DefaultGraph()}
    assert prefixes["gb"] == "https://w3id.org/graphbuild/ontology#"


def test_store_of_a_file_knows_its_prefixes(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("@prefix gb: <http://example.org/> . @prefix ex: <a:> . ex:a gb:b ex:c .", encoding="utf-8")

    store, prefixes = open_store(path)

    assert len(store) == 1
    assert (prefixes["gb"], prefixes["ex"]) == ("http://example.org/", "a:")
    assert prefixes["rdf"] == "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def test_store_of_an_empty_file_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "graph.nt"
    path.touch()

    store, _ = open_store(str(path))

    assert len(store) == 0


def test_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "graph.ttl"
    folder.mkdir()

    with pytest.raises(ReadError, match="directory"):
        open_store(folder)
