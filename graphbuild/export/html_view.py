"""What the page shows of a graph: nodes, edges, legend and documents, as plain data."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from itertools import pairwise

from graphbuild.export.html_style import FACTUALITY_STYLES, TYPE_STYLES, UNKNOWN_TYPE
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Document, Entity, Evidence, Factuality, Iri, Quotation, Statement

View = dict[str, object]

_LOCAL_NAME = re.compile(r"^[^:]+:.*[/#](?=.)", re.DOTALL)
"""What stands before the local name of an IRI."""
_NODE_LABEL_LENGTH = 44
_EDGE_LABEL_LENGTH = 34
_BEND_STEP = 0.26
_WIDEST_BEND = 1.0


def human_name(identifier: str) -> str:
    """Return an identifier of the ontology in words.

    >>> human_name("heldTalksWith")
    'held talks with'
    >>> human_name("PoliticalParty")
    'political party'
    """
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[^\W_A-Z]+", identifier)
    return " ".join(word if len(word) > 1 and word.isupper() else word.lower() for word in words) or identifier


def nodes(graph: KnowledgeGraph) -> Iterator[View]:
    """Yield a view of every entity, the best connected first."""
    degrees = Counter(iri for statement in graph for iri in {statement.subject, statement.object})
    for entity in sorted(graph.things, key=lambda entity: (-degrees[entity.iri], entity.iri)):
        yield _node(entity, degrees[entity.iri])


def edges(graph: KnowledgeGraph, symmetric: Collection[str] = ()) -> Iterator[View]:
    """Yield a view of every statement; those whose predicate is symmetric have no arrowhead.

    A predicate is also symmetric, if the caller does not say so, where a text was read to name its two sides the other way round.
    """
    bends = _bends(graph)
    reversible = {statement.predicate for statement in graph if any(evidence.is_reversed for evidence in statement.evidence)}
    for statement in graph:
        is_directed = statement.predicate not in symmetric and statement.predicate not in reversible
        yield _edge(statement, bends[statement.id], is_directed=is_directed)


def legend(graph: KnowledgeGraph) -> View:
    """Return the types and factualities that occur, with how they look and how many there are."""
    types = Counter(entity.type for entity in graph.things)
    factualities = Counter(statement.factuality for statement in graph)
    known = [name for name in TYPE_STYLES if name in types]
    return {
        "types": [_type_key(name, types[name]) for name in (*known, *sorted(types.keys() - TYPE_STYLES.keys()))],
        "factualities": [_factuality_key(name, factualities[name]) for name in Factuality if name in factualities],
    }


def documents(graph: KnowledgeGraph) -> dict[str, View]:
    """Return what is known of each document by its id, those included that are only pointed at."""
    cited = {evidence.sentence.span.document_id for statement in graph for evidence in statement.evidence}
    known = {document.id: document for document in graph.documents}
    return {name: _document(known.get(name, Document(name, ""))) for name in sorted(cited | known.keys())}


def _node(entity: Entity, degree: int) -> View:
    style = TYPE_STYLES.get(entity.type, UNKNOWN_TYPE)
    return {
        "id": entity.iri,
        "label": _clip(entity.label, _NODE_LABEL_LENGTH) or entity.iri,
        "color": style.color,
        "shape": style.shape,
        "size": round(min(8 + 3 * degree**0.5, 24), 1),
        "name": entity.label or entity.iri,
        "type": entity.type,
        "degree": degree,
        "aliases": [alias for alias in entity.aliases if alias != entity.label],
        "sameAs": list(entity.same_as),
    }


def _edge(statement: Statement, bend: float, *, is_directed: bool) -> View:
    style = FACTUALITY_STYLES[statement.factuality]
    relation = statement.phrase or human_name(statement.predicate.local_name)
    return {
        "id": statement.id,
        "from": statement.subject,
        "to": statement.object,
        "label": _edge_label(relation, statement),
        "color": style.color,
        "dashes": list(style.dashes) or False,
        "width": round(min(0.9 + 0.5 * max(len(statement.evidence), 1), 5), 1),
        "arrows": {"to": {"enabled": is_directed}, "middle": {"enabled": style.is_crossed, "type": "bar"}},
        **_course(statement, bend),
        "relation": relation,
        "predicate": statement.predicate,
        "isOpen": statement.is_open,
        "isClaim": _is_claim(statement),
        "isDirected": is_directed,
        "factuality": statement.factuality,
        "confidence": round(statement.confidence, 3),
        "evidence": [_evidence(evidence) for evidence in statement.evidence],
    }


def _edge_label(relation: str, statement: Statement) -> str:
    label = _clip(relation, _EDGE_LABEL_LENGTH)
    if _is_claim(statement):
        label = f"“{label}”"
    return f"✕ {label}" if FACTUALITY_STYLES[statement.factuality].is_crossed else label


def _is_claim(statement: Statement) -> bool:
    return bool(statement.evidence) and not any(evidence.is_authors for evidence in statement.evidence)


def _bends(graph: KnowledgeGraph) -> dict[str, float]:
    """Spread the statements between each two entities evenly to both sides of the straight line, seen from the smaller IRI."""
    parallel: dict[tuple[Iri, ...], list[str]] = defaultdict(list)
    for statement in graph:
        parallel[tuple(sorted((statement.subject, statement.object)))].append(statement.id)
    bends: dict[str, float] = {}
    for ids in parallel.values():
        step = min(_BEND_STEP, 2 * _WIDEST_BEND / len(ids))
        bends |= {name: (place - (len(ids) - 1) / 2) * step for place, name in enumerate(ids)}
    return bends


def _course(statement: Statement, bend: float) -> View:
    if statement.subject == statement.object:
        return {"smooth": False, "selfReference": {"size": round(22 + 16 * abs(bend), 2), "angle": round(0.785 + 4 * bend, 4)}}
    is_clockwise = (bend > 0) is (statement.subject < statement.object)
    return {
        "smooth": {"enabled": bend != 0, "type": "curvedCW" if is_clockwise else "curvedCCW", "roundness": round(abs(bend), 4)}
    }


def _evidence(evidence: Evidence) -> View:
    return {
        "document": evidence.sentence.span.document_id,
        "start": evidence.sentence.span.start,
        "pieces": list(pieces_of(evidence)),
        "speakers": [{"label": speaker.label, "iri": speaker.iri} for speaker in evidence.attributed_to],
        "time": _time(evidence),
        "extractor": evidence.extractor,
        "confidence": round(evidence.confidence, 3),
    }


def _time(evidence: Evidence) -> View | None:
    return {"text": evidence.time.quotation.text, "value": evidence.time.value} if evidence.time else None


def pieces_of(evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Yield the sentence in pieces, each with the part that it plays; of parts that overlap the shortest is seen."""
    sentence, start, end = evidence.sentence, evidence.sentence.span.start, evidence.sentence.span.end
    marks = sorted(_marks(evidence), key=lambda mark: mark[1].span.end - mark[1].span.start)
    borders = {start, end}.union(*((quotation.span.start, quotation.span.end) for _, quotation in marks))
    for left, right in pairwise(sorted(border for border in borders if start <= border <= end)):
        part = next((name for name, quotation in marks if quotation.span.start <= left < quotation.span.end), "")
        yield sentence.text[left - start : right - start], part


def _marks(evidence: Evidence) -> Iterator[tuple[str, Quotation]]:
    yield "subject", evidence.subject
    yield "object", evidence.object
    yield "trigger", evidence.trigger
    yield from (("speaker", speaker.quotation) for speaker in evidence.attributed_to)
    if evidence.time:
        yield "time", evidence.time.quotation


def _document(document: Document) -> View:
    return {"title": document.title, "source": document.source, "published": document.published}


def _type_key(name: str, count: int) -> View:
    style = TYPE_STYLES.get(name, UNKNOWN_TYPE)
    return {
        "name": name,
        "label": human_name(_LOCAL_NAME.sub("", name)).capitalize() if name else "Of unknown type",
        "color": style.color,
        "shape": style.shape,
        "count": count,
    }


def _factuality_key(name: Factuality, count: int) -> View:
    style = FACTUALITY_STYLES[name]
    return {
        "name": name,
        "label": name.capitalize(),
        "color": style.color,
        "dashes": list(style.dashes),
        "isCrossed": style.is_crossed,
        "count": count,
    }


def _clip(text: str, length: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"
