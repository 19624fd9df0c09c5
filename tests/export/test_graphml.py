import io

import networkx as nx

from graphbuild.export import to_graphml
from graphbuild.export.xml import clean
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Namespace

NAMESPACE = Namespace()
TSAI, ABE = NAMESPACE.entity("tsai-ing-wen"), NAMESPACE.entity("shinzo-abe")


def read(graph: KnowledgeGraph) -> "nx.MultiDiGraph[str]":
    network = nx.read_graphml(io.BytesIO("".join(to_graphml(graph)).encode()), force_multigraph=True)
    assert isinstance(network, nx.MultiDiGraph)
    return network


def test_graphml_has_every_thing_and_every_statement(graph: KnowledgeGraph) -> None:
    network = read(graph)

    assert sorted(network) == [thing.iri for thing in graph.things]
    assert sorted(key for *_, key in network.edges(keys=True)) == sorted(statement.id for statement in graph)


def test_nodes_and_edges_say_what_they_are(graph: KnowledgeGraph) -> None:
    network = read(graph)
    asserted = graph.statements[1]

    assert network.nodes[TSAI] == {"label": "She", "type": "Person", "aliases": "She 2; Tsai"}
    assert network.edges[TSAI, ABE, asserted.id] == {
        "label": "heldTalksWith",
        "relation": "https://w3id.org/graphbuild/ontology#heldTalksWith",
        "factuality": "asserted",
        "confidence": 0.86,
        "evidence_count": 3,
        "sentence": asserted.evidence[0].sentence.text,
    }


def test_hostile_text_is_text(hostile: str, hostile_graph: KnowledgeGraph) -> None:
    network = read(hostile_graph)

    labels = {label for _, label in network.nodes(data="label")}

    assert lines(clean(hostile)) in {lines(str(label)) for label in labels}


def lines(text: str) -> str:
    """Return ``text`` as an XML parser gives it back."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
