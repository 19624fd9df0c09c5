"""The place where a statement was read: words, who says it, when."""

from graphbuild.model import (
    Attribution,
    Document,
    Evidence,
    Mention,
    MentionKind,
    Quotation,
    Quote,
    RelationMention,
    TimeExpression,
)
from graphbuild.normalize.link import Linker
from graphbuild.normalize.time import LOOKED_BACK, resolve_time


def find_evidence(mention: RelationMention, linker: Linker, *, confidence: float) -> Evidence:
    """Return where ``mention`` was read, subject and object as it names them."""
    text = linker.reading.document.text
    return Evidence(
        sentence=Quotation(mention.sentence, text[mention.sentence.start : mention.sentence.end]),
        subject=_quotation(mention.subject),
        object=_quotation(mention.object),
        trigger=Quotation(mention.predicate.span, mention.predicate.text),
        phrase=mention.predicate.phrase,
        extractor=mention.extractor,
        confidence=confidence,
        attributed_to=tuple(_attribution(item, linker) for item in mention.attributed_to),
        time=find_time(mention, linker.reading.document),
    )


def _attribution(item: Mention | Quote, linker: Linker) -> Attribution:
    quotation = Quotation(item.span, item.text)
    if isinstance(item, Quote):
        return Attribution(item.text, quotation)
    if item.kind is MentionKind.PRONOUN:
        return Attribution(item.text, quotation, is_unnamed=True)
    entity = linker.find_speaker(item)
    return Attribution(entity.label, quotation, entity.iri)


def _quotation(mention: Mention) -> Quotation:
    return Quotation(mention.span, mention.text)


def find_time(mention: RelationMention, document: Document) -> TimeExpression | None:
    """Return when it is said to be so, as a date or interval where that can be told."""
    time = mention.time
    if time is None:
        return None
    before = document.text[max(0, time.span.start - LOOKED_BACK) : time.span.start]
    value = time.value or resolve_time(time.text, published=document.published, before=before)
    return TimeExpression(Quotation(time.span, time.text), value)
