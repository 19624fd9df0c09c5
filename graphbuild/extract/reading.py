"""Run the extractors over a document's parsed paragraphs."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from graphbuild.extract.coreference import forget_antecedents, link_pronouns
from graphbuild.extract.extractor import AliasFinder, Extractor
from graphbuild.extract.factuality_triggers import Triggers, forget_triggers, keep_triggers
from graphbuild.extract.kept import forget_kept
from graphbuild.extract.mentions import forget_origin, mentions_of
from graphbuild.extract.quotation import forget_quotations
from graphbuild.extract.reference import extract_references, find_entry
from graphbuild.model import Alias, Document, Mention, Reading, RelationMention


def read_parsed(
    document: Document,
    docs: Iterable[Doc],
    *,
    extractors: Sequence[Extractor],
    alias_finders: Sequence[AliasFinder],
    triggers: Triggers | None = None,
) -> Reading:
    """Return all that the extractors find in the paragraphs ``docs`` of ``document``, in their order.

    ``triggers`` are the words that decide on the factuality of what is said; the bundled table if None.

    What is kept with a paragraph while the document is read is taken off again, so that the parses stay small.
    """
    docs = tuple(docs)
    link_pronouns(docs)
    if triggers is not None:
        for doc in docs:
            keep_triggers(doc, triggers)
    mentions: list[Mention] = []
    aliases: list[Alias] = []
    relations: list[RelationMention] = []
    for doc in docs:
        mentions.extend(mentions_of(doc))
        aliases.extend(alias for find in alias_finders for alias in find(doc))
        relations.extend(relation for extract in _readers(doc, extractors) for relation in extract(doc))
    for doc in docs:
        forget_kept(doc)
        forget_origin(doc)
        forget_antecedents(doc)
        forget_quotations(doc)
        forget_triggers(doc)
    return Reading(document, tuple(mentions), tuple(aliases), tuple(relations))


def _readers(doc: Doc, extractors: Sequence[Extractor]) -> Iterator[Extractor]:
    """Yield the extractors for a paragraph: an entry of a bibliography is no prose and is left to the one that reads entries."""
    is_entry = find_entry(doc) is not None
    return (extract for extract in extractors if (extract is extract_references) == is_entry)
