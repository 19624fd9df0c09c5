"""The graph as networkx sees it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from graphbuild.model import Entity, Statement

if TYPE_CHECKING:
    import networkx as nx


def edge_label(statement: Statement) -> str:
    """Return the words on an edge: the relation's name, or the phrase of an open statement."""
    return statement.phrase or statement.predicate.local_name


def to_network(entities: Iterable[Entity], statements: Iterable[Statement]) -> "nx.MultiDiGraph[Any]":
    """Return a networkx graph whose nodes are IRIs and whose edges have the ids of statements as keys."""
    import networkx as nx  # noqa: PLC0415 - only who asks for it pays for it

    network: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for entity in entities:
        network.add_node(str(entity.iri), label=entity.label, type=entity.type, aliases=list(entity.aliases))
    for statement in statements:
        network.add_edge(
            str(statement.subject),
            str(statement.object),
            key=statement.id,
            label=edge_label(statement),
            relation=str(statement.predicate),
            factuality=str(statement.factuality),
            confidence=statement.confidence,
            evidence_count=len(statement.evidence),
        )
    return network
