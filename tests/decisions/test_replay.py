"""What decisions make of a graph."""

from itertools import permutations

import pytest

from graphbuild.decisions import (
    Change,
    Decisions,
    Kind,
    NameDecision,
    Pattern,
    Replay,
    StatementDecision,
    Vocabulary,
    replay,
)
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import (
    Candidate,
    Entity,
    Evidence,
    Factuality,
    Iri,
    Mention,
    Merge,
    MergeReason,
    Namespace,
    Outcome,
    Predicate,
    Quotation,
    Reason,
    RelationMention,
    Span,
    Statement,
)

NAMESPACE = Namespace()
MET, BACKS, OPEN = (NAMESPACE.term(name) for name in ("metWith", "supports", "relatedTo"))
VOCABULARY = Vocabulary({"metWith": MET, "supports": BACKS}, frozenset({MET}))
ABE, SHINZO, TSAI, SU = (NAMESPACE.entity(name) for name in ("abe", "shinzo-abe", "tsai", "su"))
ENTITIES = (
    Entity(ABE, "Person", "Abe"),
    Entity(SHINZO, "Person", "Shinzo Abe", aliases=("Abe Shinzo",)),
    Entity(TSAI, "Person", "Tsai Ing-wen", aliases=("Tsai",)),
)


def reading(subject: Iri, predicate: Iri, obj: Iri, *, document: str = "a.txt", phrase: str = "") -> Statement:
    first, second = Quotation(Span(document, 0, 3), "one"), Quotation(Span(document, 8, 11), "two")
    evidence = Evidence(
        sentence=Quotation(Span(document, 0, 11), "one met two"),
        subject=first,
        object=second,
        trigger=Quotation(Span(document, 4, 7), "met"),
        phrase="meet",
        extractor="verb.v1",
        confidence=0.5,
    )
    return Statement(subject, predicate, obj, Factuality.ASSERTED, phrase, (evidence,))


def rejected(statement: Statement | None, *things: Entity, reason: Reason = Reason.NO_RELATION) -> Candidate:
    one, two = (Mention(Span("a.txt", start, start + 3), text, name=text) for start, text in ((0, "one"), (8, "two")))
    predicate = Predicate("meet", "met", Span("a.txt", 4, 7), "meet", "VERB")
    return Candidate(
        RelationMention(Span("a.txt", 0, 11), one, predicate, two, "verb.v1"), "one met two", reason, "", statement, things
    )


MEETING = reading(SHINZO, MET, TSAI)
BACKING = reading(ABE, BACKS, TSAI)


@pytest.fixture
def graph() -> KnowledgeGraph:
    """Two Abes, who may be one."""
    return KnowledgeGraph([MEETING, BACKING, reading(ABE, BACKS, TSAI, document="b.txt")], ENTITIES)


def decide(graph: KnowledgeGraph, *entries: NameDecision | StatementDecision, candidates: tuple[Candidate, ...] = ()) -> Replay:
    names = tuple(entry for entry in entries if isinstance(entry, NameDecision))
    statements = tuple(entry for entry in entries if isinstance(entry, StatementDecision))
    decisions = Decisions(names, statements, "d.toml")
    return replay(graph, decisions, vocabulary=VOCABULARY, unmerged=graph.entities, rejected=candidates)


def facts(graph: KnowledgeGraph) -> set[tuple[str, str, str, str]]:
    return {(s.subject.local_name, s.predicate.local_name, s.object.local_name, s.factuality) for s in graph}


def about(kind: Kind, number: int = 1, *, change: Change | None = None, **pattern: str) -> StatementDecision:
    return StatementDecision(number, kind, Pattern(**pattern), change or Change())


def test_no_decision_changes_nothing(graph: KnowledgeGraph) -> None:
    replayed = decide(graph)

    assert replayed.graph == graph
    assert replayed.notes == ()


def test_linked_names_are_the_thing_named_first(graph: KnowledgeGraph) -> None:
    replayed = decide(graph, NameDecision(1, Kind.MUST_LINK, ("shinzo abe", "Abe")))

    assert facts(replayed.graph) == {
        ("shinzo-abe", "metWith", "tsai", "asserted"),
        ("shinzo-abe", "supports", "tsai", "asserted"),
    }
    assert replayed.graph.entity(SHINZO) == Entity(SHINZO, "Person", "Shinzo Abe", aliases=("Abe", "Abe Shinzo"))
    assert replayed.graph.find_entity(ABE) is None
    assert replayed.graph.merges == (Merge(SHINZO, "Abe", MergeReason.DECISION, 1.0),)


def test_links_of_links_lead_to_one_thing(graph: KnowledgeGraph) -> None:
    entries = (
        NameDecision(1, Kind.MUST_LINK, ("Shinzo Abe", "Abe")),
        NameDecision(2, Kind.MUST_LINK, ("Tsai", "Shinzo Abe")),
    )

    assert {entity.iri for entity in decide(graph, *entries).graph.entities} <= {TSAI}


