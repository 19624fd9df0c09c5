"""The types of names, and what is known of the names in a sentence, which may be less than all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

PERSONS = frozenset({"Person", "Politician"})
BODIES = frozenset({"Organization", "Government", "GovernmentBody", "MilitaryForce"})
ORGANIZATIONS = BODIES | {"PoliticalParty"}
PLACES = frozenset({"Country", "Place", "Facility"})
OCCASIONS = frozenset({"Event", "Election"})
NUMBERS = frozenset({"Money", "Percent", "Quantity", "Ordinal", "Cardinal"})
TIMES = frozenset({"Date", "Time"})
MISCELLANY = frozenset({"NORP", "Agreement", "Work", "Equipment", "Concept"})
TYPES = tuple(sorted(PERSONS | ORGANIZATIONS | PLACES | OCCASIONS | NUMBERS | TIMES | MISCELLANY | {"Role"}))

_NO_SPACE_BEFORE = re.compile(r"""[.,;:!?%)\]}”’]+|'s|'n't|n't|''""")
_NO_SPACE_AFTER = re.compile(r"""[(\[{“‘$#]+|``""")


@dataclass(frozen=True, slots=True, order=True)
class NameSpan:
    """A name from the word ``start`` to before the word ``end``, of one of ``types``."""

    start: int
    end: int
    types: frozenset[str]

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or not self.types:
            raise ValueError(f"a name has words and a type, got [{self.start}, {self.end}) {sorted(self.types)}")


@dataclass(frozen=True, slots=True)
class NameAnnotation:
    """What is known of a sentence's names: disjoint spans in order, and what is not known.

    Nothing is known about the words in ``unknown``. A word outside the spans may yet belong to a name of a type in
    ``silent``, which the corpus does not annotate.
    """

    spans: tuple[NameSpan, ...] = ()
    unknown: frozenset[int] = frozenset()
    silent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A tokenized sentence; ``spaces`` tells after which words a space follows."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    names: NameAnnotation


def space(words: Sequence[str]) -> tuple[bool, ...]:
    """Return after which words prose has a space."""
    pairs = zip(words, [*words[1:], "x"], strict=True)
    return tuple(not _NO_SPACE_AFTER.fullmatch(a) and not _NO_SPACE_BEFORE.fullmatch(b) for a, b in pairs)


def disjoint(spans: Iterable[NameSpan]) -> tuple[NameSpan, ...]:
    """Return the spans in order; of two that overlap the longer, of two equals the first."""
    taken: set[int] = set()
    kept = []
    for span in sorted(spans, key=lambda span: span.start - span.end):
        words = range(span.start, span.end)
        if taken.isdisjoint(words):
            taken.update(words)
            kept.append(span)
    return tuple(sorted(kept, key=lambda span: span.start))


def outside(count: int, spans: Iterable[NameSpan]) -> Iterator[int]:
    """Yield the words, of ``count``, that are in none of ``spans``."""
    inside = {index for span in spans for index in range(span.start, span.end)}
    return (index for index in range(count) if index not in inside)
