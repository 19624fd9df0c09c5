"""What is written is what the ontology says a graph looks like."""

from pathlib import Path

import pyshacl
import rdflib

from graphbuild.graph import KnowledgeGraph
from graphbuild.model import (
    Attribution,
    Document,
    Entity,
    Evidence,
    Factuality,
    Namespace,
    Quotation,
    Run,
    Span,
    Statement,
    TimeExpression,
)
from graphbuild.rdf import describe, to_graph
from graphbuild.rdf.terms import GB

NAMESPACE = Namespace()
TSAI, ABE, CHINA = (NAMESPACE.entity(name) for name in ("tsai-ing-wen", "shinzo-abe", "china"))


def quotation(text: str, start: int) -> Quotation:
    return Quotation(Span("a.txt", start, start + len(text)), text)


EVIDENCE = Evidence(
    sentence=quotation("Tsai met Abe in 2015, says Beijing (Kyodo).", 0),
    subject=quotation("Abe", 9),
    object=quotation("Tsai", 0),
    trigger=quotation("met", 5),
    phrase="meet",
    extractor="clause.v1",
    confidence=0.86,
    attributed_to=(
        Attribution("China", quotation("Beijing", 27), CHINA),
        Attribution("says", quotation("says", 22), is_unnamed=True),
        Attribution("Kyodo", quotation("Kyodo", 36)),
    ),
    time=TimeExpression(quotation("in 2015", 13), "2015"),
    is_reversed=True,
)
GRAPH = KnowledgeGraph(
    [
        Statement(ABE, NAMESPACE.term("metWith"), TSAI, evidence=(EVIDENCE,)),
        Statement(ABE, NAMESPACE.term("relatedTo"), TSAI, Factuality.HYPOTHETICAL, "sing with", (EVIDENCE,)),
    ],
    [Entity(TSAI, "Person", "Tsai Ing-wen", ("Tsai",)), Entity(ABE, "Person", "Shinzo Abe"), Entity(CHINA, "Country", "China")],
    [Document("a.txt", "", "Ties deepen", "https://example.org/", "2016-08-16")],
    run=Run("0.1", "6d6f", "6f6e", (("language", "any"),), "2016-08-16T12:00:00"),
)


def test_graph_conforms_to_the_shapes(root: Path) -> None:
    shapes = rdflib.Graph().parse(root / "ontology" / "shapes.ttl")
    vocabulary = rdflib.Graph().parse(root / "ontology" / "core.ttl")

    conforms, _, report = pyshacl.validate(to_graph(GRAPH), shacl_graph=shapes, ont_graph=vocabulary, allow_warnings=True)

    assert conforms, report


def test_every_term_is_of_the_vocabulary(root: Path) -> None:
    vocabulary = rdflib.Graph()
    for name in ("core.ttl", "relations.ttl"):
        vocabulary.parse(root / "ontology" / name)

    used = {str(term) for triple in describe(GRAPH) for term in triple if str(term).startswith(GB.base)}

    assert used - {str(term) for term in vocabulary.subjects()} == set()
