"""What a graph editor is told of nodes and edges."""

from graphbuild.graph import edge_label
from graphbuild.model import Entity, Statement

Value = str | int | float

NODE_TYPES: dict[str, type[Value]] = {"label": str, "type": str, "aliases": str}
EDGE_TYPES: dict[str, type[Value]] = {
    "label": str,
    "relation": str,
    "factuality": str,
    "confidence": float,
    "evidence_count": int,
    "sentence": str,
}


def node_attributes(entity: Entity) -> dict[str, Value]:
    """Return the values of :data:`NODE_TYPES`."""
    return {"label": entity.label, "type": entity.type, "aliases": "; ".join(entity.aliases)}


def edge_attributes(statement: Statement) -> dict[str, Value]:
    """Return the values of :data:`EDGE_TYPES`; the sentence is that of the best evidence."""
    best = max(statement.evidence, key=lambda evidence: evidence.confidence, default=None)
    return {
        "label": edge_label(statement),
        "relation": statement.predicate,
        "factuality": statement.factuality,
        "confidence": statement.confidence,
        "evidence_count": len(statement.evidence),
        "sentence": best.sentence.text if best else "",
    }
