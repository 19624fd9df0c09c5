"""Run a language pipeline over documents, in a stream."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from graphbuild.model import ORIGIN_KEY, Document, Origin
from graphbuild.parse.known_names import KnownNames
from graphbuild.parse.parts import split_document

_BATCH = 64
_CHAPTER = 500_000
# Word representations are the largest part of a Doc, and nobody looks at them behind the parse.
_NO_TENSOR = np.zeros((0,), dtype="float32")
_MOST_WORDS = 200
_SENTENCE_ENDS = frozenset({".", "!", "?"})


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document, or a chapter of a long one, with its paragraphs' parses."""

    document: Document
    docs: tuple[Doc, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    """What goes with a text through the language pipeline; ``chapter`` is the document with its number and the chapter's."""

    chapter: tuple[int, int, Document]
    origin: Origin | None


@dataclass(frozen=True)
class Parser:
    """A language pipeline, the names that are known beforehand, as type by name, and the titles that stand before persons' names."""

    nlp: Language
    names: Mapping[str, str] = field(default_factory=dict)
    titles: Collection[str] = ()

    def __call__(self, documents: Iterable[Document]) -> Iterator[ParsedDocument]:
        """Yield the parse of each document, in order; paragraphs of several documents are parsed together.

        A document of more than half a million characters is yielded in chapters, one after another, so that memory stays bounded.
        """
        known_names = self._known_names
        numbered = ((self._prepare(text, known_names), context) for text, context in _parts(documents))
        parsed = self.nlp.pipe(numbered, as_tuples=True, batch_size=_BATCH)
        for (_, _, document), group in groupby(parsed, key=lambda item: item[1].chapter):
            docs = []
            for doc, context in group:
                if context.origin is not None:
                    doc.user_data[ORIGIN_KEY] = context.origin
                    doc.tensor = _NO_TENSOR
                    docs.append(doc)
            yield ParsedDocument(document, tuple(known_names(docs)))

    @cached_property
    def _known_names(self) -> KnownNames:
        return KnownNames(self.nlp, self.names, self.titles)

    def _prepare(self, text: str, known_names: KnownNames) -> Doc:
        """Return a Doc of words alone that says where no sentence can start: within a known name."""
        doc = self.nlp.make_doc(text)
        for span in known_names.find(doc):
            for token in span[1:]:
                token.is_sent_start = False
        _break_up(doc)
        return doc


def _break_up(doc: Doc) -> None:
    """Let a sentence start where none has ended for so long that the text is no prose: parses grow slow and deep with length."""
    start = 0
    for token in doc:
        if token.text in _SENTENCE_ENDS:
            start = token.i + 1
        elif token.i - start >= _MOST_WORDS:
            token.is_sent_start = True
            start = token.i


def _parts(documents: Iterable[Document]) -> Iterator[tuple[str, _Context]]:
    for number, document in enumerate(documents):
        length = 0
        for part in split_document(document):
            chapter = (number, length // _CHAPTER, document)
            length += len(part.text)
            yield part.text, _Context(chapter, part.origin)
        if not length:
            yield "", _Context((number, 0, document), None)
