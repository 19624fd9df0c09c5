"""Which entities of two graphs are the same."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from graphbuild.comparison.comparison import SharedEntity, Why
from graphbuild.model import Entity, Iri
from graphbuild.model.name import normalize_name


def align(left: Iterable[Entity], right: Iterable[Entity]) -> tuple[SharedEntity, ...]:
    """Return the pairs of entities that are the same: by IRI, else by ``owl:sameAs``, else by label and type.

    Each entity is in one pair at most; where a name could mean several, they stay apart.
    """
    lefts, rights = {entity.iri: entity for entity in left}, {entity.iri: entity for entity in right}
    pairs: list[SharedEntity] = []
    for why, keys in ((Why.IRI, _iri), (Why.SAME_AS, _same_as), (Why.LABEL, _label)):
        for one, other in _matches(lefts.values(), rights.values(), keys):
            pairs.append(SharedEntity(one, other, why))
            del lefts[one.iri], rights[other.iri]
    return tuple(sorted(pairs))


Keys = Callable[[Entity], Iterable[object]]


def _matches(left: Iterable[Entity], right: Iterable[Entity], keys: Keys) -> Iterator[tuple[Entity, Entity]]:
    """Yield the entities that share a key with one entity of the other side only, and it with them."""
    others = _by_key(right, keys)
    found = {one.iri: (one, {other.iri: other for key in keys(one) for other in others.get(key, ())}) for one in left}
    taken: dict[Iri, int] = defaultdict(int)
    for _, candidates in found.values():
        for iri in candidates:
            taken[iri] += 1
    for iri in sorted(found):
        one, candidates = found[iri]
        if len(candidates) == 1:
            (other,) = candidates.values()
            if taken[other.iri] == 1:
                yield one, other


def _by_key(entities: Iterable[Entity], keys: Keys) -> dict[object, list[Entity]]:
    found: dict[object, list[Entity]] = defaultdict(list)
    for entity in entities:
        for key in set(keys(entity)):
            found[key].append(entity)
    return found


def _iri(entity: Entity) -> tuple[Iri, ...]:
    return (entity.iri,)


def _same_as(entity: Entity) -> tuple[Iri, ...]:
    return (entity.iri, *entity.same_as)


def _label(entity: Entity) -> tuple[tuple[str, str], ...]:
    name = normalize_name(entity.label)
    return ((name, entity.type),) if name else ()
