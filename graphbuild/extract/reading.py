"""Run the extractors over a document's parsed paragraphs."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from graphbuild.extract.extractor import AliasFinder, Extractor
from graphbuild.extract.mentions import forget_mentions, mentions_of
from graphbuild.extract.reference import extract_references, find_entry
from graphbuild.model import Alias, Document, Mention, Reading, RelationMention


def read_parsed(
    document: Document, docs: Iterable[Doc], *, extractors: Sequence[Extractor], alias_finders: Sequence[AliasFinder]
) -> Reading:
    """Return all that the extractors find in the paragraphs ``docs`` of ``document``, in their order.

    What the extractors keep with a paragraph while they read it is taken off again, so that a long document stays small.
    """
    mentions: list[Mention] = []
    aliases: list[Alias] = []
    relations: list[RelationMention] = []
    for doc in docs:
        mentions.extend(mentions_of(doc))
        aliases.extend(alias for find in alias_finders for alias in find(doc))
        relations.extend(relation for extract in _readers(doc, extractors) for relation in extract(doc))
        forget_mentions(doc)
    return Reading(document, tuple(mentions), tuple(aliases), tuple(relations))


def _readers(doc: Doc, extractors: Sequence[Extractor]) -> Iterator[Extractor]:
    """Yield the extractors for a paragraph: an entry of a bibliography is no prose and is left to the one that reads entries."""
    is_entry = find_entry(doc) is not None
    return (extract for extract in extractors if (extract is extract_references) == is_entry)
