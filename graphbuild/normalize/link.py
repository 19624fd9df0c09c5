"""Which mentions of a document are one thing, and what thing it is."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from graphbuild.model import Entity, Iri, Mention, MentionKind, Merge, MergeReason, Namespace, Reading
from graphbuild.model.name import normalize_name
from graphbuild.normalize.cluster import LEAST_SCORE
from graphbuild.normalize.compare import Verdict
from graphbuild.normalize.document_names import OWN_NAME, UNKNOWN_TYPE, DocumentNames, Linked, untitled
from graphbuild.normalize.known import KnownActors
from graphbuild.normalize.mint import Mint
from graphbuild.normalize.office import Offices
from graphbuild.normalize.types import type_of
from graphbuild.ontology import KnownActor, Ontology

__all__ = ["UNKNOWN_TYPE", "Linker"]

_GOVERNMENT_HEADS = frozenset({"government", "administration", "authority", "cabinet"})
# A description without a name in it is a thing of its own only if it says enough: "drug ring", "military vessels".
_LEAST_WORDS = 2
_DESCRIBABLE = frozenset({"Equipment", "Agreement", "Event", "Facility", "Organization", "MilitaryForce", "Group", "Place"})
_NAMELESS = frozenset({"Person", "Group", "MilitaryForce", "PoliticalParty", "Government", "GovernmentBody", "Organization"})
"""What a description may stand for that tells no more: "police", "the ruling coalition"; two documents need not mean the same."""
_IN_CONTEXT = frozenset(
    """
    ally body counterpart group individual leader man member neighbor neighbour office opponent organization other partner party people
    person predecessor rival side successor team woman
    """.split()
)
"""Bare nouns that mean what they mean by what else was said: who an ally is, depends on whose."""
_MAY_BE_PERSON = frozenset({"", "Organization", "Place"})
"""The labels that recognizers also give to a person's bare family name."""
_MISTAKEN: Verdict = (MergeReason.PART_OF_NAME, 0.72)
_INTRODUCED_PERSON: Verdict = (MergeReason.PART_OF_NAME, 0.7)
_INTRODUCED: Verdict = (MergeReason.INTRODUCED, 0.98)
_DEMONYM: Verdict = (MergeReason.DEMONYM, 0.95)
_PART: Verdict = (MergeReason.PART_OF_NAME, 0.9)
_GOVERNMENT: Verdict = (MergeReason.GOVERNMENT, 0.9)
_UNOWNED_POST = 0.85
"""What a post is worth of which only the rest of the text tells whose it is: "the president"."""


