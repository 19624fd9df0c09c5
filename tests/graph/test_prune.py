"""Leave statements out of a graph."""

from graphbuild.graph import KnowledgeGraph, leave_out
from graphbuild.model import Document, Entity, Merge, MergeReason, Namespace, Run, Statement

NAMESPACE = Namespace()
JAPAN, CHINA, SU = (NAMESPACE.entity(name) for name in ("japan", "china", "su"))
MEETING = Statement(JAPAN, NAMESPACE.term("metWith"), CHINA)
VISIT = Statement(SU, NAMESPACE.term("visited"), JAPAN)
GRAPH = KnowledgeGraph(
    [MEETING, VISIT],
    [Entity(JAPAN, "Country", "Japan"), Entity(CHINA, "Country", "China"), Entity(SU, "Person", "Su")],
    [Document("a", "")],
    merges=[Merge(SU, "Premier Su", MergeReason.SAME_WORDS, 1.0), Merge(CHINA, "PRC", MergeReason.KNOWN_ACRONYM, 1.0)],
    run=Run("test"),
)


def test_graph_without_facts_has_nothing_that_only_they_were_about() -> None:
    left = leave_out(GRAPH, {VISIT})

    assert list(left) == [MEETING]
    assert [entity.iri for entity in left.entities] == [CHINA, JAPAN]
    assert [merge.entity for merge in left.merges] == [CHINA]
    assert (left.documents, left.run, left.runs_of(MEETING)) == (GRAPH.documents, GRAPH.run, GRAPH.runs_of(MEETING))


def test_graph_without_nothing_is_itself() -> None:
    assert leave_out(GRAPH, ()) is GRAPH
