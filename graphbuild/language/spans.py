"""Names from the scores of their words' tags: the best sequence in which names begin, go on and end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

OUTSIDE = "O"
POSITIONS = "BIES"
"""First of several words, inner one, last one, only one."""

_IMPOSSIBLE = -1e9

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TagScheme:
    """Tags ("O", "B-Person" …) and which may follow which: (before, behind), as what is added to a sequence's score."""

    tags: tuple[str, ...]
    follows: Floats
    starts: Floats
    ends: Floats

    @classmethod
    def of(cls, tags: Sequence[str]) -> Self:
        """Return the scheme of ``tags``."""
        opens = np.array([_is_open_before(tag) for tag in tags])
        closes = np.array([_is_open_behind(tag) for tag in tags])
        names = np.array([tag[2:] for tag in tags])
        fits = np.where(closes[:, None], opens[None, :] & (names[:, None] == names[None, :]), ~opens[None, :])
        penalty = [np.where(allowed, 0.0, _IMPOSSIBLE).astype("float32") for allowed in (fits, ~opens, ~closes)]
        return cls(tuple(tags), *penalty)

    def best(self, scores: Floats) -> npt.NDArray[np.int64]:
        """Return the number of each word's tag in the best sequence (Viterbi 1967); ``scores`` is (words, tags)."""
        alone: npt.NDArray[np.int64] = scores.argmax(1)
        if self._fits(alone):
            # What is best for each word alone is then the best of all sequences, and mostly it does fit.
            return alone
        origins = np.zeros(scores.shape, dtype="int64")
        reached = scores[0] + self.starts
        for index in range(1, len(scores)):
            candidates = reached[:, None] + self.follows
            origins[index] = candidates.argmax(0)
            reached = candidates.max(0) + scores[index]
        path = np.zeros(len(scores), dtype="int64")
        path[-1] = (reached + self.ends).argmax()
        for index in range(len(scores) - 1, 0, -1):
            path[index - 1] = origins[index, path[index]]
        return path

    def _fits(self, path: npt.NDArray[np.int64]) -> bool:
        if not len(path):
            return True
        return not (self.starts[path[0]] or self.ends[path[-1]] or self.follows[path[:-1], path[1:]].any())

    def spans(self, path: Sequence[int] | npt.NDArray[np.int64]) -> Iterator[tuple[int, int, str]]:
        """Yield first word, end and type of each name in a sequence of tags."""
        start = 0
        for index, number in enumerate(path):
            position, _, name = self.tags[number].partition("-")
            if position in {"B", "S"}:
                start = index
            if position in {"E", "S"}:
                yield start, index + 1, name


def _is_open_before(tag: str) -> bool:
    return tag[0] in "IE" and tag != OUTSIDE


def _is_open_behind(tag: str) -> bool:
    return tag[0] in "BI"
