import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.comparison import Comparison, Kind, compare
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Document, Entity, Evidence, Factuality, Iri, Namespace, Quotation, Span, Statement, TimeExpression

NAMESPACE = Namespace()
JAPAN, TAIWAN, CHINA = (Entity(NAMESPACE.entity(name.lower()), "Country", name) for name in ("Japan", "Taiwan", "China"))
ASSERTED, PLANNED, HYPOTHETICAL, NEGATED = Factuality


def stated(
    relation: str,
    factuality: Factuality = ASSERTED,
    *,
    time: str | None = None,
    subject: Entity = JAPAN,
    obj: Entity = TAIWAN,
    phrase: str = "",
) -> Statement:
    words = Quotation(Span("a.txt", 0, 5), "Japan")
    when = TimeExpression(words, time) if time else None
    evidence = Evidence(words, words, words, words, relation, "verb.v1", 0.8, time=when)
    return Statement(subject.iri, NAMESPACE.term(relation), obj.iri, factuality, phrase, (evidence,))


def graph(*statements: Statement) -> KnowledgeGraph:
    return KnowledgeGraph(statements, [JAPAN, TAIWAN, CHINA], [Document("a.txt", "", "A title")])


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        pytest.param(stated("supports"), stated("supports", NEGATED), Kind.DENIED, id="asserted and negated"),
        pytest.param(stated("supports"), stated("opposes"), Kind.OPPOSITE, id="opposite relations"),
        pytest.param(stated("allyOf"), stated("cooperatesWith", NEGATED), Kind.IMPLIED, id="what an alliance implies"),
        pytest.param(
            stated("relatedTo", phrase="outwit"), stated("relatedTo", NEGATED, phrase="outwit"), Kind.DENIED, id="open statements"
        ),
        pytest.param(
            stated("supports", time="2014"), stated("supports", NEGATED, time="2014-05"), Kind.DENIED, id="at the same time"
        ),
    ],
)
def test_contradiction_is_found_from_both_sides(left: Statement, right: Statement, kind: Kind) -> None:
    there, back = compare(graph(left), graph(right)), compare(graph(right), graph(left))

    assert [(found.kind, found.left, found.right) for found in there.contradictions] == [(kind, left, right)]
    assert [(found.kind, found.left, found.right) for found in back.contradictions] == [(kind, right, left)]
    assert (there.left_only, there.right_only, there.changes) == ((), (), ())


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        pytest.param(stated("visited", PLANNED), stated("visited"), Kind.REALIZED, id="planned and done"),
        pytest.param(stated("visited"), stated("visited", HYPOTHETICAL), Kind.REALIZED, id="done and imagined"),
        pytest.param(stated("visited", PLANNED), stated("visited", NEGATED), Kind.GIVEN_UP, id="planned and not done"),
        pytest.param(stated("visited", PLANNED), stated("visited", HYPOTHETICAL), Kind.WEIGHED, id="planned and imagined"),
        pytest.param(stated("holdsRole"), stated("formerlyHeldRole"), Kind.ENDED, id="held and formerly held"),
        pytest.param(
            stated("supports", time="2014"), stated("supports", NEGATED, time="2025"), Kind.OTHER_TIME, id="in another year"
        ),
    ],
)
def test_change_contradicts_nothing(left: Statement, right: Statement, kind: Kind) -> None:
    comparison = compare(graph(left), graph(right))

    assert [(found.kind, found.left, found.right) for found in comparison.changes] == [(kind, left, right)]
    assert comparison.contradictions == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(stated("supports"), stated("supports", NEGATED, obj=CHINA), id="of others"),
        pytest.param(stated("supports"), stated("supports", NEGATED, subject=TAIWAN, obj=JAPAN), id="the other way round"),
        pytest.param(stated("allyOf"), stated("hasDisputeWith"), id="allies with a dispute"),
        pytest.param(stated("supports"), stated("visited", NEGATED), id="of another relation"),
    ],
)
def test_statements_that_may_both_be_so_are_additions(left: Statement, right: Statement) -> None:
    comparison = compare(graph(left), graph(right))

    assert (comparison.left_only, comparison.right_only) == ((left,), (right,))
    assert comparison.contradictions == comparison.changes == ()


