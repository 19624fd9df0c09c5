"""Which entities of different documents are one thing."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from graphbuild.model import Entity, Iri, Merge
from graphbuild.model.name import normalize_name
from graphbuild.normalize.cluster import Clusters, Join
from graphbuild.normalize.compare import Named, comparer_of
from graphbuild.normalize.shorter import Scope
from graphbuild.ontology import Ontology, load_ontology


class Resolution(Mapping[Iri, Iri]):
    """The IRI of the entity that another one is, by that other one's; ``merges`` say why and how sure it is."""

    def __init__(self, joins: Mapping[Iri, Join], label_by_iri: Mapping[Iri, str]) -> None:
        self._iri_by_old = {old: join.owner.iri for old, join in sorted(joins.items())}
        self.merges = tuple(
            sorted(
                Merge(join.owner.iri, label_by_iri[old], join.reason, join.score)
                for old, join in joins.items()
                if normalize_name(label_by_iri[old]) != normalize_name(label_by_iri[join.owner.iri])
            )
        )

    def __getitem__(self, old: Iri) -> Iri:
        return self._iri_by_old[old]

    def __iter__(self) -> Iterator[Iri]:
        return iter(self._iri_by_old)

    def __len__(self) -> int:
        return len(self._iri_by_old)


def resolve_entities(
    entities: Iterable[Entity], *, ontology: Ontology | None = None, apart: Collection[frozenset[str]] = ()
) -> Resolution:
    """Return, for each entity that is another one by another name, the IRI of that other one.

    Full names are one if they differ in order or spelling only; a shorter name is one with a full name if it is short for no other.
    Two known actors are never one, nor are things of different kinds. The outcome does not depend on the order of the entities.

    Args:
        entities: of all documents; whose labels are compared.
        ontology: the vocabulary that tells classes, countries and known actors; the bundled one if None.
        apart: pairs of normalized names that must never be one.
    """
    vocabulary = load_ontology() if ontology is None else ontology
    known = frozenset(actor.iri.local_name for actor in vocabulary.actors)
    label_by_iri: dict[Iri, str] = {}
    things = []
    for entity in sorted(entities):
        label_by_iri[entity.iri] = entity.label
        things.append(Named(entity.iri, entity.type, entity.label, is_known=_is_known(entity, vocabulary, known)))
    return Resolution(Clusters(comparer_of(vocabulary), Scope.COLLECTION, apart).join(things), label_by_iri)


def _is_known(entity: Entity, ontology: Ontology, known: Collection[str]) -> bool:
    """Tell whether an entity is one of the vocabulary's, under whatever base its IRI is minted."""
    name = entity.iri.local_name
    return name in known and any(actor.iri.local_name == name for actor in ontology.find_actors(entity.label))