@dataclass(slots=True)
class Linker:
    """Links the mentions of one document; made anew for each.

    ``apart`` are pairs of normalized names that must never be one thing.
    """

    ontology: Ontology
    namespace: Namespace
    reading: Reading
    apart: Collection[frozenset[str]] = ()
    _known: KnownActors = field(init=False)
    _mint: Mint = field(init=False)
    _names: DocumentNames = field(init=False)
    _introduced: dict[str, Linked] = field(default_factory=dict)
    _merges: dict[tuple[Iri, str, MergeReason], Merge] = field(default_factory=dict)
    _nameless: set[Iri] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Look at all the document's names before the first is linked."""
        self._known, self._mint = KnownActors(self.ontology, self.apart), Mint(self.ontology, self.namespace)
        self._known.count_countries(self.reading.mentions)
        self._names = DocumentNames(self._known, self._mint, self.apart)
        self._names.link(self._named())
        for alias in self.reading.aliases:
            linked = self._link(alias.other, is_place=False, when=None)
            if linked is not None and not self._must_be_apart(alias.mention.name, linked[0]):
                self._introduced.setdefault(normalize_name(alias.mention.name), (linked[0], _INTRODUCED))

    @property
    def merges(self) -> tuple[Merge, ...]:
        """The names that were taken for entities until now, sorted."""
        return tuple(sorted(self._merges.values()))

    def find(self, mention: Mention, *, is_place: bool = False, when: str | None = None) -> Entity | None:
        """Return the thing that ``mention`` names, None if it names none that is worth a node.

        Args:
            mention: a mention of the document.
            is_place: it stands where a place is meant ("in Tokyo"), rather than who acts from there.
            when: the ISO 8601 date or interval of which the sentence speaks, if it tells any.
        """
        linked = self._link(mention, is_place=is_place, when=when)
        if linked is None:
            return None
        entity, (reason, score) = linked
        is_merge = linked[1] is not OWN_NAME and normalize_name(mention.name) != normalize_name(entity.label)
        if is_merge:
            merge = Merge(entity.iri, mention.name, reason, score)
            key = entity.iri, mention.name, reason
            self._merges[key] = min(self._merges.get(key, merge), merge)
        return entity

    def find_speaker(self, mention: Mention) -> Entity:
        """Return who says something: an actor of the text, even where it says too little of it to be a node ("critics")."""
        return self.find(mention) or self._mint.new(mention.name or mention.text, type_of(mention, self.ontology) or "Actor")

    def find_metonym(self, mention: Mention) -> Entity | None:
        """Return the one actor whose affair a description without a class of its own is: Japan for "Japan's handling"."""
        if mention.kind is not MentionKind.DESCRIPTION or len(mention.modifiers) != 1:
            return None
        return self._modifier(mention.modifiers[0])

    def _named(self) -> Iterator[Mention]:
        aliases = (mention for alias in self.reading.aliases for mention in (alias.mention, alias.other))
        return (mention for mention in chain(self.reading.mentions, aliases) if mention.kind is MentionKind.NAME)

    def _link(self, mention: Mention, *, is_place: bool, when: str | None) -> Linked | None:
        if mention.kind is MentionKind.PRONOUN:
            return None
        if mention.kind is MentionKind.DEMONYM:
            return self._demonym(mention)
        if mention.kind is MentionKind.ROLE:
            return self._role(mention)
        if mention.kind is MentionKind.DESCRIPTION:
            return self._description(mention, when)
        return self._name(mention, is_place=is_place, when=when)

    def _name(self, mention: Mention, *, is_place: bool, when: str | None) -> Linked | None:
        mention = untitled(mention)
        introduced = self._introduced.get(normalize_name(mention.name))
        if introduced is not None:
            return introduced
        if is_place:
            known = self._known.find(mention, is_place=True)
            if known is not None:
                return self._mint.known(known[0]), known[1]
        introduced_person = (
            self._names.find_introduced(mention.name, mention.span.start)
            if mention.label in _MAY_BE_PERSON | {"Person"}
            else None
        )
        if introduced_person is not None and not self._must_be_apart(mention.name, introduced_person):
            return introduced_person, _INTRODUCED_PERSON
        linked = self._names.find(mention)
        if linked[1] is not OWN_NAME:
            return linked
        return self._mistaken(mention) or self._family(mention) or self._holder(mention, when) or linked

    def _mistaken(self, mention: Mention) -> Linked | None:
        """Return the person whose family name the recognizer took for something else, if only one in the document has it."""
        person = self._names.find_person(mention.name) if mention.label in _MAY_BE_PERSON else None
        return (person, _MISTAKEN) if person is not None and not self._must_be_apart(mention.name, person) else None

    def _family(self, mention: Mention) -> Linked | None:
        if mention.label != "Person" or " " in mention.name.strip() or self._names.has_person(mention.name):
            return None
        known = self._known.find_family(mention.name)
        if known is not None and self._is_capital(mention.name, known[0]):
            # The recognizer took it for a person: "an alliance with Washington".
            known = self._known.find(replace(mention, label=""), is_place=False) or known
        return (self._mint.known(known[0]), known[1]) if known is not None else None

    def _is_capital(self, name: str, person: KnownActor) -> bool:
        """Tell whether a person's family name is rather a capital's, in a text that speaks of the country otherwise too."""
        is_spoken_of = person.country is not None and self._known.country_counts[person.country] > 1
        return is_spoken_of and bool(self.ontology.find_by_metonym(name)) and not self._names.has_place(name)

    def _demonym(self, mention: Mention) -> Linked | None:
        """Return the country of a demonym, or the known party or people that somebody is of: the party for "Democrat"."""
        country = self._known.find_demonym(mention.name)
        if country is not None:
            return self._mint.known(country), _DEMONYM
        members = self._known.likeliest(self.ontology.find_actors(mention.name))
        return (self._mint.known(members), (MergeReason.KNOWN_NAME, 1.0)) if members is not None else None

    def _description(self, mention: Mention, when: str | None) -> Linked | None:
        """Return the thing that a description with a name in it denotes ("Taiwanese officials"); others are no node."""
        known = self._known.find(mention, is_place=False)
        if known is not None:
            return self._mint.known(known[0]), known[1]
        if mention.head in _GOVERNMENT_HEADS:
            return self._government(mention)
        holder = self._holder(mention, when)
        if holder is not None:
            return holder
        kind = type_of(mention, self.ontology)
        if kind and (mention.modifiers or (kind in _DESCRIBABLE and len(mention.name.split()) >= _LEAST_WORDS)):
            return self._mint.new(mention.name, kind), OWN_NAME
        if kind not in _NAMELESS or mention.head in _IN_CONTEXT:
            return None
        nameless = self._mint.nameless(mention.name.casefold(), kind, self.reading.document.id)
        self._nameless.add(nameless.iri)
        return nameless, OWN_NAME

    def is_nameless(self, entity: Entity) -> bool:
        """Tell whether a thing has no name and nothing else that tells it from others of its kind: "police", "the supreme court"."""
        return entity.iri in self._nameless

    def _government(self, mention: Mention) -> Linked | None:
        seats = [
            actor for word in mention.modifiers for actor in self.ontology.find_by_metonym(word) if actor.type == "Government"
        ]
        if len(seats) == 1:
            return self._mint.known(seats[0]), _GOVERNMENT
        owners = [entity for word in mention.modifiers if (entity := self._modifier(word)) is not None]
        if not owners:
            return None
        owner = owners[0]
        government = self.ontology.find_government(owner.iri)
        if government is not None:
            return self._mint.known(government), _GOVERNMENT
        return (self._mint.new(f"{owner.label} {mention.head}", "Government"), _PART) if owner.type == "Person" else None

    def _role(self, mention: Mention) -> Linked | None:
        """Return the post, named with whose it is, and of an envoy where: "President of Taiwan", "ambassador of Togo to Mali"."""
        if "Role" not in self.ontology.find_classes(mention.head):
            return None
        post, to, host = _singular(mention.name, mention.head).partition(" to ")
        owners = [entity for word in mention.modifiers if word not in host and (entity := self._modifier(word)) is not None]
        label = post if not owners or owners[0].label in post else f"{post} of {owners[0].label}"
        return self._mint.new(f"{label}{to}{host}", "Role"), OWN_NAME

    def _holder(self, mention: Mention, when: str | None) -> Linked | None:
        """Return who held the post at the time that a description names: "the Taiwanese president"."""
        date = _date_of(when, self.reading.document.published)
        if date is None or "Role" not in self.ontology.find_classes(mention.head) or mention.label == "Person":
            return None
        before = self.reading.document.text[max(0, mention.span.start - 40) : mention.span.start]
        body, weight = self._body(mention, before)
        if body is None:
            return None
        found = Offices(self.ontology).find_holder(mention, body, date, before=before, named=self._names.people)
        if found is None or found[1] * weight < LEAST_SCORE or self._must_be_apart(mention.name, self._mint.known(found[0])):
            return None
        return self._mint.known(found[0]), (MergeReason.ROLE_AT_DATE, round(found[1] * weight, 2))

    def _body(self, mention: Mention, before: str) -> tuple[Iri | None, float]:
        """Return whose post it is, and how sure that is: what is named with it, else the one country of the text."""
        owners = {entity.iri for word in mention.modifiers if (entity := self._modifier(word)) is not None}
        if mention.modifiers:
            return (owners.pop() if len(owners) == 1 else None), 1.0
        is_definite = before.rstrip().casefold().endswith("the")
        return (self._known.only_country() if is_definite else None), _UNOWNED_POST

    def _modifier(self, text: str) -> Entity | None:
        country = self._known.find_demonym(text)
        if country is not None:
            return self._mint.known(country)
        known = self._known.likeliest(self.ontology.find_actors(text) or self.ontology.find_by_metonym(text))
        if known is not None:
            return self._mint.known(known)
        introduced = self._introduced.get(normalize_name(text))
        return introduced[0] if introduced is not None else self._names.find_person(text)

    def _must_be_apart(self, name: str, entity: Entity) -> bool:
        return bool(self.apart) and frozenset({normalize_name(name), normalize_name(entity.label)}) in self.apart


def _date_of(when: str | None, published: str | None) -> str | None:
    """Return the date at which a post is held: that of the sentence, unless it lies ahead, else that of the document."""
    return when if when is not None and (published is None or when <= published) else published


def _singular(name: str, head: str) -> str:
    """Return a post's name with its head noun in the singular: one of the "Vice presidents" is "Vice president"."""
    plurals = {f"{head}s", f"{head}es", f"{head.removesuffix('y')}ies"}
    words = [word[: len(head) - 1] + head[-1] if word.casefold() in plurals else word for word in name.split()]
    return " ".join(words)
