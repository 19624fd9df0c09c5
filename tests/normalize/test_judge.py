"""What becomes of each candidate, and the reason that is given."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import (
    Candidate,
    Document,
    Factuality,
    Mention,
    MentionKind,
    Outcome,
    Predicate,
    Reading,
    Reason,
    RelationMention,
    Span,
)
from graphbuild.normalize import Normalizer
from graphbuild.ontology import Ontology

Make = Callable[..., Any]
TEXT = "Tokyo Taiwan Japan it Rural Association handling vessels met visited outwitted employed led Taiwan ally Japanese"
CAPITALIZED = [
    Mention(Span("a", TEXT.index(word), TEXT.index(word) + len(word)), word, name=word) for word in ("Tokyo", "Taiwan", "Japan")
]
MENTIONS = st.sampled_from(
    [
        *CAPITALIZED,
        Mention(Span("a", 19, 21), "it", kind=MentionKind.PRONOUN, name="it", head="it"),
        Mention(Span("a", 22, 39), "Rural Association", label="Organization", name="Rural Association", head="association"),
        Mention(
            Span("a", 40, 48), "handling", kind=MentionKind.DESCRIPTION, name="handling", head="handling", modifiers=("Japan",)
        ),
        Mention(Span("a", 49, 56), "vessels", kind=MentionKind.DESCRIPTION, name="vessels", head="vessel"),
    ]
)
PREDICATES = st.builds(
    lambda lemma, pos, preposition: Predicate(
        f"{lemma} {preposition}".strip(), "met", Span("a", 57, 60), lemma, pos, preposition=preposition
    ),
    st.sampled_from("meet visit outwit employ lead ally resist".split()),
    st.sampled_from("VERB NOUN ADJ AFFIX TITLE".split()),
    st.sampled_from(["", "of", "with", "in"]),
)
RELATIONS = st.lists(
    st.builds(
        RelationMention,
        sentence=st.sampled_from([Span("a", 0, 57), Span("a", 57, len(TEXT))]),
        subject=MENTIONS,
        predicate=PREDICATES,
        object=MENTIONS,
        extractor=st.sampled_from(["verb.v1", "noun.v1"]),
        factuality=st.sampled_from(Factuality),
        confidence=st.sampled_from([0.5, 0.8]),
    ),
    max_size=12,
)


@pytest.fixture
def judge(ontology: Ontology) -> Callable[..., list[Candidate]]:
    """Return what became of the relation mentions of an article."""

    def run(article: Any, *relations: RelationMention) -> list[Candidate]:
        mentions = [mention for relation in relations for mention in (relation.subject, relation.object)]
        return list(Normalizer(ontology)(article.reading(*mentions, relations=relations)).candidates)

    return run


@pytest.mark.parametrize(
    ("relation_of", "reason"),
    [
        pytest.param(
            lambda t: t.says(t.name("Taiwan"), "resisted", t.name("China"), lemma="resist"), Reason.FITS, id="a trigger"
        ),
        pytest.param(
            lambda t: t.says(t.name("Taiwan"), "resisted", t.name("China"), lemma="outwit"), Reason.OPEN, id="no trigger"
        ),
        pytest.param(
            lambda t: t.says(t.name("Sea Ring", "Organization"), "resisted", t.name("Su", "Person"), lemma="employ"),
            Reason.TURNED,
            id="an inverse trigger",
        ),
        pytest.param(
            lambda t: t.says(t.name("Taiwan"), "resisted", t.name("Tokyo"), lemma="visit"),
            Reason.PLACED,
            id="a seat of government that is visited",
        ),
        pytest.param(
            lambda t: t.says(t.description("handling", "handling", "Taiwan"), "resisted", t.name("China"), lemma="resist"),
            Reason.OWNED,
            id="a doing of somebody",
        ),
        pytest.param(
            lambda t: t.says(t.pronoun("it"), "resisted", t.name("China"), lemma="resist"), Reason.PRONOUN, id="a pronoun"
        ),
        pytest.param(
            lambda t: t.says(t.name("Taiwan"), "resisted", t.description("hopes", "hope"), lemma="resist"),
            Reason.NO_THING,
            id="a description of nothing",
        ),
        pytest.param(
            lambda t: t.says(t.name("Taiwan"), "resisted", t.name("Taiwan"), lemma="resist"), Reason.ONE_THING, id="itself"
        ),
        pytest.param(
            lambda t: t.says(t.name("Taiwan"), "resisted", t.name("China"), lemma="rival", pos="NOUN"),
            Reason.NO_RELATION,
            id="words of no relation",
        ),
        pytest.param(
            lambda t: t.says(t.name("Taiwan"), "resisted", t.name("Su", "Person"), lemma="ally", pos="NOUN", preposition="of"),
            Reason.UNFIT,
            id="words of a relation between other things",
        ),
        pytest.param(
            lambda t: t.says(t.description("handling", "handling", "Taiwan"), "resisted", t.name("China"), lemma="meet"),
            Reason.LITERAL,
            id="what is true of a thing and not of its owner",
        ),
    ],
)
def test_candidate_has_the_reason(
    relation_of: Callable[[Any], RelationMention], reason: Reason, article: Make, judge: Callable[..., list[Candidate]]
) -> None:
    text = article("Taiwan, Sea Ring, Su and its handling: it resisted China, Tokyo and hopes.")

    (candidate,) = judge(text, relation_of(text))

    assert candidate.reason is reason
    assert candidate.outcome is reason.outcome
    assert candidate.sentence == text.document.text


def test_rejected_candidate_has_the_statement_that_it_would_have_been(
    article: Make, judge: Callable[..., list[Candidate]]
) -> None:
    text = article("Taiwan is an ally of Su.")
    relation = text.says(text.name("Taiwan"), "ally", text.name("Su", "Person"), lemma="ally", pos="NOUN", preposition="of")

    (candidate,) = judge(text, relation)

    assert candidate.outcome is Outcome.REJECTED
    assert candidate.statement is not None
    assert candidate.statement.predicate.local_name == "allyOf"
    assert {thing.label for thing in candidate.things} == {"Taiwan", "Su"}


def test_type_of_a_name_is_that_of_the_whole_document(article: Make, judge: Callable[..., list[Candidate]]) -> None:
    text = article("Sea Ring met Taiwan. Sea Ring led China.")
    by_name = text.says(text.name("Sea Ring"), "led", text.name("China"), lemma="resist")
    by_label = text.says(text.name("Sea Ring", "Organization"), "met", text.name("Taiwan"), lemma="meet")

    led, met = judge(text, by_name, by_label)

    assert (led.reason, met.reason) == (Reason.RETYPED, Reason.FITS)


@given(relations=RELATIONS)
def test_every_candidate_has_one_outcome(ontology: Ontology, relations: list[RelationMention]) -> None:
    mentions = tuple(mention for relation in relations for mention in (relation.subject, relation.object))

    normalized = Normalizer(ontology)(Reading(Document("a", TEXT), mentions, relations=tuple(relations)))

    assert [candidate.mention for candidate in normalized.candidates] == relations
    kept = [candidate for candidate in normalized.candidates if candidate.outcome is not Outcome.REJECTED]
    assert [candidate.statement for candidate in kept] == list(normalized.statements)
    assert {side for statement in normalized.statements for side in (statement.subject, statement.object)} <= {
        entity.iri for entity in normalized.entities
    }
