"""The graph as rdflib holds it, and back."""

from collections.abc import Iterator

import rdflib
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from graphbuild.graph import KnowledgeGraph
from graphbuild.rdf.describe import describe, describe_statements, describe_world
from graphbuild.rdf.node import index_triples
from graphbuild.rdf.recover import recover_graph
from graphbuild.rdf.terms import Literal, Triple, is_inferred, prefixes

_RdfTriple = tuple[rdflib.URIRef, rdflib.URIRef, rdflib.URIRef | rdflib.Literal]


def to_rdf(graph: KnowledgeGraph) -> rdflib.Dataset:
    """Return a dataset: statements with their evidence in the graph ``graph/statements``, all else in the default graph."""
    dataset = rdflib.Dataset()
    _bind(dataset, graph)
    world = dataset.graph(DATASET_DEFAULT_GRAPH_ID)
    for triple in describe_world(graph):
        world.add(_to_rdflib(triple))
    statements = dataset.graph(rdflib.URIRef(graph.namespace.graph("statements")))
    for triple in describe_statements(graph):
        statements.add(_to_rdflib(triple))
    return dataset


def to_graph(graph: KnowledgeGraph) -> rdflib.Graph:
    """Return everything in one rdflib graph."""
    merged = rdflib.Graph()
    _bind(merged, graph)
    for triple in describe(graph):
        merged.add(_to_rdflib(triple))
    return merged


def from_rdf(rdf: rdflib.Graph) -> KnowledgeGraph:
    """Return the graph that an rdflib graph or dataset describes; inferred triples are passed over.

    Raises:
        ReadError: a node lacks a property, or has an impossible value.
    """
    return recover_graph(index_triples(_triples(rdf)), origin="RDF graph")


def _bind(target: rdflib.Graph, graph: KnowledgeGraph) -> None:
    for prefix, base in prefixes(graph.namespace.base).items():
        target.bind(prefix, base)


def _to_rdflib(triple: Triple) -> _RdfTriple:
    value = triple.object
    return (
        rdflib.URIRef(triple.subject),
        rdflib.URIRef(triple.predicate),
        _literal(value) if isinstance(value, Literal) else rdflib.URIRef(value),
    )


def _literal(literal: Literal) -> rdflib.Literal:
    datatype = None if literal.datatype is None else rdflib.URIRef(literal.datatype)
    return rdflib.Literal(literal.text, datatype=datatype, normalize=False)


def _triples(rdf: rdflib.Graph) -> Iterator[tuple[str, str, str]]:
    if not isinstance(rdf, rdflib.Dataset):
        for subject, predicate, value in rdf:
            yield str(subject), str(predicate), str(value)
        return
    for subject, predicate, value, name in rdf.quads():
        if not is_inferred(str(name)):
            yield str(subject), str(predicate), str(value)
