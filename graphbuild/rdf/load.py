"""RDF files as rdflib holds them, whatever is in them."""

from pathlib import Path

import pyoxigraph as ox
import rdflib

from graphbuild.errors import ReadError
from graphbuild.rdf.read import read_quads


def load_rdf(path: Path | str, *, most: int | None = None) -> rdflib.Graph:
    """Return all triples of an RDF file, those of named graphs with the others.

    Args:
        path: the file.
        most: how many triples it may have.

    Raises:
        UnsupportedFormatError: the suffix names no RDF format.
        ReadError: the file cannot be read, is no RDF, or has more triples.
    """
    graph = rdflib.Graph()
    for count, quad in enumerate(read_quads(Path(path)), start=1):
        if most is not None and count > most:
            raise ReadError(path, f"has more than {most:,} triples")
        graph.add((_node(quad.subject, path), rdflib.URIRef(quad.predicate.value), _node(quad.object, path)))
    return graph


def _node(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, path: Path | str) -> rdflib.term.Node:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Triple):
        raise ReadError(path, "has a triple within a triple, which is read nowhere")
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = None if term.datatype.value == str(rdflib.XSD.string) else rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=datatype, normalize=False)
