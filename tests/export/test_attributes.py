from dataclasses import replace

from graphbuild.export.attributes import EDGE_TYPES, NODE_TYPES, edge_attributes, node_attributes
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Namespace, Statement

NAMESPACE = Namespace()
STATEMENT = Statement(NAMESPACE.entity("taiwan"), NAMESPACE.term("metWith"), NAMESPACE.entity("japan"))


def test_attributes_have_the_types_that_are_declared(graph: KnowledgeGraph) -> None:
    for thing in graph.things:
        assert {name: isinstance(value, NODE_TYPES[name]) for name, value in node_attributes(thing).items()} == dict.fromkeys(
            NODE_TYPES, True
        )
    for statement in graph:
        assert {name: isinstance(value, EDGE_TYPES[name]) for name, value in edge_attributes(statement).items()} == dict.fromkeys(
            EDGE_TYPES, True
        )


def test_edge_shows_the_sentence_of_its_best_evidence(graph: KnowledgeGraph) -> None:
    first, *_ = graph.statements[1].evidence
    better = replace(first, confidence=0.9, sentence=replace(first.sentence, text="The best sentence."))

    assert edge_attributes(replace(STATEMENT, evidence=(first, better)))["sentence"] == "The best sentence."
    assert edge_attributes(STATEMENT)["sentence"] == ""
