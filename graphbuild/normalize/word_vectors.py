"""What words mean, as points in a space: near each other where the words mean nearly the same."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graphbuild.assets import word_vectors_path


@dataclass(frozen=True, eq=False)
class WordVectors:
    """A vector of length 1 for each word, which is a part of speech and a lemma; the common words come first."""

    rows: Mapping[tuple[str, str], int]
    matrix: NDArray[np.float32]
    common_count: int

    def find(self, word: tuple[str, str]) -> NDArray[np.float32] | None:
        """Return the vector of a word, None if it is not known."""
        row = self.rows.get(word)
        return None if row is None else self.matrix[row]

    def common(self, part: str, without: Collection[tuple[str, str]]) -> NDArray[np.float32]:
        """Return the vectors of the common words of a part of speech, those of ``without`` left out."""
        chosen = [row for word, row in self.rows.items() if row < self.common_count and word[0] == part and word not in without]
        return self.matrix[chosen]


@lru_cache(maxsize=1)
def load_word_vectors(path: Path | None = None) -> WordVectors:
    """Return the bundled vectors, or those of a file that ``training.word_vectors`` made."""
    with np.load(path or word_vectors_path(), allow_pickle=False) as stored:
        words = [tuple(line.split(" ", 1)) for line in stored["words"].tobytes().decode("utf-8").splitlines()]
        whole = stored["vectors"].astype(np.float32)
        common_count = int(stored["common_count"])
    matrix = whole / np.linalg.norm(whole, axis=1, keepdims=True)
    return WordVectors({(part, lemma): row for row, (part, lemma) in enumerate(words)}, matrix, common_count)
