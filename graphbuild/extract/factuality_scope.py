"""By what a word hangs on its governor, and whether what is said of the governor holds of it too."""

from collections.abc import Iterator
from enum import Enum

from spacy.tokens import Token

from graphbuild.extract.kept import kept_with_token
from graphbuild.extract.syntax import (
    ACTIVE_SUBJECTS,
    COPULAR_COMPLEMENTS,
    INDIRECT_OBJECTS,
    OBJECTS,
    PASSIVE_SUBJECTS,
    POSSESSORS,
    RELATIVE_CLAUSES,
    children,
    has_child,
    is_passive,
    particle_of,
)

SUBJECTS = ACTIVE_SUBJECTS | PASSIVE_SUBJECTS
INFINITIVES = frozenset({"to", "someone to"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp", "csubj", "csubj:pass", "csubjpass"}) | RELATIVE_CLAUSES
_NOMINAL_OBLIQUES = frozenset({"obl", "nmod", "obl:agent", "obl:unmarked"})
_TRANSPARENT = frozenset({"compound", "amod", "attr", "acomp", "advmod"})
_DEFINITE = frozenset("the this that these those both such".split())
# A gerund under these is how the main clause's action is done, or what a noun or adjective is about.
_MEANS = frozenset({"by", "in", "through", "of", "at"})
# What stands under these is taken for granted, whatever is said of the rest of the sentence.
_GRANTED = frozenset(
    "after amid at before by despite during following for from given like notwithstanding over since until upon".split()
) | {"because of", "due to", "in spite of", "thanks to", "as a result of", "according to", "in view of", "on account of"}
_RANKS = frozenset("first second third last next only latest".split())
_AUXILIARIES = frozenset({"aux", "aux:pass", "auxpass", "cop"})
_STATES = frozenset({"cop", "aux:pass", "auxpass"})
_MARKERS = frozenset({"mark", "case", "cc", "aux"})
_DEGREES = frozenset({"too", "yet"})


class Passage(Enum):
    """How much of what is said of a governor holds of what hangs on it."""

    OPEN = "all"
    WEAK = "it may be imagined or planned with it, but is not denied with it"
    SHUT = "nothing"


def governor_of(token: Token) -> Token:
    """Return what ``token`` hangs on; a preposition that heads its noun, as in CLEAR, is passed over."""
    governor = token.head
    while governor.dep_ == "prep" and token.dep_ in {"pobj", "pcomp", "prep"} and governor.head != governor:
        token, governor = governor, governor.head
    return governor


def links_of(token: Token) -> tuple[str, ...]:
    """Return the names, as the table of triggers uses them, of what ``token`` is to its governor."""
    if token.dep_ in _CLAUSES:
        return _clause_links(token)
    if token.dep_ in OBJECTS | PASSIVE_SUBJECTS:
        return ("object",)
    if token.dep_ in ACTIVE_SUBJECTS:
        return ("subject",)
    if token.dep_ in _NOMINAL_OBLIQUES | {"pobj"}:
        return tuple(markers_of(token)[:1])
    return ()


def governing_words(governor: Token, links: tuple[str, ...]) -> Iterator[str]:
    """Yield the forms under which a governor may be a trigger: with its particle or object, alone, through what it is said to be."""
    lemma, particle = governor.lemma_.lower(), particle_of(governor)
    objects = [child.lemma_.lower() for child in children(governor, OBJECTS)]
    is_infinitive = not INFINITIVES.isdisjoint(links)
    if is_infinitive:
        yield from (child.lower_ for child in children(governor, {"advmod"}) if child.lower_ in _DEGREES)
    if particle:
        yield f"{lemma} {particle}"
    if preposition := next(iter(markers_of(governor)), ""):
        yield f"{preposition} {lemma}"
    if governor.i + 1 < len(governor.doc) and governor.nbor(1).dep_ == "advmod":
        yield f"{lemma} {governor.nbor(1).lower_}"
    if governor.dep_ == "acl" or children(governor, _STATES):
        yield governor.lower_
    yield from (f"{lemma} {noun}" for noun in objects)
    yield lemma
    yield from (child.lemma_.lower() for child in children(governor, COPULAR_COMPLEMENTS))
    if is_infinitive:
        yield from objects


def passage_of(token: Token, links: tuple[str, ...]) -> Passage:
    """Return how much of what is said of its governor holds of ``token``, where the governor is no trigger."""
    if token.dep_ in _CLAUSES:
        return _clause_passage(token, links)
    if token.dep_ in _TRANSPARENT:
        return Passage.OPEN
    if not links or token.dep_ in POSSESSORS or not _GRANTED.isdisjoint(links):
        return Passage.OPEN if token.dep_ in {"obl", "nmod"} and not links else Passage.SHUT
    governor = governor_of(token)
    if "subject" in links and any(child.dep_ == "expl" for child in governor.children):
        return Passage.OPEN
    if is_definite(token):
        return Passage.SHUT
    is_of_noun = token.dep_ in {"nmod", "pobj"} and governor.pos_ in {"NOUN", "ADJ"}
    return Passage.OPEN if is_of_noun else Passage.WEAK


def is_definite(noun: Token) -> bool:
    """Tell whether a noun is taken to exist: "the alliance", "its alliance", a name."""
    has_owner = any(child.dep_ in POSSESSORS for child in noun.children)
    return has_owner or noun.pos_ == "PROPN" or any(child.lower_ in _DEFINITE for child in children(noun, {"det"}))


def is_purpose(token: Token, links: tuple[str, ...]) -> bool:
    """Tell whether an infinitive says what for: "met to sign", "a law to ban", but not "the first to sign"."""
    if INFINITIVES.isdisjoint(links):
        return False
    if token.dep_ in {"acl", *RELATIVE_CLAUSES}:
        return not any(child.lower_ in _RANKS for child in token.head.children) and token.head.lower_ not in _RANKS
    return token.dep_ == "advcl" and token.head.pos_ in {"VERB", "AUX"}


@kept_with_token
def markers_of(token: Token) -> list[str]:
    """Return what introduces a clause or a noun, as a whole and word by word: "if", "instead of", "out of", "in order to"."""
    before = [child for child in children(token, _MARKERS) if child.i < token.i]
    found = [_phrase(child) for child in before if child.dep_ in {"mark", "case"} or (child.dep_ == "cc" and child.n_rights)]
    if token.dep_ in {"pobj", "pcomp"}:
        found.insert(0, _clear_preposition(token.head))
    if any(child.dep_ == "aux" and child.lower_ == "to" for child in before):
        found.append("to")
    return [" ".join(found), *found] if len(found) > 1 else found


def has_own_subject(verb: Token) -> bool:
    """Tell whether a verb has a subject of its own."""
    return has_child(verb, SUBJECTS)


def is_in_past(token: Token) -> bool:
    """Tell whether a verb, or its copula or auxiliary, stands in the simple past or a perfect of the present."""
    words = [token, *children(token, _AUXILIARIES)]
    return not any(word.tag_ == "MD" for word in words) and any(
        word.tag_ == "VBD" or (word.dep_ == "aux" and word.lemma_ == "have") for word in words
    )


def _clause_links(token: Token) -> tuple[str, ...]:
    markers = markers_of(token)
    if markers and markers[-1].split()[-1:] == ["to"] and token.tag_ != "VBG":
        return _infinitive_links(token)
    if any(word.tag_ == "VBG" for word in (token, *children(token, _AUXILIARIES))) and not _is_finite(token):
        return tuple(markers) or ("ing",)
    if token.dep_ == "pcomp" and markers:
        return (markers[0],)
    if (token.tag_ == "VB" and not _is_finite(token)) or token.dep_ == "xcomp":
        return ("that", "subjunctive") if has_own_subject(token) and token.dep_ == "ccomp" else ("someone to", "to")
    return ("that",)


def _infinitive_links(verb: Token) -> tuple[str, ...]:
    """Return the links of an infinitive; nouns and adjectives do not tell who is to do it ("possible for Japan to sign")."""
    if not _is_done_by_another(verb):
        return ("to",)
    return ("someone to", "to") if verb.head.pos_ in {"NOUN", "ADJ"} else ("someone to",)


def _is_done_by_another(verb: Token) -> bool:
    """Tell whether an infinitive is done by the governing verb's object or passive subject: "urged Japan to sign"."""
    governor = verb.head
    objects = children(governor, OBJECTS | INDIRECT_OBJECTS)
    own = [child for child in children(verb, SUBJECTS | OBJECTS) if child.i < min(verb.i, _to_of(verb))]
    return bool(own) or is_passive(governor) or any(obj.i < verb.i for obj in objects)


def _to_of(verb: Token) -> int:
    return next((child.i for child in verb.children if child.lower_ == "to" and child.i < verb.i), verb.i)


def _is_finite(verb: Token) -> bool:
    auxiliaries = children(verb, _AUXILIARIES)
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(word.tag_ in {"MD", "VBD", "VBZ", "VBP"} for word in auxiliaries)


def _clause_passage(token: Token, links: tuple[str, ...]) -> Passage:
    if "that" in links:
        return Passage.SHUT
    if not INFINITIVES.isdisjoint(links):
        return Passage.OPEN
    if "ing" in links:
        return (
            Passage.OPEN if token.dep_ in {"xcomp", "ccomp", "csubj"} else Passage.WEAK if token.dep_ == "advcl" else Passage.SHUT
        )
    return Passage.OPEN if not _MEANS.isdisjoint(links) else Passage.SHUT


def _phrase(marker: Token) -> str:
    return " ".join(word.lower_ for word in (marker, *children(marker, {"fixed"})))


def _clear_preposition(adposition: Token) -> str:
    words = [adposition.lower_]
    while adposition.dep_ == "prep" and adposition.head.dep_ in {"prep", "advmod"} and adposition.i == adposition.head.i + 1:
        adposition = adposition.head
        words.insert(0, adposition.lower_)
    return " ".join(words)
