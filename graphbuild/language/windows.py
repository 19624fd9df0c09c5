"""Texts that are longer than what the encoder reads at once: windows that overlap, so that each word is read with context."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from graphbuild.language.pieces import MOST_PIECES
from graphbuild.language.weights import Ints

MOST_POSITIONS: Final = 510
"""The encoder knows 512 positions, and two of them are marks."""


@dataclass(frozen=True, slots=True)
class Window:
    """The words that are read together, and those among them whose states are kept: all have more context here than elsewhere."""

    read: slice
    kept: slice


@dataclass(frozen=True, slots=True)
class WindowPlan:
    """How many pieces are read at once, and how many on each side of what is kept serve as context.

    Raises:
        ValueError: nothing would be left between two contexts, or the encoder cannot read that much.
    """

    size: int
    context: int

    def __post_init__(self) -> None:
        if self.context < 0 or not 2 * self.context + 2 * MOST_PIECES <= self.size <= MOST_POSITIONS:
            least = 2 * max(self.context, 0) + 2 * MOST_PIECES
            raise ValueError(
                f"window must be from {least} to {MOST_POSITIONS} pieces with a context of {self.context}, got {self.size}"
            )

    def windows(self, starts: Ints, total: int) -> Iterator[Window]:
        """Yield as few windows as can be, all about as long, for words whose pieces start at ``starts`` and end at ``total``."""
        ends = np.append(starts[1:], total)
        cuts = [0, *np.searchsorted(starts, self._places(total)).tolist(), len(starts)]
        for start, end in pairwise(cuts):
            first = np.searchsorted(starts, starts[start] - self.context)
            last = np.searchsorted(ends, ends[end - 1] + self.context, side="right")
            yield Window(slice(int(first), int(last)), slice(start, end))

    def _places(self, total: int) -> Ints:
        """Return the pieces at which one window takes over from the one before, or from the next word on."""
        if total <= self.size:
            return np.zeros(0, "int64")
        # A word may be cut at any of its pieces: that many pieces fewer are planned with.
        inner = self.size - 2 * self.context - MOST_PIECES
        count = -(-(total - 2 * self.context) // inner)
        stride = (total - 2 * self.context) / count
        return (self.context + stride * np.arange(1, count)).astype("int64")
