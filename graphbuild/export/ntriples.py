"""N-Triples, and N-Quads, which is N-Triples with named graphs: a line for each."""

from collections.abc import Iterable, Iterator

from graphbuild.export.exporter import exporters
from graphbuild.export.quoting import quote
from graphbuild.graph import KnowledgeGraph
from graphbuild.rdf import Literal, Term, Triple, describe, describe_statements, describe_world


@exporters.register("ntriples")
def to_ntriples(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the whole graph as N-Triples."""
    for triple in describe(graph):
        yield f"{_line(triple)} .\n"


@exporters.register("nquads")
def to_nquads(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the graph as N-Quads: statements with their evidence in a named graph, all else in the default graph."""
    yield from to_inferring_nquads(graph, ())


def to_inferring_nquads(graph: KnowledgeGraph, inferred: Iterable[Triple]) -> Iterator[str]:
    """Yield the graph as N-Quads, with the triples that it implies in a named graph of their own."""
    for triple in describe_world(graph):
        yield f"{_line(triple)} .\n"
    for name, triples in (("statements", describe_statements(graph)), ("inferred", inferred)):
        for triple in triples:
            yield f"{_line(triple)} <{graph.namespace.graph(name)}> .\n"


def _line(triple: Triple) -> str:
    return f"<{triple.subject}> <{triple.predicate}> {_term(triple.object)}"


def _term(term: Term) -> str:
    if not isinstance(term, Literal):
        return f"<{term}>"
    return quote(term.text) if term.datatype is None else f"{quote(term.text)}^^<{term.datatype}>"