def test_renamed_thing_keeps_its_iri(graph: KnowledgeGraph) -> None:
    replayed = decide(graph, NameDecision(1, Kind.RENAME, ("Tsai",), "Tsai the President"))

    assert replayed.graph.entity(TSAI).label == "Tsai the President"
    assert "Tsai Ing-wen" in replayed.graph.entity(TSAI).aliases
    assert facts(replayed.graph) == facts(graph)


def test_retyped_thing_has_the_type(graph: KnowledgeGraph) -> None:
    assert decide(graph, NameDecision(1, Kind.RETYPE, ("abe",), "Organization")).graph.entity(ABE).type == "Organization"


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        pytest.param({"statement": BACKING.id}, {"metWith"}, id="by id"),
        pytest.param({"subject": "Abe", "object": "tsai"}, {"metWith"}, id="by sides"),
        pytest.param({"subject": "Tsai", "relation": "metWith"}, {"supports"}, id="by the other side of a symmetric relation"),
        pytest.param({"subject": "Tsai", "relation": "supports"}, {"metWith", "supports"}, id="not by the other side of another"),
        pytest.param({"factuality": "negated"}, {"metWith", "supports"}, id="by another factuality"),
        pytest.param({"document": "a.txt"}, {"supports"}, id="by document"),
        pytest.param({"relation": str(MET)}, {"supports"}, id="by the relation's IRI"),
    ],
)
def test_rejected_statements_are_those_of_the_pattern(pattern: dict[str, str], left: set[str], graph: KnowledgeGraph) -> None:
    replayed = decide(graph, StatementDecision(1, Kind.REJECT, Pattern(**pattern)))

    assert {relation for _, relation, _, _ in facts(replayed.graph)} == left


def test_rejection_in_one_document_leaves_the_evidence_of_others(graph: KnowledgeGraph) -> None:
    replayed = decide(graph, about(Kind.REJECT, relation="supports", document="b.txt"))

    (statement,) = (statement for statement in replayed.graph if statement.predicate == BACKS)
    assert [evidence.sentence.span.document_id for evidence in statement.evidence] == ["a.txt"]


def test_thing_of_rejected_statements_alone_is_left_out(graph: KnowledgeGraph) -> None:
    assert decide(graph, about(Kind.REJECT, subject="Abe", relation="supports")).graph.find_entity(ABE) is None


def test_open_statement_is_found_by_its_phrase() -> None:
    graph = KnowledgeGraph([reading(ABE, OPEN, TSAI, phrase="outwit")], ENTITIES)

    assert not decide(graph, about(Kind.REJECT, relation="Outwit")).graph.statements


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(Change(relation="metWith"), ("abe", "metWith", "tsai", "asserted"), id="relation"),
        pytest.param(Change(turned=True), ("tsai", "supports", "abe", "asserted"), id="direction"),
        pytest.param(Change(relation="metWith", turned=True), ("abe", "metWith", "tsai", "asserted"), id="symmetric either way"),
        pytest.param(Change(object="Shinzo Abe"), ("abe", "supports", "shinzo-abe", "asserted"), id="side"),
        pytest.param(Change(subject="Su"), ("su", "supports", "tsai", "asserted"), id="new side"),
        pytest.param(Change(factuality=Factuality.NEGATED), ("abe", "supports", "tsai", "negated"), id="factuality"),
    ],
)
def test_edited_statement_says_something_else_with_its_evidence(
    change: Change, expected: tuple[str, ...], graph: KnowledgeGraph
) -> None:
    replayed = decide(graph, about(Kind.EDIT, relation="supports", change=change))

    assert expected in facts(replayed.graph)
    (statement,) = (s for s in replayed.graph if (s.subject.local_name, s.predicate.local_name) == expected[:2])
    assert len(statement.evidence) == 2
    assert all(evidence.sentence.text == "one met two" for evidence in statement.evidence)
    assert {entity.iri for entity in replayed.graph.entities} >= {statement.subject, statement.object}


def test_edit_that_leaves_one_thing_alone_does_nothing(graph: KnowledgeGraph) -> None:
    replayed = decide(graph, about(Kind.EDIT, relation="supports", change=Change(subject="Tsai")))

    assert replayed.graph == graph
    assert replayed.notes == ("d.toml: entry 1 (edit … supports …) applies to nothing",)


def test_accepted_statement_is_sure(graph: KnowledgeGraph) -> None:
    replayed = decide(graph, about(Kind.ACCEPT, relation="metWith"))

    assert {s.predicate.local_name: s.confidence for s in replayed.graph} == {"metWith": 1.0, "supports": 0.5}


