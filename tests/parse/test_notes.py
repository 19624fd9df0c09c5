import time

import pytest

from graphbuild.model import Document
from graphbuild.parse.notes import MARK, find_notes, numbers_in
from graphbuild.parse.parts import split_document

NOTES = """

Notes

  1. Ann Lee, “A War of Words,” The Journal 3 (2015).
  2. The ministry's own figures.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Japan won. [1] China lost.\n\n[1] Lee, 2015.", {1: "Lee, 2015."}, id="numbered in brackets"),
        pytest.param("Japan won. [1]\n\n1. Lee, 2015.\n2. Ito.", {1: "Lee, 2015.", 2: "Ito."}, id="numbered with a full stop"),
        pytest.param("Japan won. [1]\n\n1. Lee.\n\n  2) Ito.  ", {1: "Lee.", 2: "Ito."}, id="with lines between"),
        pytest.param("Why? [1]\n1. Fish.\n2. Ships.\n\n1. Lee.", {1: "Lee."}, id="the last list, not one in the text"),
        pytest.param("Japan won. [1]\n\n1. Lee.\n7. Ito.", {1: "Lee."}, id="as far as the numbers run"),
        pytest.param("1. Fish.\n2. Ships.\n\nJapan won. [1]", {}, id="not before the first mark"),
        pytest.param("Japan won.\n\n1. Fish.\n2. Ships.", {}, id="not without marks"),
        pytest.param("", {}, id="no text"),
    ],
)
def test_notes_are_found(text: str, expected: dict[int, str]) -> None:
    notes = find_notes(Document("a.txt", text))

    assert {number: note.text for number, note in notes.items()} == expected
    assert all(text[note.span.start : note.span.end] == note.text for note in notes.values())


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        pytest.param("[1]", [1], id="one"),
        pytest.param("[1, 2,5]", [1, 2, 5], id="several"),
        pytest.param("[1-3, 7]", [1, 2, 3, 7], id="a range"),
        pytest.param("[9–8]", [], id="a range that runs backwards"),
    ],
)
def test_mark_points_at_notes(mark: str, expected: list[int]) -> None:
    match = MARK.fullmatch(mark)

    assert match is not None
    assert list(numbers_in(match)) == expected


def test_mark_cites_its_note_where_it_stood() -> None:
    text = "Japan won. [1] China lost [2] and left. [9]" + NOTES

    part = next(split_document(Document("a.txt", text)))

    assert part.text == "Japan won. China lost and left."
    assert [(part.text[:position], quote.text) for position, quote in part.origin.citations] == [
        ("Japan won.", "Ann Lee, “A War of Words,” The Journal 3 (2015)."),
        ("Japan won. China lost", "The ministry's own figures."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[1] " * 20_000, id="marks everywhere"),
        pytest.param("x [1]\n" + "1. x\n" * 20_000, id="many first notes"),
        pytest.param("x [" + "1-999," * 3_000 + "1]", id="one mark for everything"),
        pytest.param("x [1]" + "\n " * 20_000, id="lines of white space"),
    ],
)
def test_hostile_notes_are_found_fast(text: str) -> None:
    start = time.perf_counter()

    find_notes(Document("a.txt", text))

    assert time.perf_counter() - start < 1
