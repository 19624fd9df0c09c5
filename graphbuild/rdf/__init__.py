"""The graph as RDF, and RDF as the graph."""

from graphbuild.rdf.convert import from_rdf, to_graph, to_rdf
from graphbuild.rdf.describe import describe, describe_statements, describe_world
from graphbuild.rdf.infer import infer
from graphbuild.rdf.load import load_rdf
from graphbuild.rdf.names import Names
from graphbuild.rdf.read import find_format, read_graph, read_quads
from graphbuild.rdf.terms import Literal, Term, Triple, prefixes

__all__ = [
    "Literal",
    "Names",
    "Term",
    "Triple",
    "describe",
    "describe_statements",
    "describe_world",
    "find_format",
    "from_rdf",
    "infer",
    "load_rdf",
    "prefixes",
    "read_graph",
    "read_quads",
    "to_graph",
    "to_rdf",
]
