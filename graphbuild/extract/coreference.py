"""Resolve the pronouns whose antecedent the grammar makes likely; leave the others alone."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from graphbuild.extract.names import is_name
from graphbuild.extract.syntax import ACTIVE_SUBJECTS, PASSIVE_SUBJECTS, conjuncts
from graphbuild.model.labels import ORGANIZATION_LABELS, PERSON_LABELS, PLACE_LABELS

_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_NEUTRAL = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "both"})
_BODY_LABELS = ORGANIZATION_LABELS | PLACE_LABELS | {"NORP"}
_SUBJECTS = ACTIVE_SUBJECTS | PASSIVE_SUBJECTS
_SENTENCES_BACK = 2


def antecedent_of(pronoun: Token) -> list[Token]:
    """Return the heads of what ``pronoun`` stands for, empty if nothing is likely enough.

    Subjects come before other names, the pronoun's own sentence before earlier ones (Hobbs 1978; Grosz, Joshi & Weinstein 1995).
    """
    word = pronoun.lower_
    if word in _PERSONAL:
        return _nearest(pronoun, PERSON_LABELS)
    if word in _NEUTRAL and (word != "it" or pronoun.dep_ in _SUBJECTS):
        return _nearest(pronoun, _BODY_LABELS)
    if word in _PLURAL:
        return _coordinated_subjects(pronoun)
    return []


def _nearest(pronoun: Token, labels: frozenset[str]) -> list[Token]:
    for sentence in _sentences(pronoun):
        candidates = [
            ent.root for ent in sentence.ents if ent.label_ in labels and ent.end <= pronoun.i and not _is_modifier(ent.root)
        ]
        subjects = [token for token in candidates if token.dep_ in _SUBJECTS]
        if subjects or candidates:
            return [(subjects or candidates)[0 if subjects else -1]]
    return []


def _coordinated_subjects(pronoun: Token) -> list[Token]:
    """Return the nearest subject made of several names before ``pronoun``."""
    for sentence in _sentences(pronoun):
        subjects = [token for token in sentence if token.dep_ in _SUBJECTS and token.i < pronoun.i and is_name(token)]
        for subject in reversed(subjects):
            members = [token for token in conjuncts(subject) if is_name(token)]
            if len(members) > 1:
                return members
    return []


def _sentences(pronoun: Token) -> Iterator[Span]:
    """Yield the pronoun's sentence and those before it, nearest first."""
    sentence = pronoun.sent
    for _ in range(_SENTENCES_BACK + 1):
        yield sentence
        if sentence.start == 0:
            return
        sentence = pronoun.doc[sentence.start - 1].sent


def _is_modifier(token: Token) -> bool:
    return token.dep_ in {"amod", "compound", "nmod", "nmod:poss", "poss", "pobj", "obl"}
