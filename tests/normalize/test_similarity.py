"""Which relation phrases mean that are no trigger."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pytest

from graphbuild.model import Namespace, Predicate, Span
from graphbuild.normalize.phrase import Phrase
from graphbuild.normalize.relations import BY_TRIGGER, THRESHOLD, find_relation
from graphbuild.normalize.similarity import SimilarPhrases, find_similar
from graphbuild.normalize.word_vectors import WordVectors
from graphbuild.ontology import Ontology, Relation, load_ontology
from graphbuild.ontology.terms import EntityClass, Trigger

TERM = Namespace().term
# Degrees round a circle: a word is as like another as it is near.
WORDS = {
    "like": 0, "adore": 4, "hate": 180, "detest": 176, "eat": 90, "sleep": 270, "have": 45,
}  # fmt: skip
NOUNS = {"love": 0, "affection": 4, "hatred": 180, "bread": 90}


def predicate(lemma: str, pos: str = "VERB", **more: Any) -> Predicate:
    return Predicate(lemma, lemma, Span("a.txt", 0, 1), lemma, pos, **more)


def relation(name: str, triggers: Iterable[Trigger]) -> Relation:
    return Relation(TERM(name), name, name, domain=("Person",), range=("Person",), triggers=tuple(triggers))


@pytest.fixture
def phrases() -> SimilarPhrases:
    """A vocabulary of two feelings."""
    words = [("VERB", word) for word in WORDS] + [("NOUN", word) for word in NOUNS]
    turns = np.radians([*WORDS.values(), *NOUNS.values()])
    vectors = WordVectors(
        {word: row for row, word in enumerate(words)},
        np.stack([np.cos(turns), np.sin(turns)], axis=1).astype(np.float32),
        len(words),
    )
    classes = {name: EntityClass(TERM(name), name, name) for name in ("Person", "Place")}
    likes = relation("likes", [Trigger("like", "verb"), Trigger("have love for", "verb"), Trigger("love for", "noun")])
    hates = relation("hates", [Trigger("hate", "verb"), Trigger("have hatred for", "verb", is_inverse=True)])
    return SimilarPhrases(Ontology(classes, {"likes": likes, "hates": hates}), vectors)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        pytest.param(Phrase("verb", "adore"), ("likes", False, "like"), id="a verb"),
        pytest.param(Phrase("verb", "detest"), ("hates", False, "hate"), id="another"),
        pytest.param(Phrase("noun", "affection", "", "for"), ("likes", False, "love for"), id="a noun"),
        pytest.param(Phrase("verb", "have", "affection", "for"), ("likes", False, "have love for"), id="a verb with its noun"),
        pytest.param(Phrase("verb", "have", "hatred", "for"), ("hates", True, "have hatred for"), id="told from the other side"),
    ],
)
def test_phrase_is_like_the_triggers_that_mean_the_same(
    phrase: Phrase, expected: tuple[str, bool, str], phrases: SimilarPhrases
) -> None:
    best = phrases.find(phrase, "Person", "Person")

    assert best is not None
    assert (best.relation.name, best.is_inverse, best.nearest) == expected


@pytest.mark.parametrize(
    "phrase",
    [
        pytest.param(Phrase("verb", "adore", "", "for"), id="no trigger has its preposition"),
        pytest.param(Phrase("verb", "xyzzy"), id="an unknown verb"),
        pytest.param(Phrase("verb", "have", "xyzzy", "for"), id="an unknown noun"),
        pytest.param(Phrase("adjective", "like"), id="no trigger is of its kind"),
    ],
)
def test_phrase_like_no_trigger_means_no_relation(phrase: Phrase, phrases: SimilarPhrases) -> None:
    assert phrases.find(phrase, "Person", "Person") is None


def test_relation_has_to_hold_between_the_types(phrases: SimilarPhrases) -> None:
    assert phrases.find(Phrase("verb", "adore"), "Person", "Place") is None


def test_score_is_less_for_what_is_less_alike_and_like_something_else(phrases: SimilarPhrases) -> None:
    near, other = (phrases.find(Phrase("verb", verb), "Person", "Person") for verb in ("adore", "eat"))

    assert near is not None
    assert other is not None
    assert 1 > near.score > other.score > 0


@pytest.fixture(scope="module")
def bundled() -> Ontology:
    return load_ontology()


@pytest.mark.parametrize(
    ("said", "subject", "obj", "relation"),
    [
        pytest.param(predicate("trespass", preposition="upon"), "MilitaryForce", "Place", "intrudedInto", id="trespass upon"),
        pytest.param(predicate("brutalise"), "MilitaryForce", "Group", "harmed", id="brutalise"),
        pytest.param(
            predicate("voice", noun="sympathy", preposition="for"), "Government", "Group", "supports", id="voice sympathy for"
        ),
        pytest.param(
            predicate("begin", noun="bargaining", preposition="with"),
            "Government",
            "Organization",
            "negotiatesWith",
            id="begin bargaining with",
        ),
    ],
)
def test_unseen_phrase_means_its_relation_less_surely_than_a_trigger(
    said: Predicate, subject: str, obj: str, relation: str, bundled: Ontology
) -> None:
    match = find_relation(said, subject, obj, bundled)

    assert match is not None
    assert match.relation.name == relation
    assert match.reason.startswith("similar to ")
    assert THRESHOLD * 0.8 <= match.certainty <= 0.8


@pytest.mark.parametrize(
    ("said", "subject", "obj"),
    [
        pytest.param(predicate("resemble"), "Country", "Country", id="another meaning"),
        pytest.param(
            predicate("have", noun="population", preposition="of"), "Country", "Country", id="a light verb with another noun"
        ),
        pytest.param(predicate("brutalise"), "Thing", "Group", id="a side of unknown type"),
        pytest.param(predicate("brutalise"), "", "Group", id="a side without type"),
        pytest.param(predicate("sign"), "Person", "Person", id="a trigger that fits other types"),
        pytest.param(
            predicate("brutalise", modifiers=("each other",)), "Group", "Group", id="together, of a relation that has a direction"
        ),
    ],
)
def test_phrase_that_is_not_enough_like_a_trigger_stays_open(said: Predicate, subject: str, obj: str, bundled: Ontology) -> None:
    assert find_relation(said, subject, obj, bundled) is None


def test_match_of_a_trigger_says_so(bundled: Ontology) -> None:
    match = find_relation(predicate("visit"), "Person", "Country", bundled)

    assert match is not None
    assert match.reason == BY_TRIGGER


def test_likeness_follows_the_words_of_a_vocabulary_of_ones_own() -> None:
    own = Ontology(
        {"Person": EntityClass(TERM("Person"), "Person", "person")},
        {"dislikes": relation("dislikes", [Trigger("dislike", "verb"), Trigger("detest", "verb")])},
    )

    best = find_similar(predicate("despise"), "Person", "Person", own)

    assert best is not None
    assert (best.relation.name, best.nearest) == ("dislikes", "dislike")
