"""What the components that read states have in common: they annotate a Doc in place, and are saved as weights and classes."""

import json
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Final, Self

from spacy.tokens import Doc
from spacy.vocab import Vocab
from threadpoolctl import ThreadpoolController

from graphbuild.errors import PipelineError
from graphbuild.language.stored import Stored
from graphbuild.language.weights import Weights, from_npz, to_npz
from graphbuild.language.words import Words

Classes = Mapping[str, Sequence[str]]

# A text's matrices are small: threads that share them wait for one another longer than they work, above all on a busy machine.
_BLAS: Final = ThreadpoolController()
_WEIGHTS, _CLASSES = "weights.npz", "classes.json"


class Component(Stored):
    """A part of a language pipeline; it has no weights until it is given or reads some."""

    def __init__(self, vocab: Vocab, weights: Weights | None = None, classes: Classes | None = None) -> None:
        self.vocab = vocab
        self.weights: Weights = {}
        self.classes: Classes = {}
        if weights is not None:
            self.load(weights, classes or {})

    def load(self, weights: Weights, classes: Classes) -> Self:
        """Take over weights, and the names of the classes that they tell apart in the order of their scores.

        Raises:
            KeyError: a layer or a list of classes is missing.
            ValueError: a layer tells another number of classes apart.
        """
        self._prepare(weights, classes)
        self.weights, self.classes = weights, classes
        return self

    def __call__(self, doc: Doc) -> Doc:
        """Annotate ``doc`` and return it.

        Raises:
            PipelineError: there are no weights, or the encoder has not read ``doc``.
        """
        if not self.weights:
            raise PipelineError(doc.lang_, f"the component {type(self).__name__} has no weights")
        if len(doc):
            with _BLAS.limit(limits=1, user_api="blas"):
                self._annotate(doc, Words.of(doc))
        return doc

    @abstractmethod
    def _prepare(self, weights: Weights, classes: Classes) -> None:
        """Make of weights and classes what annotates."""

    @abstractmethod
    def _annotate(self, doc: Doc, words: Words) -> None:
        """Annotate a Doc of at least one token."""

    def files(self) -> Mapping[str, bytes]:
        """Return the weights and the classes."""
        classes = json.dumps(self.classes, ensure_ascii=False, indent=1) + "\n"
        return {_WEIGHTS: to_npz(self.weights), _CLASSES: classes.encode()}

    def load_files(self, files: Mapping[str, bytes]) -> Self:
        """Take over weights and classes."""
        weights = from_npz(files[_WEIGHTS]) if _WEIGHTS in files else self.weights
        classes = json.loads(files[_CLASSES]) if _CLASSES in files else self.classes
        return self.load(weights, classes) if weights else self
