import networkx as nx
import pytest

from graphbuild.graph.network import edge_label, to_network
from graphbuild.model import Entity, Namespace, Statement

NAMESPACE = Namespace()
JAPAN, TAIWAN = NAMESPACE.entity("japan"), NAMESPACE.entity("taiwan")


@pytest.mark.parametrize(
    ("statement", "label"),
    [
        pytest.param(Statement(JAPAN, NAMESPACE.term("metWith"), TAIWAN), "metWith", id="the name of its relation"),
        pytest.param(
            Statement(JAPAN, NAMESPACE.term("relatedTo"), TAIWAN, phrase="sing with"), "sing with", id="its phrase if open"
        ),
    ],
)
def test_edge_is_labelled_by(statement: Statement, label: str) -> None:
    assert edge_label(statement) == label


def test_network_keeps_parallel_edges_and_lonely_nodes() -> None:
    entities = [Entity(JAPAN, "Country", "Japan"), Entity(NAMESPACE.entity("abe"), "Person", "Abe")]
    statements = [Statement(JAPAN, NAMESPACE.term(name), TAIWAN) for name in ("metWith", "visited")]

    network = to_network(entities, statements)

    assert isinstance(network, nx.MultiDiGraph)
    assert sorted(network) == [NAMESPACE.entity("abe"), JAPAN, TAIWAN]
    assert network.number_of_edges() == 2
    assert {type(node) for node in network} == {str}
