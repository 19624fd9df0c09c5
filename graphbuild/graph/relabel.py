"""Give entities other IRIs: two that turn out to be one become one."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from graphbuild.graph.merge import absorb_entity, merge_entities
from graphbuild.model import Attribution, Entity, Evidence, Iri, Statement


def relabel_statement(statement: Statement, iri_by_old: Mapping[Iri, Iri], symmetric: Collection[Iri]) -> Statement | None:
    """Return the statement about the new IRIs; None where its two sides have become one thing."""
    subject = iri_by_old.get(statement.subject, statement.subject)
    obj = iri_by_old.get(statement.object, statement.object)
    if subject == obj and statement.subject != statement.object:
        return None
    evidence = tuple(_relabel_evidence(piece, iri_by_old) for piece in statement.evidence)
    moved = replace(statement, subject=subject, object=obj, evidence=evidence)
    return moved.symmetric() if moved.predicate in symmetric else moved


def relabel_entities(entities: Iterable[Entity], iri_by_old: Mapping[Iri, Iri]) -> Iterator[Entity]:
    """Yield the entities under their new IRIs, each once.

    The entity that already has an IRI keeps its type and label; those that join it become its aliases.
    """
    owner_by_iri: dict[Iri, Entity] = {}
    joined_by_iri: dict[Iri, Entity] = {}
    for entity in entities:
        iri = iri_by_old.get(entity.iri, entity.iri)
        if iri == entity.iri:
            owner_by_iri[iri] = entity
        else:
            moved = replace(entity, iri=iri)
            joined_by_iri[iri] = merge_entities(joined_by_iri.get(iri, moved), moved)
    for iri in sorted(owner_by_iri.keys() | joined_by_iri.keys()):
        yield _owned(owner_by_iri.get(iri), joined_by_iri.get(iri))


def _owned(owner: Entity | None, joined: Entity | None) -> Entity:
    if owner is not None and joined is not None:
        return absorb_entity(owner, joined)
    return next(entity for entity in (owner, joined) if entity is not None)


def _relabel_evidence(evidence: Evidence, iri_by_old: Mapping[Iri, Iri]) -> Evidence:
    if not any(attribution.iri in iri_by_old for attribution in evidence.attributed_to):
        return evidence
    return replace(evidence, attributed_to=tuple(_relabel_attribution(said, iri_by_old) for said in evidence.attributed_to))


def _relabel_attribution(attribution: Attribution, iri_by_old: Mapping[Iri, Iri]) -> Attribution:
    if attribution.iri is None:
        return attribution
    return replace(attribution, iri=iri_by_old.get(attribution.iri, attribution.iri))
