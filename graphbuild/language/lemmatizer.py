"""Lemmas, by edit scripts: the best one that fits the word and gives a lemma which the lexicon lists."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, Self

import numpy as np
from spacy.attrs import LEMMA, ORTH
from spacy.tokens import Doc

from graphbuild.language.component import Classes, Component
from graphbuild.language.edit_scripts import apply_script, straighten
from graphbuild.language.lexicon import Lexicon
from graphbuild.language.weights import Floats, Ints, Linear, Weights
from graphbuild.language.words import Words, annotate

LEXICON: Final = "lexicon.json.gz"

_NAME = "PROPN"
_MOST_CANDIDATES = 8
_BLOCK = 1024


class Lemmatizer(Component):
    """Gives each word its lemma; white space is its own, and so is a word that no script fits.

    Its classes are ``scripts``. The lexicon, a file of its own, is asked by part of speech; words that have none, since nobody has
    tagged them, get the lemma of the best script.
    """

    lexicon = Lexicon()

    def files(self) -> Mapping[str, bytes]:
        """Return the weights, the classes and the lexicon."""
        return {**super().files(), LEXICON: self.lexicon.to_bytes()}

    def load_files(self, files: Mapping[str, bytes]) -> Self:
        """Take over weights, classes and a lexicon."""
        if LEXICON in files:
            self.lexicon = Lexicon.from_bytes(files[LEXICON])
        return super().load_files(files)

    def _prepare(self, weights: Weights, classes: Classes) -> None:
        self._scripts = tuple(map(straighten, classes["scripts"]))
        self._layer = Linear.of(weights, "scripts", outputs=len(self._scripts))

    def _annotate(self, doc: Doc, words: Words) -> None:
        lemmas = np.array(doc.to_array(ORTH))
        add = self.vocab.strings.add
        lemmas[words.at] = [add(lemma) for lemma in self._lemmas(doc, words)]
        annotate(doc, [LEMMA], lemmas)

    def _lemmas(self, doc: Doc, words: Words) -> Sequence[str]:
        tokens = [doc[index] for index in words.at.tolist()]
        parts = [token.pos_ for token in tokens]
        # A name is spelt as it is written: "O’Brien".
        forms = [token.text if part == _NAME else straighten(token.text) for token, part in zip(tokens, parts, strict=True)]
        entries = {part: self.lexicon.entries(part) for part in set(parts)}
        lemmas = [entries[part].forms.get(form, "") for form, part in zip(forms, parts, strict=True)]
        unknown = np.array([number for number, lemma in enumerate(lemmas) if not lemma], "int64")
        for number, scores in zip(unknown.tolist(), self._scores(words.states, unknown), strict=True):
            candidates = self._candidates(forms[number], scores)
            choose = self._name_lemma if parts[number] == _NAME else entries[parts[number]].choose
            lemmas[number] = choose(forms[number], candidates)
        return lemmas

    def _scores(self, states: Floats, numbers: Ints) -> Iterator[Floats]:
        for start in range(0, len(numbers), _BLOCK):
            yield from self._layer(states[numbers[start : start + _BLOCK]])

    def _candidates(self, form: str, scores: Floats) -> Iterator[str]:
        best = apply_script(form, self._scripts[scores.argmax()])
        if best:
            yield best
        for number in np.argsort(-scores, kind="stable")[1:_MOST_CANDIDATES]:
            lemma = apply_script(form, self._scripts[number])
            if lemma:
                yield lemma

    def _name_lemma(self, form: str, candidates: Iterator[str]) -> str:
        """Leave "Clements" alone if the best script does, but make "Library" of "Libraries"."""
        best = next(candidates, form)
        unchanged = best.lower() == form.lower()
        return best if unchanged else self.lexicon.entries("NOUN").choose(form, chain([best], candidates))
