"""States of words from the network that has read them in their context."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from spacy.tokens import Doc
from tokenizers import Tokenizer

from graphbuild.errors import PipelineError
from graphbuild.language.pieces import GLUED, ON_NEW_LINE, SPACED, Pieces, WordPieces
from graphbuild.language.session import Session, with_output
from graphbuild.language.stored import Stored
from graphbuild.language.weights import Floats
from graphbuild.language.windows import Window, WindowPlan
from graphbuild.language.words import is_space

_MODEL, _TOKENIZER = "model.onnx", "tokenizer.json"
_MARKS: Final = ("[UNK]", "[CLS]", "[SEP]")
_WIDTH: Final = 384
STATES_KEY: Final = "graphbuild.states"
"""Where a Doc keeps the states of an inner layer and the last ones, (words, 2, width), if the encoder is told to tap that layer."""
_LINE_BREAKS: Final = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


class Encoder(Stored):
    """Gives a Doc its ``tensor``: for each word the mean of its pieces' states, zeros for white space.

    A text is never read together with another, so that its states depend on nothing but itself. ``threads`` work on it (0: as many
    as there are cores), ``window`` pieces at a time; a longer text is read in windows that overlap by ``context`` on each side.

    Raises:
        ValueError: there is no such window, or fewer than no threads.
    """

    def __init__(
        self, model: bytes = b"", tokenizer: bytes = b"", *, threads: int = 1, window: int = 192, context: int = 48
    ) -> None:
        self._plan = WindowPlan(window, context)
        self._files = {_MODEL: model, _TOKENIZER: tokenizer}
        self._tap = ""
        self.threads = threads

    @property
    def tap(self) -> str:
        """The inner value of the network that a Doc is given too, under ``STATES_KEY``; none if empty."""
        return self._tap

    @tap.setter
    def tap(self, name: str) -> None:
        if name != self._tap:
            self._tap = name
            self._network = self._make_network()

    @property
    def threads(self) -> int:
        """How many threads work on a text, 0 for as many as there are cores; they change nothing but the speed."""
        return self._threads

    @threads.setter
    def threads(self, threads: int) -> None:
        if threads < 0:
            raise ValueError(f"threads must be 0 (all cores) or more, got {threads}")
        self._threads = threads
        self._network = self._make_network()

    def __call__(self, doc: Doc) -> Doc:
        """Set the tensor of ``doc`` and return it.

        Raises:
            PipelineError: there is no network.
        """
        if self._network is None:
            raise PipelineError(doc.lang_, "the component Encoder has no network")
        states = np.zeros((len(doc), len(self._network.outputs), _WIDTH), "float32")
        at = np.flatnonzero(~is_space(doc))
        if len(at):
            forms = [doc[index].text for index in at.tolist()]
            states[at] = self._network.read(forms, list(_spacings(doc)), self._plan)
        doc.tensor = np.ascontiguousarray(states[:, -1])
        if self._tap:
            doc.user_data[STATES_KEY] = states.astype("float16")
        return doc

    def files(self) -> Mapping[str, bytes]:
        """Return the network and the tokenizer."""
        return self._files

    def load_files(self, files: Mapping[str, bytes]) -> Self:
        """Take over the network and the tokenizer."""
        self._files = {**self._files, **files}
        self._network = self._make_network()
        return self

    def _make_network(self) -> "_Network | None":
        if not all(self._files.values()):
            return None
        return _Network.of(self._files[_MODEL], self._files[_TOKENIZER], self._threads, self._tap)


@dataclass(frozen=True, slots=True)
class _Network:
    """A network, what cuts words into its pieces, and the marks that stand before and behind the pieces it reads."""

    session: Session
    pieces: WordPieces
    first: int
    last: int
    outputs: tuple[str, ...]

    @classmethod
    def of(cls, model: bytes, tokenizer: bytes, threads: int, tap: str) -> Self:
        cutter = Tokenizer.from_buffer(tokenizer)
        cutter.no_truncation()
        cutter.no_padding()
        unknown, first, last = (cutter.token_to_id(mark) for mark in _MARKS)
        if unknown is None or first is None or last is None:
            raise ValueError(f"the tokenizer must know {', '.join(_MARKS)}")
        session = Session(with_output(model, tap) if tap else model, threads)
        return cls(session, WordPieces(cutter, unknown), first, last, (tap, "states") if tap else ("states",))

    def read(self, words: Sequence[str], spacings: Sequence[int], plan: WindowPlan) -> Floats:
        """Return the states of words, (words, outputs, width)."""
        pieces = self.pieces.cut(words, spacings)
        windows = plan.windows(pieces.starts, len(pieces))
        return np.concatenate([self._read_window(pieces, window) for window in windows])

    def _read_window(self, pieces: Pieces, window: Window) -> Floats:
        starts = pieces.starts[window.read]
        end = pieces.starts[window.read.stop] if window.read.stop < len(pieces.starts) else len(pieces)
        ids = np.concatenate([[self.first], pieces.ids[starts[0] : end], [self.last]])
        shapes = np.concatenate([[0], pieces.shapes[starts[0] : end], [0]])
        found = self.session.run(self.outputs, {"ids": ids[None], "shapes": shapes[None]})
        states = np.stack([each[0, 1:-1] for each in found], axis=1)
        sums: Floats = np.add.reduceat(states, starts - starts[0], axis=0)
        sums /= np.diff(starts, append=end).astype("float32")[:, None, None]
        return sums[window.kept.start - window.read.start : window.kept.stop - window.read.start]


def _spacings(doc: Doc) -> Iterator[int]:
    """Yield what stands before each word; a text begins on a new line."""
    spacing = ON_NEW_LINE
    for token in doc:
        if not token.is_space:
            yield spacing
            spacing = SPACED if token.whitespace_ else GLUED
        elif spacing != ON_NEW_LINE:
            spacing = SPACED if _LINE_BREAKS.isdisjoint(token.text) else ON_NEW_LINE
