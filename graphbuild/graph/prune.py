"""Leave statements out of a graph."""

from collections.abc import Collection

from graphbuild.graph.graph import KnowledgeGraph
from graphbuild.model import Iri, Statement


def leave_out(graph: KnowledgeGraph, facts: Collection[Statement]) -> KnowledgeGraph:
    """Return the graph without ``facts``, and without the entities that only they were about."""
    if not facts:
        return graph
    left = [statement for statement in graph if statement not in facts]
    things = {iri for statement in left for iri in _things(statement)}
    dropped = {iri for fact in graph if fact in facts for iri in _things(fact)} - things
    pruned = KnowledgeGraph(
        entities=(entity for entity in graph.entities if entity.iri not in dropped),
        documents=graph.documents,
        merges=(merge for merge in graph.merges if merge.entity not in dropped),
        run=graph.run,
        namespace=graph.namespace,
    )
    for statement in left:
        pruned.add(statement, runs=graph.runs_of(statement))
    return pruned


def _things(statement: Statement) -> set[Iri]:
    said_by = {said.iri for evidence in statement.evidence for said in evidence.attributed_to if said.iri is not None}
    return {statement.subject, statement.object} | said_by
