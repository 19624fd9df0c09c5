from collections.abc import Iterable
from dataclasses import replace

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from graphbuild.graph import KnowledgeGraph
from graphbuild.model import (
    Attribution,
    Document,
    Entity,
    Evidence,
    Factuality,
    Iri,
    Namespace,
    Quotation,
    Run,
    Span,
    Statement,
    TimeExpression,
)
from graphbuild.ontology import compact
from graphbuild.rdf import Literal, Term, Triple, describe, describe_statements, describe_world

NAMESPACE = Namespace()
TSAI, ABE, CHINA = (NAMESPACE.entity(name) for name in ("tsai-ing-wen", "shinzo-abe", "china"))
TALKED = NAMESPACE.term("heldTalksWith")


def quotation(text: str, start: int) -> Quotation:
    return Quotation(Span("china brief.txt", start, start + len(text)), text)


EVIDENCE = Evidence(
    sentence=quotation("She held talks with Abe.", 100),
    subject=quotation("She", 100),
    object=quotation("Abe", 120),
    trigger=quotation("held talks with", 104),
    phrase="hold talk with",
    extractor="clause.v1",
    confidence=0.86,
)
CITED = Attribution("CRNTT, October 8, 2015", quotation("CRNTT, October 8, 2015", 130))
CLAIMED = Attribution("China", quotation("Beijing", 160), CHINA)
STATEMENT = Statement(TSAI, TALKED, ABE, evidence=(EVIDENCE,))


def short(term: Term) -> str:
    """Return a term as a reader would write it."""
    if not isinstance(term, Literal):
        return compact(term)
    return term.text if term.datatype is None else f"{term.text}^^{compact(term.datatype)}"


def described(triples: Iterable[Triple], node: Iri) -> dict[str, list[str]]:
    """Return the properties of a node with their values."""
    properties: dict[str, list[str]] = {}
    for triple in triples:
        if triple.subject == node:
            properties.setdefault(short(triple.predicate), []).append(short(triple.object))
    return properties


def evidence_node(graph: KnowledgeGraph) -> Iri:
    """Return the node of the only piece of evidence."""
    (node,) = (Iri(str(triple.object)) for triple in describe(graph) if triple.predicate == NAMESPACE.term("hasEvidence"))
    return node


def test_entity_is_described() -> None:
    entity = Entity(TSAI, "Person", "Tsai Ing-wen", ("Tsai",), (Iri("http://www.wikidata.org/entity/Q233984"),))

    assert described(describe_world(KnowledgeGraph(entities=[entity])), TSAI) == {
        "rdf:type": ["gb:Person"],
        "rdfs:label": ["Tsai Ing-wen"],
        "skos:altLabel": ["Tsai"],
        "owl:sameAs": ["wd:Q233984"],
    }


@pytest.mark.parametrize(
    ("factuality", "attributions", "is_stated"),
    [
        pytest.param(Factuality.ASSERTED, (), True, id="asserted by the author"),
        pytest.param(Factuality.ASSERTED, (CITED,), True, id="asserted by a cited publication"),
        pytest.param(Factuality.ASSERTED, (CLAIMED,), False, id="asserted by an actor"),
        pytest.param(Factuality.PLANNED, (), False, id="planned"),
        pytest.param(Factuality.HYPOTHETICAL, (), False, id="hypothetical"),
        pytest.param(Factuality.NEGATED, (), False, id="negated"),
    ],
)
def test_plain_triple_is_stated_if(factuality: Factuality, attributions: tuple[Attribution, ...], *, is_stated: bool) -> None:
    statement = Statement(TSAI, TALKED, ABE, factuality, evidence=(replace(EVIDENCE, attributed_to=attributions),))

    triples = list(describe(KnowledgeGraph([statement])))

    assert (Triple(TSAI, TALKED, ABE) in triples) is is_stated
    assert described(triples, NAMESPACE.statement(statement.id))["gb:factuality"] == [f"gb:{factuality}"]


def test_open_statements_between_two_things_are_one_plain_triple() -> None:
    related = NAMESPACE.term("relatedTo")
    graph = KnowledgeGraph([Statement(TSAI, related, ABE, phrase=phrase) for phrase in ("sing with", "dance with")])

    assert list(describe_world(graph)) == [Triple(TSAI, related, ABE)]


