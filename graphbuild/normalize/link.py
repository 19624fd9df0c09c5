"""Which mentions of a document are one thing, and what thing it is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graphbuild.model import Entity, Iri, Mention, MentionKind, Namespace, Reading, slugify
from graphbuild.model.name import normalize_name
from graphbuild.normalize.types import type_of
from graphbuild.ontology import KnownActor, Ontology

UNKNOWN_TYPE = "Thing"
"""The type of what nothing tells the class of."""

_GOVERNMENT_HEADS = frozenset({"government", "administration", "authority", "cabinet"})
# A description without a name in it is a thing of its own only if it says enough: "drug ring", "military vessels".
_LEAST_WORDS = 2
_DESCRIBABLE = frozenset({"Equipment", "Agreement", "Event", "Facility", "Organization", "MilitaryForce", "Group", "Place"})
_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "sir", "lord", "dame", "president", "premier", "minister", "prime", "senator", "general"}
)


@dataclass(slots=True)
class Linker:
    """Links the mentions of one document; made anew for each."""

    ontology: Ontology
    namespace: Namespace
    reading: Reading
    _entity_by_name: dict[str, Entity] = field(default_factory=dict)
    _people: dict[str, list[Entity]] = field(default_factory=dict)
    _country_counts: Counter[Iri] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Look at all the document's names before the first is linked."""
        self._count_countries()
        names = [mention for mention in self.reading.mentions if mention.kind is MentionKind.NAME]
        for mention in sorted(map(_without_titles, names), key=lambda m: (-len(m.name.split()), m.span)):
            if _is_full_name(mention):
                self._add_person(mention)
        for alias in self.reading.aliases:
            entity = self.find(alias.other)
            if entity is not None:
                self._entity_by_name.setdefault(normalize_name(alias.mention.name), entity)

    def find(self, mention: Mention, *, is_place: bool = False) -> Entity | None:
        """Return the thing that ``mention`` names, None if it names none that is worth a node.

        ``is_place`` says that the mention stands where a place is meant ("in Tokyo"), rather than who acts from there.
        """
        if mention.kind is MentionKind.DEMONYM:
            return self._country_of_demonym(mention.name) or self._members(mention)
        if mention.kind is MentionKind.ROLE:
            return self._role(mention)
        if mention.kind is MentionKind.DESCRIPTION:
            return self._description(mention)
        return self._name(mention, is_place=is_place)

    def _members(self, mention: Mention) -> Entity | None:
        """Return the known party or people that somebody is of: the Democratic Party for "Democrat"."""
        known = self._likeliest(self.ontology.find_actors(mention.name))
        return self._actor(known) if known is not None else None

    def _name(self, mention: Mention, *, is_place: bool) -> Entity | None:
        mention = _without_titles(mention)
        key = normalize_name(mention.name)
        if key in self._entity_by_name:
            return self._entity_by_name[key]
        known = self._known(mention, is_place=is_place)
        if known is not None:
            return self._actor(known)
        person = self._person_called(mention)
        if person is not None:
            return person
        return self._minted(mention.name, type_of(mention, self.ontology) or UNKNOWN_TYPE)

    def _known(self, mention: Mention, *, is_place: bool) -> KnownActor | None:
        """Return the known actor that the name denotes; metonyms denote a government unless a place is meant."""
        candidates = self.ontology.find_actors(mention.name)
        if not is_place:
            candidates = self.ontology.find_by_metonym(mention.name) or candidates
        if mention.label == "Person":
            candidates = tuple(actor for actor in candidates if self.ontology.is_a(actor.type, "Person"))
        elif mention.label == "Place":
            candidates = tuple(actor for actor in candidates if not self.ontology.is_a(actor.type, "Person"))
        return self._likeliest(candidates)

    def _likeliest(self, candidates: tuple[KnownActor, ...]) -> KnownActor | None:
        """Return the candidate whose country the document speaks of most, None if several are equally likely."""
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        ranked = sorted(candidates, key=lambda actor: (-self._country_counts[actor.country or actor.iri], actor.iri))
        best, second = (self._country_counts[actor.country or actor.iri] for actor in ranked[:2])
        return ranked[0] if best > second else None

    def _person_called(self, mention: Mention) -> Entity | None:
        """Return the person whose family or given name the single word is, if only one in the document has it."""
        words = [word for word in mention.name.split() if word.strip(".").casefold() not in _TITLES]
        if len(words) != 1 or mention.label not in {"Person", "", "Organization", "Place"}:
            return None
        found = self._people.get(normalize_name(words[0]), [])
        if len(found) == 1:
            return found[0]
        return self._known_family(words[0]) if mention.label == "Person" and not found else None

    def _known_family(self, word: str) -> Entity | None:
        """Return the one known person of that family name whose country the document speaks of."""
        people = [
            actor
            for actor in self.ontology.find_by_family_name(word)
            if actor.country is not None and self._country_counts[actor.country]
        ]
        return self._actor(people[0]) if len(people) == 1 else None

    def _add_person(self, mention: Mention) -> None:
        known = self._known(mention, is_place=False)
        entity = self._actor(known) if known is not None else self._minted(mention.name, "Person")
        words = mention.name.split()
        parts = {words[0], words[-1]} | ({known.family_name} if known is not None and known.family_name else set())
        for part in parts:
            people = self._people.setdefault(normalize_name(part), [])
            if entity not in people:
                people.append(entity)

    def _description(self, mention: Mention) -> Entity | None:
        """Return the thing that a description with a name in it denotes ("Taiwanese officials"); others are no node."""
        known = self._known(mention, is_place=False)
        if known is not None:
            return self._actor(known)
        if mention.head in _GOVERNMENT_HEADS:
            return self._government(mention)
        kind = type_of(mention, self.ontology)
        if kind and (mention.modifiers or (kind in _DESCRIBABLE and len(mention.name.split()) >= _LEAST_WORDS)):
            return self._minted(mention.name, kind)
        return None

    def find_speaker(self, mention: Mention) -> Entity:
        """Return who says something: an actor of the text, even where it says too little of it to be a node ("critics")."""
        return self.find(mention) or self._minted(mention.name or mention.text, type_of(mention, self.ontology) or "Actor")

    def find_metonym(self, mention: Mention) -> Entity | None:
        """Return the one actor whose affair a description without a class of its own is: Japan for "Japan's handling"."""
        if mention.kind is not MentionKind.DESCRIPTION or len(mention.modifiers) != 1:
            return None
        return self._modifier(mention.modifiers[0])

    def _government(self, mention: Mention) -> Entity | None:
        seats = [
            actor for word in mention.modifiers for actor in self.ontology.find_by_metonym(word) if actor.type == "Government"
        ]
        if len(seats) == 1:
            return self._actor(seats[0])
        owners = [entity for word in mention.modifiers if (entity := self._modifier(word)) is not None]
        if not owners:
            return None
        owner = owners[0]
        government = self.ontology.find_government(owner.iri)
        if government is not None:
            return self._actor(government)
        return self._minted(f"{owner.label} {mention.head}", "Government") if owner.type == "Person" else None

    def _role(self, mention: Mention) -> Entity | None:
        """Return the post, named with whose it is: "President of Taiwan"."""
        if "Role" not in self.ontology.find_classes(mention.head):
            return None
        owners = [entity for word in mention.modifiers if (entity := self._modifier(word)) is not None]
        post = _singular(mention.name, mention.head)
        label = post if not owners or owners[0].label in post else f"{post} of {owners[0].label}"
        return self._minted(label, "Role")

    def _modifier(self, text: str) -> Entity | None:
        country = self._country_of_demonym(text)
        if country is not None:
            return country
        known = self._likeliest(self.ontology.find_actors(text) or self.ontology.find_by_metonym(text))
        if known is not None:
            return self._actor(known)
        key = normalize_name(text)
        people = self._people.get(key, [])
        return self._entity_by_name.get(key) or (people[0] if len(people) == 1 else None)

    def _country_of_demonym(self, text: str) -> Entity | None:
        countries = self.ontology.find_by_demonym(text)
        return self._actor(countries[0]) if len(countries) == 1 else None

    def _actor(self, actor: KnownActor) -> Entity:
        iri = self.namespace.entity(actor.iri.local_name)
        return Entity(iri, actor.type, actor.label, same_as=actor.same_as)

    def _minted(self, label: str, kind: str) -> Entity:
        slug = slugify(label)
        is_family_name = kind == "Person" and len(label.split()) == 1
        is_taken = any(actor.iri.local_name == slug for actor in self.ontology.find_actors(label))
        return Entity(self.namespace.entity(f"{slug}-{slugify(kind)}" if is_family_name or is_taken else slug), kind, label)

    def _count_countries(self) -> None:
        for mention in self.reading.mentions:
            for actor in self._countries(mention):
                self._country_counts[actor] += 1

    def _countries(self, mention: Mention) -> Iterable[Iri]:
        texts = (mention.name, *mention.modifiers)
        actors = [actor for text in texts for actor in (*self.ontology.find_by_demonym(text), *self.ontology.find_actors(text))]
        return {actor.country or actor.iri for actor in actors} if actors else ()


def _without_titles(mention: Mention) -> Mention:
    """Return a person's mention named without the titles before the name, if that leaves any of it: "Tsai" for "Mr. Tsai"."""
    words = mention.name.split() if mention.label == "Person" else []
    while len(words) > 1 and words[0].strip(".").casefold() in _TITLES:
        del words[0]
    return replace(mention, name=" ".join(words)) if words else mention


def _is_full_name(mention: Mention) -> bool:
    return mention.label == "Person" and len(mention.name.split()) > 1


def _singular(name: str, head: str) -> str:
    """Return a post's name with its head noun in the singular: one of the "Vice presidents" is "Vice president"."""
    plurals = {f"{head}s", f"{head}es", f"{head.removesuffix('y')}ies"}
    words = [word[: len(head) - 1] + head[-1] if word.casefold() in plurals else word for word in name.split()]
    return " ".join(words)
