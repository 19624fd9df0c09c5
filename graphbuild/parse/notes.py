"""Notes at the end of a text, by the number that its marks give them."""

import re
from collections.abc import Iterator, Mapping

from graphbuild.model import Document, Quote, Span

MARK = re.compile(r"(?<!\s)\s*\[(\d{1,3}(?:[,–-]\s?\d{1,3})*)\]")
"""A mark in a sentence or behind it: "[1]", "[12, 13]"."""
_NOTE = re.compile(r"^[^\S\n]*(?:\[(\d{1,3})\]|(\d{1,3})[.)])[^\S\n]+(\S[^\n]*)$", re.MULTILINE)
_MOST_NOTES = 100


def find_notes(document: Document) -> Mapping[int, Quote]:
    """Return the notes of a text that has marks for them: the last list that counts up from one behind the first mark."""
    first = MARK.search(document.text)
    notes: dict[int, Quote] = {}
    for line in _NOTE.finditer(document.text, first.end()) if first is not None else ():
        number = int(line[1] or line[2])
        if number == 1:
            notes = {}
        if number == len(notes) + 1:
            words = line[3].rstrip()
            notes[number] = Quote(words, Span(document.id, line.start(3), line.start(3) + len(words)))
    return notes


def numbers_in(mark: re.Match[str]) -> Iterator[int]:
    """Yield the numbers of the notes that a mark points at: 1, 2, 3 and 5 in "[1-3, 5]"."""
    for item in mark[1].split(","):
        first, _, last = item.replace("–", "-").partition("-")
        yield from range(int(first), min(int(last or first), int(first) + _MOST_NOTES) + 1)