def test_shared_statement_has_the_evidence_of_both() -> None:
    comparison = compare(graph(stated("supports", time="2014")), graph(stated("supports", time="2025")))

    (shared,) = comparison.shared
    assert [side.evidence[0].time.value for side in (shared.left, shared.right) if side.evidence[0].time] == ["2014", "2025"]
    assert comparison.contradictions == comparison.changes == ()


def test_graphs_under_other_bases_are_compared_by_what_things_are_called() -> None:
    other = Namespace("https://example.org/")
    japan, taiwan = (Entity(other.entity(entity.label.lower()), "Country", entity.label) for entity in (JAPAN, TAIWAN))
    right = KnowledgeGraph([stated("supports", NEGATED, subject=japan, obj=taiwan)], [japan, taiwan], namespace=other)

    comparison = compare(graph(stated("supports")), right)

    assert [found.right.subject for found in comparison.contradictions] == [JAPAN.iri]
    assert {pair.right.iri for pair in comparison.shared_entities} == {japan.iri, taiwan.iri}


def test_symmetric_relation_is_one_whatever_the_iris_sort_to() -> None:
    elsewhere = Entity(Iri("https://example.org/zzz"), "Country", "China")
    left = Statement(CHINA.iri, NAMESPACE.term("metWith"), JAPAN.iri)
    right = Statement(JAPAN.iri, NAMESPACE.term("metWith"), elsewhere.iri).symmetric()

    comparison = compare(graph(left), KnowledgeGraph([right], [JAPAN, elsewhere]))

    assert len(comparison.shared) == 1


def test_graph_that_contradicts_itself_agrees_with_itself() -> None:
    doubtful = graph(stated("supports"), stated("supports", NEGATED), stated("opposes"))

    comparison = compare(doubtful, doubtful)

    assert comparison.counts | {"shared_entities": 0} == {
        "contradictions": 0,
        "changes": 0,
        "shared": 3,
        "left_only": 0,
        "right_only": 0,
        "shared_entities": 0,
    }


STATEMENTS = st.lists(
    st.builds(
        stated,
        st.sampled_from(["supports", "opposes", "visited", "allyOf", "cooperatesWith"]),
        st.sampled_from(Factuality),
        subject=st.sampled_from([JAPAN, CHINA]),
        time=st.sampled_from([None, "2014", "2025"]),
    ),
    max_size=6,
)


def all_of(comparison: Comparison, side: str) -> set[Statement]:
    pairs = (*comparison.shared, *comparison.contradictions, *comparison.changes)
    return {getattr(pair, side) for pair in pairs} | {*getattr(comparison, f"{side}_only")}


@given(STATEMENTS, STATEMENTS)
def test_every_statement_of_each_graph_is_somewhere(left: list[Statement], right: list[Statement]) -> None:
    comparison = compare(graph(*left), graph(*right))

    assert all_of(comparison, "left") == {*left}
    assert all_of(comparison, "right") == {*right}


@given(STATEMENTS, STATEMENTS)
def test_comparison_is_the_same_from_the_other_side(left: list[Statement], right: list[Statement]) -> None:
    there, back = compare(graph(*left), graph(*right)), compare(graph(*right), graph(*left))

    assert {(found.kind, found.left, found.right) for found in (*there.contradictions, *there.changes)} == {
        (found.kind, found.right, found.left) for found in (*back.contradictions, *back.changes)
    }
    assert (there.left_only, there.right_only) == (back.right_only, back.left_only)


def test_data_has_labels_and_sentences() -> None:
    data = json.loads(json.dumps(compare(graph(stated("supports")), graph(stated("opposes"))).to_dict()))

    (found,) = data["contradictions"]
    assert found["kind"] == "opposite"
    assert found["left"]["subject"] == {"iri": JAPAN.iri, "label": "Japan"}
    assert found["right"]["relation"]["name"] == "opposes"
    assert found["left"]["evidence"][0]["document"] == "a.txt"
    assert data["counts"]["contradictions"] == 1
