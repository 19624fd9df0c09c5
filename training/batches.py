"""Windows put together for one pass of the network."""

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from training.windows import UNKNOWN, Window

_BATCH_WORDS = 1300


def batches(windows: list[Window], rng: random.Random, words: int = _BATCH_WORDS) -> Iterator[list[Window]]:
    """Yield groups of windows of like length with about ``words`` words, padding counted, in random order."""
    groups: list[list[Window]] = []
    longest = 0
    for window in sorted(windows, key=lambda window: len(window.ids) * rng.uniform(0.85, 1.15)):
        longest = max(longest, len(window)) if groups else 0
        if not groups or (len(groups[-1]) + 1) * longest > words:
            groups.append([])
            longest = len(window)
        groups[-1].append(window)
    rng.shuffle(groups)
    yield from groups


def pad_pieces(batch: Sequence[Window], longest: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return ids, mask, shapes and the word of each piece (``longest`` where there is none), all (batch, pieces)."""
    width = max(len(window.ids) for window in batch)
    ids, shapes = np.zeros((2, len(batch), width), dtype="int64")
    word_of = np.full((len(batch), width), longest)
    mask = np.zeros((len(batch), width), dtype=bool)
    for row, window in enumerate(batch):
        length = len(window.ids)
        ids[row, :length], shapes[row, :length], mask[row, :length] = window.ids, window.shapes, True
        word_of[row, :length] = np.where(window.word_of < 0, longest, window.word_of)
    return torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(shapes), torch.from_numpy(word_of)


def padded(arrays: Sequence[np.ndarray], longest: int, fill: int = UNKNOWN) -> Tensor:
    """Return (batch, longest)."""
    out = np.full((len(arrays), longest), fill)
    for row, array in enumerate(arrays):
        out[row, : len(array)] = array
    return torch.from_numpy(out)


def may_attach(batch: Sequence[Window], longest: int) -> Tensor:
    """Return (batch, words, 1 + words): whether a word may hang on another, which is so within its sentence, or on the root."""
    sentences = padded([window.sentence_of for window in batch], longest, -1)
    same = (sentences[:, :, None] == sentences[:, None, :]) & (sentences >= 0)[:, None, :]
    return torch.cat([torch.ones(len(batch), longest, 1, dtype=torch.bool), same], -1)