def test_what_was_rejected_when_it_was_read_can_be_accepted(graph: KnowledgeGraph) -> None:
    su = Entity(SU, "Person", "Su")
    candidate = rejected(reading(SU, OPEN, ABE, phrase="outwit"), su, ENTITIES[0])
    entries = about(Kind.ACCEPT, subject="Su"), NameDecision(2, Kind.MUST_LINK, ("Shinzo Abe", "Abe"))

    replayed = decide(graph, *entries, candidates=(candidate,))

    assert ("su", "relatedTo", "shinzo-abe", "asserted") in facts(replayed.graph)
    assert replayed.graph.entity(SU) == su
    settled = replayed.settle(candidate)
    assert (settled.outcome, settled.reason) == (Outcome.KEPT, Reason.ACCEPTED)
    assert settled.statement in replayed.graph


@pytest.mark.parametrize(
    "candidate",
    [
        pytest.param(rejected(None, reason=Reason.PRONOUN), id="a pronoun"),
        pytest.param(rejected(BACKING, *ENTITIES, reason=Reason.SAID_BETTER), id="what the sentence says anyway"),
    ],
)
def test_what_would_add_nothing_stays_rejected(candidate: Candidate, graph: KnowledgeGraph) -> None:
    replayed = decide(graph, about(Kind.ACCEPT, relation="supports"), candidates=(candidate,))

    assert facts(replayed.graph) == facts(graph)
    assert replayed.settle(candidate) == candidate


def test_rejection_has_the_last_word(graph: KnowledgeGraph) -> None:
    entries = (
        about(Kind.REJECT, 1, relation="metWith"),
        about(Kind.EDIT, 2, relation="supports", change=Change(relation="metWith")),
        about(Kind.ACCEPT, 3, relation="supports"),
    )

    graphs = [decide(graph, *order).graph for order in permutations(entries)]

    assert all(not left.statements for left in graphs)


def test_candidate_tells_what_was_decided(graph: KnowledgeGraph) -> None:
    replayed = decide(
        graph,
        about(Kind.REJECT, 1, relation="metWith"),
        about(Kind.EDIT, 2, relation="supports", change=Change(factuality=Factuality.PLANNED)),
    )

    met, backed = (replayed.settle(rejected(statement, *ENTITIES, reason=Reason.FITS)) for statement in (MEETING, BACKING))

    assert (met.reason, met.detail) == (Reason.DECIDED, "entry 1 (reject … metWith …)")
    assert (backed.reason, backed.detail) == (Reason.EDITED, "entry 2 (edit … supports …)")
    assert backed.statement in replayed.graph


def test_candidate_whose_sides_are_linked_is_rejected(graph: KnowledgeGraph) -> None:
    replayed = decide(graph, NameDecision(1, Kind.MUST_LINK, ("Abe", "Tsai")))

    settled = replayed.settle(rejected(BACKING, *ENTITIES, reason=Reason.FITS))

    assert (settled.reason, settled.statement) == (Reason.ONE_THING, None)
    assert facts(replayed.graph) == {("abe", "metWith", "shinzo-abe", "asserted")}


@pytest.mark.parametrize(
    ("entry", "note"),
    [
        pytest.param(about(Kind.REJECT, subject="Su"), "entry 1 (reject Su … …) applies to nothing", id="no such statement"),
        pytest.param(
            NameDecision(1, Kind.MUST_LINK, ("Abe", "Su")), "entry 1 (must_link Abe = Su) applies to nothing", id="one name"
        ),
        pytest.param(
            NameDecision(1, Kind.CANNOT_LINK, ("Abe", "Su")),
            "entry 1 (cannot_link Abe = Su) applies to nothing",
            id="apart of none",
        ),
        pytest.param(
            NameDecision(1, Kind.RENAME, ("Su",), "Sue"), "entry 1 (rename Su to Sue) applies to nothing", id="no such thing"
        ),
    ],
)
def test_entry_that_does_nothing_is_told(entry: NameDecision | StatementDecision, note: str, graph: KnowledgeGraph) -> None:
    replayed = decide(graph, entry)

    assert replayed.notes == (f"d.toml: {note}",)
    assert replayed.graph == graph


def test_name_of_two_things_is_told_and_not_guessed() -> None:
    others = [Entity(iri, "Person", "Wang") for iri in (ABE, SHINZO)]
    graph = KnowledgeGraph([MEETING, BACKING], [*others, ENTITIES[2]])

    by_label = decide(graph, NameDecision(1, Kind.RENAME, ("Wang",), "Wang Yi"))
    by_iri = decide(graph, NameDecision(1, Kind.RENAME, ("abe",), "Wang Yi"))

    assert by_label.graph == graph
    (note,) = by_label.notes
    assert note.endswith("is ambiguous: 'Wang' may be abe, shinzo-abe; give the last part of an IRI instead")
    assert by_iri.graph.entity(ABE).label == "Wang Yi"


def test_uses_are_counted(graph: KnowledgeGraph) -> None:
    replayed = decide(graph, about(Kind.ACCEPT, relation="supports"), NameDecision(2, Kind.CANNOT_LINK, ("Abe", "Abe Shinzo")))

    assert dict(replayed.uses) == {1: 2, 2: 1}
