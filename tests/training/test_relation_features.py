"""What each word of a sentence is to a pair of mentions."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from training.relation_reader.features import (
    JOINT,
    OBJECT,
    OBJECT_PATH,
    OTHER,
    OUTSIDE,
    SUBJECT,
    SUBJECT_PATH,
    Lexicon,
    SentenceFeatures,
    ancestors,
    features_of,
)

#        0      1    2     3      4     5       6
WORDS = "Ghana  ,   Togo  wants  talks with    Mali".split()
HEADS = [3, 2, 0, 3, 3, 6, 4]
LEXICON = Lexicon({("NOUN", "talk"): np.ones(2, "float32")}, 2, {"talk": [1]}, 3)


@pytest.fixture
def features() -> SentenceFeatures:
    doc = Doc(
        spacy.blank("en").vocab,
        words=WORDS,
        heads=HEADS,
        deps="nsubj punct conj ROOT obj case nmod".split(),
        pos="PROPN PUNCT PROPN VERB NOUN ADP PROPN".split(),
        lemmas="Ghana , Togo want talk with Mali".split(),
    )
    doc.tensor = np.arange(14, dtype="float32").reshape(7, 2)
    return features_of(next(iter(doc.sents)), [(0, 1), (2, 3), (6, 7)], ["Country", "Country", "Nonsense"], LEXICON)


def test_ancestors_lead_up_to_the_root() -> None:
    above, depth = ancestors(np.array(HEADS))

    assert np.flatnonzero(above[6]).tolist() == [3, 4, 6]
    assert depth.tolist() == [1, 3, 2, 0, 1, 3, 2]


def test_ancestors_of_a_circle_come_to_an_end() -> None:
    above, _ = ancestors(np.array([1, 0]))

    assert above.all()


def test_roles_are_the_ways_from_both_mentions_to_where_they_meet(features: SentenceFeatures) -> None:
    roles = features.roles(np.array([[0, 2], [2, 0]]))

    assert roles.tolist() == [
        [SUBJECT, OUTSIDE, OTHER, JOINT, OBJECT_PATH, OUTSIDE, OBJECT],
        [OBJECT, OUTSIDE, OTHER, JOINT, SUBJECT_PATH, OUTSIDE, SUBJECT],
    ]


def test_features_know_types_labels_and_words(features: SentenceFeatures) -> None:
    assert features.types[0] == features.types[1] > 0
    assert features.types[2] == 0
    assert (features.dependencies > 0).all()
    assert features.meanings[4].tolist() == [1.0, 1.0]
    assert features.meanings[0].tolist() == [0.0, 0.0]
    assert features.hints[:, 1].tolist() == [0, 0, 0, 0, 1, 0, 0]
    assert features.states.shape == (7, 2)
