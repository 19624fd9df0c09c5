"""Which candidates are mentions of something that takes part in politics, and of what type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from graphbuild.classify.candidates import MentionCandidate
from graphbuild.classify.features import TYPES, Floats, Ints
from graphbuild.model import MentionKind

KINDS: Final = tuple(MentionKind)
LABELS: Final = (
    """Person PoliticalParty Government Country GovernmentBody MilitaryForce Organization Group Place City Facility Event Agreement
    Equipment Work Concept Demonym"""
).split()


@dataclass(frozen=True, eq=False)
class Detector:
    """Two layers over the encoder's states of a candidate's head and of the word above it."""

    hidden: Floats
    """(features + 1, hidden), the bias last."""
    classes: Floats
    """(hidden + 1, 1 + types), the bias last."""

    @classmethod
    def of(cls, weights: Mapping[str, Floats]) -> Self:
        """Return the detector with these weights."""
        return cls(weights["hidden"].astype("float32"), weights["classes"].astype("float32"))

    def __call__(self, features: Floats) -> Floats:
        """Return how likely each candidate is no mention, or one of each type, (candidates, 1 + types)."""
        hidden = np.maximum(features @ self.hidden[:-1] + self.hidden[-1], 0.0)
        scores = hidden @ self.classes[:-1] + self.classes[-1]
        shares: Floats = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        return shares


def candidate_features(candidates: Sequence[MentionCandidate], states: Floats, heads: Ints) -> Floats:
    """Return what the detector looks at, (candidates, features).

    ``states`` are the encoder's of all words of the text, (words, width), and ``heads`` the number of each word's head.
    """
    at = np.array([candidate.place.head for candidate in candidates], "int64")
    kinds, labels = np.zeros((len(candidates), len(KINDS)), "float32"), np.zeros((len(candidates), len(LABELS)), "float32")
    for row, candidate in enumerate(candidates):
        kinds[row, KINDS.index(candidate.kind)] = 1.0
        if candidate.label in LABELS:
            labels[row, LABELS.index(candidate.label)] = 1.0
    return np.concatenate([states[at], states[heads[at]], kinds, labels], 1).astype("float32")


def best_types(shares: Floats) -> Ints:
    """Return the number of the likeliest type of each candidate, taken for a mention."""
    best: Ints = shares[:, 1 : 1 + len(TYPES)].argmax(1) + 1
    return best
