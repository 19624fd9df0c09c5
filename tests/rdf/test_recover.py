import re

import pytest
import rdflib

from graphbuild.errors import ReadError
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Document, Entity, Evidence, Factuality, Iri, Quotation, Span, Statement
from graphbuild.rdf import from_rdf

PREFIXES = """
@prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
STATEMENT = """
<a:s> a rdf:Statement ; rdf:subject <a:x> ; rdf:predicate <a:met> ; rdf:object <a:y> ; gb:factuality gb:planned .
"""
EVIDENCE = """
<a:s> gb:hasEvidence <a:e> .
<a:e> a gb:Evidence ;
    oa:hasSource <https://w3id.org/graphbuild/document/a%20b.txt> ;
    oa:hasSelector [ a oa:TextPositionSelector ; oa:start 0 ; oa:end 9 ] , [ a oa:TextQuoteSelector ; oa:exact "X met Y." ] ;
    gb:subjectText "X" ; gb:subjectStart 0 ; gb:subjectEnd 1 ;
    gb:trigger "met" ; gb:triggerStart 2 ; gb:triggerEnd 5 ;
    gb:objectText "Y" ; gb:objectStart 6 ; gb:objectEnd 7 ;
    gb:phrase "meet" ; gb:extractor "hand" ; gb:confidence 0.5 .
"""


def read(turtle: str) -> KnowledgeGraph:
    return from_rdf(rdflib.Graph().parse(data=PREFIXES + turtle, format="turtle"))


def test_statement_made_by_hand_is_read() -> None:
    (statement,) = read(STATEMENT)

    assert statement == Statement(Iri("a:x"), Iri("a:met"), Iri("a:y"), Factuality.PLANNED)


def test_evidence_made_by_hand_is_read() -> None:
    def quotation(text: str, start: int, end: int) -> Quotation:
        return Quotation(Span("a b.txt", start, end), text)

    (statement,) = read(STATEMENT + EVIDENCE)

    assert statement.evidence == (
        Evidence(
            quotation("X met Y.", 0, 9),
            quotation("X", 0, 1),
            quotation("Y", 6, 7),
            quotation("met", 2, 5),
            "meet",
            "hand",
            0.5,
        ),
    )


def test_document_of_evidence_is_named_by_its_identifier_if_it_has_one() -> None:
    document = (
        """<https://w3id.org/graphbuild/document/a%20b.txt> <http://purl.org/dc/terms/identifier> "c.txt" ; a gb:Document ."""
    )

    graph = read(STATEMENT + EVIDENCE + document)

    assert graph.documents == (Document("c.txt", ""),)
    assert graph.statements[0].evidence[0].sentence.span.document_id == "c.txt"


@pytest.mark.parametrize(
    "turtle",
    [
        pytest.param('<a:x> a owl:Class ; rdfs:label "thing" .', id="classes of other vocabularies"),
        pytest.param('gb:planned a gb:Factuality ; rdfs:label "planned" .', id="the vocabulary's own bookkeeping"),
        pytest.param("<a:x> a gb:Person .", id="things without a name"),
        pytest.param("<a:x> <a:met> <a:y> .", id="plain triples without a statement"),
        pytest.param('[] <a:says> "hello"@en, 5 .', id="anything else"),
    ],
)
def test_what_is_not_ours_is_passed_over(turtle: str) -> None:
    assert read(turtle) == KnowledgeGraph()


def test_entity_of_several_classes_has_the_first_and_keeps_its_names() -> None:
    graph = read('<a:x> a gb:Place, gb:Country, owl:Thing ; rdfs:label "X" ; skos:altLabel "Y", "Z"@en .')

    assert graph.entities == (Entity(Iri("a:x"), "Country", "X", ("Y", "Z")),)


@pytest.mark.parametrize(
    ("turtle", "problem"),
    [
        pytest.param(STATEMENT.replace("rdf:subject <a:x> ;", ""), "<a:s>: lacks <.*subject>", id="no subject"),
        pytest.param(STATEMENT.replace("<a:x>", '"X"'), "not an absolute IRI: 'X'", id="a text as subject"),
        pytest.param(
            STATEMENT.replace("gb:planned", "gb:doubted"), "unknown factuality: 'doubted'; known: asserted", id="factuality"
        ),
        pytest.param(STATEMENT + "<a:s> gb:hasEvidence <a:e> .", "<a:e>: lacks <.*hasSource>", id="evidence not described"),
        pytest.param(STATEMENT + EVIDENCE.replace("gb:subjectStart 0", "gb:subjectStart 5"), "0 <= start < end", id="backwards"),
        pytest.param(STATEMENT + EVIDENCE.replace("gb:triggerEnd 5", 'gb:triggerEnd "five"'), "'five'", id="an offset in words"),
        pytest.param(
            STATEMENT + EVIDENCE.replace("gb:confidence 0.5", 'gb:confidence "high"'), "'high'", id="a confidence in words"
        ),
        pytest.param(STATEMENT + EVIDENCE.replace('oa:exact "X met Y."', "a oa:Selector"), "lacks <.*exact>", id="no sentence"),
        pytest.param(STATEMENT + EVIDENCE.replace("oa:end 9", "oa:end 9.5"), "'9.5'", id="half a character"),
    ],
)
def test_what_is_ours_and_wrong_is_refused(turtle: str, problem: str) -> None:
    with pytest.raises(ReadError, match=problem) as caught:
        read(turtle)

    assert re.match(r"RDF graph: <", str(caught.value))
