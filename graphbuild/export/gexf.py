"""GEXF, Gephi's own format."""

from collections.abc import Iterator, Mapping

from graphbuild.export.attributes import EDGE_TYPES, NODE_TYPES, Value, edge_attributes, node_attributes
from graphbuild.export.exporter import exporters
from graphbuild.export.xml import element, tag
from graphbuild.graph import KnowledgeGraph

_NAMESPACE = "http://gexf.net/1.3"
_VERSION = "1.3"
_LABEL = "label"
_TYPE_NAMES: dict[type[Value], str] = {str: "string", int: "integer", float: "double"}


@exporters.register("gexf")
def to_gexf(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the graph as GEXF, without the date that others write: equal graphs give equal bytes."""
    yield f"<?xml version='1.0' encoding='utf-8'?>\n{tag('gexf', xmlns=_NAMESPACE, version=_VERSION)}\n"
    yield f"  {tag('graph', defaultedgetype='directed', mode='static')}\n"
    yield from _declare("node", NODE_TYPES)
    yield from _declare("edge", EDGE_TYPES)
    yield "    <nodes>\n"
    for entity in graph.things:
        yield f"      {tag('node', id=entity.iri, label=entity.label)}\n"
        yield from _values(node_attributes(entity))
        yield "      </node>\n"
    yield "    </nodes>\n    <edges>\n"
    for statement in graph:
        values = edge_attributes(statement)
        sides = {"source": statement.subject, "target": statement.object}
        yield f"      {tag('edge', id=statement.id, **sides, label=values[_LABEL])}\n"
        yield from _values(values)
        yield "      </edge>\n"
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _declare(kind: str, types: Mapping[str, type[Value]]) -> Iterator[str]:
    opening = tag("attributes", **{"class": kind}, mode="static")
    yield f"    {opening}\n"
    for name, type_ in types.items():
        if name != _LABEL:
            yield f"      {element('attribute', id=name, title=name, type=_TYPE_NAMES[type_])}\n"
    yield "    </attributes>\n"


def _values(values: Mapping[str, Value]) -> Iterator[str]:
    yield "        <attvalues>\n"
    for name, value in values.items():
        if name != _LABEL:
            yield f"          {element('attvalue', **{'for': name}, value=value)}\n"
    yield "        </attvalues>\n"
