"""What the rules read in texts that nobody annotated, as passages: a first lesson for the network."""

from collections.abc import Iterable, Iterator

from graphbuild.extract import read_parsed
from graphbuild.model import Document, MentionKind, Statement
from graphbuild.normalize import NormalizedDocument
from graphbuild.normalize.types import type_of
from graphbuild.pipeline import Pipeline
from training.relation_corpus.passage import CorpusEntity, CorpusFact, CorpusMention, Passage

_KINDS = {MentionKind.DESCRIPTION: "description", MentionKind.ROLE: "role", MentionKind.PRONOUN: "pronoun"}


def read_silver(documents: Iterable[Document], pipeline: Pipeline) -> Iterator[Passage]:
    """Yield a passage for each document: its mentions, each a thing of its own, and the facts that the rules read between them."""
    for parsed in pipeline.parse(documents):
        reading = read_parsed(parsed.document, parsed.docs, extractors=pipeline.extractors, alias_finders=pipeline.alias_finders)
        normalized = pipeline.normalize(reading)
        spans: dict[tuple[int, int], tuple[str, str]] = {}
        for mention in reading.mentions:
            kind = type_of(mention, pipeline.normalize.ontology)
            spans[mention.span.start, mention.span.end] = kind, _KINDS.get(mention.kind, "name")
        for relation in reading.relations:
            for mention in (relation.subject, relation.object):
                kind = type_of(mention, pipeline.normalize.ontology)
                spans.setdefault((mention.span.start, mention.span.end), (kind, _KINDS.get(mention.kind, "name")))
        yield _passage(parsed.document, normalized, spans)


def _passage(document: Document, normalized: NormalizedDocument, spans: dict[tuple[int, int], tuple[str, str]]) -> Passage:
    order = sorted(spans)
    number = {span: index for index, span in enumerate(order)}
    return Passage(
        id=f"silver-{document.id}",
        field="",
        genre="",
        countries=(),
        published=None,
        text=document.text,
        sentences=((0, len(document.text)),),
        entities=tuple(CorpusEntity(str(index), spans[span][0]) for index, span in enumerate(order)),
        mentions=tuple(CorpusMention(*span, str(index), spans[span][1]) for index, span in enumerate(order)),
        facts=tuple(dict.fromkeys(_facts(normalized.statements, number))),
    )


def _facts(statements: Iterable[Statement], number: dict[tuple[int, int], int]) -> Iterator[CorpusFact]:
    for statement in statements:
        for evidence in statement.evidence:
            subject = number.get((evidence.subject.span.start, evidence.subject.span.end))
            obj = number.get((evidence.object.span.start, evidence.object.span.end))
            if not statement.is_open and subject is not None and obj is not None and subject != obj:
                trigger = evidence.trigger.span.start, evidence.trigger.span.end
                yield CorpusFact(subject, statement.predicate.local_name, obj, trigger, "verb", statement.factuality.value)
