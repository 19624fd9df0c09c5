"""A small vocabulary, and the bundled one, each loaded once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graphbuild.assets import ontology_path
from graphbuild.ontology import Ontology, load_ontology

PREFIXES = """
@prefix ex: <https://example.org/> .
@prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix gbi: <https://w3id.org/graphbuild/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

WriteTurtle = Callable[..., Path]


@pytest.fixture
def write_turtle(tmp_path: Path) -> WriteTurtle:
    """Write Turtle, with the usual prefixes before it on one line, to a file of the test."""

    def write(text: str, name: str = "extra.ttl") -> Path:
        path = tmp_path / name
        path.write_text(" ".join(PREFIXES.split("\n")) + "\n" + text, encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def core() -> Path:
    """The bundled classes, without relations and actors."""
    return ontology_path() / "core.ttl"


@pytest.fixture(scope="session")
def bundled() -> Ontology:
    """The bundled vocabulary."""
    return load_ontology()
