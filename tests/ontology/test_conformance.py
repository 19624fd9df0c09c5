from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph

from graphbuild.ontology.conformance import check_graph

WriteTurtle = Callable[..., Path]


GRAPH = """
gbi:tsai a gb:Person ; rdfs:label "Tsai Ing-wen" ; gb:metWith gbi:abe .
gbi:abe a gb:Person ; rdfs:label "Shinzo Abe" ; skos:altLabel "Abe" ; owl:sameAs wd:Q132345 .
<https://w3id.org/graphbuild/run/1> a prov:Activity , gb:Run ; gb:softwareVersion "0.1.0" .
<https://w3id.org/graphbuild/document/a> a gb:Document ; dcterms:title "A" .
<https://w3id.org/graphbuild/statement/1> a rdf:Statement ; rdf:subject gbi:tsai ; rdf:predicate gb:metWith ; rdf:object gbi:abe ;
    gb:factuality gb:asserted ; gb:confidence 0.8 ; gb:evidenceCount 1 ; gb:hasEvidence <https://w3id.org/graphbuild/evidence/1> ;
    prov:wasDerivedFrom <https://w3id.org/graphbuild/document/a> ; prov:wasGeneratedBy <https://w3id.org/graphbuild/run/1> .
<https://w3id.org/graphbuild/evidence/1> a gb:Evidence ; oa:hasSource <https://w3id.org/graphbuild/document/a> ;
    oa:hasSelector <https://w3id.org/graphbuild/evidence/1#position> , <https://w3id.org/graphbuild/evidence/1#quote> ;
    gb:trigger "met" ; gb:subjectText "Tsai" ; gb:objectText "Abe" ; gb:extractor "verb.v1" ; gb:confidence 0.8 ;
    gb:attributedTo gbi:abe ; gb:attributedLabel "CRNTT" ; gb:time "in 2015" ; gb:timeValue "2015" .
<https://w3id.org/graphbuild/evidence/1#position> a oa:TextPositionSelector ; oa:start 0 ; oa:end 13 .
<https://w3id.org/graphbuild/evidence/1#quote> a oa:TextQuoteSelector ; oa:exact "Tsai met Abe." .
"""
GRAPH_PREFIXES = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix gbi: <https://w3id.org/graphbuild/id/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
"""


def parse(turtle: str) -> Graph:
    return Graph().parse(data=GRAPH_PREFIXES + turtle, format="turtle")


def test_check_graph_finds_nothing_wrong_with_a_sound_graph() -> None:
    assert check_graph(parse(GRAPH)) == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param('rdfs:label "Tsai Ing-wen" ;', "", "has no rdfs:label", id="an entity without label"),
        pytest.param(
            "gb:metWith gbi:abe .", "gb:metWth gbi:abe .", "unknown term gb:metWth", id="a relation that is not declared"
        ),
        pytest.param("gb:factuality gb:asserted ;", "", "is neither asserted", id="a statement without factuality"),
        pytest.param(
            "gb:factuality gb:asserted ;", "gb:factuality gb:asserted , gb:negated ;", "is neither asserted", id="with two"
        ),
        pytest.param(
            "gb:confidence 0.8 ; gb:evidenceCount", "gb:confidence 1.8 ; gb:evidenceCount", "from 0 to 1", id="too confident"
        ),
        pytest.param("gb:confidence 0.8 ; gb:evidenceCount", "gb:evidenceCount", "from 0 to 1", id="without confidence"),
        pytest.param("gb:evidenceCount 1", "gb:evidenceCount 0", "at least 1", id="without evidence by count"),
        pytest.param("rdf:object gbi:abe ;", "", "has no rdf:object", id="without object"),
        pytest.param("rdf:subject gbi:tsai", "rdf:subject gbi:nobody", "has no rdf:subject that is a thing", id="of nobody"),
        pytest.param(
            "oa:hasSource <https://w3id.org/graphbuild/document/a> ;", "", "oa:hasSource", id="evidence without document"
        ),
        pytest.param("a oa:TextQuoteSelector ;", "", "has no oa:TextQuoteSelector", id="evidence without quotation"),
        pytest.param("oa:end 13", "oa:end 0", "has no oa:start before its oa:end", id="a position that ends before it begins"),
        pytest.param('gb:trigger "met" ;', "", "has no gb:trigger", id="evidence without trigger"),
        pytest.param('gb:timeValue "2015"', 'gb:timeValue "last year"', "ISO 8601", id="a time that is no date"),
        pytest.param("a gb:Document ;", "", "derived from no document", id="a document that is none"),
    ],
)
def test_check_graph_finds(old: str, new: str, message: str) -> None:
    assert old in GRAPH

    problems = check_graph(parse(GRAPH.replace(old, new, 1)))

    assert any(message in str(problem) for problem in problems)


def test_check_graph_knows_the_terms_of_a_users_vocabulary(write_turtle: WriteTurtle) -> None:
    path = write_turtle('gb:Bank a owl:Class ; rdfs:subClassOf gb:Organization ; rdfs:label "bank"@en .')
    graph = parse(GRAPH.replace("gbi:tsai a gb:Person", "gbi:tsai a gb:Bank"))

    assert check_graph(graph, [path]) == ()
    assert check_graph(graph) != ()


def test_check_graph_knows_the_classes_of_a_users_vocabulary(write_turtle: WriteTurtle) -> None:
    path = write_turtle('ex:Rock a owl:Class ; rdfs:subClassOf gb:Concept ; rdfs:label "rock"@en .')
    graph = parse("@prefix ex: <https://example.org/> ." + GRAPH.replace("gbi:tsai a gb:Person", "gbi:tsai a gb:Thing , ex:Rock"))

    assert check_graph(graph) == ()
    (problem,) = check_graph(graph, [path])
    assert problem.message == "gbi:tsai is of class Rock or Thing; the subject of metWith is of Actor or Role"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("gbi:tsai a gb:Person ; rdfs:label", "gbi:tsai a gb:Concept ; rdfs:label", id="of the subject"),
        pytest.param("gbi:abe a gb:Person ; rdfs:label", "gbi:abe a gb:Concept ; rdfs:label", id="of the object"),
    ],
)
def test_check_graph_finds_the_wrong_class(old: str, new: str) -> None:
    (problem,) = [each for each in check_graph(parse(GRAPH.replace(old, new, 1))) if each.path]

    assert "is of class Concept" in problem.message
    assert problem.focus == "https://w3id.org/graphbuild/statement/1"


def test_check_graph_finds_the_wrong_class_of_a_plain_triple() -> None:
    graph = parse(GRAPH + 'gbi:peace a gb:Concept ; rdfs:label "peace" ; gb:visited gbi:abe .')

    assert {problem.focus for problem in check_graph(graph)} == {"https://w3id.org/graphbuild/id/peace"}


def test_check_graph_puts_errors_first(tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix gb: <https://w3id.org/graphbuild/ontology#> ."
        '[] a sh:NodeShape ; sh:targetClass gb:Person ; sh:property [ sh:path gb:country ; sh:minCount 1 ; sh:message "none" ;'
        "sh:severity sh:Warning ] .",
        encoding="utf-8",
    )

    found = check_graph(parse(GRAPH.replace("gb:metWith gbi:abe .", "gb:metWth gbi:abe .")), shapes=[shapes])

    assert [problem.severity for problem in found] == ["error", "warning", "warning"]
