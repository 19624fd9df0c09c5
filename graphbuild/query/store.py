"""Graphs and RDF files as Oxigraph stores."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from graphbuild.errors import ReadError
from graphbuild.graph import KnowledgeGraph
from graphbuild.rdf import Literal, Triple, describe, find_format, prefixes


def open_store(source: KnowledgeGraph | Path | str) -> tuple[ox.Store, dict[str, str]]:
    """Return a store of what ``source`` holds, and the prefixes that need no declaration in queries of it.

    Raises:
        ReadError: a file cannot be read or is no RDF.
    """
    if isinstance(source, KnowledgeGraph):
        return _store_of(source), prefixes(source.namespace.base)
    return _load(Path(source))


def _store_of(graph: KnowledgeGraph) -> ox.Store:
    """Return a store of the whole graph in the default graph, as Turtle has it."""
    store = ox.Store()
    try:
        store.bulk_extend(_quads(describe(graph)))
    except ValueError as error:
        raise ReadError("graph", f"an IRI in it is not valid: {error}") from error
    return store


def _quads(triples: Iterable[Triple]) -> Iterator[ox.Quad]:
    for triple in triples:
        yield ox.Quad(ox.NamedNode(triple.subject), ox.NamedNode(triple.predicate), _object(triple))


def _object(triple: Triple) -> ox.NamedNode | ox.Literal:
    term = triple.object
    if not isinstance(term, Literal):
        return ox.NamedNode(term)
    return ox.Literal(term.text, datatype=ox.NamedNode(term.datatype) if term.datatype else None)


def _load(path: Path) -> tuple[ox.Store, dict[str, str]]:
    rdf_format = find_format(path)
    store = ox.Store()
    try:
        with path.open("rb") as file:
            parser = ox.parse(file, format=rdf_format)
            next(parser, None)
            declared = parser.prefixes
        store.bulk_load(path=path, format=rdf_format)
    except OSError as error:
        raise ReadError(path, error.strerror or str(error)) from error
    except SyntaxError as error:
        raise ReadError(path, error.msg, line=error.lineno) from error
    return store, prefixes() | declared
