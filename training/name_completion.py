"""Add to an annotation what is certain although the corpus leaves it out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from training.name_lexicon import Lexicon
from training.name_types import PERSONS, NameAnnotation, NameSpan, disjoint, outside

_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_LANGUAGE_BEFORE = frozenset("in into from speak speaks spoke speaking original".split())
_LANGUAGE_AFTER = frozenset("language languages literature translation translations dialect word words".split())


def completed(words: Sequence[str], annotation: NameAnnotation, lexicon: Lexicon) -> NameAnnotation:
    """Add what is certain although the corpus leaves it out: titles, acronyms' types, demonyms, plain dates."""
    spans = _like_their_acronyms(words, annotation.spans)
    free = {*outside(len(words), spans)} - annotation.unknown
    found = [*spans]
    for span in spans:
        start = lexicon.title_before(words, span.start) if span.types <= PERSONS else span.start
        if start < span.start and free.issuperset(range(start, span.start)):
            found.append(NameSpan(start, span.start, frozenset({"Role"})))
    groups = (index for index in free if lexicon.is_group(words[index : index + 1]) and words[index] not in _COMMON)
    found += (NameSpan(index, index + 1, group_types(words, index, index + 1)) for index in groups)
    if "Date" in annotation.silent:
        found += (span for span in _dates(words) if free.issuperset(range(span.start, span.end)))
    return replace(annotation, spans=disjoint(found))


# Words of groups that are often something else.
_COMMON = frozenset("Democrat Republican Conservative Orthodox Gothic Norman Pole Dane Finn Nazi Latin Native East West".split())
_DATE = re.compile(
    rf"(?<= )(?:(?:\d\d? )?{_MONTH} (?:, )?{_YEAR}|{_MONTH} \d\d?(?: ,)? {_YEAR}|\d\d? {_MONTH}|{_MONTH} \d\d?"
    rf"|(?<= [Ii]n ){_YEAR}|(?<= [Ss]ince ){_YEAR}|(?<= until ){_YEAR}|(?<= the ){_YEAR}s)(?= )"
)


def _dates(words: Sequence[str]) -> Iterator[NameSpan]:
    text = " " + " ".join(words) + " "
    for match in _DATE.finditer(text):
        start = text.count(" ", 0, match.start()) - 1
        yield NameSpan(start, start + match[0].count(" ") + 1, frozenset({"Date"}))


def _like_their_acronyms(words: Sequence[str], spans: Sequence[NameSpan]) -> tuple[NameSpan, ...]:
    """Give "(DPP)" the type of the name before it."""
    matched = list(spans)
    for index, (long, short) in enumerate(pairwise(spans)):
        bracketed = short.start == long.end + 1 and words[long.end] == "(" and short.end - short.start == 1
        if bracketed and words[short.start].isupper() and long.types & short.types:
            both = long.types & short.types
            matched[index : index + 2] = [replace(long, types=both), replace(short, types=both)]
    return tuple(matched)


def group_types(words: Sequence[str], start: int, end: int) -> frozenset[str]:
    """Return what a demonym is here: a nationality, or perhaps the language."""
    before = words[start - 1].casefold() if start else ""
    after = words[end].casefold() if end < len(words) else ""
    language = before in _LANGUAGE_BEFORE or after in _LANGUAGE_AFTER
    return frozenset({"NORP", "Concept"} if language else {"NORP"})


def has_capital(name: Sequence[str]) -> bool:
    """Tell whether a name is written as one, or holds a number."""
    return any(char.isupper() or char.isdigit() for word in name for char in word)
