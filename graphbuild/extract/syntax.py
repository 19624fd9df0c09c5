"""One view of a parse, whether its labels are Universal Dependencies or CLEAR (those of spaCy's own English models).

The schemes differ in three ways that matter here. A preposition is a ``case`` child of its noun in UD and the noun's head
(``prep`` → ``pobj``) in CLEAR; "be" is a ``cop`` child of the predicate in UD and its head (``attr``) in CLEAR; and labels have other
names. References: de Marneffe et al., Universal Dependencies (CL 47:2, 2021); Choi & Palmer, Guidelines for the CLEAR style
constituent to dependency conversion (2012).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

ACTIVE_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "nsubjpass"})
OBJECTS = frozenset({"obj", "dobj"})
INDIRECT_OBJECTS = frozenset({"iobj", "dative"})
POSSESSORS = frozenset({"nmod:poss", "poss"})
CONJUNCTS = frozenset({"conj"})
RELATIVE_CLAUSES = frozenset({"acl:relcl", "relcl"})
COPULAR_COMPLEMENTS = frozenset({"attr", "acomp"})
_NOMINAL_OBLIQUES = frozenset({"obl", "nmod", "obl:agent", "obl:npmod", "nmod:desc"})
_CLEAR_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
# "from out of": no preposition has more words.
_MOST_WORDS = 2
_PARTICLES = frozenset({"compound:prt", "prt"})
_PASSIVE_AUXILIARIES = frozenset({"aux:pass", "auxpass"})
_RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that"})


@dataclass(frozen=True, slots=True)
class Oblique:
    """A noun under a preposition: "with" and the head of "the United States"."""

    preposition: str
    noun: Token


def children(token: Token, labels: Iterable[str]) -> list[Token]:
    """Return the children of ``token`` whose label is one of ``labels``, in order."""
    return [child for child in token.children if child.dep_ in labels]


def has_feature(token: Token, name: str, value: str) -> bool:
    """Tell whether the morphology of ``token`` says so: ``has_feature(token, "Number", "Plur")``."""
    return value in (token.morph.get(name, []) or [])


def is_plural(noun: Token) -> bool:
    """Tell whether a noun is in the plural, by its morphology or its Penn tag."""
    return noun.tag_ in {"NNS", "NNPS"} or has_feature(noun, "Number", "Plur")


def conjuncts(token: Token) -> Iterator[Token]:
    """Yield ``token`` and what is coordinated with it, however long the list."""
    waiting = [token]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += reversed(children(item, CONJUNCTS))


def head_of_coordination(token: Token) -> Token:
    """Return the first conjunct of the coordination that ``token`` stands in."""
    while token.dep_ in CONJUNCTS and token.head != token:
        token = token.head
    return token


def obliques(head: Token) -> Iterator[Oblique]:
    """Yield the prepositional phrases of a verb, noun or adjective, coordinated nouns each on their own."""
    for child in head.children:
        if child.dep_ in _NOMINAL_OBLIQUES:
            yield from _ud_obliques(child)
        elif child.dep_ in _CLEAR_PREPOSITIONS and (child.dep_ == "prep" or child.pos_ in {"ADP", "SCONJ", "PART"}):
            yield from _clear_obliques(child, child.lower_)


def preposition_of(noun: Token) -> str:
    """Return the preposition that governs ``noun``, empty if there is none."""
    first = head_of_coordination(noun)
    if first.dep_ == "pobj":
        return first.head.lower_
    return _case(noun) or _case(first)


def particle_of(verb: Token) -> str:
    """Return the particle of a phrasal verb ("up" in "stand up"), empty if there is none."""
    return " ".join(child.lower_ for child in children(verb, _PARTICLES))


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive, by its auxiliary or its subject."""
    return any(child.dep_ in _PASSIVE_AUXILIARIES or child.dep_ in PASSIVE_SUBJECTS for child in verb.children)


def is_relative_pronoun(token: Token) -> bool:
    """Tell whether ``token`` stands for the noun that its relative clause modifies."""
    return token.lower_ in _RELATIVE_PRONOUNS and token.pos_ in {"PRON", "DET", "SCONJ"}


def is_copula(token: Token) -> bool:
    """Tell whether ``token`` is the "be" that heads a copular clause under CLEAR labels."""
    return token.lemma_ == "be" and any(child.dep_ in COPULAR_COMPLEMENTS for child in token.children)


def predicates_of(token: Token) -> list[Token]:
    """Return what a copula says of its subject, under either scheme: ``token`` itself (UD), or its complements (CLEAR)."""
    if any(child.dep_ == "cop" for child in token.children):
        return [token]
    return children(token, COPULAR_COMPLEMENTS) if is_copula(token) else []


def _ud_obliques(noun: Token) -> Iterator[Oblique]:
    preposition = _case(noun)
    if preposition:
        for item in conjuncts(noun):
            yield Oblique(_case(item) or preposition, item)


def _clear_obliques(adposition: Token, preposition: str) -> Iterator[Oblique]:
    for child in adposition.children:
        if child.dep_ == "pobj":
            for item in conjuncts(child):
                yield Oblique(preposition, item)
        elif child.dep_ == "prep" and preposition.count(" ") < _MOST_WORDS:
            yield from _clear_obliques(child, f"{preposition} {child.lower_}")
        elif child.dep_ in CONJUNCTS and child.pos_ == "ADP":
            yield from _clear_obliques(child, child.lower_)


def _case(noun: Token) -> str:
    """Return the words of the preposition before ``noun`` ("because of"); a possessive clitic is none."""
    markers = [child for child in noun.children if child.dep_ == "case" and child.i < noun.i and child.pos_ != "PART"]
    words = [word for marker in markers for word in (marker, *children(marker, {"fixed"}))]
    return " ".join(word.lower_ for word in words)
