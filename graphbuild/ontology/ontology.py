"""The vocabulary, and the questions that are asked of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graphbuild.model import Iri, Namespace
from graphbuild.ontology.actors import KnownActor, NameIndex, RoleHolding, normalize_role
from graphbuild.ontology.terms import EntityClass, Relation, count_steps, normalize_phrase

TOP_CLASS = "Thing"
_BUNDLED = Namespace().term("")
_UNKNOWN = frozenset({"", TOP_CLASS})
_FAR = 100
# What follows a noun for a post and qualifies it; other hyphens join what qualifies to the noun behind.
_QUALIFYING = frozenset({"general", "designate", "elect", "at-arms", "in-chief", "major", "chief"})


@dataclass(frozen=True, eq=False)
class Ontology:
    """Classes, relations and known actors, each by its local name.

    ``digest`` depends on the content of the files that it was read from, not on their names or order.
    """

    classes: Mapping[str, EntityClass] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    actors: tuple[KnownActor, ...] = ()
    role_holdings: tuple[RoleHolding, ...] = ()
    digest: str = ""

    @property
    def class_names(self) -> frozenset[str]:
        """The types that a thing can have."""
        return frozenset(self.classes)

    def is_a(self, type: str, ancestor: str) -> bool:  # noqa: A002 - the word of the model
        """Tell whether things of ``type`` are of the class ``ancestor``; an unknown type is of no class."""
        return ancestor in self._distances.get(type, {})

    def fits(self, relation: Relation, subject_type: str, object_type: str) -> bool:
        """Tell whether the relation can hold between things of these types; one that says nothing ("", "Thing") fits anywhere."""
        return self._distance(relation, subject_type, object_type) is not None

    def find_relations(self, phrase: str, kind: str) -> tuple[tuple[Relation, bool], ...]:
        """Return the relations of which ``phrase`` is a trigger of this kind, each with whether the trigger is inverse.

        The relation that holds between the fewest classes comes first.
        """
        return self._relations_by_trigger.get((normalize_phrase(phrase), kind), ())

    def find_fitting(self, phrase: str, kind: str, subject_type: str, object_type: str) -> tuple[tuple[Relation, bool], ...]:
        """Return those of :meth:`find_relations` that can hold, the one whose domain and range are nearest to the types first.

        A user's own relations go before the bundled ones.
        The types are those of the two sides as the text has them: for an inverse trigger they are exchanged.
        """
        ranked = []
        for relation, is_inverse in self.find_relations(phrase, kind):
            sides = (object_type, subject_type) if is_inverse else (subject_type, object_type)
            distance = self._distance(relation, *sides)
            if distance is not None:
                ranked.append((distance, relation, is_inverse))
        return tuple((relation, is_inverse) for _, relation, is_inverse in sorted(ranked, key=_nearness))

    def find_actors(self, name: str) -> tuple[KnownActor, ...]:
        """Return the actors called ``name``: by label, alias or acronym."""
        return self._actors_by_name.find(name)

    def find_by_demonym(self, demonym: str) -> tuple[KnownActor, ...]:
        """Return what ``demonym`` says that something belongs to: Japan for "Japanese"."""
        return self._actors_by_demonym.find(demonym)

    def find_by_metonym(self, metonym: str) -> tuple[KnownActor, ...]:
        """Return the actors for whom ``metonym`` stands: the Government of Japan for "Tokyo"."""
        return self._actors_by_metonym.find(metonym)

    def find_by_family_name(self, family_name: str) -> tuple[KnownActor, ...]:
        """Return the people of that family name."""
        return self._actors_by_family_name.find(family_name)

    def find_government(self, iri: Iri) -> KnownActor | None:
        """Return the government of a country or territory, under whatever base its IRI is minted."""
        return self._government_by_place.get(iri.local_name)

    def find_roles(self, holder: Iri) -> tuple[RoleHolding, ...]:
        """Return the roles that somebody holds or held, in the order of their beginning."""
        return self._roles_by_holder.get(holder, ())

    def find_holders(self, role: str, body: Iri, first: str, last: str) -> tuple[KnownActor, ...]:
        """Return who may have held a role of a country, party or body between two days, in the order of their beginning.

        Args:
            role: the post as a text has it: "minister of foreign affairs".
            body: whose post it is, under whatever base its IRI is minted.
            first: an ISO 8601 date, month or year.
            last: another one, or the same.
        """
        held = self._holdings_by_role.get((normalize_role(role), body.local_name), ())
        holders = (self._actor_by_iri.get(holding.holder) for holding in held if holding.overlaps(first, last))
        return tuple(dict.fromkeys(actor for actor in holders if actor is not None))

    def find_classes(self, noun: str) -> frozenset[str]:
        """Return the classes of things whose name or description the lemma ``noun`` heads.

        A noun joined by a hyphen to what qualifies it is of the class it has alone: "co-chair", "governor-general".
        """
        phrase = normalize_phrase(noun)
        found = self._classes_by_noun.get(phrase)
        if found is None and "-" in phrase:
            first, _, last = phrase.rpartition("-")
            head = first if last in _QUALIFYING else last
            found = self._classes_by_noun.get(head)
        return found or frozenset()

    @cached_property
    def _distances(self) -> dict[str, dict[str, int]]:
        """For each class, how many steps up its ancestors are; itself is 0 steps away, the top class farthest."""
        distances = {name: count_steps(name, self.classes) for name in self.classes}
        return {name: {TOP_CLASS: max(steps.values()) + 1} | steps for name, steps in distances.items()}

    def _distance(self, relation: Relation, subject_type: str, object_type: str) -> int | None:
        """Return how far the types are from the relation's domain and range, None if they do not fit."""
        subject = self._distance_to(relation.domain, subject_type)
        object_ = self._distance_to(relation.range, object_type)
        return None if subject is None or object_ is None else subject + object_

    def _distance_to(self, names: tuple[str, ...], type_: str) -> int | None:
        if type_ in _UNKNOWN or not names:
            return _FAR
        steps = self._distances.get(type_, {})
        return min((steps[name] for name in names if name in steps), default=None)

    @cached_property
    def _relations_by_trigger(self) -> dict[tuple[str, str], tuple[tuple[Relation, bool], ...]]:
        found: dict[tuple[str, str], list[tuple[Relation, bool]]] = {}
        for relation in sorted(self.relations.values(), key=lambda relation: (self._breadth(relation), relation.name)):
            for trigger in relation.triggers:
                found.setdefault((trigger.phrase, trigger.kind), []).append((relation, trigger.is_inverse))
        return {key: tuple(entries) for key, entries in found.items()}

    def _breadth(self, relation: Relation) -> int:
        """Return between how many pairs of classes the relation can hold."""
        return self._extent(relation.domain) * self._extent(relation.range)

    def _extent(self, names: tuple[str, ...]) -> int:
        return sum(1 for name in self.classes if not names or any(self.is_a(name, ancestor) for ancestor in names))

    @cached_property
    def _actors_by_name(self) -> NameIndex:
        acronyms = ((acronym, actor) for actor in self.actors for acronym in actor.acronyms)
        return NameIndex(((name, actor) for actor in self.actors for name in actor.names), acronyms)

    @cached_property
    def _actors_by_demonym(self) -> NameIndex:
        return NameIndex((demonym, actor) for actor in self.actors for demonym in actor.demonyms)

    @cached_property
    def _actors_by_metonym(self) -> NameIndex:
        return NameIndex((metonym, actor) for actor in self.actors for metonym in actor.metonyms)

    @cached_property
    def _actors_by_family_name(self) -> NameIndex:
        return NameIndex((actor.family_name, actor) for actor in self.actors if actor.family_name)

    @cached_property
    def _government_by_place(self) -> dict[str, KnownActor]:
        return {actor.government_of.local_name: actor for actor in reversed(self.actors) if actor.government_of is not None}

    @cached_property
    def _roles_by_holder(self) -> dict[Iri, tuple[RoleHolding, ...]]:
        roles: dict[Iri, list[RoleHolding]] = {}
        for holding in self.role_holdings:
            roles.setdefault(holding.holder, []).append(holding)
        return {holder: tuple(sorted(held, key=lambda holding: holding.start)) for holder, held in roles.items()}

    @cached_property
    def _holdings_by_role(self) -> dict[tuple[str, str], tuple[RoleHolding, ...]]:
        holdings: dict[tuple[str, str], list[RoleHolding]] = {}
        for holding in sorted(self.role_holdings, key=lambda holding: (holding.start, holding.holder)):
            holdings.setdefault((normalize_role(holding.role), holding.role_of.local_name), []).append(holding)
        return {key: tuple(held) for key, held in holdings.items()}

    @cached_property
    def _actor_by_iri(self) -> dict[Iri, KnownActor]:
        return {actor.iri: actor for actor in self.actors}

    @cached_property
    def _classes_by_noun(self) -> dict[str, frozenset[str]]:
        nouns = {noun for class_ in self.classes.values() for noun in class_.nouns}
        return {noun: frozenset(class_.name for class_ in self.classes.values() if noun in class_.nouns) for noun in nouns}


def _nearness(ranked: tuple[int, Relation, bool]) -> tuple[bool, int]:
    distance, relation, _ = ranked
    return relation.iri.startswith(_BUNDLED), distance
