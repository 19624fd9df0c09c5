from collections.abc import Callable

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from graphbuild.language.lemmatizer import Lemmatizer

SCRIPTS = ["lower|ies|y", "whole|was|be", "lower||"]


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    """A component to which a state is the scores of the scripts."""
    weights = {"scripts.weight": np.eye(3), "scripts.bias": np.zeros(3)}
    return Lemmatizer(spacy.blank("en").vocab, weights, {"scripts": SCRIPTS})


@pytest.mark.parametrize(
    ("word", "scores", "expected"),
    [
        pytest.param("Ministries", [3, 2, 1], "ministry", id="the best script"),
        pytest.param("Was", [3, 2, 1], "be", id="the next one where that does not fit"),
        pytest.param("Talk", [3, 2, 1], "talk", id="the last one where none before it fits"),
        pytest.param("\n", [3, 2, 1], "\n", id="white space is its own"),
    ],
)
def test_lemma_is_made_by(
    lemmatizer: Lemmatizer, read_states: Callable[..., Doc], word: str, scores: list[int], expected: str
) -> None:
    doc = read_states(lemmatizer, [word], [scores])

    assert doc[0].lemma_ == expected


def test_word_that_no_script_fits_is_its_own_lemma(lemmatizer: Lemmatizer, read_states: Callable[..., Doc]) -> None:
    weights = {"scripts.weight": np.ones((1, 1)), "scripts.bias": np.zeros(1)}
    other = Lemmatizer(lemmatizer.vocab, weights, {"scripts": ["lower|ies|y"]})

    doc = read_states(other, ["Talk"], [[1]])

    assert doc[0].lemma_ == "Talk"
