"""Turtle, and TriG, which is Turtle with named graphs."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from graphbuild.export.exporter import exporters
from graphbuild.export.quoting import quote
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Iri
from graphbuild.rdf import Literal, Names, Term, Triple, describe, describe_statements, describe_world

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_BARE_BY_DATATYPE = {
    f"{_XSD}integer": re.compile(r"-?[0-9]+"),
    f"{_XSD}decimal": re.compile(r"-?[0-9]+\.[0-9]+"),
    f"{_XSD}boolean": re.compile(r"true|false"),
}
_NEXT_PROPERTY = " ;\n    "


@exporters.register("turtle")
def to_turtle(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the whole graph as Turtle, one block for every node."""
    names = Names(graph.namespace.base)
    yield _header(names)
    for block in _blocks(describe(graph), names):
        yield f"\n{block}\n"


@exporters.register("trig")
def to_trig(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the graph as TriG: statements with their evidence in a named graph, all else in the default graph."""
    yield from to_inferring_trig(graph, ())


def to_inferring_trig(graph: KnowledgeGraph, inferred: Iterable[Triple]) -> Iterator[str]:
    """Yield the graph as TriG, with the triples that it implies in a named graph of their own."""
    names = Names(graph.namespace.base)
    yield _header(names)
    for block in _blocks(describe_world(graph), names):
        yield f"\n{block}\n"
    yield from _named_graph("statements", describe_statements(graph), graph, names)
    implied = list(inferred)
    if implied:
        yield from _named_graph("inferred", implied, graph, names)


def _named_graph(name: str, triples: Iterable[Triple], graph: KnowledgeGraph, names: Names) -> Iterator[str]:
    yield f"\n{_iri(graph.namespace.graph(name), names)} {{\n"
    for block in _blocks(triples, names):
        yield f"\n{block}\n"
    yield "\n}\n"


def _header(names: Names) -> str:
    lines = [f"@base <{names.base}> ."] if names.base.endswith("/") else []
    lines += [f"@prefix {prefix}: <{iri}> ." for prefix, iri in sorted(names.prefixes.items())]
    return "\n".join(lines) + "\n"


def _blocks(triples: Iterable[Triple], names: Names) -> Iterator[str]:
    """Yield all that is said of each node; the triples of a node follow each other, as do the values of a property."""
    for subject, about in groupby(triples, key=attrgetter("subject")):
        properties = (_property(predicate, values, names) for predicate, values in groupby(about, key=attrgetter("predicate")))
        yield f"{_iri(subject, names)} {_NEXT_PROPERTY.join(properties)} ."


def _property(predicate: Iri, triples: Iterable[Triple], names: Names) -> str:
    name = "a" if predicate == _RDF_TYPE else _iri(predicate, names)
    return f"{name} {', '.join(_term(triple.object, names) for triple in triples)}"


def _term(term: Term, names: Names) -> str:
    if not isinstance(term, Literal):
        return _iri(term, names)
    if term.datatype is None:
        return quote(term.text)
    bare = _BARE_BY_DATATYPE.get(term.datatype)
    if bare is not None and bare.fullmatch(term.text):
        return term.text
    return f"{quote(term.text)}^^{_iri(term.datatype, names)}"


def _iri(iri: str, names: Names) -> str:
    return names.curie(iri) or f"<{names.relative(iri) or iri}>"
