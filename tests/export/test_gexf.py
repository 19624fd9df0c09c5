import io
import re

import networkx as nx

from graphbuild.export import to_gexf
from graphbuild.export.xml import clean
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Namespace

NAMESPACE = Namespace()
TSAI, ABE = NAMESPACE.entity("tsai-ing-wen"), NAMESPACE.entity("shinzo-abe")


def read(graph: KnowledgeGraph) -> "nx.MultiDiGraph[str]":
    network = nx.read_gexf(io.BytesIO("".join(to_gexf(graph)).encode()), version="1.3")
    assert isinstance(network, nx.MultiDiGraph)
    return network


def test_gexf_has_every_thing_and_every_statement(graph: KnowledgeGraph) -> None:
    network = read(graph)

    assert sorted(network) == [thing.iri for thing in graph.things]
    assert network.number_of_edges() == len(graph)


def test_nodes_and_edges_say_what_they_are(graph: KnowledgeGraph) -> None:
    network = read(graph)

    assert network.nodes[TSAI] == {"label": "She", "type": "Person", "aliases": "She 2; Tsai"}
    assert {
        "id": graph.statements[1].id,
        "label": "heldTalksWith",
        "relation": "https://w3id.org/graphbuild/ontology#heldTalksWith",
        "factuality": "asserted",
        "confidence": 0.86,
        "evidence_count": 3,
        "sentence": graph.statements[1].evidence[0].sentence.text,
    } in network[TSAI][ABE].values()


def test_gexf_has_no_date(graph: KnowledgeGraph) -> None:
    assert not re.search(r"lastmodified|20\d\d-", "".join(to_gexf(graph)))


def test_hostile_text_is_text(hostile: str, hostile_graph: KnowledgeGraph) -> None:
    assert read(hostile_graph).nodes[TSAI]["label"] == clean(hostile)
