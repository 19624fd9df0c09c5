"""The files of a relation reader."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from graphbuild.classify.features import Floats


@dataclass(frozen=True, slots=True)
class Inventory:
    """What goes with a network's weights.

    The relations in the order of their scores, those whose sides may change places, which encoder's inner value to tap, the relations
    of whose triggers words are, by lemma, and how likely a relation has to be.
    """

    relations: tuple[str, ...]
    symmetric: frozenset[str]
    encoder: str
    tap: str
    hints: Mapping[str, Sequence[int]]
    threshold: float = 0.5


def load_inventory(path: Path) -> Inventory:
    """Return what :func:`dump_inventory` has written."""
    found = json.loads(path.read_text(encoding="utf-8"))
    return Inventory(
        tuple(found["relations"]),
        frozenset(found["symmetric"]),
        found["encoder"],
        found["tap"],
        found["hints"],
        found["threshold"],
    )


def dump_inventory(inventory: Inventory) -> str:
    """Return the inventory as JSON."""
    fields = {
        "relations": inventory.relations,
        "symmetric": sorted(inventory.symmetric),
        "encoder": inventory.encoder,
        "tap": inventory.tap,
        "hints": inventory.hints,
        "threshold": inventory.threshold,
    }
    return json.dumps(fields, ensure_ascii=False) + "\n"


def load_weights(path: Path) -> Mapping[str, Floats]:
    """Return arrays by name."""
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name].astype("float32") for name in stored.files}
