"""Cut a document into texts that a parser reads well: paragraphs, without references and glosses in brackets."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graphbuild.model import Document, Origin, Quote, Span
from graphbuild.parse.notes import MARK, find_notes, numbers_in

MAX_CHARACTERS = 5_000
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
# The whole space before a bracket, looked for from its start only.
_SPACE = r"(?<!\s)\s*"
_WRAPPED_LINES = range(45, 131)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
# Atomic, since an item that can be read in several ways takes time exponential in the number of items.
# "Global Times [China]"
_WORDS = r"(?:[^;()\[\]]|\[[^\[\]()]{1,40}\])"
_YEAR = r"(?:1[6-9]|20)\d\d[a-z]?"
# Atomic, since an item that can be read in several ways takes time exponential in the number of items.
_DATED = (
    rf"(?>{_WORDS}{{2,80}}?(?:,\s+(?:{_MONTH}\b[^;()]{{0,40}}|(?:\d{{1,2}}\s+)?{_MONTH}\s+\d{{4}}|{_YEAR})"
    rf"|(?:\set al\.|\s&\s[^\W\d_][\w’'-]+),?\s+{_YEAR})(?=[;)]))"
)
_SEE = r"(?:(?:see|also|cf\.|e\.g\.,|for example,?)\s+){0,3}"
# "(Taipei Times, August 16, 2004; TVBS, February 24, 2010)", "(Smith, 2015)", "(see also Smith & Lee 2015)"
_CITATION = re.compile(_SPACE + rf"\(({_SEE}{_DATED}(?:;\s*{_DATED})*)\)")
# "Photo Source: ", "By: ": what labels a line, itself no part of its sentence
_LABEL = re.compile(r"[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*){0,2}:\s+(?=\S)")
# "(LDP)", "(HA/DR)", "(漢光演習)", "(https://osf.io)"
_GLOSS = re.compile(_SPACE + r"\((?:https?://[^()\s]{1,300}|[A-Z][A-Za-z.&/-]{0,6}[A-Z]s?|[^\x00-\u024f()]{1,40})\)")


@dataclass(frozen=True, slots=True)
class Part:
    """A text to parse and where it comes from."""

    text: str
    origin: Origin


def split_document(document: Document) -> Iterator[Part]:
    """Yield the paragraphs of ``document`` in order, none longer than ``MAX_CHARACTERS``."""
    notes = find_notes(document)
    for start, end in _paragraphs(document.text):
        for piece_start, piece_end in _pieces(document.text, start, end):
            part = _part(document, piece_start, piece_end, notes)
            if part.text.strip():
                yield part


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for gap in _BLANK_LINES.finditer(text):
        yield from _lines(text, at, gap.start())
        at = gap.end()
    yield from _lines(text, at, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a block whole if its lines are wrapped prose, else line by line (headings, lists)."""
    lines = list(re.finditer(r"[^\n]+", text[start:end]))
    lengths = [len(line.group()) for line in lines]
    is_wrapped = len(lines) > 1 and all(length in _WRAPPED_LINES for length in lengths[:-1]) and lengths[-1] <= max(lengths[:-1])
    if is_wrapped:
        yield start, end
    else:
        for line in lines:
            label = _LABEL.match(line.group())
            if label:
                yield start + line.start(), start + line.start() + label.end()
            yield start + line.start() + (label.end() if label else 0), start + line.end()


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long behind a full stop if there is one, else at a space, else anywhere."""
    while end - start > MAX_CHARACTERS:
        window = text[start : start + MAX_CHARACTERS]
        half = MAX_CHARACTERS // 2
        cut = max(window.rfind(mark, half) for mark in (". ", ".\n", "? ", "! ")) + 1
        cut = cut or window.rfind(" ", half) + 1 or MAX_CHARACTERS
        yield start, start + cut
        start += cut
    yield start, end


def _part(document: Document, start: int, end: int, notes: Mapping[int, Quote]) -> Part:
    # Line ends and tabs become spaces one for one, so that offsets stay.
    raw = re.sub(r"[\n\t\u00a0]", " ", document.text[start:end])
    kept: list[str] = []
    cuts: list[tuple[int, int]] = []
    citations: list[tuple[int, Quote]] = []
    at = length = 0
    for match in _cuts(raw):
        kept.append(raw[at : match.start()])
        length += match.start() - at
        cuts.append((length, match.end() - match.start()))
        if match.re is _CITATION:
            citations += ((length, quote) for quote in _quotes(document, start + match.start(1), match.group(1)))
        elif match.re is MARK:
            citations += ((length, notes[number]) for number in numbers_in(match) if number in notes)
        at = match.end()
    kept.append(raw[at:])
    return Part("".join(kept), Origin(document.id, document.text, start, tuple(cuts), tuple(citations)))


def _cuts(text: str) -> list[re.Match[str]]:
    """Return what is left out, in order; a reference that opens a paragraph stays."""
    matches = [
        match for pattern in (_CITATION, MARK, _GLOSS) for match in pattern.finditer(text) if text[: match.start()].strip()
    ]
    kept: list[re.Match[str]] = []
    for match in sorted(matches, key=lambda match: match.start()):
        if not kept or match.start() >= kept[-1].end():
            kept.append(match)
    return kept


def _quotes(document: Document, start: int, text: str) -> Iterator[Quote]:
    for item in re.finditer(r"[^;]+", text):
        words = item.group().strip()
        first = start + item.start() + item.group().index(words)
        yield Quote(words, Span(document.id, first, first + len(words)))
