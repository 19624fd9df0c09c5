"""DOT, which Graphviz draws."""

import re
from collections.abc import Iterator

from graphbuild.export.exporter import exporters
from graphbuild.graph import KnowledgeGraph, edge_label
from graphbuild.model import Factuality

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_STYLES = {
    Factuality.ASSERTED: "",
    Factuality.PLANNED: ", style=dashed",
    Factuality.HYPOTHETICAL: ", style=dotted",
    Factuality.NEGATED: ', color="#b3261e", fontcolor="#b3261e", arrowhead=tee',
}


@exporters.register("dot")
def to_dot(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the graph as DOT; planned, hypothetical and negated edges look different from asserted ones."""
    yield "digraph {\n"
    yield '  graph [charset="UTF-8", overlap=false, splines=true]\n'
    yield '  node [shape=box, style=rounded, fontname="Helvetica"]\n'
    yield '  edge [fontname="Helvetica", fontsize=10]\n'
    for entity in graph.things:
        yield f"  {_quote(entity.iri)} [label={_quote(entity.label)}, tooltip={_quote(entity.type or entity.iri)}]\n"
    for statement in graph:
        sides = f"{_quote(statement.subject)} -> {_quote(statement.object)}"
        yield f"  {sides} [label={_quote(edge_label(statement))}{_STYLES[statement.factuality]}]\n"
    yield "}\n"


def _quote(text: str) -> str:
    """Return ``text`` as one line that neither ends its quotes nor means anything to Graphviz."""
    plain = _CONTROLS.sub(" ", text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'
