"""Weights of components: how they are kept, and the layers that are made of them."""

import io
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Self
from zipfile import BadZipFile, is_zipfile

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Weights = Mapping[str, npt.NDArray[np.floating]]

_SLOPE: Final = 0.1
_BLOCK: Final = 1024


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear layer."""

    weight: Floats
    bias: Floats

    @classmethod
    def of(cls, weights: Weights, name: str, *, outputs: int | None = None) -> Self:
        """Return the layer called ``name``; ``outputs`` is how many classes it has to tell apart.

        Raises:
            ValueError: it tells another number of classes apart.
        """
        weight, bias = (weights[f"{name}.{part}"].astype("float32") for part in ("weight", "bias"))
        expected = len(bias) if outputs is None else outputs
        if not len(weight) == len(bias) == expected:
            raise ValueError(f"layer {name!r} must have {expected} outputs, got {len(weight)} and biases for {len(bias)}")
        return cls(np.ascontiguousarray(weight.T), bias)

    def __call__(self, states: Floats) -> Floats:
        """Return (n, outputs) for states (n, inputs)."""
        scores: Floats = states @ self.weight
        scores += self.bias
        return scores

    def activated(self, states: Floats) -> Floats:
        """Return what a hidden layer passes on: of what is negative only a tenth."""
        scores = self(states)
        np.maximum(scores, scores * np.float32(_SLOPE), out=scores)
        return scores

    def best(self, states: Floats) -> Ints:
        """Return the number of each state's best class."""
        return np.concatenate([np.zeros(0, "int64"), *(self(block).argmax(1) for block in blocks(states))])


def blocks(states: Floats) -> Iterator[Floats]:
    """Yield states some at a time: scores of all classes for all words of a long text would not fit into memory."""
    for start in range(0, len(states), _BLOCK):
        yield states[start : start + _BLOCK]


def to_npz(weights: Weights) -> bytes:
    """Return the bytes of an archive; equal weights give equal bytes."""
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **dict(sorted(weights.items())))
    return file.getvalue()


def from_npz(data: bytes) -> dict[str, npt.NDArray[np.floating]]:
    """Return the weights in an archive.

    Raises:
        ValueError: it is none.
    """
    if not is_zipfile(io.BytesIO(data)):
        raise ValueError("not an archive of weights")
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files}
    except (BadZipFile, EOFError, zlib.error) as error:
        raise ValueError(f"not an archive of weights: {error}") from error
