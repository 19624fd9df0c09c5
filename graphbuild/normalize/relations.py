"""Which relation of the ontology a predicate means."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graphbuild.model import Predicate
from graphbuild.normalize.belonging import BELONGING, find_belonging
from graphbuild.normalize.similarity import find_similar
from graphbuild.normalize.ties import TIE, find_tie_relation, may_lead, tie_of
from graphbuild.ontology import Ontology, Relation
from graphbuild.ontology.ontology import TOP_CLASS

_TITLE_RELATIONS = {False: "holdsRole", True: "formerlyHeldRole"}
# Relations of what things are to each other rather than of what they do.
STRUCTURAL = frozenset(
    {"memberOf", "affiliatedWith", "holdsRole", "formerlyHeldRole", "leaderOf", "partOf", "locatedIn", "governs"}
)
_LEADS = "leaderOf"
_FORMER = frozenset(
    {"former", "formerly", "then", "ex", "late", "previous", "previously", "once", "onetime", "sometime", "erstwhile", "retired"}
)
_SUPPLIES = "suppliedTo"
# What is given, sent or offered and yet is nothing that changes hands: "offered refuge to".
_NO_GOODS = frozenset(
    """
    advice alternative ambassador amnesty answer apology approval asylum attaché attention authority backing blessing boost
    chance comfort concession condolence confidence congratulation consent consul credit delegate delegation diplomat
    emissary encouragement envoy explanation friendship greeting guarantee haven help home hope hospitality immunity
    independence invitation letter mediation message mission name nod notice olive-branch opinion opportunity ovation peace
    permission pledge power praise priority promise protection reassurance refuge regard reply representative respect
    response right safety sanctuary security shelter signal solidarity speech statement status support surprise sympathy
    testimony thank thanks time ultimatum victory visa voice vote warning way welcome word
    """.split()
)
_DEPUTIES = frozenset({"deputy", "vice", "assistant", "under"})
_POSSESSIVE = "'s"
# What "Japan's X" makes a part of Japan, or a doing of it; a party or a person it does not.
_OWNED = frozenset({"Organization", "GovernmentBody", "MilitaryForce", "Place", "City", "Facility"})
_TOGETHER = "each other"
BY_TRIGGER = "trigger"
THRESHOLD = 0.25
"""From which score on words that are no trigger are taken to mean what triggers like them mean; chosen by ``benchmarks.relations``."""
# What a match by likeness is worth beside one by a trigger, were its score 1.
_LIKENESS = 0.8
# What a post that is no trigger is worth: somebody's tie to whose post it is.
_TIE = 0.8
# Prepositions that say the same of a post: "analyst at", "minister for".
_OF_LIKE = frozenset({"at", "for", "in", "with", "to", "from"})


@dataclass(frozen=True, slots=True)
class Match:
    """A relation that a predicate may mean, how sure its words make it, and why: the words are a trigger, or are like one."""

    relation: Relation
    is_inverse: bool
    certainty: float
    reason: str = BY_TRIGGER


@dataclass(frozen=True, slots=True)
class Key:
    """A form of a predicate to look up among the triggers."""

    phrase: str
    kind: str
    certainty: float


def find_relation(predicate: Predicate, subject_type: str, object_type: str, ontology: Ontology) -> Match | None:
    """Return the relation that ``predicate`` means between things of these types, None if none fits.

    The most specific form of the predicate that is a trigger wins: "hold talk with" before "talk with" before "hold". Words of which
    no form is a trigger for any two things may be like one: "despise" is like "dislike".
    """
    if predicate.relation:
        return _find_read(predicate.relation, subject_type, object_type, ontology)
    if predicate.pos == "AFFIX" and predicate.lemma in BELONGING:
        belonging = find_belonging(predicate.lemma, subject_type, object_type, ontology)
        if belonging is not None or predicate.lemma != _POSSESSIVE or subject_type not in _OWNED:
            return None if belonging is None else Match(belonging, is_inverse=False, certainty=1.0)
    for key in keys_of(predicate):
        for relation, is_inverse in ontology.find_fitting(key.phrase, key.kind, subject_type, object_type):
            if _holds(relation, predicate):
                return _settled(Match(relation, is_inverse, key.certainty), predicate, object_type, ontology)
    tie = find_tie_relation(predicate, subject_type, object_type, ontology)
    return (
        Match(tie, is_inverse=False, certainty=_TIE)
        if tie is not None
        else _find_similar(predicate, subject_type, object_type, ontology)
    )


def _find_read(name: str, subject_type: str, object_type: str, ontology: Ontology) -> Match | None:
    """Return the relation that a reader has told by name, if the ontology has it and it fits."""
    relation = ontology.relations.get(name)
    fits = relation is not None and (
        ontology.fits(relation, subject_type, object_type)
        or (relation.is_symmetric and ontology.fits(relation, object_type, subject_type))
    )
    return Match(relation, is_inverse=False, certainty=1.0) if relation is not None and fits else None


def _settled(match: Match, predicate: Predicate, object_type: str, ontology: Ontology) -> Match | None:
    """Return the match as the post and its owner have it: who has an office of a state is no more than that of it."""
    if match.relation.name == _LEADS and not may_lead(predicate, object_type, ontology):
        return None
    if match.relation.name != TIE:
        return match
    tie = tie_of(predicate, object_type, ontology)
    return None if tie is None else replace(match, relation=tie)


def _find_similar(predicate: Predicate, subject_type: str, object_type: str, ontology: Ontology) -> Match | None:
    """Return the relation of the triggers that the predicate's words are most like, None if they are not enough so.

    What is a trigger, though not between things of these types, is known to mean something else.
    """
    if {subject_type, object_type} & {"", TOP_CLASS} or any(
        ontology.find_relations(key.phrase, key.kind) for key in keys_of(predicate)
    ):
        return None
    best = find_similar(predicate, subject_type, object_type, ontology)
    if best is None or best.score < THRESHOLD or best.relation.name in STRUCTURAL or not _holds(best.relation, predicate):
        return None
    reason = f"similar to {best.nearest} {best.score:.2f}"
    return Match(best.relation, best.is_inverse, round(_LIKENESS * best.score, 4), reason)


def _holds(relation: Relation, predicate: Predicate) -> bool:
    """Tell whether the predicate's form allows the relation.

    What several do together is symmetric; what is "former" or "deputy" is no lead; and what somebody does with a member or a part
    ("led a delegation of lawmakers") makes them no member or part.
    """
    if _TOGETHER in predicate.modifiers and not relation.is_symmetric:
        return False
    if predicate.pos == "NOUN" and relation.name in STRUCTURAL:
        return False
    if relation.name == _SUPPLIES and predicate.noun in _NO_GOODS:
        return False
    return relation.name != _LEADS or not (is_former(predicate) or _DEPUTIES & set(predicate.modifiers))


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
