import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from graphbuild.errors import PipelineError
from graphbuild.language.words import Words, blocks_of_runs, runs, sentence_numbers

VOCAB = spacy.blank("en").vocab
SENTENCES = st.lists(st.integers(1, 900), max_size=12).map(
    lambda sizes: [slice(int(end) - size, int(end)) for size, end in zip(sizes, np.cumsum(sizes), strict=True)]
)


def make_doc(words: list[str], starts: list[bool | None] | None = None) -> Doc:
    doc = Doc(VOCAB, words=words, sent_starts=None if starts is None else list(starts))
    doc.tensor = np.arange(len(words), dtype="float32")[:, None]
    return doc


def test_words_leave_white_space_out() -> None:
    words = Words.of(make_doc([" ", "Abe", "\n", "met"]))

    assert words.at.tolist() == [1, 3]
    assert words.states.ravel().tolist() == [1, 3]


@pytest.mark.parametrize("rows", [0, 1])
def test_words_need_the_encoder(rows: int) -> None:
    doc = Doc(VOCAB, words=["Abe", "met"])
    doc.tensor = np.zeros((rows, 4), "float32")

    with pytest.raises(PipelineError, match="'encoder' has to run"):
        Words.of(doc)


@pytest.mark.parametrize(
    ("words", "starts", "expected"),
    [
        pytest.param(["a", "b", "c"], [True, False, True], [slice(0, 2), slice(2, 3)], id="where sentences start"),
        pytest.param(["a", "b"], [None, None], [slice(0, 2)], id="one sentence if nobody says"),
        pytest.param(["a", "\n", "b"], [True, True, False], [slice(0, 1), slice(1, 2)], id="a start that is white space"),
        pytest.param(["a", "\n", "b"], [True, True, True], [slice(0, 1), slice(1, 2)], id="a sentence of white space"),
        pytest.param([" ", "\n"], [True, True], [], id="white space alone"),
        pytest.param([], [], [], id="nothing"),
    ],
)
def test_sentences_are_runs_of_words(words: list[str], starts: list[bool | None], expected: list[slice]) -> None:
    doc = make_doc(words, starts)

    assert Words.of(doc).sentences(doc) == expected


def test_first_token_is_in_the_first_sentence() -> None:
    assert sentence_numbers(make_doc(["a", "b"], [False, True])).tolist() == [0, 1]


@given(SENTENCES)
def test_runs_cover_sentences_in_bounded_parts(sentences: list[slice]) -> None:
    found = list(runs(sentences))

    assert [word for run in found for word in range(run.start, run.stop)] == list(range(sentences[-1].stop if sentences else 0))
    assert all(0 < run.stop - run.start <= 400 for run in found)
    assert {sentence.start for sentence in sentences} <= {run.start for run in found}


@given(SENTENCES)
def test_blocks_have_the_same_runs(sentences: list[slice]) -> None:
    blocks = list(blocks_of_runs(sentences))

    unfolded = [slice(block.start + run.start, block.start + run.stop) for block, found in blocks for run in found]
    assert unfolded == list(runs(sentences))
    assert all(block.stop - block.start < 256 + 400 for block, _ in blocks)
