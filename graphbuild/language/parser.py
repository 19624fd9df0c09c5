"""Dependency trees, one a sentence: scores for every arc, the best tree, then a label for each of its arcs.

Dozat & Manning (2017), "Deep biaffine attention for neural dependency parsing".
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from spacy.attrs import DEP, HEAD, SENT_START
from spacy.tokens import Doc

from graphbuild.language.component import Classes, Component
from graphbuild.language.tree import best_tree
from graphbuild.language.weights import Floats, Ints, Linear, Weights
from graphbuild.language.words import Words, annotate, blocks_of_runs, sentence_numbers

_ROOT: Final = "root"
_SPACE_LABEL: Final = "dep"
_BLOCK: Final = 256


class Parser(Component):
    """Gives each word its head and label, within the sentences that the Doc has.

    Its classes are ``labels``; "root" is for roots alone, which spaCy calls "ROOT". White space hangs on the word before it.
    """

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels, as Docs have them."""
        return tuple("ROOT" if label == _ROOT else label for label in self.classes.get("labels", ()))

    def _prepare(self, weights: Weights, classes: Classes) -> None:
        labels = list(classes["labels"])
        self._arc_child, self._arc_head, self._label_child, self._label_head = (
            Linear.of(weights, name) for name in ("arc_child", "arc_head", "label_child", "label_head")
        )
        arc, label, root = (weights[name].astype("float32") for name in ("arc", "label", "root"))
        if len(label) != len(labels):
            raise ValueError(f"there must be weights of {len(labels)} labels, got {len(label)}")
        self._arc = Linear(arc[:-1], arc[-1])
        self._root = self._arc_head.activated(root[None])[0]
        self._label = np.ascontiguousarray(label.transpose(1, 0, 2)).reshape(label.shape[1], -1)
        self._root_number = labels.index(_ROOT)
        self._keys = np.array([self.vocab.strings.add(name) for name in [*labels, "ROOT", _SPACE_LABEL]], "uint64")

    def _annotate(self, doc: Doc, words: Words) -> None:
        numbers = sentence_numbers(doc)
        heads = self._heads(words.states, words.sentences(doc))
        labels = np.full(len(doc), len(self._keys) - 1)
        labels[words.at] = self._labels(words.states, heads)
        above = _hang_space(words.at, numbers)
        above[words.at] = words.at[heads]
        places = np.arange(len(doc))
        labels[above == places] = len(self._keys) - 2
        annotate(doc, [HEAD, DEP], np.column_stack([(above - places).astype("uint64"), self._keys[labels]]))
        # spaCy has now looked for the sentences in the trees, which for twisted trees it gives up after a few rounds.
        annotate(doc, [SENT_START], np.where(np.diff(numbers, prepend=-1) > 0, 1, -1))

    def _heads(self, states: Floats, sentences: Sequence[slice]) -> Ints:
        """Return the number of each word's head, a root's own for roots."""
        heads = np.arange(len(states))
        for block, runs in blocks_of_runs(sentences):
            children = self._arc(self._arc_child.activated(states[block]))
            parents = self._arc_head.activated(states[block])
            from_root = children @ self._root
            for run in runs:
                scores = np.column_stack([from_root[run], children[run] @ parents[run].T])
                found = best_tree(scores)
                place = slice(block.start + run.start, block.start + run.stop)
                heads[place] = np.where(found > 0, place.start + found - 1, heads[place])
        for sentence in sentences:
            _unite(heads[sentence], sentence.start)
        return heads

    def _labels(self, states: Floats, heads: Ints) -> Ints:
        """Return the number of the best label of each word's arc."""
        found = np.empty(len(states), "int64")
        for start in range(0, len(states), _BLOCK):
            block = slice(start, start + _BLOCK)
            children = _with_one(self._label_child.activated(states[block]))
            parents = _with_one(self._label_head.activated(states[heads[block]]))
            turned = (children @ self._label).reshape(len(children), -1, parents.shape[1])
            scores = (turned @ parents[:, :, None])[:, :, 0]
            scores[:, self._root_number] = -np.inf
            found[block] = scores.argmax(1)
        return found


def _unite(heads: Ints, start: int) -> None:
    """Hang all roots of a sentence that was parsed in runs on the first one."""
    roots = np.flatnonzero(heads == np.arange(start, start + len(heads)))
    heads[roots[1:]] = start + roots[0]


def _hang_space(at: Ints, numbers: Ints) -> Ints:
    """Return the head of each token if it is white space: in its sentence the word before it, else behind it, else the first token."""
    size = len(numbers)
    marks = np.full(size, -1)
    marks[at] = at
    before = np.maximum.accumulate(marks)
    marks[marks < 0] = size
    behind = np.minimum.accumulate(marks[::-1])[::-1]
    first = np.searchsorted(numbers, numbers)
    follows = numbers[np.minimum(behind, size - 1)] == numbers
    return np.where(before >= first, before, np.where((behind < size) & follows, behind, first))


def _with_one(states: Floats) -> Floats:
    return np.column_stack([states, np.ones(len(states), "float32")])
