"""The words of a Doc as components see them: white space left out, with their states, in sentences."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
import numpy.typing as npt
from spacy.attrs import IS_SPACE, SENT_START
from spacy.tokens import Doc

from graphbuild.errors import PipelineError
from graphbuild.language.weights import Floats, Ints

_LONGEST: Final = 400
_BLOCK: Final = 256


@dataclass(frozen=True, slots=True)
class Words:
    """The numbers of a Doc's words among its tokens, and their states, one row each."""

    at: Ints
    states: Floats

    @classmethod
    def of(cls, doc: Doc) -> Self:
        """Return the words of a Doc that the encoder has read.

        Raises:
            PipelineError: it has not.
        """
        if len(doc.tensor) != len(doc):
            raise PipelineError(doc.lang_, "the component 'encoder' has to run before those that read its states")
        at = np.flatnonzero(~is_space(doc))
        tensor: Floats = np.asarray(doc.tensor, "float32")
        return cls(at, tensor if len(at) == len(doc) else tensor[at])

    def sentences(self, doc: Doc) -> list[slice]:
        """Return the words of each sentence of ``doc``; sentences of white space alone are left out."""
        if not len(self.at):
            return []
        numbers = sentence_numbers(doc)[self.at]
        starts = np.flatnonzero(np.diff(numbers, prepend=-1)).tolist()
        return [slice(start, end) for start, end in zip(starts, [*starts[1:], len(numbers)], strict=True)]


def is_space(doc: Doc) -> npt.NDArray[np.bool_]:
    """Tell of each token whether it is white space."""
    flags: npt.NDArray[np.bool_] = doc.to_array(IS_SPACE) != 0
    return flags


def given_starts(doc: Doc) -> Ints:
    """Return of each token 1 where a sentence starts, -1 where none does, 0 where nobody has said."""
    starts: Ints = doc.to_array(SENT_START).astype("int64")
    return starts


def sentence_numbers(doc: Doc) -> Ints:
    """Return the number of each token's sentence, counted from 0."""
    starts = given_starts(doc) == 1
    starts[:1] = True
    return np.cumsum(starts) - 1


def annotate(doc: Doc, attributes: Sequence[int], columns: npt.NDArray[np.integer]) -> None:
    """Write attributes of all tokens of a Doc, one column each; spaCy keeps negative ones in two's complement."""
    unsigned: Any = columns.astype("uint64")
    doc.from_array(list(attributes), unsigned)


def runs(sentences: Iterable[slice]) -> Iterator[slice]:
    """Yield the sentences, very long ones in parts: what is no sentence must not take time and memory by the square of its length."""
    for sentence in sentences:
        for start in range(sentence.start, sentence.stop, _LONGEST):
            yield slice(start, min(start + _LONGEST, sentence.stop))


def blocks_of_runs(sentences: Iterable[slice]) -> Iterator[tuple[slice, Sequence[slice]]]:
    """Yield runs some at a time, each block with its runs counted from its start: one product for many short sentences is faster."""
    block: list[slice] = []
    for run in runs(sentences):
        block.append(run)
        if run.stop - block[0].start >= _BLOCK:
            yield _joined(block)
            block = []
    if block:
        yield _joined(block)


def _joined(block: Sequence[slice]) -> tuple[slice, Sequence[slice]]:
    start = block[0].start
    return slice(start, block[-1].stop), [slice(run.start - start, run.stop - start) for run in block]
