"""Entities, known and new."""

from dataclasses import dataclass

from graphbuild.model import Entity, Namespace, slugify
from graphbuild.ontology import KnownActor, Ontology

_BUNDLED = Namespace().entity("")
"""How the IRIs of the bundled actors begin."""


@dataclass(frozen=True, slots=True)
class Mint:
    """Makes the entities of a graph, their IRIs under its namespace."""

    ontology: Ontology
    namespace: Namespace

    def known(self, actor: KnownActor) -> Entity:
        """Return a known actor as an entity; one that a user calls by an IRI of another place keeps it."""
        is_bundled = actor.iri.startswith(_BUNDLED)
        iri = self.namespace.entity(actor.iri.local_name) if is_bundled else actor.iri
        return Entity(iri, actor.type, actor.label, same_as=actor.same_as)

    def new(self, label: str, kind: str) -> Entity:
        """Return an entity of its own; its IRI tells the kind where the name alone would be that of another thing."""
        slug = slugify(label)
        is_family_name = kind == "Person" and len(label.split()) == 1
        is_taken = any(actor.iri.local_name == slug for actor in self.ontology.find_actors(label))
        return Entity(self.namespace.entity(f"{slug}-{slugify(kind)}" if is_family_name or is_taken else slug), kind, label)

    def nameless(self, noun: str, kind: str, document_id: str) -> Entity:
        """Return what one document calls by a bare noun ("protesters"): a thing of that document alone."""
        return Entity(self.namespace.entity(f"{slugify(noun)}-in-{slugify(document_id)}"), kind, noun)
