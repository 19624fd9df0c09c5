from collections.abc import Callable

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from graphbuild.language.tagger import Tagger

CLASSES = {"upos": ["NOUN", "VERB"], "xpos": ["NNS", "VBD"], "feats": ["_", "Tense=Past|Mood=Ind"]}


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    """A component to which a state's first number is a noun, its second one a verb."""
    weights = {f"{name}.weight": np.eye(2) for name in CLASSES} | {f"{name}.bias": np.zeros(2) for name in CLASSES}
    return Tagger(spacy.blank("en").vocab, weights, CLASSES)


def test_words_get_the_best_classes(tagger: Tagger, read_states: Callable[..., Doc]) -> None:
    doc = read_states(tagger, ["talks", "\n", "failed"], [[1, 0], [0, 0], [0, 1]])

    assert [(token.tag_, token.pos_, str(token.morph)) for token in doc] == [
        ("NNS", "NOUN", ""),
        ("_SP", "SPACE", ""),
        ("VBD", "VERB", "Mood=Ind|Tense=Past"),
    ]


def test_all_words_are_annotated(tagger: Tagger, read_states: Callable[..., Doc]) -> None:
    doc = read_states(tagger, [" ", "talks"], [[0, 0], [1, 0]])

    assert all(doc.has_annotation(attribute, require_complete=True) for attribute in ("TAG", "POS", "MORPH"))


def test_labels_are_the_tags(tagger: Tagger) -> None:
    assert tagger.labels == ("NNS", "VBD")


def test_part_of_speech_that_spacy_does_not_know_is_refused(tagger: Tagger) -> None:
    with pytest.raises(KeyError, match="WORD"):
        Tagger(tagger.vocab, tagger.weights, {**CLASSES, "upos": ["NOUN", "WORD"]})
