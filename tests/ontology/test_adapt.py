from pathlib import Path

import pytest

from graphbuild.errors import UnknownTermError
from graphbuild.ontology import Ontology, load_ontology

PREFIXES = """
@prefix ex: <https://example.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


@pytest.fixture
def load(tmp_path: Path) -> "Load":
    return Load(tmp_path / "mine.ttl")


class Load:
    """Loads a user's vocabulary beside the bundled one."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, turtle: str) -> Ontology:
        self.path.write_text(PREFIXES + turtle, encoding="utf-8")
        return load_ontology([self.path])


def test_classes_and_properties_of_rdfs_are_read(load: Load) -> None:
    ontology = load(
        """ex:Bank a rdfs:Class ; rdfs:subClassOf gb:Organization .
        ex:lendsTo a rdf:Property ; rdfs:domain ex:Bank ; rdfs:range gb:Country ."""
    )

    assert (ontology.relations["lendsTo"].domain, ontology.relations["lendsTo"].range) == (("Bank",), ("Country",))


@pytest.mark.parametrize(
    "property_",
    [
        pytest.param("ex:p a rdf:Property ; rdfs:range xsd:date .", id="dates"),
        pytest.param("ex:p a rdf:Property ; rdfs:range rdfs:Literal .", id="texts"),
        pytest.param("ex:p a rdf:Property , owl:DatatypeProperty .", id="data"),
        pytest.param("ex:p a rdf:Property , owl:AnnotationProperty .", id="notes"),
    ],
)
def test_property_of_texts_is_no_relation(load: Load, property_: str) -> None:
    assert "p" not in load(property_).relations


@pytest.mark.parametrize("kind", ["SymmetricProperty", "TransitiveProperty", "InverseFunctionalProperty"])
def test_property_that_can_only_be_one_of_things_is_a_relation(load: Load, kind: str) -> None:
    assert "p" in load(f"ex:p a owl:{kind} .").relations


def test_union_of_classes_is_any_of_them(load: Load) -> None:
    ontology = load(
        "ex:p a owl:ObjectProperty ; rdfs:domain [ a owl:Class ; owl:unionOf ( gb:Person gb:Country ) ] ; rdfs:range gb:Event ."
    )

    assert ontology.relations["p"].domain == ("Country", "Person")


@pytest.mark.parametrize("class_", ["owl:Thing", "rdfs:Resource", "schema:Thing"])
def test_side_that_is_anything_excludes_nothing(load: Load, class_: str) -> None:
    assert load(f"ex:p a owl:ObjectProperty ; rdfs:domain {class_} .").relations["p"].domain == ()


@pytest.mark.parametrize(
    ("class_", "names"),
    [
        pytest.param("schema:Person", ("Person",), id="schema.org, by its old address"),
        pytest.param("foaf:Person", ("Person",), id="FOAF"),
        pytest.param("schema:Organization", ("Organization",), id="a broader class"),
        pytest.param("foaf:Agent", ("Actor",), id="a close match"),
    ],
)
def test_class_of_a_standard_vocabulary_is_the_aligned_one(load: Load, class_: str, names: tuple[str, ...]) -> None:
    assert load(f"ex:p a owl:ObjectProperty ; rdfs:range {class_} .").relations["p"].range == names


def test_domains_of_schema_org_are_read(load: Load) -> None:
    ontology = load("ex:p a rdf:Property ; schema:domainIncludes gb:Person , gb:Country .")

    assert ontology.relations["p"].domain == ("Country", "Person")


def test_class_that_nobody_declares_is_an_error(load: Load) -> None:
    with pytest.raises(UnknownTermError, match="Bank"):
        load("ex:p a owl:ObjectProperty ; rdfs:domain ex:Bank .")


def test_equivalent_classes_are_of_each_other(load: Load) -> None:
    ontology = load("ex:Human a owl:Class ; owl:equivalentClass gb:Person .")

    assert ontology.is_a("Human", "Actor")
    assert ontology.is_a("Person", "Human")


def test_class_is_named_by_a_label_of_one_word(load: Load) -> None:
    ontology = load(
        """ex:Militia a owl:Class ; rdfs:label "Militia"@en . ex:Band a owl:Class ; rdfs:label "armed band" .
        ex:Firm a owl:Class ; rdfs:label "firm" ; gb:headNoun "company" ."""
    )

    assert "Militia" in ontology.find_classes("militia")
    assert "Band" not in ontology.find_classes("band")
    assert "Firm" in ontology.find_classes("company") - ontology.find_classes("firm")


def test_preferred_name_is_the_label_of_what_has_none(load: Load) -> None:
    ontology = load('ex:p a owl:ObjectProperty ; skos:prefLabel "bankrolls"@en .')

    assert ontology.relations["p"].label == "bankrolls"
    assert ("p", False) in [(found.name, inverse) for found, inverse in ontology.find_relations("bankroll", "verb")]


def test_bookkeeping_of_ours_stays_out_of_the_classes(load: Load) -> None:
    assert "Evidence" not in load("gb:Evidence a rdfs:Class .").class_names
