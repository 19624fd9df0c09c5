import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphbuild.extract.quotation import quotation_at, quotations_of


def quoted(vocab: Vocab, text: str) -> list[str]:
    """Return what is quoted in a text of words with spaces between; each line is a sentence."""
    lines = [line.split() for line in text.splitlines()]
    starts: list[bool | int | None] = [index == 0 for line in lines for index, _ in enumerate(line)]
    doc = Doc(vocab, words=[word for line in lines for word in line], sent_starts=starts)
    return [doc[start + 1 : end].text for start, end in quotations_of(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“ We won , ” he said .", ["We won ,"], id="round marks"),
        pytest.param('" We won , " he said . " It rained . "', ["We won ,", "It rained ."], id="straight marks, in turn"),
        pytest.param("« We won » , he said .", ["We won"], id="angular marks"),
        pytest.param("„ We won “ , he said .", ["We won"], id="low marks"),
        pytest.param("‘ We won ’ , he said .", ["We won"], id="single marks"),
        pytest.param("“ He said ‘ yes ’ to us ”", ["He said ‘ yes ’ to us"], id="the outer of two"),
        pytest.param("It rained .\n“ We won .", ["We won ."], id="to the end of a paragraph that does not close"),
        pytest.param("a 3 “ pipe", [], id="not from a mark within a sentence that does not close"),
        pytest.param("It rained .", [], id="none"),
        pytest.param("", [], id="no text"),
    ],
)
def test_quotations_are_found(vocab: Vocab, text: str, expected: list[str]) -> None:
    assert quoted(vocab, text) == expected


@given(words=st.lists(st.sampled_from(["“", "”", '"', "‘", "’", "won"]), max_size=30))
def test_token_is_quoted_between_the_marks_and_nowhere_else(vocab: Vocab, words: list[str]) -> None:
    doc = Doc(vocab, words=words, sent_starts=[False] * len(words))

    for token in doc:
        quotation = quotation_at(token)
        within = [(start, end) for start, end in quotations_of(doc) if start < token.i < end]
        assert within == ([] if quotation is None else [quotation])
