"""Acronyms in brackets: "Liberal Democratic Party (LDP)".

After Schwartz & Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text (PSB 2003), with the
stricter rule that the letters are initials, which names of bodies follow.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from graphbuild.extract.extractor import alias_finders
from graphbuild.extract.mentions import mentions_of, origin_of, span_of
from graphbuild.model import Alias, Mention, MentionKind, Span

_NAME = "acronym.v1"
_BRACKETED = re.compile(r"\(\s*([A-Z][A-Za-z.&/-]{1,9})\s*\)")
_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
# The words that an acronym stands for are looked for within so many characters.
_REACH = 400
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "de", "s", "&"})


@alias_finders.register(_NAME)
def find_acronyms(doc: Doc) -> Iterator[Alias]:
    """Yield each bracketed acronym with the words before it whose initials it is made of."""
    origin = origin_of(doc)
    if not len(doc):
        return
    whole = span_of(doc[:])
    text = origin.text[whole.start : whole.end + 16]
    for match in _BRACKETED.finditer(text):
        acronym = match.group(1)
        first = max(0, match.start() - _REACH)
        long_form = _long_form(text[first : match.start()], acronym)
        # The space before a bracket at the end of a paragraph is cut out with it.
        if long_form is not None and match.start() <= whole.end - whole.start + 1:
            start, end = first + long_form[0], first + long_form[1]
            label = _label_at(doc, whole.start + start, whole.start + end)
            yield Alias(
                _mention(origin.document_id, acronym, whole.start + match.start(1), label),
                _mention(origin.document_id, text[start:end], whole.start + start, label),
            )


def _mention(document_id: str, text: str, start: int, label: str) -> Mention:
    return Mention(Span(document_id, start, start + len(text)), text, label, MentionKind.NAME, text)


def _long_form(before: str, acronym: str) -> tuple[int, int] | None:
    """Return where the words that ``acronym`` abbreviates stand at the end of ``before``, None if they do not."""
    letters = [char.casefold() for char in acronym if char.isalpha()]
    if letters and letters[-1] == "s" and acronym.endswith("s"):
        letters.pop()
    words = list(_WORD.finditer(before))
    end = None
    for word in reversed(words[-3 * len(letters) - 2 :]):
        text = re.sub(r"['’]s$", "", word.group())
        if letters and text[:1].casefold() == letters[-1]:
            letters.pop()
            end = word.start() + len(text) if end is None else end
            if not letters:
                return (word.start(), end) if text[:1].isupper() else None
        elif text.casefold() not in _SMALL:
            return None
    return None


def _label_at(doc: Doc, start: int, end: int) -> str:
    inside = [mention for mention in mentions_of(doc) if mention.span.start < end and start < mention.span.end and mention.label]
    return inside[0].label if inside else ""
