"""Which relation of the ontology a predicate means."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graphbuild.model import Predicate
from graphbuild.ontology import Ontology, Relation

_TITLE_RELATIONS = {False: "holdsRole", True: "formerlyHeldRole"}
# Relations of what things are to each other rather than of what they do.
STRUCTURAL = frozenset(
    {"memberOf", "affiliatedWith", "holdsRole", "formerlyHeldRole", "leaderOf", "partOf", "locatedIn", "governs"}
)
_LEADS = "leaderOf"
_FORMER = frozenset({"former", "then", "ex", "late", "previous", "onetime"})
_POSSESSIVE = "'s"
# What "Japan's X" makes a part of Japan, or a doing of it; a party or a person it does not.
_OWNED = frozenset({"Organization", "GovernmentBody", "MilitaryForce", "Place", "City", "Facility", "Event"})
_TOGETHER = "each other"
# Prepositions that say the same of a post: "analyst at", "minister for".
_OF_LIKE = frozenset({"at", "for", "in", "with", "to", "from"})


@dataclass(frozen=True, slots=True)
class Match:
    """A relation that a predicate may mean, and how sure its words make it."""

    relation: Relation
    is_inverse: bool
    certainty: float


@dataclass(frozen=True, slots=True)
class Key:
    """A form of a predicate to look up among the triggers."""

    phrase: str
    kind: str
    certainty: float


def find_relation(predicate: Predicate, subject_type: str, object_type: str, ontology: Ontology) -> Match | None:
    """Return the relation that ``predicate`` means between things of these types, None if none fits.

    The most specific form of the predicate that is a trigger wins: "hold talk with" before "talk with" before "hold".
    """
    if predicate.lemma == _POSSESSIVE and subject_type not in _OWNED:
        return None
    for key in keys_of(predicate):
        for relation, is_inverse in ontology.find_fitting(key.phrase, key.kind, subject_type, object_type):
            if _holds(relation, predicate):
                return Match(relation, is_inverse, key.certainty)
    return None


def _holds(relation: Relation, predicate: Predicate) -> bool:
    """Tell whether the predicate's form allows the relation.

    What several do together is symmetric; what is "former" is no present lead; and what somebody does with a member or a part
    ("led a delegation of lawmakers") makes them no member or part.
    """
    if _TOGETHER in predicate.modifiers and not relation.is_symmetric:
        return False
    if predicate.pos == "NOUN" and relation.name in STRUCTURAL:
        return False
    return relation.name != _LEADS or not is_former(predicate)


def find_title(predicate: Predicate, subject_type: str, object_type: str, ontology: Ontology) -> Match | None:
    """Return the relation between a person and a post."""
    if not ontology.is_a(subject_type, "Person") or not ontology.is_a(object_type, "Role"):
        return None
    relation = ontology.relations.get(_TITLE_RELATIONS[is_former(predicate)])
    return Match(relation, is_inverse=False, certainty=1.0) if relation is not None else None


def is_former(predicate: Predicate) -> bool:
    """Tell whether a role is said to be past."""
    return bool(_FORMER & set(predicate.modifiers))


def keys_of(predicate: Predicate) -> Iterator[Key]:
    """Yield the forms of ``predicate`` to look up, the most specific first."""
    if predicate.pos == "VERB":
        yield from _verb_keys(predicate)
    elif predicate.pos in {"NOUN", "ROLE"}:
        yield from _noun_keys(predicate)
    elif predicate.pos == "ADJ":
        yield from _adjective_keys(predicate)
    elif predicate.pos == "AFFIX":
        yield Key(predicate.lemma, "affix", 1.0)


def _verb_keys(predicate: Predicate) -> Iterator[Key]:
    verb = _join(predicate.lemma, predicate.particle)
    if predicate.noun:
        yield Key(_join(verb, predicate.noun, predicate.preposition), "verb", 1.0)
    if predicate.preposition:
        yield Key(_join(verb, predicate.preposition), "verb", 1.0 if not predicate.noun else 0.9)
    if not predicate.noun and not predicate.preposition:
        yield Key(verb, "verb", 1.0)


def _noun_keys(predicate: Predicate) -> Iterator[Key]:
    if predicate.pos == "ROLE":
        yield Key(_join(predicate.lemma, predicate.preposition), "noun", 1.0)
        yield from _noun_keys(replace(predicate, lemma=predicate.noun, pos="POST"))
        return
    for modifier in reversed(predicate.modifiers):
        yield Key(_join(modifier, predicate.lemma, predicate.preposition), "noun", 1.0)
    yield Key(_join(predicate.lemma, predicate.preposition), "noun", 1.0)
    if predicate.preposition in _OF_LIKE and predicate.pos == "POST":
        yield Key(_join(predicate.lemma, "of"), "noun", 0.8)
    if predicate.preposition == "between":
        yield Key(_join(predicate.lemma, "with"), "noun", 0.9)


def _adjective_keys(predicate: Predicate) -> Iterator[Key]:
    yield Key(_join(predicate.lemma, predicate.particle, predicate.preposition), "adjective", 1.0)


def _join(*words: str) -> str:
    return " ".join(filter(None, words))
