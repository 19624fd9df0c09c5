"""Run the extractors over a document's parsed paragraphs."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from graphbuild.extract.extractor import AliasFinder, Extractor
from graphbuild.extract.mentions import mentions_of
from graphbuild.extract.reference import extract_references, find_entry
from graphbuild.model import Document, Reading


def read_parsed(
    document: Document, docs: Iterable[Doc], *, extractors: Sequence[Extractor], alias_finders: Sequence[AliasFinder]
) -> Reading:
    """Return all that the extractors find in the paragraphs ``docs`` of ``document``, sorted."""
    paragraphs = list(docs)
    return Reading(
        document=document,
        mentions=tuple(mention for doc in paragraphs for mention in mentions_of(doc)),
        aliases=tuple(alias for doc in paragraphs for find in alias_finders for alias in find(doc)),
        relations=tuple(relation for doc in paragraphs for extract in _readers(doc, extractors) for relation in extract(doc)),
    )


def _readers(doc: Doc, extractors: Sequence[Extractor]) -> Iterator[Extractor]:
    """Yield the extractors for a paragraph: an entry of a bibliography is no prose and is left to the one that reads entries."""
    is_entry = find_entry(doc) is not None
    return (extract for extract in extractors if (extract is extract_references) == is_entry)
