"""RDF files as graphs."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from graphbuild.errors import ReadError, UnsupportedFormatError
from graphbuild.graph import KnowledgeGraph
from graphbuild.rdf.node import index_triples
from graphbuild.rdf.recover import recover_graph
from graphbuild.rdf.terms import is_inferred

_FORMAT_BY_SUFFIX = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
}


def read_graph(path: Path | str) -> KnowledgeGraph:
    """Return the graph in an RDF file, in the format that its suffix names; inferred triples are passed over.

    Raises:
        UnsupportedFormatError: the suffix names no RDF format.
        ReadError: the file cannot be read, or is no RDF, or its RDF is no graph of ours.
    """
    triples = (
        (_name(quad.subject), quad.predicate.value, _name(quad.object))
        for quad in read_quads(Path(path))
        if not (isinstance(quad.graph_name, ox.NamedNode) and is_inferred(quad.graph_name.value))
    )
    return recover_graph(index_triples(triples), origin=path)


def read_quads(path: Path) -> Iterator[ox.Quad]:
    """Yield the quads of an RDF file.

    Raises:
        UnsupportedFormatError: the suffix names no RDF format.
        ReadError: the file cannot be read or is no RDF.
    """
    rdf_format = find_format(path)
    try:
        with path.open("rb") as file:
            yield from ox.parse(file, format=rdf_format)
    except OSError as error:
        raise ReadError(path, error.strerror or str(error)) from error
    except SyntaxError as error:
        raise ReadError(path, error.msg, line=error.lineno) from error


def find_format(path: Path) -> ox.RdfFormat:
    """Return the RDF format that the suffix of ``path`` names.

    Raises:
        UnsupportedFormatError: it names none.
    """
    suffix = path.suffix.lower()
    if suffix not in _FORMAT_BY_SUFFIX:
        raise UnsupportedFormatError(path, suffix, _FORMAT_BY_SUFFIX)
    return _FORMAT_BY_SUFFIX[suffix]


def _name(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value
