"""How sure a reading is."""

from dataclasses import replace

import pytest

from graphbuild.model import (
    Candidate,
    Entity,
    Evidence,
    Factuality,
    Iri,
    Mention,
    MentionKind,
    Predicate,
    Quotation,
    Reason,
    RelationMention,
    Span,
    Statement,
)
from graphbuild.normalize.confidence import confidence_of, features_of
from graphbuild.normalize.ends import Ends
from graphbuild.normalize.readings import settle_readings
from graphbuild.normalize.relations import Match
from graphbuild.ontology import load_ontology

TEXT = "Japan met Kenya"
MENTION = RelationMention(
    sentence=Span("a", 0, 15),
    subject=Mention(Span("a", 0, 5), "Japan", name="Japan"),
    predicate=Predicate("meet", "met", Span("a", 6, 9), "meet", "VERB"),
    object=Mention(Span("a", 10, 15), "Kenya", name="Kenya"),
    extractor="verb.v1",
    confidence=0.8,
)
ENDS = Ends(Entity(Iri("https://a.org/japan"), "Country", "Japan"), Entity(Iri("https://a.org/kenya"), "Country", "Kenya"))


@pytest.fixture(scope="module")
def match() -> Match:
    return Match(load_ontology().relations["metWith"], is_inverse=False, certainty=1.0)


def test_confidence_is_a_probability(match: Match) -> None:
    assert 0.5 < confidence_of(MENTION, ENDS, match) < 1.0


def test_what_is_only_like_a_trigger_is_less_sure(match: Match) -> None:
    similar = replace(match, reason="similar to meet 0.31")

    assert confidence_of(MENTION, ENDS, similar) < confidence_of(MENTION, ENDS, match)


def test_what_is_far_from_its_trigger_is_less_sure(match: Match) -> None:
    far = replace(MENTION, object=replace(MENTION.object, span=Span("a", 150, 155)))

    assert confidence_of(far, ENDS, match) < confidence_of(MENTION, ENDS, match)


def test_unknown_extractor_says_itself_how_sure_it_is(match: Match) -> None:
    own = replace(MENTION, extractor="mine.v1", confidence=0.42)

    assert confidence_of(own, ENDS, match) == 0.42
    assert confidence_of(own, replace(ENDS, certainty=0.5), match) == 0.21


def test_features_tell_what_the_reading_is_like(match: Match) -> None:
    pronoun = replace(MENTION.subject, text="it", kind=MentionKind.NAME)
    planned = replace(MENTION, subject=pronoun, factuality=Factuality.PLANNED)

    features = set(features_of(planned, ENDS, match))

    assert {"by verb.v1", "relation metWith", "planned", "subject is a resolved pronoun", "object is a name"} <= features


@pytest.mark.parametrize(("least", "reason"), [(0.5, Reason.FITS), (0.51, Reason.UNSURE)])
def test_less_than_the_least_confidence_is_left_out(least: float, reason: Reason) -> None:
    quotation = Quotation(Span("a", 0, 15), TEXT)
    evidence = Evidence(quotation, quotation, quotation, quotation, "meet", "verb.v1", 0.5)
    statement = Statement(ENDS.subject.iri, Iri("https://a.org/met"), ENDS.object.iri, evidence=(evidence,))
    candidate = Candidate(MENTION, TEXT, Reason.FITS, statement=statement)

    (settled,) = settle_readings([candidate], least=least)

    assert settled.reason is reason
