"""Run a language pipeline over documents, in a stream."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

from graphbuild.model import ORIGIN_KEY, Document, Origin
from graphbuild.parse.known_names import KnownNames
from graphbuild.parse.parts import split_document

_BATCH = 64


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document with its paragraphs' parses."""

    document: Document
    docs: tuple[Doc, ...]


@dataclass(frozen=True, slots=True)
class Parser:
    """A language pipeline and the names that are known beforehand, as type by name."""

    nlp: Language
    names: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, documents: Iterable[Document]) -> Iterator[ParsedDocument]:
        """Yield the parse of each document, in order; paragraphs of several documents are parsed together."""
        known_names = KnownNames(self.nlp, self.names)
        numbered = _parts(documents)
        parsed = self.nlp.pipe(numbered, as_tuples=True, batch_size=_BATCH)
        for _, group in groupby(parsed, key=lambda item: item[1][0]):
            items = list(group)
            docs = []
            for doc, (_, _, origin) in items:
                if origin is not None:
                    doc.user_data[ORIGIN_KEY] = origin
                    docs.append(known_names(doc))
            yield ParsedDocument(items[0][1][1], tuple(docs))


def _parts(documents: Iterable[Document]) -> Iterator[tuple[str, tuple[int, Document, Origin | None]]]:
    for number, document in enumerate(documents):
        parts = list(split_document(document))
        for part in parts:
            yield part.text, (number, document, part.origin)
        if not parts:
            yield "", (number, document, None)
