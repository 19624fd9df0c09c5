"""Where grammar forbids two words of a sentence to stand for one thing.

After the binding principles (Chomsky, Lectures on Government and Binding, 1981), read off dependencies: a pronoun is free in its own
clause, a reflexive bound there, and nothing is part of what it stands for.
"""

from spacy.tokens import Token

from graphbuild.extract.coreference.pronouns import Pronoun, is_possessive
from graphbuild.extract.syntax import head_of_coordination

_NOMINAL_LINKS = frozenset({"nmod", "nmod:poss", "poss", "pobj", "prep", "nmod:desc", "amod", "compound", "appos", "det", "case"})
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_MOST_STEPS = 12


def may_corefer(token: Token, pronoun: Pronoun, other: Token) -> bool:
    """Tell whether the pronoun ``token`` may stand for what ``other``, in the same sentence, heads."""
    if head_of_coordination(token) == head_of_coordination(other):
        return False
    if is_part_of(token, other):
        return False
    if is_possessive(token):
        return True
    together = governor_of(token) == governor_of(other)
    return together if pronoun.is_reflexive else not together


def is_part_of(token: Token, noun: Token) -> bool:
    """Tell whether ``token`` stands within the noun phrase that ``noun`` heads: "his" in "the mayor of his town"."""
    for _ in range(_MOST_STEPS):
        if token == noun:
            return True
        if head_of_coordination(token).dep_ not in _NOMINAL_LINKS:
            return False
        token = head_of_coordination(token).head
    return False


def governor_of(token: Token) -> Token:
    """Return the word whose argument ``token`` is."""
    first = head_of_coordination(token)
    governor = first.head
    for _ in range(2):
        if governor.dep_ in _PREPOSITIONS and governor.pos_ in {"ADP", "SCONJ"}:
            governor = governor.head
    return governor
