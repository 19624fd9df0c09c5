"""statements.jsonl: one line for every piece of evidence, with the exact characters it was read from."""

import json
from collections.abc import Iterator

from graphbuild.export.exporter import exporters
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Attribution, Entity, Evidence, Quotation, Statement, TimeExpression

Fields = dict[str, object]


@exporters.register("jsonl")
def to_jsonl(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield a line for every piece of evidence, in the order of documents and of sentences in them."""
    readings = [(statement, evidence) for statement in graph for evidence in statement.evidence]
    for statement, evidence in sorted(readings, key=_place):
        yield json.dumps(_line(graph, statement, evidence), ensure_ascii=False) + "\n"


def _place(reading: tuple[Statement, Evidence]) -> tuple[object, ...]:
    statement, evidence = reading
    span = evidence.sentence.span
    sides = (statement.subject, statement.object)
    subject, obj = reversed(sides) if evidence.is_reversed else sides
    relation = (statement.predicate, statement.phrase)
    return span.document_id, span.start, subject, obj, relation, evidence.extractor, statement.factuality, evidence.sort_key


def _line(graph: KnowledgeGraph, statement: Statement, evidence: Evidence) -> Fields:
    sides = [
        _side(graph.entity(statement.subject), evidence.subject),
        _side(graph.entity(statement.object), evidence.object),
    ]
    subject, obj = reversed(sides) if evidence.is_reversed else sides
    return {
        "statement": statement.id,
        "document": evidence.sentence.span.document_id,
        "subject": subject,
        "relation": _relation(statement, evidence),
        "object": obj,
        "factuality": statement.factuality,
        "attributed_to": [_attribution(graph, attribution) for attribution in evidence.attributed_to],
        "time": _time(evidence.time),
        "confidence": evidence.confidence,
        "extractor": evidence.extractor,
        "sentence": _quotation(evidence.sentence),
    }


def _side(entity: Entity, quotation: Quotation) -> Fields:
    return {"iri": entity.iri, "label": entity.label, "type": entity.type, **_quotation(quotation)}


def _relation(statement: Statement, evidence: Evidence) -> Fields:
    name = None if statement.is_open else statement.predicate.local_name
    phrase = statement.phrase or evidence.phrase
    return {"iri": statement.predicate, "name": name, "phrase": phrase, **_quotation(evidence.trigger)}


def _attribution(graph: KnowledgeGraph, attribution: Attribution) -> Fields:
    entity = graph.find_entity(attribution.iri) if attribution.iri else None
    label = entity.label if entity else attribution.label
    unnamed = {"is_unnamed": True} if attribution.is_unnamed else {}
    return {"iri": attribution.iri, "label": label, **_quotation(attribution.quotation), **unnamed}


def _time(time: TimeExpression | None) -> Fields | None:
    if time is None:
        return None
    quotation = time.quotation
    return {"text": quotation.text, "value": time.value, "start": quotation.span.start, "end": quotation.span.end}


def _quotation(quotation: Quotation) -> Fields:
    return {"text": quotation.text, "start": quotation.span.start, "end": quotation.span.end}