def test_statement_is_described() -> None:
    graph = KnowledgeGraph([STATEMENT], run=Run("0.1"))

    properties = described(describe_statements(graph), NAMESPACE.statement(STATEMENT.id))

    assert properties == {
        "rdf:type": ["rdf:Statement"],
        "rdf:subject": ["gbi:tsai-ing-wen"],
        "rdf:predicate": ["gb:heldTalksWith"],
        "rdf:object": ["gbi:shinzo-abe"],
        "gb:factuality": ["gb:asserted"],
        "gb:confidence": ["0.86^^xsd:decimal"],
        "gb:evidenceCount": ["1^^xsd:integer"],
        "gb:hasEvidence": [evidence_node(graph)],
        "prov:wasDerivedFrom": ["https://w3id.org/graphbuild/document/china%20brief.txt"],
        "prov:wasGeneratedBy": [NAMESPACE.run(Run("0.1").id)],
    }


def test_open_statement_has_its_phrase() -> None:
    statement = Statement(TSAI, NAMESPACE.term("relatedTo"), ABE, phrase="sing with")

    properties = described(describe(KnowledgeGraph([statement])), NAMESPACE.statement(statement.id))

    assert properties["rdf:predicate"] == ["gb:relatedTo"]
    assert properties["gb:phrase"] == ["sing with"]


def test_evidence_points_at_the_sentence_as_a_web_annotation_does() -> None:
    graph = KnowledgeGraph([STATEMENT])
    node = evidence_node(graph)

    assert described(describe(graph), node)["oa:hasSource"] == ["https://w3id.org/graphbuild/document/china%20brief.txt"]
    assert described(describe(graph), node)["oa:hasSelector"] == [f"{node}#position", f"{node}#quote"]
    assert described(describe(graph), Iri(f"{node}#position")) == {
        "rdf:type": ["oa:TextPositionSelector"],
        "oa:start": ["100^^xsd:nonNegativeInteger"],
        "oa:end": ["124^^xsd:nonNegativeInteger"],
    }
    assert described(describe(graph), Iri(f"{node}#quote")) == {
        "rdf:type": ["oa:TextQuoteSelector"],
        "oa:exact": ["She held talks with Abe."],
    }


def test_evidence_says_what_was_read_and_how() -> None:
    time = TimeExpression(quotation("pre-election", 90), "2016-01")
    graph = KnowledgeGraph([replace(STATEMENT, evidence=(replace(EVIDENCE, time=time, is_reversed=True),))])

    properties = described(describe(graph), evidence_node(graph))

    assert {name: values for name, values in properties.items() if name.startswith("gb:")} == {
        "gb:subjectText": ["She"],
        "gb:subjectStart": ["100^^xsd:integer"],
        "gb:subjectEnd": ["103^^xsd:integer"],
        "gb:trigger": ["held talks with"],
        "gb:triggerStart": ["104^^xsd:integer"],
        "gb:triggerEnd": ["119^^xsd:integer"],
        "gb:objectText": ["Abe"],
        "gb:objectStart": ["120^^xsd:integer"],
        "gb:objectEnd": ["123^^xsd:integer"],
        "gb:isReversed": ["true^^xsd:boolean"],
        "gb:phrase": ["hold talk with"],
        "gb:extractor": ["clause.v1"],
        "gb:confidence": ["0.86^^xsd:decimal"],
        "gb:time": ["pre-election"],
        "gb:timeStart": ["90^^xsd:integer"],
        "gb:timeEnd": ["102^^xsd:integer"],
        "gb:timeValue": ["2016-01"],
    }


def test_somebody_without_a_name_is_no_cited_source() -> None:
    unnamed = Attribution("he", quotation("he", 160), is_unnamed=True)
    graph = KnowledgeGraph([replace(STATEMENT, evidence=(replace(EVIDENCE, attributed_to=(unnamed,)),))])
    node = evidence_node(graph)

    triples = list(describe(graph))

    assert described(triples, Iri(f"{node}#attribution-1"))["gb:isUnnamed"] == ["true^^xsd:boolean"]
    assert described(triples, node)["gb:attributedLabel"] == ["he"]
    assert Triple(STATEMENT.subject, STATEMENT.predicate, STATEMENT.object) not in triples


