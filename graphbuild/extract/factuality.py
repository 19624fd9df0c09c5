"""Read whether a text asserts, plans, imagines or denies what a word says."""

from spacy.tokens import Token

from graphbuild.extract.factuality_triggers import (
    CONDITIONAL_MARKERS,
    DENYING,
    HYPOTHETICAL,
    MODALS,
    NEGATED,
    NEGATIONS,
    PLANNED,
    QUALIFIERS,
    SPEECH,
)
from graphbuild.extract.syntax import RELATIVE_CLAUSES, children, preposition_of
from graphbuild.model import Factuality

_INHERITING = frozenset(
    {
        "xcomp",
        "conj",
        "advcl",
        "obj",
        "dobj",
        "obl",
        "nmod",
        "pobj",
        "prep",
        "pcomp",
        "acl",
        "attr",
        "appos",
        "compound",
        "nsubj",
        "nsubj:pass",
        "nsubjpass",
        "obl:agent",
    }
)
_ORDER = (Factuality.HYPOTHETICAL, Factuality.NEGATED, Factuality.PLANNED)
_WITHOUT = frozenset({"without", "instead of", "rather than"})


# "neither … nor" is one negation.
_CORRELATIVES = frozenset({"neither", "nor"})


def factuality_of(trigger: Token) -> Factuality:
    """Return the factuality of what ``trigger`` says.

    Where several apply, hypothetical wins over negated and negated over planned: "might refuse to sign" is imagined, "will not
    sign" is denied.
    """
    found = set(_signs(trigger))
    if Factuality.NEGATED in found and _denials(trigger) % 2 == 0:
        found.discard(Factuality.NEGATED)
    return next((factuality for factuality in _ORDER if factuality in found), Factuality.ASSERTED)


def _signs(trigger: Token) -> set[Factuality]:
    found: set[Factuality] = set()
    token, steps = trigger, 0
    while True:
        found |= _own_signs(token)
        governor = token.head
        if token.dep_ == "ccomp" and governor.lemma_.lower() in DENYING:
            return found | {Factuality.NEGATED}
        if governor == token or steps > 6 or not _inherits(token):
            return found
        found |= _governed_signs(token, governor)
        token, steps = governor, steps + 1


def _own_signs(token: Token) -> set[Factuality]:
    """Return what the auxiliaries, adverbs, adjectives and conjunctions of ``token`` itself say."""
    found = set()
    for child in token.children:
        word = child.lemma_.lower()
        if child.dep_ in {"aux", "aux:pass", "auxpass"} and word in MODALS and not _belongs_to_later(child, token):
            found.add(MODALS[word])
        elif child.dep_ in {"amod", "advmod", "det"} and word in QUALIFIERS:
            found.add(QUALIFIERS[word])
        elif child.dep_ == "mark" and word in CONDITIONAL_MARKERS:
            found.add(Factuality.HYPOTHETICAL)
        if word in NEGATIONS and child.dep_ in {"neg", "advmod", "det", "cc", "cc:preconj"}:
            found.add(Factuality.NEGATED)
    if _is_without(token) or _is_of_nobody(token):
        found.add(Factuality.NEGATED)
    if token.pos_ == "VERB" and token.dep_ == "advcl" and _is_purpose(token):
        found.add(Factuality.PLANNED)
    return found


def _is_without(token: Token) -> bool:
    """Tell whether a noun ("without consent") or a participle ("without asking") stands under a word that denies it."""
    words = {preposition_of(token), *(child.lower_ for child in children(token, {"mark"}))}
    return bool(words & _WITHOUT) or (token.dep_ == "pcomp" and token.head.lower_ in _WITHOUT)


def _is_of_nobody(token: Token, *, below: Token | None = None) -> bool:
    """Tell whether nobody does it, or it is done to nothing: "No official visited …", "have no alliance with"; ``below`` aside."""
    arguments = [child for child in children(token, {"nsubj", "nsubj:pass", "nsubjpass", "obj", "dobj"}) if child != below]
    return any(word.lower_ in {"no", "neither"} for argument in arguments for word in children(argument, {"det", "cc:preconj"}))


def _belongs_to_later(auxiliary: Token, token: Token) -> bool:
    return auxiliary.i > token.i


def _is_purpose(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ in {"mark", "aux"} for child in verb.children)


def _governed_signs(token: Token, governor: Token) -> set[Factuality]:
    """Return what a governing word says of its complement: "refuse to", "plans to", "a bid to"."""
    word = governor.lemma_.lower()
    if token.dep_ not in {"xcomp", "ccomp", "acl", "pcomp", "obj", "dobj", "prep", "pobj", "nmod", "obl"}:
        return set()
    is_infinitive = token.dep_ in {"xcomp", "ccomp", "acl", "pcomp"}
    found = set()
    if word in NEGATED and (is_infinitive or token.pos_ in {"NOUN", "VERB"}):
        found.add(Factuality.NEGATED)
    if word in PLANNED and is_infinitive:
        found.add(Factuality.PLANNED)
    if word in HYPOTHETICAL:
        found.add(Factuality.HYPOTHETICAL)
    return found


def _denials(trigger: Token) -> int:
    """Return how many negations stand over ``trigger``: "did not refuse to sign" has two."""
    count, token, below = 0, trigger, None
    correlates: set[str] = set()
    for _ in range(7):
        words = {
            child.lemma_.lower() for child in token.children if child.dep_ in {"neg", "advmod", "det", "cc", "cc:preconj"}
        } & NEGATIONS
        correlates |= words & _CORRELATIVES
        count += len(words - _CORRELATIVES)
        count += _is_without(token) + _is_of_nobody(token, below=below)
        governor = token.head
        count += token.dep_ == "ccomp" and governor.lemma_.lower() in DENYING
        if governor == token or not _inherits(token):
            break
        count += Factuality.NEGATED in _governed_signs(token, governor)
        token, below = governor, token
    return count + bool(correlates)


def _inherits(token: Token) -> bool:
    """Tell whether what is said of the governing word holds of ``token`` too; reported speech and relative clauses stand alone."""
    if token.dep_ in RELATIVE_CLAUSES or (token.dep_ not in _INHERITING and token.dep_ != "ccomp"):
        return False
    if token.dep_ == "ccomp":
        return token.head.lemma_.lower() not in SPEECH
    if token.dep_ == "acl":
        return any(child.lower_ == "to" for child in children(token, {"mark", "aux"}))
    if token.dep_ == "conj" and token.pos_ == "VERB":
        return not any(child.dep_.startswith("nsubj") for child in token.children)
    return not (token.dep_.startswith("nsubj") and token.pos_ == "PROPN")
