"""The benchmark of phrases that are no trigger."""

import pytest

from benchmarks.relations import PHRASES, Score, evaluate, find_best, read_phrases
from graphbuild.normalize.relations import THRESHOLD, keys_of
from graphbuild.ontology import load_ontology


def test_phrases_are_no_triggers_and_their_relations_can_hold() -> None:
    ontology = load_ontology()

    for phrase in read_phrases(PHRASES):
        fitting = [
            found
            for key in keys_of(phrase.predicate)
            for found in ontology.find_fitting(key.phrase, key.kind, phrase.subject, phrase.object)
        ]
        name = phrase.relation.removeprefix("^")
        sides = (phrase.object, phrase.subject) if name != phrase.relation else (phrase.subject, phrase.object)
        assert fitting == [], phrase
        assert not phrase.is_related or ontology.fits(ontology.relations[name], *sides), phrase


def test_halves_are_alike() -> None:
    phrases = list(read_phrases(PHRASES))

    for half in ("dev", "test"):
        chosen = [phrase for phrase in phrases if phrase.half == half]
        assert len(chosen) > 200
        assert 0.3 < sum(not phrase.is_related for phrase in chosen) / len(chosen) < 0.6


def test_relations_found_for_unseen_phrases_are_right() -> None:
    ontology = load_ontology()
    found = {phrase: find_best(phrase, ontology) for phrase in read_phrases(PHRASES) if phrase.half == "test"}

    assert evaluate(found, THRESHOLD, ontology).precision >= 0.85


@pytest.mark.parametrize(
    ("score", "precision", "recall"),
    [
        pytest.param(Score(given=4, right=3, related=6), 0.75, 0.5, id="some"),
        pytest.param(Score(given=0, right=0, related=0), 1.0, 1.0, id="nothing"),
    ],
)
def test_score_is_of_what_was_given_and_of_what_there_is(score: Score, precision: float, recall: float) -> None:
    assert (score.precision, score.recall) == (precision, recall)
