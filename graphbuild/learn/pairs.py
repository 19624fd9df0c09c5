"""Pairs of mentions of the examples: what the network knows of each, and which relations they are in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from spacy.tokens import Doc

from graphbuild.classify import RelationReader
from graphbuild.classify.candidates import MentionCandidate
from graphbuild.classify.features import Flags, Floats, Ints, partners
from graphbuild.classify.learned import pair_blocks
from graphbuild.classify.reader import Passage
from graphbuild.extract.mentions import Place, span_of
from graphbuild.language.encoder import STATES_KEY
from graphbuild.learn.examples import Example, Remark
from graphbuild.learn.places import Marked, Paragraphs
from graphbuild.model import Span

MOST_PAIRS: Final = 30_000
"""Of more pairs than these, the rest of those in no relation is left out."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions of one sentence, and the lines that say something of them; ``is_found`` tells whether a build finds both."""

    example: int
    sentence: Span
    subject: Span
    object: Span
    lines: tuple[int, ...]
    expected: frozenset[str]
    is_found: bool


@dataclass(frozen=True, eq=False)
class Pairs:
    """All pairs of the examples, each with its features and the number of the pair with the sides exchanged.

    ``blocks`` has for each feature the number of the block that it is of.
    """

    pairs: tuple[Pair, ...]
    features: Floats
    turned: Ints
    blocks: Ints

    def expected(self, relations: Sequence[str]) -> Flags:
        """Tell which relations each pair is in, (pairs, relations)."""
        return np.array([[name in pair.expected for name in relations] for pair in self.pairs], dtype=bool)

    def chosen(self, kept: Flags) -> "Pairs":
        """Return some of the pairs; with a pair goes the one with its sides exchanged."""
        rows = np.flatnonzero(kept | kept[self.turned])
        places = np.full(len(self.pairs), -1)
        places[rows] = np.arange(len(rows))
        return Pairs(tuple(self.pairs[row] for row in rows.tolist()), self.features[rows], places[self.turned[rows]], self.blocks)


class PairReader:
    """Reads the pairs of one example after another."""

    def __init__(self, reader: RelationReader, symmetric: frozenset[str]) -> None:
        self._reader = reader
        self._symmetric = symmetric
        self._pairs: list[Pair] = []
        self._features: list[Floats] = []
        self._turned: list[Ints] = []
        self._blocks: Ints = np.zeros(0, "int64")

    def add(self, number: int, example: Example, docs: Sequence[Doc]) -> Iterator[Remark | Marked]:
        """Take the pairs of an example; yield its facts as they were found in the parse, or what is wrong with them."""
        paragraphs = Paragraphs(example.text, docs)
        marked = []
        for fact in example.facts:
            found = paragraphs.mark(fact)
            if isinstance(found, Marked):
                marked.append(found)
            else:
                yield Remark(fact.line, found)
        yield from _contradictions(marked)
        yield from marked
        for paragraph, doc in enumerate(docs):
            self._read(number, doc, [each for each in marked if each.paragraph == paragraph])

    def pairs(self) -> Pairs:
        """Return the pairs of all examples."""
        if not self._pairs:
            return Pairs((), np.zeros((0, 0), "float32"), np.zeros(0, "int64"), self._blocks)
        sizes = np.cumsum([0, *map(len, self._turned[:-1])])
        turned = np.concatenate([each + size for each, size in zip(self._turned, sizes.tolist(), strict=True)])
        return _sampled(Pairs(tuple(self._pairs), np.concatenate(self._features), turned, self._blocks))

    def _read(self, number: int, doc: Doc, marked: Sequence[Marked]) -> None:
        given = {side.place: side for each in marked for side in (each.subject, each.object)}
        found = {
            candidate.place
            for passage in self._reader.passages(doc, doc.user_data[STATES_KEY])
            for candidate in passage.candidates
        }
        facts = _facts(marked, self._symmetric)
        same = frozenset(_names(each.subject, each.object) for each in marked if each.fact.relation is not None)
        for passage, scores in self._reader.read(doc, tuple(given.values())):
            sides = [[passage.candidates[side] for side in pair] for pair in passage.pairs.tolist()]
            pairs = [_pair(number, passage, subject, obj, facts, found) for subject, obj in sides]
            is_known = np.array(
                [
                    bool(pair.lines) or not ({_names(*both), _names(*both[::-1])} & same)
                    for pair, both in zip(pairs, sides, strict=True)
                ],
                dtype=bool,
            )
            blocks = pair_blocks(passage, scores)
            self._blocks = np.repeat(np.arange(len(blocks)), [block.shape[1] for block in blocks])
            features = np.concatenate(blocks, axis=1, dtype="float32")
            read = Pairs(tuple(pairs), features, partners(passage.pairs), self._blocks).chosen(is_known)
            self._pairs += read.pairs
            self._features.append(read.features)
            self._turned.append(read.turned)


_Facts = Mapping[tuple[Place, Place], Sequence[tuple[int, str | None]]]


def _facts(marked: Sequence[Marked], symmetric: frozenset[str]) -> _Facts:
    """Return lines and relations of each pair of places."""
    facts: dict[tuple[Place, Place], list[tuple[int, str | None]]] = {}
    for each in marked:
        places = each.subject.place, each.object.place
        facts.setdefault(places, []).append((each.fact.line, each.fact.relation))
        if each.fact.relation in symmetric:
            facts.setdefault(places[::-1], []).append((each.fact.line, each.fact.relation))
    return facts


def _pair(
    number: int, passage: Passage, subject: MentionCandidate, obj: MentionCandidate, facts: _Facts, found: set[Place]
) -> Pair:
    doc = passage.words.doc
    places = subject.place, obj.place
    said = facts.get(places, ())
    return Pair(
        example=number,
        sentence=span_of(doc[subject.place.head].sent),
        subject=span_of(doc[subject.place.start : subject.place.end]),
        object=span_of(doc[obj.place.start : obj.place.end]),
        lines=tuple(sorted({line for line, _ in said})),
        expected=frozenset(relation for _, relation in said if relation is not None),
        is_found=found.issuperset(places),
    )


def _names(subject: MentionCandidate, obj: MentionCandidate) -> tuple[str, str]:
    """Return what the things of a pair are called: a pair of other words for the same two things is no example of no relation."""
    return subject.mention.name.casefold(), obj.mention.name.casefold()


def _contradictions(marked: Sequence[Marked]) -> Iterator[Remark]:
    """Yield the facts that another one of the same pair repeats or denies."""
    known: dict[tuple[int, Place, Place], dict[str | None, int]] = {}
    for each in marked:
        said = known.setdefault((each.paragraph, each.subject.place, each.object.place), {})
        relation = each.fact.relation
        if relation in said:
            yield Remark(each.fact.line, f"says what line {said[relation]} says", is_error=False)
        elif said and None in {relation, *said}:
            yield Remark(each.fact.line, f"line {next(iter(said.values()))} says the opposite of the same pair")
        said.setdefault(relation, each.fact.line)


def _sampled(pairs: Pairs) -> Pairs:
    """Return the pairs that some line speaks of, and as many others as are not too many."""
    is_told = np.array([bool(pair.lines) for pair in pairs.pairs], dtype=bool)
    if len(is_told) <= MOST_PAIRS:
        return pairs
    chance = np.random.default_rng(0).random(len(is_told))
    share = max(MOST_PAIRS - 2 * int(is_told.sum()), 0) / len(is_told) / 2
    return pairs.chosen(is_told | (chance < share))
