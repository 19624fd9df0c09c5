import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from graphbuild.language.pieces import (
    CAPITALIZED,
    CASELESS,
    GLUED,
    INITIAL,
    INSIDE,
    LOWER,
    MIXED,
    MOST_PIECES,
    ON_NEW_LINE,
    SHAPES,
    SPACED,
    UPPER,
    WordPieces,
    case_of,
)

UNKNOWN = 1


@pytest.fixture(scope="session")
def cutter(tokenizer: bytes) -> Tokenizer:
    return Tokenizer.from_buffer(tokenizer)


@pytest.fixture(scope="session")
def pieces(cutter: Tokenizer) -> WordPieces:
    return WordPieces(cutter, UNKNOWN)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("talks", LOWER),
        ("it's", LOWER),
        ("Taiwan", CAPITALIZED),
        ("Ing-wen", CAPITALIZED),
        ("NATO", UPPER),
        ("U.S.", UPPER),
        ("I", INITIAL),
        ("McCain", MIXED),
        ("iPhone", MIXED),
        ("42", CASELESS),
        ("…", CASELESS),
        ("台灣", CASELESS),
        ("", CASELESS),
    ],
)
def test_case_of_word(word: str, expected: int) -> None:
    assert case_of(word) == expected


def test_words_are_cut_and_shaped(cutter: Tokenizer, pieces: WordPieces) -> None:
    found = pieces.cut(["Taiwan", ".", "met"], [ON_NEW_LINE, GLUED, SPACED])

    assert [cutter.id_to_token(number) for number in found.ids] == ["tai", "##wan", ".", "met"]
    assert found.starts.tolist() == [0, 2, 3]
    assert found.shapes.tolist() == [
        CAPITALIZED * 4 + ON_NEW_LINE,
        CAPITALIZED * 4 + INSIDE,
        CASELESS * 4 + GLUED,
        LOWER * 4 + SPACED,
    ]


def test_case_can_be_told(pieces: WordPieces) -> None:
    assert pieces.cut(["met"], [SPACED], [UPPER]).shapes.tolist() == [UPPER * 4 + SPACED]


@pytest.mark.parametrize("word", ["\x00", "\u200b", "👩‍👧", "台", "ü"])
def test_word_of_no_known_piece_is_unknown(cutter: Tokenizer, pieces: WordPieces, word: str) -> None:
    assert set(pieces.cut([word], [SPACED]).ids.tolist()) <= {UNKNOWN, cutter.token_to_id("u")}


def test_of_a_long_word_its_beginning_and_its_end_are_seen(cutter: Tokenizer, pieces: WordPieces) -> None:
    found = pieces.cut(["abcdefghijklmnopqrstuvwxy"], [SPACED])

    assert [cutter.id_to_token(number) for number in found.ids] == ["a", "##b", "##c", "##d", "##e", "##f", "##g", "##y"]


@given(st.lists(st.text(min_size=1, max_size=15), min_size=1, max_size=8))
def test_every_word_has_pieces(pieces: WordPieces, words: list[str]) -> None:
    found = pieces.cut(words, [SPACED] * len(words))

    lengths = [end - start for start, end in zip(found.starts, [*found.starts[1:], len(found)], strict=True)]
    assert len(lengths) == len(words)
    assert all(1 <= length <= MOST_PIECES for length in lengths)
    assert all(0 <= shape < SHAPES for shape in found.shapes)


def test_words_without_spacings_are_refused(pieces: WordPieces) -> None:
    with pytest.raises(ValueError, match="shorter"):
        pieces.cut(["met", "Abe"], [SPACED])


def test_memory_of_words_is_bounded(cutter: Tokenizer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphbuild.language.pieces._MOST_REMEMBERED", 3)
    pieces = WordPieces(cutter, UNKNOWN)

    for word in ["a", "b", "c", "d", "e", "f" * 1000]:
        pieces.cut([word], [SPACED])

    assert set(pieces._known) == {"d", "e"}
