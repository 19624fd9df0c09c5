"""Words as the encoder sees them: pieces of small letters, and shapes that give back what the pieces do not tell."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

MOST_PIECES: Final = 8
"""Of a longer word, an address for instance, only the first pieces and the last are seen."""
_CASES: Final = 6
CASELESS, LOWER, CAPITALIZED, UPPER, MIXED, INITIAL = range(_CASES)
GLUED, SPACED, ON_NEW_LINE, INSIDE = range(4)
"""What stands before a piece: nothing, a space, a line break, the rest of its word."""
SHAPES: Final = _CASES * 4

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a run of words: identifiers and shapes, one each a piece, and where each word's pieces start."""

    ids: Ints
    shapes: Ints
    starts: Ints

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class WordPieces:
    """Cuts words into pieces; what was cut once is remembered."""

    tokenizer: Tokenizer
    unknown: int
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False)

    def cut(self, words: Sequence[str], spacings: Sequence[int], cases: Sequence[int] | None = None) -> Pieces:
        """Return the pieces of ``words``; ``spacings`` says what stands before each word, ``cases`` how each is written.

        Raises:
            ValueError: there is not one spacing a word.
        """
        cases = [case_of(word) for word in words] if cases is None else cases
        cut = [self._cut_word(word) for word in words]
        shapes = (_shapes(case, spacing, len(ids)) for case, spacing, ids in zip(cases, spacings, cut, strict=True))
        lengths = np.fromiter((len(ids) for ids in cut), "int64", len(cut))
        return Pieces(_array(chain.from_iterable(cut)), _array(chain.from_iterable(shapes)), np.cumsum(lengths) - lengths)

    def _cut_word(self, word: str) -> tuple[int, ...]:
        ids = self._known.get(word)
        if ids is None:
            ids = tuple(self.tokenizer.encode(word, add_special_tokens=False).ids) or (self.unknown,)
            ids = ids if len(ids) <= MOST_PIECES else (*ids[: MOST_PIECES - 1], ids[-1])
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            if len(word) <= _LONGEST_REMEMBERED:
                self._known[word] = ids
        return ids


_MOST_REMEMBERED, _LONGEST_REMEMBERED = 50_000, 100


def case_of(word: str) -> int:
    """Return how a word is written.

    >>> cases = [CASELESS, LOWER, CAPITALIZED, UPPER, MIXED, INITIAL]
    >>> [case_of(word) for word in ("42", "of", "Taiwan", "NATO", "McCain", "I")] == cases
    True
    """
    if word.islower():
        return LOWER
    letters = [letter for letter in word if letter.isalpha()]
    if not letters:
        return CASELESS
    if word.isupper():
        return UPPER if len(letters) > 1 else INITIAL
    if letters[0].isupper() and all(letter.islower() for letter in letters[1:]):
        return CAPITALIZED
    return MIXED if any(letter.isupper() for letter in letters) else CASELESS


def _shapes(case: int, spacing: int, count: int) -> Iterator[int]:
    yield case * 4 + spacing
    for _ in range(count - 1):
        yield case * 4 + INSIDE


def _array(values: Iterable[int]) -> Ints:
    return np.fromiter(values, "int64")
