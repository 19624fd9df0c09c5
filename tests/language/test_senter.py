from collections.abc import Callable

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from graphbuild.language.senter import Senter


@pytest.fixture(scope="module")
def senter() -> Senter:
    """A component to which a positive state is a start."""
    weights = {"starts.weight": np.ones((1, 1)), "starts.bias": np.zeros(1)}
    return Senter(spacy.blank("en").vocab, weights)


@pytest.mark.parametrize(
    ("words", "states", "given", "expected"),
    [
        pytest.param("a b c", [-1, -1, 1], [None] * 3, ["a b", "c"], id="where the score is positive"),
        pytest.param("a b c", [1, 0, 1], [None, None, False], ["a b c"], id="not where that is forbidden"),
        pytest.param("a b c", [1, -1, 1], [None, True, None], ["a", "b", "c"], id="where it is given"),
        pytest.param("a \n b", [1, 1, 1], [None] * 3, ["a \n", "b"], id="white space is in the sentence before it"),
        pytest.param("\n a b", [1, 1, -1], [None] * 3, ["\n a b"], id="but in the first one at the start"),
        pytest.param("\n \n", [1, 1], [None] * 2, ["\n \n"], id="white space alone is a sentence"),
        pytest.param("a", [-1], [None], ["a"], id="one word"),
    ],
)
def test_sentences_start(
    senter: Senter,
    read_states: Callable[..., Doc],
    words: str,
    states: list[float],
    given: list[bool | None],
    expected: list[str],
) -> None:
    doc = read_states(senter, words.split(" "), states, given)

    assert [sent.text for sent in doc.sents] == expected
    assert all(token.is_sent_start is not None for token in doc)
