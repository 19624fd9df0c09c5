"""A graph as triples: what the world is said to be like, and who says so where."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import chain

from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Attribution, Document, Entity, Evidence, Iri, Merge, Namespace, Quotation, Run, Statement, digest
from graphbuild.rdf.terms import DCTERMS, GB, OA, OWL, PROV, RDF, RDFS, SKOS, XSD, Literal, Triple

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def describe(graph: KnowledgeGraph) -> Iterator[Triple]:
    """Yield the whole graph; all triples of one subject follow each other."""
    return chain(describe_world(graph), describe_statements(graph))


def describe_world(graph: KnowledgeGraph) -> Iterator[Triple]:
    """Yield the entities, and as plain triples the statements that hold by the author's word or a cited publication's."""
    plain: dict[Iri, dict[Triple, None]] = defaultdict(dict)
    for statement in graph:
        if statement.is_plain:
            plain[statement.subject][Triple(statement.subject, statement.predicate, statement.object)] = None
    entity_by_iri = {entity.iri: entity for entity in graph.entities}
    for iri in sorted(entity_by_iri.keys() | plain.keys()):
        if iri in entity_by_iri:
            yield from _describe_entity(entity_by_iri[iri])
        yield from plain.get(iri, ())


def describe_statements(graph: KnowledgeGraph) -> Iterator[Triple]:
    """Yield the runs, the documents, the merges, and every statement, whatever its factuality, followed by its evidence."""
    for run in graph.runs:
        yield from _describe_run(graph.namespace, run)
    for document in graph.documents:
        yield from _describe_document(graph.namespace, document)
    for merge in graph.merges:
        yield from _describe_merge(graph.namespace, merge)
    for statement in graph:
        evidence_by_id = {_evidence_id(statement, evidence): evidence for evidence in statement.evidence}
        yield from _describe_statement(graph, statement, list(evidence_by_id))
        for evidence_id, evidence in evidence_by_id.items():
            yield from _describe_evidence(graph.namespace, graph.namespace.evidence(evidence_id), evidence)


def _describe_entity(entity: Entity) -> Iterator[Triple]:
    yield Triple(entity.iri, RDF.type, GB.Thing if entity.is_of_other_vocabulary else GB[entity.type])
    if entity.is_of_other_vocabulary:
        yield Triple(entity.iri, RDF.type, Iri(entity.type))
    yield Triple(entity.iri, RDFS.label, Literal(entity.label))
    for alias in entity.aliases:
        yield Triple(entity.iri, SKOS.altLabel, Literal(alias))
    for iri in entity.same_as:
        yield Triple(entity.iri, OWL.sameAs, iri)


def _describe_run(namespace: Namespace, run: Run) -> Iterator[Triple]:
    node = namespace.run(run.id)
    yield Triple(node, RDF.type, PROV.Activity)
    yield Triple(node, RDF.type, GB.Run)
    yield Triple(node, GB.softwareVersion, Literal(run.version))
    if run.model:
        yield Triple(node, GB.modelHash, Literal(run.model))
    if run.ontology:
        yield Triple(node, GB.ontologyHash, Literal(run.ontology))
    for name, value in run.options:
        yield Triple(node, GB.option, Literal(f"{name}={value}"))
    if run.ended is not None:
        yield Triple(node, PROV.endedAtTime, Literal(run.ended))


def _describe_document(namespace: Namespace, document: Document) -> Iterator[Triple]:
    node = namespace.document(document.id)
    yield Triple(node, RDF.type, GB.Document)
    yield Triple(node, DCTERMS.identifier, Literal(document.id))
    if document.title is not None:
        yield Triple(node, DCTERMS.title, Literal(document.title))
    if document.source is not None:
        yield Triple(node, DCTERMS.source, Literal(document.source))
    if document.published is not None:
        yield Triple(node, DCTERMS.issued, _date(document.published))


def _describe_merge(namespace: Namespace, merge: Merge) -> Iterator[Triple]:
    node = namespace.merge(digest(merge.entity, merge.name, merge.reason, repr(merge.score)))
    yield Triple(node, RDF.type, GB.Merge)
    yield Triple(node, GB.mergedInto, merge.entity)
    yield Triple(node, GB.mergedName, Literal(merge.name))
    yield Triple(node, GB.mergeReason, Literal(merge.reason))
    yield Triple(node, GB.confidence, _decimal(merge.score))


def _describe_statement(graph: KnowledgeGraph, statement: Statement, evidence_ids: list[str]) -> Iterator[Triple]:
    node = graph.namespace.statement(statement.id)
    yield Triple(node, RDF.type, RDF.Statement)
    yield Triple(node, RDF.subject, statement.subject)
    yield Triple(node, RDF.predicate, statement.predicate)
    yield Triple(node, RDF.object, statement.object)
    yield Triple(node, GB.factuality, GB[statement.factuality])
    if statement.is_open:
        yield Triple(node, GB.phrase, Literal(statement.phrase))
    yield Triple(node, GB.confidence, _decimal(statement.confidence))
    yield Triple(node, GB.evidenceCount, _integer(len(statement.evidence)))
    for evidence_id in evidence_ids:
        yield Triple(node, GB.hasEvidence, graph.namespace.evidence(evidence_id))
    for document_id in sorted({evidence.sentence.span.document_id for evidence in statement.evidence}):
        yield Triple(node, PROV.wasDerivedFrom, graph.namespace.document(document_id))
    for run in graph.runs_of(statement):
        yield Triple(node, PROV.wasGeneratedBy, graph.namespace.run(run.id))


def _describe_evidence(namespace: Namespace, node: Iri, evidence: Evidence) -> Iterator[Triple]:
    position, quote = Iri(f"{node}#position"), Iri(f"{node}#quote")
    attributions = {Iri(f"{node}#attribution-{number}"): said for number, said in enumerate(evidence.attributed_to, start=1)}
    yield Triple(node, RDF.type, GB.Evidence)
    yield Triple(node, OA.hasSource, namespace.document(evidence.sentence.span.document_id))
    yield Triple(node, OA.hasSelector, position)
    yield Triple(node, OA.hasSelector, quote)
    yield from _describe_reading(node, evidence)
    yield from _describe_attributed(node, attributions)
    yield Triple(position, RDF.type, OA.TextPositionSelector)
    yield Triple(position, OA.start, Literal(str(evidence.sentence.span.start), XSD.nonNegativeInteger))
    yield Triple(position, OA.end, Literal(str(evidence.sentence.span.end), XSD.nonNegativeInteger))
    yield Triple(quote, RDF.type, OA.TextQuoteSelector)
    yield Triple(quote, OA.exact, Literal(evidence.sentence.text))
    for iri, attribution in attributions.items():
        yield from _describe_attribution(iri, attribution)


def _describe_reading(node: Iri, evidence: Evidence) -> Iterator[Triple]:
    yield from _locate(node, (GB.subjectText, GB.subjectStart, GB.subjectEnd), evidence.subject)
    yield from _locate(node, (GB.trigger, GB.triggerStart, GB.triggerEnd), evidence.trigger)
    yield from _locate(node, (GB.objectText, GB.objectStart, GB.objectEnd), evidence.object)
    if evidence.is_reversed:
        yield Triple(node, GB.isReversed, Literal("true", XSD.boolean))
    yield Triple(node, GB.phrase, Literal(evidence.phrase))
    yield Triple(node, GB.extractor, Literal(evidence.extractor))
    yield Triple(node, GB.confidence, _decimal(evidence.confidence))
    if evidence.time is not None:
        yield from _locate(node, (GB.time, GB.timeStart, GB.timeEnd), evidence.time.quotation)
        if evidence.time.value is not None:
            yield Triple(node, GB.timeValue, Literal(evidence.time.value))


def _describe_attributed(node: Iri, attributions: Mapping[Iri, Attribution]) -> Iterator[Triple]:
    """Yield what is asked for most, who says it, at the evidence itself, and where the details are."""
    for actor in dict.fromkeys(said.iri for said in attributions.values() if said.iri is not None):
        yield Triple(node, GB.attributedTo, actor)
    for label in dict.fromkeys(said.label for said in attributions.values() if said.iri is None):
        yield Triple(node, GB.attributedLabel, Literal(label))
    for iri in attributions:
        yield Triple(node, GB.hasAttribution, iri)


def _describe_attribution(node: Iri, attribution: Attribution) -> Iterator[Triple]:
    yield Triple(node, RDF.type, GB.Attribution)
    if attribution.iri is not None:
        yield Triple(node, GB.attributedTo, attribution.iri)
    yield Triple(node, GB.attributedLabel, Literal(attribution.label))
    if attribution.is_unnamed:
        yield Triple(node, GB.isUnnamed, Literal("true", XSD.boolean))
    yield from _locate(node, (GB.attributionText, GB.attributionStart, GB.attributionEnd), attribution.quotation)


def _locate(node: Iri, predicates: tuple[Iri, Iri, Iri], quotation: Quotation) -> Iterator[Triple]:
    text, start, end = predicates
    yield Triple(node, text, Literal(quotation.text))
    yield Triple(node, start, _integer(quotation.span.start))
    yield Triple(node, end, _integer(quotation.span.end))


def _evidence_id(statement: Statement, evidence: Evidence) -> str:
    """Return a name for a piece of evidence that depends on all of its content and on nothing else."""
    return digest(statement.id, json.dumps(evidence.sort_key, default=_parts))


def _parts(quotation: Quotation) -> list[object]:
    return [quotation.span.document_id, quotation.span.start, quotation.span.end, quotation.text]


def _integer(number: int) -> Literal:
    return Literal(str(number), XSD.integer)


def _decimal(number: float) -> Literal:
    return Literal(format(Decimal(repr(number)), "f"), XSD.decimal)


def _date(text: str) -> Literal:
    """Return a date that can be compared where ``text`` is one, and else the text."""
    try:
        is_date = _DATE.fullmatch(text) is not None and bool(date.fromisoformat(text))
    except ValueError:
        is_date = False
    return Literal(text, XSD.date if is_date else None)
