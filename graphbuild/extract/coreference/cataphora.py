"""Pronouns that come before what they stand for: "In her first speech, Tsai said …", "Although it objected, Kenya …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from graphbuild.extract.coreference.constraints import governor_of
from graphbuild.extract.coreference.pronouns import is_possessive
from graphbuild.extract.syntax import ACTIVE_SUBJECTS, PASSIVE_SUBJECTS, children

_FRONTED = frozenset({"advcl", "obl", "prep"})


def subjects_behind(pronoun: Token) -> Iterator[Token]:
    """Yield the subjects of the clauses before which ``pronoun`` stands in a clause or phrase of its own, the nearest first."""
    for part in (pronoun, *pronoun.ancestors):
        if part.dep_ not in _FRONTED or (governor_of(pronoun) == part.head and not is_possessive(pronoun)):
            continue
        subjects = children(part.head, ACTIVE_SUBJECTS | PASSIVE_SUBJECTS)
        yield from (subject for subject in subjects[-1:] if part.i < subject.i and pronoun.i < subject.i)
