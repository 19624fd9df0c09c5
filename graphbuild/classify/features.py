"""Words and mentions in numbers, as the network that reads relations takes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.attrs import DEP, HEAD, POS, SENT_START
from spacy.strings import StringStore
from spacy.tokens import Span

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

OUTSIDE, SUBJECT_PATH, OBJECT_PATH, JOINT, SUBJECT, OBJECT, OTHER, NOWHERE = range(8)
"""What a word is to a pair: nothing, on the way of the tree from the subject or from the object up to where the ways meet, where they
meet, within the subject or the object, within another mention, or in another sentence."""

DEPENDENCIES: Final = (
    """ROOT acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj cop csubj
    csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat goeswith iobj list mark nmod nmod:desc nmod:poss
    nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis punct reparandum vocative xcomp"""
).split()
TAGS: Final = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE".split()
TYPES: Final = (
    """Person PoliticalParty Government Country GovernmentBody MilitaryForce Organization Group Place Facility Event Agreement Equipment
    Concept Role"""
).split()
"""The types of mentions; the number 0 is for none of them."""
_HASH: Final = 2**64 - 1
"""Hashes have no sign."""
_DEPENDENCY: Final = {name: number for number, name in enumerate(DEPENDENCIES, start=1)}
_TAG: Final = {name: number for number, name in enumerate(TAGS, start=1)}
TYPE_NUMBERS: Final = {name: number for number, name in enumerate(TYPES, start=1)}


@dataclass(frozen=True, slots=True)
class Features:
    """A few sentences of ``words`` and their ``mentions``, all numbers counted from the first word.

    ``heads`` are the number of each word's head, its own for the root; ``sentences`` the number of its sentence; ``dependencies`` and
    ``tags`` the numbers of labels, 0 for one unknown; ``spans`` are first word and end of each mention, (mentions, 2), and ``types``
    the numbers of their types.
    """

    heads: Ints
    sentences: Ints
    dependencies: Ints
    tags: Ints
    spans: Ints
    types: Ints

    def pairs(self, different: Flags | None = None) -> Ints:
        """Return the ordered pairs of mentions in one sentence, (pairs, 2); of two that are not ``different`` none."""
        own = self.sentences[self.spans[:, 0]] if len(self.spans) else np.zeros(0, "int64")
        may_pair = (own[:, None] == own[None]) & ~np.eye(len(own), dtype=bool)
        return np.argwhere(may_pair if different is None else may_pair & different)

    def roles(self, pairs: Ints) -> Ints:
        """Return what each word is to each pair of mentions, (pairs, words)."""
        above, depth = _ancestors(self.heads)
        inside = self.inside()
        highest = np.where(inside, depth, len(depth) + 1).argmin(1)
        subject, obj = above[highest[pairs[:, 0]]], above[highest[pairs[:, 1]]]
        joint = np.where(subject & obj, depth + 1, 0).argmax(1)
        roles = np.where(subject & ~obj, SUBJECT_PATH, np.where(obj & ~subject, OBJECT_PATH, OUTSIDE))
        roles[np.arange(len(pairs)), joint] = JOINT
        roles[(roles == OUTSIDE) & inside.any(0)] = OTHER
        roles[inside[pairs[:, 1]]] = OBJECT
        roles[inside[pairs[:, 0]]] = SUBJECT
        own = self.sentences[self.spans[pairs[:, 0], 0]]
        roles[own[:, None] != self.sentences[None]] = NOWHERE
        return roles

    def inside(self) -> Flags:
        """Tell which words each mention has, (mentions, words)."""
        at = np.arange(len(self.heads))
        found: Flags = (at >= self.spans[:, :1]) & (at < self.spans[:, 1:])
        return found

    def kinds(self) -> Floats:
        """Tell of which types of mentions each word is part, (words, 1 + types)."""
        kinds = np.zeros((len(self.heads), len(TYPES) + 1), "float32")
        for (start, end), type_ in zip(self.spans.tolist(), self.types.tolist(), strict=True):
            kinds[start:end, type_] = 1.0
        return kinds


def features_of(words: Span, spans: Sequence[tuple[int, int]], types: Sequence[int]) -> Features:
    """Return the numbers of a few whole sentences; ``spans`` are counted from the first of their words."""
    numbers = words.doc.to_array([HEAD, DEP, POS, SENT_START])[words.start : words.end]
    heads, labels, tags, starts = numbers.astype("int64").T
    strings = words.doc.vocab.strings
    return Features(
        heads=(np.arange(len(words)) + heads).clip(0, len(words) - 1),
        sentences=np.cumsum(starts == 1),
        dependencies=_numbers(labels, _DEPENDENCY, strings),
        tags=_numbers(tags, _TAG, strings),
        spans=np.array(spans, "int64").reshape(-1, 2),
        types=np.array(types, "int64"),
    )


def partners(pairs: Ints) -> Ints:
    """Return for each pair the number of the pair with the sides exchanged."""
    numbers = {(subject, obj): number for number, (subject, obj) in enumerate(pairs.tolist())}
    return np.array([numbers[obj, subject] for subject, obj in pairs.tolist()], dtype="int64")


def _numbers(labels: Ints, numbers: Mapping[str, int], strings: StringStore) -> Ints:
    """Return the numbers of labels, which are given by their hashes, 0 for one unknown."""
    different, at = np.unique(labels, return_inverse=True)
    known = [numbers.get(strings[label & _HASH], 0) for label in different.tolist()]
    found: Ints = np.array(known, "int64")[at]
    return found


def _ancestors(heads: Ints) -> tuple[Flags, Ints]:
    """Return which words are above each word in the tree, itself included, (words, words), and how deep each word is."""
    size = len(heads)
    above = np.eye(size, dtype=bool)
    current = heads
    for _ in range(size):
        reached = above[np.arange(size), current]
        if reached.all():
            break
        above[np.arange(size), current] = True
        current = heads[current]
    return above, above.sum(1) - 1
