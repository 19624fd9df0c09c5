import pytest
from rdflib import Graph

from graphbuild.ontology.unknown import find_unknown_classes, find_unknown_terms

PREFIXES = """
@prefix ex: <https://example.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix gbi: <https://w3id.org/graphbuild/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
DECLARED = "gb:Person a owl:Class . gb:knows a owl:ObjectProperty . gbi:japan a gb:Person ."


def parse(turtle: str) -> Graph:
    return Graph().parse(data=PREFIXES + turtle, format="turtle")


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        pytest.param("gbi:abe a gb:Persn .", "gbi:abe: unknown term gb:Persn (did you mean gb:Person?)", id="a type"),
        pytest.param(
            "gbi:japan gb:nows gbi:japan .", "gbi:japan: unknown term gb:nows (did you mean gb:knows?)", id="a property"
        ),
        pytest.param(
            "gbi:japan gb:knows gbi:jpan .", "gbi:japan: unknown term gbi:jpan (did you mean gbi:japan?)", id="an actor"
        ),
        pytest.param('gbi:zzz rdfs:label "Z" .', "unknown term gbi:zzz", id="what is described and has no type"),
        pytest.param(
            'gbi:japan rdfs:lable "J" .', "gbi:japan: unknown term rdfs:lable (did you mean rdfs:label?)", id="a term of W3C's"
        ),
        pytest.param(
            'gbi:japan foaf:nme "J" .', "gbi:japan: unknown term foaf:nme (did you mean foaf:name?)", id="a term of FOAF"
        ),
        pytest.param(
            'gbi:japan rdfs:label "1"^^xsd:gyear .',
            "gbi:japan: unknown term xsd:gyear (did you mean xsd:gYear?)",
            id="a datatype",
        ),
    ],
)
def test_unknown_term_is_found_with_the_closest_one(turtle: str, message: str) -> None:
    assert [problem.message for problem in find_unknown_terms(parse(DECLARED + turtle))] == [message]


@pytest.mark.parametrize(
    "turtle",
    [
        pytest.param('gbi:japan rdfs:label "Japan"@en ; skos:altLabel "Nippon" ; rdf:_1 ex:x .', id="terms of W3C's"),
        pytest.param("gb:knows skos:closeMatch schema:knows , ex:knows .", id="terms of growing vocabularies"),
        pytest.param("<http://www.w3.org/2004/02/skos/core#> rdfs:label 'SKOS' .", id="a vocabulary itself"),
        pytest.param("gbi:japan gb:knows gbi:japan , [] .", id="ours, and blank nodes"),
    ],
)
def test_known_terms_are_no_problem(turtle: str) -> None:
    assert list(find_unknown_terms(parse(DECLARED + turtle))) == []


def test_unknown_term_may_be_declared_elsewhere() -> None:
    graph = parse("gbi:abe a gb:Person .")

    assert list(find_unknown_terms(graph, parse(DECLARED))) == []
    assert len(list(find_unknown_terms(graph))) == 1


@pytest.mark.parametrize("predicate", ["gb:domainIncludes", "gb:rangeIncludes", "rdfs:domain", "rdfs:range"])
def test_domain_or_range_that_is_no_class_is_found(predicate: str) -> None:
    problems = list(find_unknown_classes(parse(DECLARED + f"ex:likes a owl:ObjectProperty ; {predicate} ex:Person .")))

    assert [problem.message for problem in problems] == [
        f"https://example.org/likes: {predicate} names no class: https://example.org/Person"
    ]


def test_domain_and_range_of_the_bookkeeping_need_no_class_of_things() -> None:
    assert list(find_unknown_classes(parse("ex:size a rdf:Property ; rdfs:range xsd:integer ."))) == []
