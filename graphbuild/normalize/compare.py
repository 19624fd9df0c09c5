"""Whether two names are names of one thing, by their words alone, and how sure that is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from graphbuild.model import Iri, MergeReason
from graphbuild.model.name import normalize_name
from graphbuild.normalize.name_words import PersonName, body_key, person_name, words_of
from graphbuild.normalize.spelling import LEAST_SOUND, is_typo, sound_of, sounds_like, typo_key
from graphbuild.normalize.whose import BodyName, Owners, owners_of
from graphbuild.ontology import Ontology

Verdict = tuple[MergeReason, float]
"""Why two names are taken for one, and how sure that is."""

_SAME_WORDS: Verdict = (MergeReason.SAME_WORDS, 0.97)
_NAME_ORDER: Verdict = (MergeReason.NAME_ORDER, 0.93)
_WITHOUT_COUNTRY: Verdict = (MergeReason.WITHOUT_COUNTRY, 0.95)
_SOUND_SCORE, _TYPO_SCORE, _OTHER_SOUND = 0.9, 0.78, 0.06
_OF_STATES = ("Government", "GovernmentBody", "MilitaryForce", "PoliticalParty")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as a text or vocabulary names it. ``is_known`` tells that the vocabulary has it: two such things are two."""

    iri: Iri
    type: str
    name: str
    is_known: bool = False


@dataclass(frozen=True, eq=False)
class Comparer:
    """Compares names, by what the vocabulary tells of classes, countries and people."""

    ontology: Ontology
    given_names: frozenset[str] = field(default_factory=frozenset)

    @property
    def owners(self) -> Owners:
        """The countries that names of bodies tell."""
        return owners_of(self.ontology)

    def may_be_one(self, left: str, right: str) -> bool:
        """Tell whether things of these types can be one thing: an organization may be a party, a person is no place."""
        vague = {"", "Thing"}
        return (
            left == right or left in vague or right in vague or self.ontology.is_a(left, right) or self.ontology.is_a(right, left)
        )

    def is_person(self, named: Named) -> bool:
        """Tell whether it is a person."""
        return self.ontology.is_a(named.type, "Person")

    def is_of_state(self, type_: str) -> bool:
        """Tell whether things of the type are a country's, so that its name may be left out: "the Diet"."""
        return any(self.ontology.is_a(type_, kind) for kind in _OF_STATES)

    def is_generic(self, word: str) -> bool:
        """Tell whether a word says only what kind of body has it in its name: "Institution", "University"."""
        return any(self.ontology.is_a(kind, "Organization") for kind in self.ontology.find_classes(word))

    def compare(self, left: Named, right: Named) -> Verdict | None:
        """Return why two names are one, None if nothing shows it."""
        if not self.may_be_one(left.type, right.type) or self.is_person(left) != self.is_person(right):
            return None
        if self.is_person(left):
            return self._compare_people(person_name(left.name), person_name(right.name))
        return self._compare_bodies(left, right)

    def keys(self, named: Named) -> Iterator[str]:
        """Yield texts of which things that compare as one share at least one, so that no other pairs need be compared."""
        if self.is_person(named):
            name = person_name(named.name)
            turned = min((name, *name.turned()), key=lambda each: each.squeezed) if len(name.words) > 1 else name
            yield f"person {turned.squeezed}"
            yield f"person sound {' '.join(sorted(map(sound_of, name.words)))}"
            yield from (f"person typo {key}" for key in _typo_keys(name.words))
            return
        body = self.owners.read(named.name)
        yield f"body {body.country} {body_key(body.core)}"
        if len(body.core) > 1 or self._is_place(named.type):
            yield f"body sound {body.country} {' '.join(map(sound_of, body.core))}"
        yield from (f"body typo {body.country} {key}" for key in _typo_keys(body.core))

    def _compare_people(self, left: PersonName, right: PersonName) -> Verdict | None:
        if left.generation != right.generation or not left.words or not right.words:
            return None
        if left.squeezed == right.squeezed:
            return _SAME_WORDS
        if len(left.words) < 2 or len(right.words) < 2:
            return _respelled(left.words, right.words) if len(left.words) == len(right.words) else None
        if any(turned.squeezed == right.squeezed for turned in left.turned()):
            is_open = len(left.words) == 2 and {*left.words} <= self.given_names
            return None if is_open else _NAME_ORDER
        return _respelled(left.words, right.words)

    def _compare_bodies(self, left: Named, right: Named) -> Verdict | None:
        if words_of(left.name) == words_of(right.name):
            return _SAME_WORDS
        if self.ontology.is_a(left.type, "Country") or self.ontology.is_a(right.type, "Country"):
            return None
        first, second = self.owners.read(left.name), self.owners.read(right.name)
        if first.country != second.country:
            return None
        if body_key(first.core) == body_key(second.core):
            return self._same_core(first, second, left.type, right.type)
        if len(first.core) > 1:
            return _respelled(first.core, second.core)
        are_places = self._is_place(left.type) and self._is_place(right.type)
        # Sydney and Sidney are two towns.
        return _respelled(first.core, second.core) if are_places and _vowels(left.name) == _vowels(right.name) else None

    def _same_core(self, left: BodyName, right: BodyName, *types: str) -> Verdict | None:
        """Return why bodies of one name and one country are one; "Bank of China" is no "China Bank"."""
        if left.country is None:
            return _SAME_WORDS
        is_enough = len(left.core) > 1 or (left.is_behind == right.is_behind and all(map(self.is_of_state, types)))
        return _WITHOUT_COUNTRY if is_enough else None

    def _is_place(self, type_: str) -> bool:
        return self.ontology.is_a(type_, "Place") and not self.ontology.is_a(type_, "Country")


def _respelled(left: tuple[str, ...], right: tuple[str, ...]) -> Verdict | None:
    """Return how sure it is that words differ by their spelling only; a slip of the pen must be the only difference."""
    if len(left) != len(right):
        return None
    differing = [(one, other) for one, other in zip(left, right, strict=True) if one != other]
    if all(sounds_like(one, other) for one, other in differing):
        return MergeReason.SPELLING, round(_SOUND_SCORE - _OTHER_SOUND * (len(differing) - 1), 2)
    if len(left) > 1 and len(differing) == 1 and is_typo(*differing[0]):
        return MergeReason.SPELLING, _TYPO_SCORE
    return None


def _vowels(name: str) -> list[str]:
    return [letter for letter in normalize_name(name) if letter in "aeiouy"]


def _typo_keys(words: tuple[str, ...]) -> Iterator[str]:
    """Yield, for each word that may be misspelt, the others and what a slip leaves of it."""
    for position, word in enumerate(words if len(words) > 1 else ()):
        key = typo_key(word)
        if key is not None:
            yield " ".join((*words[:position], f"*{key}", *words[position + 1 :]))


def sound_or_none(word: str) -> str | None:
    """Return how a word sounds if it is long enough to be known by that."""
    return sound_of(word) if len(word) >= LEAST_SOUND and word.isalpha() else None


@lru_cache(maxsize=4)
def comparer_of(ontology: Ontology) -> Comparer:
    """Return the comparer of a vocabulary; what it tells of given names is collected once."""
    return Comparer(ontology, frozenset(_given_names(ontology)))


def _given_names(ontology: Ontology) -> Iterator[str]:
    """Yield the words that known people have before their family names."""
    for actor in ontology.actors:
        if actor.family_name and actor.label.endswith(f" {actor.family_name}"):
            yield from (word for word, _ in pairwise(person_name(actor.label).words))
