"""A sentence in numbers, as the relation reader sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.tokens import Span

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

OUTSIDE, SUBJECT_PATH, OBJECT_PATH, JOINT, SUBJECT, OBJECT, OTHER = range(7)
"""What a word is to a pair: nothing, on the way of the tree from the subject or from the object up to where the ways meet, where they
meet, within the subject or the object, or within another mention."""

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
_DEPENDENCY = {name: number for number, name in enumerate(DEPENDENCIES, start=1)}
_TAG = {name: number for number, name in enumerate(TAGS, start=1)}
_TYPE = {name: number for number, name in enumerate(TYPES, start=1)}


@dataclass(frozen=True, slots=True)
class SentenceFeatures:
    """A sentence of ``words`` and its ``mentions``.

    ``states`` are the encoder's, (words, width); ``heads`` the number of each word's head, its own for the root; ``dependencies`` and
    ``tags`` the numbers of labels, 0 for one unknown; ``meanings`` the vectors of lemmas, (words, dimensions); ``hints`` tells of which
    relations' triggers each word is, (words, relations); ``spans`` are first word and end of each mention, (mentions, 2), and ``types``
    the numbers of their types.
    """

    states: Floats
    heads: Ints
    dependencies: Ints
    tags: Ints
    meanings: Floats
    hints: Floats
    spans: Ints
    types: Ints

    def roles(self, pairs: Ints) -> Ints:
        """Return what each word is to each pair of mentions, (pairs, words)."""
        above, depth = ancestors(self.heads)
        heads = self.mention_heads(depth)
        subject, obj = above[heads[pairs[:, 0]]], above[heads[pairs[:, 1]]]
        joint = (np.where(subject & obj, depth + 1, 0)).argmax(1)
        roles = np.where(subject & ~obj, SUBJECT_PATH, np.where(obj & ~subject, OBJECT_PATH, OUTSIDE))
        roles[np.arange(len(pairs)), joint] = JOINT
        inside = self.inside()
        roles[(roles == OUTSIDE) & inside.any(0)] = OTHER
        roles[inside[pairs[:, 1]]] = OBJECT
        roles[inside[pairs[:, 0]]] = SUBJECT
        return roles

    def inside(self) -> npt.NDArray[np.bool_]:
        """Tell which words each mention has, (mentions, words)."""
        at = np.arange(len(self.heads))
        found: npt.NDArray[np.bool_] = (at >= self.spans[:, :1]) & (at < self.spans[:, 1:])
        return found

    def mention_heads(self, depth: Ints) -> Ints:
        """Return the word of each mention that is highest in the tree."""
        highest: Ints = np.where(self.inside(), depth, len(depth) + 1).argmin(1)
        return highest


@dataclass(frozen=True, eq=False)
class Lexicon:
    """What is known of words before any sentence: their meanings, and of which relations' triggers they are, by lemma."""

    meanings: Mapping[tuple[str, str], Floats]
    dimensions: int
    relations: Mapping[str, Sequence[int]]
    relation_count: int

    def meaning(self, tag: str, lemma: str) -> Floats:
        """Return the vector of a word, zeros for one unknown."""
        found = self.meanings.get(("NOUN" if tag == "PROPN" else tag, lemma))
        return np.zeros(self.dimensions, "float32") if found is None else found

    def hint(self, lemma: str) -> Floats:
        """Return a 1 for each relation of whose triggers the word is."""
        row = np.zeros(self.relation_count, "float32")
        row[list(self.relations.get(lemma, ()))] = 1.0
        return row


def features_of(sentence: Span, spans: Sequence[tuple[int, int]], types: Sequence[str], lexicon: Lexicon) -> SentenceFeatures:
    """Return the numbers of a sentence whose Doc has its encoder's states; ``spans`` are counted from its start."""
    doc = sentence.doc
    states: Floats = np.asarray(doc.tensor[sentence.start : sentence.end], "float32")
    return SentenceFeatures(
        states=states,
        heads=np.array([token.head.i - sentence.start for token in sentence], "int64").clip(0, len(sentence) - 1),
        dependencies=np.array([_DEPENDENCY.get(token.dep_, 0) for token in sentence], "int64"),
        tags=np.array([_TAG.get(token.pos_, 0) for token in sentence], "int64"),
        meanings=np.array([lexicon.meaning(token.pos_, token.lemma_.casefold()) for token in sentence], "float32"),
        hints=np.array([lexicon.hint(token.lemma_.casefold()) for token in sentence], "float32"),
        spans=np.array(spans, "int64").reshape(-1, 2),
        types=np.array([_TYPE.get(type_, 0) for type_ in types], "int64"),
    )


def ancestors(heads: Ints) -> tuple[npt.NDArray[np.bool_], Ints]:
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
