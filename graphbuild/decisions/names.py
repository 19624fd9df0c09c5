"""What a person calls the things of a graph."""

from collections import defaultdict
from collections.abc import Iterable

from graphbuild.model import Entity, Iri
from graphbuild.model.name import normalize_name


class Names:
    """The things that a name may mean: by IRI or the last part of it, else by label, else by alias."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_key: list[dict[str, set[Iri]]] = [defaultdict(set), defaultdict(set), defaultdict(set)]
        exact, labels, aliases = self._by_key
        for entity in entities:
            exact[entity.iri].add(entity.iri)
            exact[entity.iri.local_name].add(entity.iri)
            labels[normalize_name(entity.label)].add(entity.iri)
            for alias in entity.aliases:
                aliases[normalize_name(alias)].add(entity.iri)

    def find(self, name: str) -> tuple[Iri, ...]:
        """Return the things called ``name``, sorted; several if it is ambiguous."""
        exact, labels, aliases = self._by_key
        found = exact.get(name) or labels.get(normalize_name(name)) or aliases.get(normalize_name(name)) or set()
        return tuple(sorted(found))


def names_of(entity: Entity) -> frozenset[str]:
    """Return all that a pattern may call a thing, in the form in which names are compared."""
    return frozenset({entity.iri, entity.iri.local_name, *map(normalize_name, (entity.label, *entity.aliases))})
