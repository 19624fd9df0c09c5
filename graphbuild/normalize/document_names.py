"""The names in one document: each a known actor's or a thing's of its own, those of one thing joined."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from graphbuild.model import Entity, Iri, Mention, MergeReason
from graphbuild.model.name import normalize_name
from graphbuild.normalize.cluster import LEAST_SCORE, Clusters
from graphbuild.normalize.compare import Named, Verdict, comparer_of
from graphbuild.normalize.known import KnownActors, Recognized
from graphbuild.normalize.mint import Mint
from graphbuild.normalize.name_words import person_name, without_titles
from graphbuild.normalize.shorter import Scope
from graphbuild.normalize.types import type_of

UNKNOWN_TYPE = "Thing"
"""The type of what nothing tells the class of."""

_SEVERAL = 2
OWN_NAME: Verdict = (MergeReason.SAME_WORDS, 1.0)
"""That a thing is called by its own name, which explains itself."""

Linked = tuple[Entity, Verdict]
"""A thing that is named, why that is so, and how sure it is."""


@dataclass(slots=True)
class DocumentNames:
    """What the names in one document denote; it is told all of them at once."""

    known: KnownActors
    mint: Mint
    apart: Collection[frozenset[str]] = ()
    _linked_by_name: dict[tuple[str, str], Linked] = field(default_factory=dict)
    _people: dict[str, dict[Iri, Entity]] = field(default_factory=dict)
    _introduced: list[tuple[int, str, str]] = field(default_factory=list)
    """Where people are named in full, sorted, with the name and its label."""

    def link(self, mentions: Iterable[Mention]) -> None:
        """Link the document's names with known actors and with each other; full names of people first."""
        mentions = list(mentions)
        mention_by_name = {(mention.name, mention.label): mention for mention in map(untitled, mentions)}
        for mention in sorted(mention_by_name.values(), key=lambda each: (-len(each.name.split()), each.name, each.label)):
            linked = self._alone(mention)
            self._linked_by_name[mention.name, mention.label] = linked
            if _is_full_name(mention):
                self._add_person(linked[0], mention)
        full = (mention for mention in map(untitled, mentions) if _is_full_name(mention))
        self._introduced = sorted({(mention.span.start, mention.name, mention.label) for mention in full})
        self._join()

    def find(self, mention: Mention) -> Linked:
        """Return what a name without titles denotes."""
        return self._linked_by_name.get((mention.name, mention.label)) or self._alone(mention)

    def find_person(self, word: str) -> Entity | None:
        """Return the one person of the document whose family or given name the word is."""
        people = self._people.get(normalize_name(word), {})
        return next(iter(people.values())) if len(people) == 1 else None

    def find_introduced(self, word: str, position: int) -> Entity | None:
        """Return the one who was named in full before a position, of several people of the document who share the name."""
        people = self._people.get(normalize_name(word), {})
        if len(people) < _SEVERAL:
            return None
        before = {self._linked_by_name[name, label][0] for at, name, label in self._introduced if at < position}
        named = [entity for entity in before if entity.iri in people]
        return named[0] if len(named) == 1 else None

    def has_place(self, name: str) -> bool:
        """Tell whether the document has a name as that of something else than a person, too."""
        return any(other == name and label != "Person" for other, label in self._linked_by_name)

    def has_person(self, word: str) -> bool:
        """Tell whether somebody in the document has the family or given name."""
        return normalize_name(word) in self._people

    @property
    def people(self) -> frozenset[str]:
        """The local names of the IRIs of the people who are named in full."""
        return frozenset(iri.local_name for people in self._people.values() for iri in people)

    def _alone(self, mention: Mention) -> Linked:
        """Return what a name denotes by the vocabulary alone, or a thing of its own."""
        kind = type_of(mention, self.mint.ontology) or UNKNOWN_TYPE
        is_part = mention.label == "Person" and not _is_full_name(mention) and self.has_person(mention.name)
        known = None if is_part else self._recognized(mention, kind)
        if known is not None:
            return self.mint.known(known[0]), known[1]
        return self.mint.new(mention.name, kind), OWN_NAME

    def _recognized(self, mention: Mention, kind: str) -> Recognized | None:
        known = self.known.find(mention, is_place=False) or self.known.find_spelling(mention, kind)
        return known if known is not None and known[1][1] >= LEAST_SCORE else None

    def _add_person(self, entity: Entity, mention: Mention) -> None:
        """Note the words by which a person may be called for short."""
        words = mention.name.split()
        actors = self.mint.ontology.find_actors(entity.label)
        family = next((actor.family_name for actor in actors if actor.label == entity.label), "")
        for part in {words[0], words[-1], family} - {""}:
            self._people.setdefault(normalize_name(part), {})[entity.iri] = entity

    def _join(self) -> None:
        things = [_as_named(*key, *linked) for key, linked in self._linked_by_name.items()]
        clusters = Clusters(comparer_of(self.mint.ontology), Scope.DOCUMENT, self.apart, self.known.homes())
        joins = clusters.join(things)
        entity_by_iri = {entity.iri: entity for entity, _ in self._linked_by_name.values()}
        owner_by_iri = {iri: entity_by_iri[joins[iri].owner.iri] if iri in joins else entity_by_iri[iri] for iri in entity_by_iri}
        for key, (entity, (_, score)) in self._linked_by_name.items():
            if entity.iri in joins:
                join = joins[entity.iri]
                self._linked_by_name[key] = owner_by_iri[entity.iri], (join.reason, min(join.score, score))
        for part, people in self._people.items():
            self._people[part] = {owner_by_iri[iri].iri: owner_by_iri[iri] for iri in people}


def untitled(mention: Mention) -> Mention:
    """Return a person's mention named without the titles before the name, if that leaves any of it: "Tsai" for "Mr. Tsai"."""
    name = without_titles(mention.name) if mention.label == "Person" else mention.name
    return mention if name == mention.name else replace(mention, name=name)


def _is_full_name(mention: Mention) -> bool:
    return mention.label == "Person" and len(person_name(mention.name).words) > 1


def _as_named(name: str, label: str, entity: Entity, verdict: Verdict) -> Named:
    """Return a thing by the words of the text, or, where these may be a metonym or initials of a known one, by its own name."""
    is_known = verdict is not OWN_NAME
    return Named(entity.iri, entity.type, name if not is_known or label == "Person" else entity.label, is_known=is_known)
