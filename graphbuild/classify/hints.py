"""What is known of words before any sentence: of which relations' triggers they are part."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from spacy.tokens import Span

from graphbuild.classify.features import Floats
from graphbuild.ontology import Ontology

Hints = Mapping[str, Sequence[int]]
"""The numbers of relations by lemma."""

_COMMON: Final = 6
"""A word of triggers of more relations tells nothing."""
_LIGHT: Final = frozenset(
    """be have do make take give hold get go come put keep win lose pay set run become remain seek offer show bring call
    of in to with on for from at as by against over into and""".split()
)


def hints_of(words: Span, hints: Hints, relations: int) -> Floats:
    """Tell of which relations' triggers each word is, (words, relations)."""
    found = np.zeros((len(words), relations), "float32")
    for row, token in enumerate(words):
        found[row, list(hints.get(token.lemma_.casefold(), ()))] = 1.0
    return found


def make_hints(ontology: Ontology, relations: Sequence[str]) -> dict[str, list[int]]:
    """Return the hints that the triggers of ``relations`` give."""
    numbers: dict[str, set[int]] = {}
    for number, name in enumerate(relations):
        for trigger in ontology.relations[name].triggers:
            for word in trigger.phrase.split():
                if word not in _LIGHT:
                    numbers.setdefault(word.strip("-"), set()).add(number)
    return {word: sorted(found) for word, found in sorted(numbers.items()) if len(found) <= _COMMON}
