"""Triples as a graph again: the way back from :mod:`graphbuild.rdf.describe`."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from graphbuild.graph import KnowledgeGraph
from graphbuild.model import (
    DEFAULT_BASE,
    Attribution,
    Document,
    Entity,
    Evidence,
    Factuality,
    Merge,
    MergeReason,
    Namespace,
    Quotation,
    Run,
    Statement,
    TimeExpression,
)
from graphbuild.rdf.node import Index, Node
from graphbuild.rdf.terms import DCTERMS, GB, OA, OWL, PROV, RDF, RDFS, SKOS

_STANDARD = (OWL.base, RDF.base, RDFS.base)
_TRUE = frozenset({"true", "1"})
_BOOKKEEPING = frozenset({GB.Attribution, GB.Document, GB.Evidence, GB.Factuality, GB.Merge, GB.Run})


def recover_graph(index: Index, origin: Path | str) -> KnowledgeGraph:
    """Return the graph that the triples in ``index`` describe; what is not graphbuild's own is passed over.

    Args:
        index: the triples.
        origin: where they come from, for errors.

    Raises:
        ReadError: a node lacks a property, or has an impossible value.
    """
    nodes = {name: Node(name, index, origin) for name in index}
    graph = KnowledgeGraph(
        entities=(_entity(node) for node in nodes.values() if node.has(RDFS.label) and _classes(node)),
        documents=(_document(node) for node in nodes.values() if node.is_a(GB.Document) and node.has(DCTERMS.identifier)),
        merges=(_merge(node) for node in nodes.values() if node.is_a(GB.Merge)),
        namespace=_namespace(nodes.values()),
    )
    run_by_node = {name: _run(node) for name, node in nodes.items() if node.is_a(GB.Run)}
    for node in nodes.values():
        if node.is_a(RDF.Statement):
            runs = [run_by_node[name] for name in node.all(PROV.wasGeneratedBy) if name in run_by_node]
            graph.add(_statement(node), runs=runs)
    return graph


def _classes(node: Node) -> list[str]:
    """Return the classes of the vocabulary that a thing in the world belongs to."""
    return [type_ for type_ in node.all(RDF.type) if type_.startswith(GB.base) and type_ not in _BOOKKEEPING]


def _type(node: Node) -> str:
    """Return the class by its local name, or, where it is of another vocabulary, by its IRI."""
    ours = _classes(node)
    others = [type_ for type_ in node.all(RDF.type) if not type_.startswith((GB.base, *_STANDARD))]
    if others and ours == [GB.Thing]:
        return node.iri_of(others[0])
    return ours[0].removeprefix(GB.base)


def _entity(node: Node) -> Entity:
    return Entity(
        iri=node.iri_of(node.name),
        type=_type(node),
        label=node.get(RDFS.label),
        aliases=tuple(node.all(SKOS.altLabel)),
        same_as=tuple(node.iri_of(name) for name in node.all(OWL.sameAs)),
    )


def _document(node: Node) -> Document:
    return Document(
        id=node.get(DCTERMS.identifier),
        text="",
        title=node.find(DCTERMS.title),
        source=node.find(DCTERMS.source),
        published=node.find(DCTERMS.issued),
    )


def _run(node: Node) -> Run:
    options = (option.partition("=") for option in node.all(GB.option))
    return Run(
        version=node.get(GB.softwareVersion),
        model=node.find(GB.modelHash) or "",
        ontology=node.find(GB.ontologyHash) or "",
        options=tuple(sorted((name, value) for name, _, value in options)),
        ended=node.find(PROV.endedAtTime),
    )


def _merge(node: Node) -> Merge:
    reason, score = node.get(GB.mergeReason), node.number(GB.confidence)
    if reason not in set(MergeReason):
        raise node.error(f"has an unknown reason: {reason!r}; known: {', '.join(MergeReason)}")
    if not 0.0 <= score <= 1.0:
        raise node.error(f"<{GB.confidence}>: no number from 0 to 1: {score}")
    return Merge(node.iri_of(node.get(GB.mergedInto)), node.get(GB.mergedName), MergeReason(reason), score)


def _statement(node: Node) -> Statement:
    factuality = node.get(GB.factuality).removeprefix(GB.base)
    if factuality not in set(Factuality):
        raise node.error(f"has an unknown factuality: {factuality!r}; known: {', '.join(Factuality)}")
    return Statement(
        subject=node.iri_of(node.get(RDF.subject)),
        predicate=node.iri_of(node.get(RDF.predicate)),
        object=node.iri_of(node.get(RDF.object)),
        factuality=Factuality(factuality),
        phrase=node.find(GB.phrase) or "",
        evidence=tuple(_evidence(evidence) for evidence in node.follow(GB.hasEvidence)),
    )


def _evidence(node: Node) -> Evidence:
    source = next(node.follow(OA.hasSource), None)
    if source is None:
        raise node.error(f"lacks <{OA.hasSource}>")
    document_id = source.find(DCTERMS.identifier) or unquote(source.name.rpartition("/")[2])
    return Evidence(
        sentence=_sentence(node, document_id),
        subject=node.quotation(document_id, GB.subjectText, GB.subjectStart, GB.subjectEnd),
        object=node.quotation(document_id, GB.objectText, GB.objectStart, GB.objectEnd),
        trigger=node.quotation(document_id, GB.trigger, GB.triggerStart, GB.triggerEnd),
        phrase=node.get(GB.phrase),
        extractor=node.get(GB.extractor),
        confidence=node.number(GB.confidence),
        attributed_to=tuple(_attribution(said, document_id) for said in _numbered(node.follow(GB.hasAttribution))),
        time=_time(node, document_id),
        is_reversed=node.find(GB.isReversed) in _TRUE,
    )


def _sentence(node: Node, document_id: str) -> Quotation:
    selectors = list(node.follow(OA.hasSelector))
    position = next((selector for selector in selectors if selector.is_a(OA.TextPositionSelector)), node)
    quote = next((selector for selector in selectors if selector.is_a(OA.TextQuoteSelector)), node)
    return Quotation(position.span(document_id, OA.start, OA.end), quote.get(OA.exact))


def _time(node: Node, document_id: str) -> TimeExpression | None:
    if not node.has(GB.time):
        return None
    quotation = node.quotation(document_id, GB.time, GB.timeStart, GB.timeEnd)
    return TimeExpression(quotation, node.find(GB.timeValue))


def _attribution(node: Node, document_id: str) -> Attribution:
    return Attribution(
        label=node.get(GB.attributedLabel),
        quotation=node.quotation(document_id, GB.attributionText, GB.attributionStart, GB.attributionEnd),
        iri=node.iri_of(node.get(GB.attributedTo)) if node.has(GB.attributedTo) else None,
        is_unnamed=node.find(GB.isUnnamed) in _TRUE,
    )


def _numbered(nodes: Iterable[Node]) -> list[Node]:
    """Return nodes whose names end in a number in the order of the numbers."""
    return sorted(nodes, key=lambda node: (len(node.name), node.name))


def _namespace(nodes: Iterable[Node]) -> Namespace:
    """Return the namespace under which the nodes were minted, as far as they show it."""
    for node in nodes:
        for type_, folder in ((RDF.Statement, "statement/"), (GB.Document, "document/")):
            base, found, _ = node.name.rpartition(folder)
            if found and node.is_a(type_) and base.endswith(("/", "#")):
                return Namespace(base)
    return Namespace(DEFAULT_BASE)
