"""What follows from a graph by the vocabulary."""

from dataclasses import replace

import pytest

from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Attribution, Evidence, Factuality, Iri, Namespace, Quotation, Span, Statement
from graphbuild.ontology import Ontology, Relation, load_ontology
from graphbuild.rdf import Triple, infer

NAMESPACE = Namespace()
JAPAN, TAIWAN = NAMESPACE.entity("japan"), NAMESPACE.entity("taiwan")
SAID = Quotation(Span("a.txt", 0, 5), "Words")
CLAIMED = Evidence(SAID, SAID, SAID, SAID, "phrase", "verb.v1", 0.5, (Attribution("China", SAID, NAMESPACE.entity("china")),))


def said(relation: str, subject: Iri = JAPAN, obj: Iri = TAIWAN) -> Statement:
    return Statement(subject, NAMESPACE.term(relation), obj)


def inferred(*statements: Statement, ontology: Ontology | None = None) -> set[tuple[str, str, str]]:
    triples = infer(KnowledgeGraph(statements), load_ontology() if ontology is None else ontology)
    return {(t.subject.local_name, t.predicate.local_name, str(t.object).rpartition("/")[2]) for t in triples}


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        pytest.param("supports", {("taiwan", "supportedBy", "japan")}, id="an inverse says it from the other side"),
        pytest.param("metWith", {("taiwan", "metWith", "japan")}, id="a symmetric relation holds both ways"),
        pytest.param("concededTo", set(), id="a relation without either implies nothing"),
        pytest.param("relatedTo", set(), id="nor does an open one"),
        pytest.param(
            "allyOf",
            {("taiwan", "allyOf", "japan"), ("japan", "cooperatesWith", "taiwan"), ("taiwan", "cooperatesWith", "japan")},
            id="allies cooperate",
        ),
        pytest.param(
            "sanctioned",
            {
                ("taiwan", "sanctionedBy", "japan"),
                ("japan", "imposedRestrictionOn", "taiwan"),
                ("taiwan", "restrictedBy", "japan"),
            },
            id="sanctions restrict",
        ),
    ],
)
def test_statement_implies_by_its_relation(relation: str, expected: set[tuple[str, str, str]]) -> None:
    assert inferred(said(relation)) == expected


@pytest.mark.parametrize(
    "statement",
    [
        *(
            pytest.param(replace(said("allyOf"), factuality=factuality), id=factuality)
            for factuality in Factuality
            if factuality is not Factuality.ASSERTED
        ),
        pytest.param(replace(said("allyOf"), evidence=(CLAIMED,)), id="claimed by an actor"),
    ],
)
def test_what_is_no_plain_fact_implies_nothing(statement: Statement) -> None:
    assert inferred(statement) == set()


def test_what_is_said_is_not_inferred_again() -> None:
    assert inferred(said("allyOf"), said("cooperatesWith"), said("cooperatesWith", TAIWAN, JAPAN)) == {
        ("taiwan", "allyOf", "japan")
    }


def test_broader_relations_are_followed_to_the_end_and_round_circles() -> None:
    broader = {"kicks": ("hits",), "hits": ("touches",), "touches": ("kicks",)}
    ontology = Ontology(relations={name: Relation(NAMESPACE.term(name), name, name, broader=up) for name, up in broader.items()})

    assert inferred(said("kicks"), ontology=ontology) == {("japan", "hits", "taiwan"), ("japan", "touches", "taiwan")}


def test_inferred_triples_are_sorted() -> None:
    triples = list(infer(KnowledgeGraph([said("allyOf"), said("supports", TAIWAN, JAPAN)]), load_ontology()))

    assert triples == sorted(triples)
    assert all(isinstance(triple, Triple) for triple in triples)
