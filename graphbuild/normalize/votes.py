"""Of what type a thing is that a document names in several ways."""

from collections import Counter
from collections.abc import Iterable, Mapping

from graphbuild.model import Entity, Iri
from graphbuild.normalize.link import UNKNOWN_TYPE
from graphbuild.ontology import Ontology


def agreed_types(entities: Iterable[Entity], ontology: Ontology) -> Mapping[Iri, str]:
    """Return for each thing the type that most of its readings have; an unknown type has no vote.

    Who says that a thing is an organization does not deny that it is a party: a class has the votes of broader ones too.
    """
    votes: dict[Iri, Counter[str]] = {}
    for entity in entities:
        votes.setdefault(entity.iri, Counter())[entity.type] += entity.type != UNKNOWN_TYPE
    return {iri: _elected(counts, ontology) for iri, counts in votes.items()}


def _elected(votes: Counter[str], ontology: Ontology) -> str:
    support = {
        kind: sum(count for other, count in votes.items() if other == kind or ontology.is_a(kind, other)) for kind in votes
    }
    depth = {kind: sum(ontology.is_a(kind, other) for other in votes) for kind in votes}
    return min(votes, key=lambda kind: (-support[kind], -depth[kind], kind))
