"""Which entities of different documents are one thing."""

from collections.abc import Iterable, Mapping

from graphbuild.model import Entity, Iri


def resolve_entities(entities: Iterable[Entity]) -> Mapping[Iri, Iri]:
    """Return, for each entity that is another one under a shorter name, the IRI of that other one.

    A person of one word is the only person in all documents whose name starts or ends with that word; who fits several stays apart.
    """
    people = sorted({entity for entity in entities if entity.type == "Person"})
    full_names: dict[str, set[Iri]] = {}
    for person in people:
        words = person.label.casefold().split()
        if len(words) > 1:
            for word in {words[0], words[-1]}:
                full_names.setdefault(word, set()).add(person.iri)
    mapping = {}
    for person in people:
        words = person.label.casefold().split()
        candidates = full_names.get(words[0], set()) if len(words) == 1 else set()
        if len(candidates) == 1:
            mapping[person.iri] = next(iter(candidates))
    return mapping
