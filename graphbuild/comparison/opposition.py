"""Which relations speak against each other, by the vocabulary."""

from collections import defaultdict

from graphbuild.comparison.comparison import Kind
from graphbuild.model import Factuality, Iri, Statement
from graphbuild.ontology import Ontology, Relation


class Opposition:
    """Opposite relations, relations that end others, and relations that imply others, each by IRI."""

    def __init__(self, ontology: Ontology) -> None:
        self.symmetric = frozenset(relation.iri for relation in ontology.relations.values() if relation.is_symmetric)
        self._implied = {relation.iri: _implied(relation, ontology) for relation in ontology.relations.values()}
        self._opposites: dict[Iri, set[Iri]] = defaultdict(set)
        self._ends: dict[Iri, set[Iri]] = defaultdict(set)
        for relation in ontology.relations.values():
            for name in relation.opposites:
                other = ontology.relations[name].iri
                self._opposites[relation.iri].add(other)
                self._opposites[other].add(relation.iri)
            for name in relation.ended_by:
                self._ends[relation.iri].add(ontology.relations[name].iri)

    def kind(self, one: Statement, other: Statement) -> Kind | None:
        """Return how statements of different relations between the same two differ, None if both may be so."""
        asserted = Factuality.ASSERTED
        if one.is_open or other.is_open or asserted not in {one.factuality, other.factuality}:
            return None
        if one.factuality is other.factuality is asserted:
            if self._are_opposite(one.predicate, other.predicate):
                return Kind.OPPOSITE
            is_end = other.predicate in self._ends[one.predicate] or one.predicate in self._ends[other.predicate]
            return Kind.ENDED if is_end else None
        positive, negative = (one, other) if one.factuality is asserted else (other, one)
        is_denied = negative.factuality is Factuality.NEGATED and negative.predicate in self._all_of(positive.predicate)
        return Kind.IMPLIED if is_denied else None

    def _are_opposite(self, one: Iri, other: Iri) -> bool:
        """Tell whether the relations, or any that they imply, are opposite."""
        return any(self._opposites[implied] & self._all_of(other) for implied in self._all_of(one))

    def _all_of(self, relation: Iri) -> frozenset[Iri]:
        return self._implied.get(relation, frozenset({relation}))


def _implied(relation: Relation, ontology: Ontology) -> frozenset[Iri]:
    """Return the relations that this one implies, itself included."""
    found = {relation.name: relation.iri}
    for name in (queue := list(relation.broader)):
        broader = ontology.relations.get(name)
        if broader is not None and name not in found:
            found[name] = broader.iri
            queue.extend(broader.broader)
    return frozenset(found.values())
