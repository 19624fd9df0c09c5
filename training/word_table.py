"""The table of word vectors: mixed from several readings of each word, cut to few dimensions, stored in whole numbers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 96
_MOST = 127

Vectors = NDArray[np.float32]


def mix(frames: Iterable[Vectors]) -> Vectors:
    """Return what words mean in all frames together, without what the words of a frame have in common."""
    mixed: Vectors = np.sum([_unit(vectors - vectors.mean(0)) for vectors in frames], axis=0)
    return mixed


def write(words: Mapping[str, Sequence[str]], vectors: Mapping[str, Vectors], common: Collection[str], path: Path) -> None:
    """Write the vectors in few dimensions and whole numbers, the common words first."""
    named = [(part, lemma) for part in words for lemma in words[part]]
    rows = np.concatenate([_unit(vectors[part] - vectors[part].mean(0)) for part in words])
    _, _, directions = np.linalg.svd(rows[::3], full_matrices=False)
    small = _unit(rows @ directions[:DIMENSIONS].T)
    order = sorted(range(len(named)), key=lambda index: (named[index][1] not in common, index))
    text = "\n".join(" ".join(named[index]) for index in order)
    np.savez_compressed(
        path,
        words=np.frombuffer(text.encode("utf-8"), np.uint8),
        vectors=np.round(small[order] / np.abs(small).max() * _MOST).astype(np.int8),
        common_count=np.int64(sum(lemma in common for _, lemma in named)),
    )


def _unit(rows: Vectors) -> Vectors:
    unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit
