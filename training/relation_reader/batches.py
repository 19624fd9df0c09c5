"""Passages put together for one pass of the network."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch

from graphbuild.classify.features import NOWHERE, TYPES, Floats
from training.relation_reader.examples import Example, States, View
from training.relation_reader.network import Batch

_PAIRS, _PASSAGES = 700, 12
"""So many pairs or passages make a batch."""


class Item(NamedTuple):
    """A passage as it is seen once: with some names and some mentions."""

    passage: str
    states: States
    hints: Floats
    view: View


def training_items(examples: Sequence[Example], rng: random.Random) -> list[Item]:
    """Return the passages of an epoch, each with one of the variants of its names and one of the views of its mentions."""
    return [Item(example.passage, rng.choice(example.variants), example.hints, rng.choice(example.views)) for example in examples]


def batches(items: Sequence[Item], rng: random.Random, pairs: int = _PAIRS) -> Iterator[list[Item]]:
    """Yield groups of passages of like length with about as many pairs, in random order."""
    groups: list[list[Item]] = []
    size = pairs
    for item in sorted(items, key=lambda item: len(item.states) * rng.uniform(0.8, 1.25)):
        if size >= pairs or len(groups[-1]) >= _PASSAGES:
            groups.append([])
            size = 0
        groups[-1].append(item)
        size += len(item.view.pairs)
    rng.shuffle(groups)
    yield from groups


def collate(items: Sequence[Item]) -> Batch:
    """Return the tensors of passages."""
    longest, size = max(len(item.states) for item in items), len(items)
    states = np.zeros((size, longest, *items[0].states.shape[1:]), "float32")
    kinds = np.zeros((size, longest, len(TYPES) + 1), "float32")
    hints = np.zeros((size, longest, items[0].hints.shape[1]), "float32")
    dependencies, tags = np.zeros((2, size, longest), "int64")
    present = np.zeros((size, longest), bool)
    spans, types, pairs, roles = [], [], [], []
    base = 0
    for row, item in enumerate(items):
        features, words = item.view.features, len(item.states)
        states[row, :words], hints[row, :words], kinds[row, :words] = item.states, item.hints, features.kinds()
        dependencies[row, :words], tags[row, :words], present[row, :words] = features.dependencies, features.tags, True
        spans.append(np.stack([features.spans[:, 0], features.spans[:, 1] - 1], 1) + row * longest)
        types.append(features.types)
        pairs.append(item.view.pairs + base)
        padded = np.full((len(item.view.pairs), size * longest), NOWHERE, "int64")
        padded[:, row * longest : row * longest + words] = item.view.roles
        roles.append(padded)
        base += len(features.types)
    together = (np.concatenate(parts) for parts in (spans, types, pairs, roles))
    return Batch(*(torch.from_numpy(array) for array in (states, hints, kinds, dependencies, tags, *together, present)))
