"""Parts of speech, tags and morphological features."""

import numpy as np
from spacy.attrs import MORPH, POS, TAG
from spacy.parts_of_speech import IDS as PART_OF_SPEECH_IDS
from spacy.tokens import Doc

from graphbuild.language.component import Classes, Component
from graphbuild.language.weights import Linear, Weights
from graphbuild.language.words import Words, annotate


class Tagger(Component):
    """Gives each word its tag, part of speech and features, each the one with the best score.

    Its classes are ``xpos``, ``upos`` and ``feats`` ("Number=Sing|Person=3", "_" for none).
    """

    @property
    def labels(self) -> tuple[str, ...]:
        """The tags."""
        return tuple(self.classes.get("xpos", ()))

    def _prepare(self, weights: Weights, classes: Classes) -> None:
        # White space has classes of its own, behind those that are told apart.
        tags, parts, features = [*classes["xpos"], "_SP"], [*classes["upos"], "SPACE"], [*classes["feats"], "_"]
        self._layers = [Linear.of(weights, name, outputs=len(classes[name])) for name in ("xpos", "upos", "feats")]
        self._keys = [
            np.array([self.vocab.strings.add(tag) for tag in tags], "uint64"),
            np.array([PART_OF_SPEECH_IDS[part] for part in parts], "uint64"),
            np.array([self.vocab.morphology.add(feature) for feature in features], "uint64"),
        ]

    def _annotate(self, doc: Doc, words: Words) -> None:
        columns = np.empty((len(doc), len(self._keys)), "uint64")
        for column, (layer, keys) in enumerate(zip(self._layers, self._keys, strict=True)):
            columns[:, column] = keys[-1]
            columns[words.at, column] = keys[layer.best(words.states)]
        annotate(doc, [TAG, POS, MORPH], columns)
