"""Run the extractors over a document's parsed paragraphs."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from graphbuild.extract.extractor import AliasFinder, Extractor
from graphbuild.extract.mentions import mentions_of
from graphbuild.model import Document, Reading


def read_parsed(document: Document, docs: Iterable[Doc], *, extractors: Sequence[Extractor], alias_finders: Sequence[AliasFinder]) -> Reading:
    """Return all that the extractors find in the paragraphs ``docs`` of ``document``, sorted."""
    paragraphs = list(docs)
    return Reading(
        document=document,
        mentions=tuple(mention for doc in paragraphs for mention in mentions_of(doc)),
        aliases=tuple(alias for doc in paragraphs for find in alias_finders for alias in find(doc)),
        relations=tuple(relation for doc in paragraphs for extract in extractors for relation in extract(doc)),
    )
