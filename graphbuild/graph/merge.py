"""What several descriptions of one thing come to, in whatever order they arrive.

Each function is associative, commutative and idempotent, and so is the union of graphs that is made of them.
"""

from collections.abc import Iterable

from graphbuild.model import Document, Entity


def canonical_entity(entity: Entity) -> Entity:
    """Return the entity with its aliases and equivalents sorted, each once, and no alias that is the label."""
    return Entity(
        iri=entity.iri,
        type=entity.type,
        label=entity.label,
        aliases=tuple(sorted({*entity.aliases} - {entity.label})),
        same_as=tuple(sorted({*entity.same_as})),
    )


def merge_entities(left: Entity, right: Entity) -> Entity:
    """Return one entity for two descriptions of one IRI; the fuller name becomes the label, the other an alias."""
    label = fullest(left.label, right.label)
    return canonical_entity(
        Entity(
            iri=left.iri,
            type=min(filter(None, (left.type, right.type)), default=""),
            label=label,
            aliases=(left.label, right.label, *left.aliases, *right.aliases),
            same_as=(*left.same_as, *right.same_as),
        )
    )


def absorb_entity(known: Entity, other: Entity) -> Entity:
    """Return ``known``, which keeps its type and label, with the names of ``other`` as aliases."""
    return canonical_entity(
        Entity(
            iri=known.iri,
            type=known.type or other.type,
            label=known.label,
            aliases=(*known.aliases, other.label, *other.aliases),
            same_as=(*known.same_as, *other.same_as),
        )
    )


def merge_documents(left: Document, right: Document) -> Document:
    """Return one document, without its text, for two descriptions of one id."""
    return Document(
        id=left.id,
        text="",
        title=_fullest_of((left.title, right.title)),
        source=_fullest_of((left.source, right.source)),
        published=_fullest_of((left.published, right.published)),
    )


def fullest(*names: str) -> str:
    """Return the longest name; of equally long ones the last in order, so that small letters win over capitals.

    >>> fullest("TAIWAN", "Taiwan", "ROC")
    'Taiwan'
    """
    return max(names, key=lambda name: (len(name), name))


def _fullest_of(names: Iterable[str | None]) -> str | None:
    known = [name for name in names if name is not None]
    return fullest(*known) if known else None
