"""Ask the graph in SPARQL."""

from graphbuild.query.render import to_csv, to_json
from graphbuild.query.rows import Rows, Term
from graphbuild.query.sparql import query

__all__ = ["Rows", "Term", "query", "to_csv", "to_json"]
