import re

from graphbuild.export import to_dot
from graphbuild.graph import KnowledgeGraph

QUOTED = r'"(?:[^"\\\n]|\\["\\])*"'
LINE = re.compile(rf"  {QUOTED}(?: -> {QUOTED})? \[(?:\w+=(?:{QUOTED}|\w+)(?:, )?)+\]|  (?:graph|node|edge) \[.*\]|digraph {{|}}")


def edges(graph: KnowledgeGraph) -> list[str]:
    return [line for line in "".join(to_dot(graph)).splitlines() if "->" in line]


def test_dot_has_a_node_for_every_thing_and_an_edge_for_every_statement(graph: KnowledgeGraph) -> None:
    lines = "".join(to_dot(graph)).splitlines()

    assert len([line for line in lines if "tooltip=" in line]) == len(graph.things)
    assert len(edges(graph)) == len(graph)


def test_dot_labels_nodes_and_edges(graph: KnowledgeGraph) -> None:
    text = "".join(to_dot(graph))

    assert '"https://w3id.org/graphbuild/id/shinzo-abe" [label="Shinzo Abe", tooltip="Person"]' in text
    assert 'label="heldTalksWith"]' in text


def test_every_factuality_looks_different(graph: KnowledgeGraph) -> None:
    styles = {line.partition("label=")[2].partition('"]')[0].partition(",")[2] for line in edges(graph)}

    assert len(styles) == 4


def test_hostile_text_stays_in_its_quotes(hostile_graph: KnowledgeGraph) -> None:
    lines = "".join(to_dot(hostile_graph)).split("\n")

    assert [line for line in lines[:-1] if not LINE.fullmatch(line)] == []
