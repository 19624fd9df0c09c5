"""The graph as bytes, one format per file."""

from graphbuild.export.comparison_page import to_comparison_page
from graphbuild.export.csv import to_csv
from graphbuild.export.dot import to_dot
from graphbuild.export.exporter import Exporter, exporters
from graphbuild.export.gexf import to_gexf
from graphbuild.export.graphml import to_graphml
from graphbuild.export.html import to_html
from graphbuild.export.jsonl import to_jsonl
from graphbuild.export.jsonld import to_jsonld
from graphbuild.export.ledger import write_ledger
from graphbuild.export.ntriples import to_nquads, to_ntriples
from graphbuild.export.turtle import to_trig, to_turtle
from graphbuild.export.write import (
    EXPORTER_BY_SUFFIX,
    find_exporter,
    find_inferring_exporter,
    write_graph,
    write_inferring,
    write_pieces,
)

__all__ = [
    "EXPORTER_BY_SUFFIX",
    "Exporter",
    "exporters",
    "find_exporter",
    "find_inferring_exporter",
    "to_comparison_page",
    "to_csv",
    "to_dot",
    "to_gexf",
    "to_graphml",
    "to_html",
    "to_jsonl",
    "to_jsonld",
    "to_nquads",
    "to_ntriples",
    "to_trig",
    "to_turtle",
    "write_graph",
    "write_inferring",
    "write_ledger",
    "write_pieces",
]
