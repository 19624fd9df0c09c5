import pytest
from rdflib import Graph

from graphbuild.errors import OntologyError, UnknownTermError
from graphbuild.ontology.terms import Relation, Trigger
from graphbuild.ontology.vocabulary import read_classes, read_relations

PREFIXES = """
@prefix ex: <https://example.org/> .
@prefix other: <https://example.com/> .
@prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ex:Actor a owl:Class . ex:Person a owl:Class ; rdfs:subClassOf ex:Actor .
"""


def read(turtle: str) -> dict[str, Relation]:
    graph = Graph().parse(data=PREFIXES + turtle, format="turtle")
    return read_relations(graph, read_classes(graph))


def test_class_is_read_with_its_label_definition_parents_and_nouns() -> None:
    graph = Graph().parse(
        data=PREFIXES
        + """ex:Militia a owl:Class ; rdfs:label "militia"@en ; rdfs:subClassOf ex:Actor , <https://example.net/Group> ;
             skos:definition "Armed people."@en ; gb:headNoun "Militia" , "irregulars"@en .""",
        format="turtle",
    )

    militia = read_classes(graph)["Militia"]

    assert militia.label == "militia"
    assert militia.definition == "Armed people."
    assert militia.broader == ("Actor",)
    assert militia.nouns == ("irregulars", "militia")


@pytest.mark.parametrize(
    ("turtle", "is_class"),
    [
        pytest.param("ex:Militia a owl:Class .", True, id="an owl:Class"),
        pytest.param("ex:Militia rdfs:subClassOf ex:Person .", True, id="a subclass of one"),
        pytest.param("ex:Militia a rdfs:Class .", False, id="an rdfs:Class is bookkeeping"),
    ],
)
def test_classes_are_those_of_owl_and_their_subclasses(turtle: str, is_class: bool) -> None:  # noqa: FBT001
    classes = read_classes(Graph().parse(data=PREFIXES + turtle, format="turtle"))

    assert ("Militia" in classes) is is_class


def test_class_without_label_is_called_by_its_local_name() -> None:
    classes = read_classes(Graph().parse(data=PREFIXES + "ex:TradeUnion a owl:Class .", format="turtle"))

    assert classes["TradeUnion"].label == "trade union"


def test_relation_with_label_domain_and_range_alone_works() -> None:
    relation = read('ex:mentors a owl:ObjectProperty ; rdfs:label "mentors" ; rdfs:domain ex:Person ; rdfs:range ex:Actor .')[
        "mentors"
    ]

    assert (relation.domain, relation.range) == (("Person",), ("Actor",))
    assert Trigger("mentor", "verb") in relation.triggers
    assert not relation.is_symmetric
    assert relation.inverse_name is None


def test_relation_is_read_in_full() -> None:
    relation = read(
        """ex:knows a owl:ObjectProperty , owl:SymmetricProperty ; rdfs:label "knows"@en ;
           rdfs:comment "Is acquainted with."@en ; gb:domainIncludes ex:Person , ex:Actor ; gb:rangeIncludes ex:Actor ;
           rdfs:subPropertyOf ex:likes , <http://xmlns.com/foaf/0.1/knows> ;
           gb:verbTrigger "Know" , "  be acquainted  with" , "" ; gb:inverseNounTrigger "acquaintance of"@en ;
           gb:affixTrigger "-known" .
           ex:likes a owl:ObjectProperty ."""
    )["knows"]

    assert relation.is_symmetric
    assert relation.definition == "Is acquainted with."
    assert relation.domain == ("Actor", "Person")
    assert relation.broader == ("likes",)
    assert relation.triggers == (
        Trigger("-known", "affix"),
        Trigger("acquaintance of", "noun", is_inverse=True),
        Trigger("be acquainted with", "verb"),
        Trigger("know", "verb"),
    )


def test_symmetric_property_alone_is_a_relation() -> None:
    assert read("ex:near a owl:SymmetricProperty .")["near"].is_symmetric


def test_properties_of_the_bookkeeping_are_no_relations() -> None:
    assert read('ex:size a rdf:Property , owl:DatatypeProperty ; rdfs:label "size" .') == {}


@pytest.mark.parametrize(
    "turtle",
    [
        pytest.param("ex:hasMember owl:inverseOf ex:memberOf .", id="the inverse says so"),
        pytest.param(
            "ex:memberOf owl:inverseOf ex:hasMember ; rdfs:domain ex:Person .", id="the relation that is described says so"
        ),
    ],
)
def test_inverse_property_is_a_name_and_no_relation(turtle: str) -> None:
    relations = read(f"ex:hasMember a owl:ObjectProperty . ex:memberOf a owl:ObjectProperty . {turtle}")

    assert {name: relation.inverse_name for name, relation in relations.items()} == {"memberOf": "hasMember"}


def test_relations_are_sorted_by_name() -> None:
    assert list(read("ex:b a owl:ObjectProperty . other:a a owl:ObjectProperty .")) == ["a", "b"]


@pytest.mark.parametrize("predicate", ["gb:domainIncludes", "gb:rangeIncludes", "rdfs:domain", "rdfs:range"])
def test_relation_between_unknown_classes_is_refused(predicate: str) -> None:
    with pytest.raises(UnknownTermError) as caught:
        read(f"ex:knows a owl:ObjectProperty ; {predicate} ex:Persn .")

    assert caught.value.iri == "https://example.org/Persn"
    assert caught.value.closest == ("https://example.org/Person",)


@pytest.mark.parametrize("kind", ["Class", "ObjectProperty"])
def test_two_terms_of_one_local_name_are_refused(kind: str) -> None:
    with pytest.raises(OntologyError, match=r"https://example.com/x and https://example.org/x have one local name, 'x'"):
        read(f"ex:x a owl:{kind} . other:x a owl:{kind} .")
