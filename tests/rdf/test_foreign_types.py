"""Classes of other vocabularies are written under their own IRIs, and read back."""

from pathlib import Path

import pytest

from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Entity, Iri
from graphbuild.rdf import from_rdf, read_graph, to_graph

REDS, BLUES = (Iri(f"https://example.org/id/{name}") for name in ("reds", "blues"))
GRAPH = KnowledgeGraph(
    entities=[
        Entity(REDS, "https://example.org/vocab#Militia", "Reds", ("Red Brigade",)),
        Entity(BLUES, "https://other.example/Militia", "Blues"),
        Entity(Iri("https://example.org/id/thing"), "Thing", "thing"),
        Entity(Iri("https://example.org/id/japan"), "Country", "Japan"),
    ]
)


@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".nt", ".nq", ".jsonld"])
def test_type_survives_the_way_through_a_file(tmp_path: Path, suffix: str) -> None:
    GRAPH.write(tmp_path / f"graph{suffix}")

    assert read_graph(tmp_path / f"graph{suffix}") == GRAPH


def test_classes_of_one_name_stay_two() -> None:
    assert {entity.type for entity in from_rdf(to_graph(GRAPH)).entities if entity.iri in {REDS, BLUES}} == {
        "https://example.org/vocab#Militia",
        "https://other.example/Militia",
    }


def test_type_of_another_vocabulary_beside_ours_changes_nothing() -> None:
    rdf = to_graph(GRAPH).parse(data="<https://example.org/id/japan> a <https://schema.org/Country> .", format="turtle")

    assert from_rdf(rdf) == GRAPH


@pytest.mark.parametrize(
    ("type_", "name"),
    [("Country", "Country"), ("https://example.org/vocab#Militia", "Militia"), ("https://a.b/C", "C"), ("", "")],
)
def test_type_name_is_the_last_part(type_: str, name: str) -> None:
    assert Entity(REDS, type_, "").type_name == name


def test_retyped_renames_classes_and_nothing_else() -> None:
    short = GRAPH.retyped({"https://example.org/vocab#Militia": "Militia"})

    assert {entity.type for entity in short.entities} == {"Militia", "https://other.example/Militia", "Thing", "Country"}
    assert short.retyped({"Militia": "https://example.org/vocab#Militia"}) == GRAPH
