"""Where sentences start."""

import numpy as np
from spacy.attrs import SENT_START
from spacy.tokens import Doc

from graphbuild.language.component import Classes, Component
from graphbuild.language.weights import Linear, Weights
from graphbuild.language.words import Words, annotate, given_starts


class Senter(Component):
    """Says of each word whether a sentence starts with it, unless that has been said before.

    White space belongs to the sentence before it; at the start of a text, to the first one.
    """

    def _prepare(self, weights: Weights, classes: Classes) -> None:  # noqa: ARG002 - a start or none: there is nothing to name
        self._starts = Linear.of(weights, "starts", outputs=1)

    def _annotate(self, doc: Doc, words: Words) -> None:
        found = np.full(len(doc), -1)
        found[words.at] = np.where(self._starts(words.states)[:, 0] > 0, 1, -1)
        found[: words.at[0] + 1 if len(words.at) else None] = -1
        found[0] = 1
        given = given_starts(doc)
        annotate(doc, [SENT_START], np.where(given, given, found))