def test_evidence_says_who_says_so() -> None:
    graph = KnowledgeGraph([replace(STATEMENT, evidence=(replace(EVIDENCE, attributed_to=(CLAIMED, CITED, CLAIMED)),))])
    node = evidence_node(graph)

    properties = described(describe(graph), node)

    assert properties["gb:attributedTo"] == ["gbi:china"]
    assert properties["gb:attributedLabel"] == ["CRNTT, October 8, 2015"]
    assert properties["gb:hasAttribution"] == [f"{node}#attribution-{number}" for number in (1, 2, 3)]
    assert described(describe(graph), Iri(f"{node}#attribution-1")) == {
        "rdf:type": ["gb:Attribution"],
        "gb:attributedTo": ["gbi:china"],
        "gb:attributedLabel": ["China"],
        "gb:attributionText": ["Beijing"],
        "gb:attributionStart": ["160^^xsd:integer"],
        "gb:attributionEnd": ["167^^xsd:integer"],
    }


@pytest.mark.parametrize(
    ("published", "literal"),
    [
        pytest.param("2016-08-16", "2016-08-16^^xsd:date", id="a date can be compared"),
        pytest.param("2016-02-31", "2016-02-31", id="a day that never was is a text"),
        pytest.param("2016-08", "2016-08", id="a month is a text"),
        pytest.param("٢٠١٦-٠٨-١٦", "٢٠١٦-٠٨-١٦", id="digits that XML Schema does not know are a text"),
    ],
)
def test_document_is_described(published: str, literal: str) -> None:
    document = Document("a.txt", "text", "Ties deepen", "https://example.org/", published)

    assert described(describe(KnowledgeGraph(documents=[document])), NAMESPACE.document("a.txt")) == {
        "rdf:type": ["gb:Document"],
        "dcterms:identifier": ["a.txt"],
        "dcterms:title": ["Ties deepen"],
        "dcterms:source": ["https://example.org/"],
        "dcterms:issued": [literal],
    }


def test_run_is_described() -> None:
    run = Run("0.1", "6d6f", "6f6e", (("language", "any"),), "2016-08-16T12:00:00")

    assert described(describe(KnowledgeGraph(run=run)), NAMESPACE.run(run.id)) == {
        "rdf:type": ["prov:Activity", "gb:Run"],
        "gb:softwareVersion": ["0.1"],
        "gb:modelHash": ["6d6f"],
        "gb:ontologyHash": ["6f6e"],
        "gb:option": ["language=any"],
        "prov:endedAtTime": ["2016-08-16T12:00:00"],
    }


@pytest.mark.parametrize(
    ("number", "lexical"),
    [
        pytest.param(1.0, "1.0", id="one"),
        pytest.param(1e-7, "0.0000001", id="small, without an exponent"),
        pytest.param(0.1 + 0.2, "0.30000000000000004", id="exactly"),
    ],
)
def test_confidence_is_a_decimal(number: float, lexical: str) -> None:
    graph = KnowledgeGraph([replace(STATEMENT, evidence=(replace(EVIDENCE, confidence=number),))])

    assert described(describe(graph), evidence_node(graph))["gb:confidence"] == [f"{lexical}^^xsd:decimal"]


def test_iris_are_minted_under_the_base_and_terms_are_not() -> None:
    graph = KnowledgeGraph([STATEMENT], namespace=Namespace("https://example.org/kg/"), run=Run("0.1"))

    subjects = {triple.subject for triple in describe_statements(graph)}
    predicates = {triple.predicate for triple in describe_statements(graph)}

    assert all(subject.startswith("https://example.org/kg/") for subject in subjects)
    assert not any(predicate.startswith("https://example.org/kg/") for predicate in predicates)


@settings(max_examples=40)
@given(data=st.data())
def test_triples_of_a_node_follow_each_other(graphs: SearchStrategy[KnowledgeGraph], data: st.DataObject) -> None:
    subjects = [triple.subject for triple in describe(data.draw(graphs))]

    runs = [subject for place, subject in enumerate(subjects) if place == 0 or subjects[place - 1] != subject]

    assert len(runs) == len(set(runs))


@settings(max_examples=40)
@given(data=st.data())
def test_every_iri_is_valid(graphs: SearchStrategy[KnowledgeGraph], data: st.DataObject) -> None:
    triples = list(describe(data.draw(graphs)))

    for term in {term for triple in triples for term in triple}:
        if isinstance(term, Iri):
            assert ox.NamedNode(term).value == term
