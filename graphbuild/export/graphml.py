"""GraphML, for yEd, Gephi, Cytoscape and igraph."""

from collections.abc import Iterator

from graphbuild.export.attributes import EDGE_TYPES, NODE_TYPES, Value, edge_attributes, node_attributes
from graphbuild.export.exporter import exporters
from graphbuild.export.xml import element, tag
from graphbuild.graph import KnowledgeGraph

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPE_NAMES: dict[type[Value], str] = {str: "string", int: "int", float: "double"}


@exporters.register("graphml")
def to_graphml(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the graph as GraphML: entities as nodes, statements as directed edges."""
    yield f"<?xml version='1.0' encoding='utf-8'?>\n{tag('graphml', xmlns=_NAMESPACE)}\n"
    yield from _keys("node", NODE_TYPES)
    yield from _keys("edge", EDGE_TYPES)
    yield f"  {tag('graph', id='graph', edgedefault='directed')}\n"
    for entity in graph.things:
        yield f"    {tag('node', id=entity.iri)}\n"
        yield from _data("node", node_attributes(entity))
        yield "    </node>\n"
    for statement in graph:
        yield f"    {tag('edge', id=statement.id, source=statement.subject, target=statement.object)}\n"
        yield from _data("edge", edge_attributes(statement))
        yield "    </edge>\n"
    yield "  </graph>\n</graphml>\n"


def _keys(kind: str, types: dict[str, type[Value]]) -> Iterator[str]:
    for name, type_ in types.items():
        attributes = {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": _TYPE_NAMES[type_]}
        yield f"  {element('key', **attributes)}\n"


def _data(kind: str, values: dict[str, Value]) -> Iterator[str]:
    for name, value in values.items():
        yield f"      {element('data', value, key=f'{kind}-{name}')}\n"
