"""Known actors by what a text calls them, and by how else it may spell that."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from graphbuild.model import Iri, Mention, MergeReason
from graphbuild.model.name import normalize_name
from graphbuild.normalize.compare import Named, Verdict, comparer_of
from graphbuild.normalize.name_words import without_titles
from graphbuild.normalize.whose import owners_of
from graphbuild.ontology import KnownActor, Ontology

_SURE, _BY_COUNTRY, _FAMILY = 1.0, 0.9, 0.75
_BY_METONYM = 0.85
_SHORT = 3
"""Acronyms of so few letters are those of many things."""
_SPELT_ELSEWHERE = 0.85
"""What another spelling is worth where the text does not speak of the actor's country."""

Recognized = tuple[KnownActor, Verdict]
"""A known actor, why it is meant, and how sure that is."""


@dataclass(slots=True)
class KnownActors:
    """Finds known actors for one document, by which countries it speaks of.

    ``apart`` are pairs of normalized names that must never be one.
    """

    ontology: Ontology
    apart: Collection[frozenset[str]] = ()
    country_counts: Counter[Iri] = field(default_factory=Counter)
    _named: set[Iri] = field(default_factory=set)
    """The countries that the document names itself, rather than by what is in them."""

    def count_countries(self, mentions: Iterable[Mention]) -> None:
        """Count how often the document speaks of each country."""
        for (name, modifiers), count in Counter((mention.name, mention.modifiers) for mention in mentions).items():
            for country in self._countries(name, modifiers):
                self.country_counts[country] += count
            self._named |= self._countries_named(name, modifiers)

    def homes(self) -> frozenset[Iri]:
        """Return the countries that the document speaks of at least half as often as of any."""
        most = max(self.country_counts.values(), default=0)
        return frozenset(country for country, count in self.country_counts.items() if 2 * count >= most)

    def only_country(self) -> Iri | None:
        """Return the country of which alone the document speaks."""
        return next(iter(self.country_counts)) if len(self.country_counts) == 1 else None

    def find(self, mention: Mention, *, is_place: bool) -> Recognized | None:
        """Return the known actor that the name denotes; metonyms denote a government unless a place is meant."""
        metonymous = () if is_place else self.ontology.find_by_metonym(mention.name)
        candidates = metonymous or self.ontology.find_actors(mention.name)
        if mention.label == "Person":
            candidates = tuple(actor for actor in candidates if self.ontology.is_a(actor.type, "Person"))
        elif mention.label == "Place":
            candidates = tuple(actor for actor in candidates if not self.ontology.is_a(actor.type, "Person"))
        candidates = tuple(actor for actor in candidates if self._is_at_home(mention.name, actor))
        actor = self.likeliest(tuple(actor for actor in candidates if not self._is_apart(mention.name, actor)))
        if actor is None:
            return None
        score = _BY_METONYM if metonymous else _SURE if len(candidates) == 1 else _BY_COUNTRY
        return actor, (self._reason(mention.name, actor, is_metonym=bool(metonymous)), score)

    def find_spelling(self, mention: Mention, type_: str) -> Recognized | None:
        """Return the known actor whose name is spelt or ordered otherwise in the text, if it is one only."""
        found = known_spellings(self.ontology).find(Named(Iri("x:x"), type_, mention.name))
        found = [
            (actor, verdict)
            for actor, verdict in found
            if not self._is_apart(mention.name, actor) and self._is_at_home(mention.name, actor)
        ]
        if len(found) != 1:
            return None
        actor, (reason, score) = found[0]
        is_near = reason is not MergeReason.SPELLING or self.country_counts[actor.country or actor.iri]
        return actor, (reason, score if is_near else round(score * _SPELT_ELSEWHERE, 2))

    def find_family(self, word: str) -> Recognized | None:
        """Return the one known person of that family name whose country the document speaks of."""
        people = [
            actor
            for actor in self.ontology.find_by_family_name(word)
            if actor.country is not None and self.country_counts[actor.country] and not self._is_apart(word, actor)
        ]
        return (people[0], (MergeReason.PART_OF_NAME, _FAMILY)) if len(people) == 1 else None

    def find_demonym(self, text: str) -> KnownActor | None:
        """Return the one country of which ``text`` is the demonym."""
        countries = self.ontology.find_by_demonym(text)
        return countries[0] if len(countries) == 1 and not self._is_apart(text, countries[0]) else None

    def likeliest(self, candidates: Sequence[KnownActor]) -> KnownActor | None:
        """Return the candidate whose country the document speaks of most, None if several are equally likely."""
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        ranked = sorted(candidates, key=lambda actor: (-self.country_counts[actor.country or actor.iri], actor.iri))
        best, second = (self.country_counts[actor.country or actor.iri] for actor in ranked[:2])
        return ranked[0] if best > second else None

    def _countries(self, name: str, modifiers: Iterable[str]) -> set[Iri]:
        texts = (name, *modifiers)
        actors = [actor for text in texts for actor in (*self.ontology.find_by_demonym(text), *self.ontology.find_actors(text))]
        owner = owners_of(self.ontology).read(name).country
        return {actor.country or actor.iri for actor in actors} | ({owner} if owner is not None else set())

    def _countries_named(self, name: str, modifiers: Iterable[str]) -> set[Iri]:
        """Return the countries called by name, by their people's or by their seat of government's."""
        texts = (name, *modifiers)
        named = [actor for text in texts for actor in (*self.ontology.find_by_demonym(text), *self.ontology.find_actors(text))]
        seats = [actor.country for text in texts for actor in self.ontology.find_by_metonym(text) if actor.country is not None]
        owner = owners_of(self.ontology).read(name).country
        countries = {actor.iri for actor in named if self.ontology.is_a(actor.type, "Country")}
        return countries | set(seats) | ({owner} if owner is not None else set())

    def _is_at_home(self, name: str, actor: KnownActor) -> bool:
        """Tell whether a name that several countries have something of can be that of an actor of a country: "NIS", "Civic Party"."""
        is_short = len(name) <= _SHORT and name.isalpha() and name.isupper() and name in actor.acronyms
        is_shared = actor.label.endswith(")") or is_short
        return not is_shared or actor.country is None or not self._named or actor.country in self._named

    def _reason(self, name: str, actor: KnownActor, *, is_metonym: bool) -> MergeReason:
        if is_metonym:
            return MergeReason.METONYM
        is_acronym = name.replace(".", "") in {acronym.replace(".", "") for acronym in actor.acronyms}
        return MergeReason.KNOWN_ACRONYM if is_acronym else MergeReason.KNOWN_NAME

    def _is_apart(self, name: str, actor: KnownActor) -> bool:
        """Tell whether a name must not be one with an actor: with its label, or with a longer name of it."""
        if not self.apart:
            return False
        own, label = normalize_name(name), normalize_name(actor.label)
        others = {normalize_name(other) for other in (*actor.names, *actor.acronyms, *actor.demonyms, *actor.metonyms)} - {own}
        stronger = {other for other in others if (len(other), other) > (len(own), own)} if own != label else set()
        return own != label and any(frozenset({own, other}) in self.apart for other in stronger | {label})


