"""What each word of a few sentences is to a pair of mentions."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from graphbuild.classify.features import (
    JOINT,
    NOWHERE,
    OBJECT,
    OBJECT_PATH,
    OTHER,
    OUTSIDE,
    SUBJECT,
    SUBJECT_PATH,
    TYPE_NUMBERS,
    Features,
    features_of,
)
from graphbuild.classify.hints import hints_of, make_hints
from graphbuild.ontology import load_ontology

#        0      1    2     3      4     5       6     7   8     9
WORDS = "Ghana  ,   Togo  wants  talks with    Mali  .   Benin slept".split()
HEADS = [3, 2, 0, 3, 3, 6, 4, 3, 9, 9]


@pytest.fixture(scope="module")
def doc() -> Doc:
    return Doc(
        spacy.blank("en").vocab,
        words=WORDS,
        heads=HEADS,
        deps="nsubj punct conj ROOT obj case nmod punct nsubj ROOT".split(),
        pos="PROPN PUNCT PROPN VERB NOUN ADP PROPN PUNCT PROPN VERB".split(),
        lemmas="Ghana , Togo want talk with Mali . Benin sleep".split(),
        sent_starts=[True, *[False] * 7, True, False],
    )


@pytest.fixture
def features(doc: Doc) -> Features:
    country = TYPE_NUMBERS["Country"]
    return features_of(doc[:], [(0, 1), (2, 3), (6, 7), (8, 9)], [country, country, 0, country])


def test_pairs_are_of_one_sentence(features: Features) -> None:
    assert features.pairs().tolist() == [[0, 1], [0, 2], [1, 0], [1, 2], [2, 0], [2, 1]]


def test_pairs_are_of_different_things(features: Features) -> None:
    different = np.ones((4, 4), bool)
    different[0, 1] = different[1, 0] = False

    assert features.pairs(different).tolist() == [[0, 2], [1, 2], [2, 0], [2, 1]]


def test_roles_are_the_ways_from_both_mentions_to_where_they_meet(features: Features) -> None:
    roles = features.roles(np.array([[0, 2], [2, 0]]))

    assert roles.tolist() == [
        [SUBJECT, OUTSIDE, OTHER, JOINT, OBJECT_PATH, OUTSIDE, OBJECT, OUTSIDE, NOWHERE, NOWHERE],
        [OBJECT, OUTSIDE, OTHER, JOINT, SUBJECT_PATH, OUTSIDE, SUBJECT, OUTSIDE, NOWHERE, NOWHERE],
    ]


def test_roles_in_a_circle_come_to_an_end() -> None:
    circle = Features(*(np.array(each) for each in ([1, 0], [0, 0], [0, 0], [0, 0], [[0, 1], [1, 2]], [0, 0])))

    assert circle.roles(circle.pairs()).tolist() == [[SUBJECT, OBJECT], [OBJECT, SUBJECT]]


def test_numbers_are_counted_from_the_first_word(doc: Doc) -> None:
    last = features_of(doc[8:], [(0, 1)], [0])

    assert last.heads.tolist() == [1, 1]
    assert last.sentences.tolist() == [1, 1]


def test_words_of_mentions_are_of_their_types(features: Features) -> None:
    kinds = features.kinds()

    assert kinds[0].nonzero()[0].tolist() == [TYPE_NUMBERS["Country"]]
    assert kinds[6].nonzero()[0].tolist() == [0]
    assert not kinds[3].any()


def test_hints_are_of_the_relations_whose_triggers_have_the_word(doc: Doc) -> None:
    relations = ["heldTalksWith", "visited"]
    hints = make_hints(load_ontology(), relations)

    found = hints_of(doc[:], hints, len(relations))

    assert found[4].tolist() == [1.0, 0.0]
    assert not found[[0, 3, 9]].any()
    assert "hold" not in hints