class KnownSpellings:
    """Known people and organizations by the keys that other spellings of their names share."""

    def __init__(self, ontology: Ontology) -> None:
        self._comparer = comparer_of(ontology)
        self._actors_by_key: dict[str, list[tuple[Named, KnownActor]]] = defaultdict(list)
        for actor in ontology.actors:
            if ontology.is_a(actor.type, "Person") or ontology.is_a(actor.type, "Organization"):
                for name in actor.names:
                    named = Named(actor.iri, actor.type, without_titles(name), is_known=True)
                    for key in set(self._comparer.keys(named)):
                        self._actors_by_key[key].append((named, actor))

    def find(self, named: Named) -> list[Recognized]:
        """Return the known actors whose names compare as one with that of ``named``, those of the best score only."""
        best: dict[KnownActor, Verdict] = {}
        for key in set(self._comparer.keys(named)):
            for other, actor in self._actors_by_key.get(key, ()):
                verdict = self._comparer.compare(other, named)
                if verdict is not None and (actor not in best or verdict[1] > best[actor][1]):
                    best[actor] = verdict
        top = max((score for _, score in best.values()), default=0.0)
        return [(actor, verdict) for actor, verdict in sorted(best.items()) if verdict[1] == top]


@lru_cache(maxsize=4)
def known_spellings(ontology: Ontology) -> KnownSpellings:
    """Return the spellings of a vocabulary's actors; they are collected once."""
    return KnownSpellings(ontology)
