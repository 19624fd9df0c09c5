"""Pronouns of the third person: what each can stand for."""

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from graphbuild.extract.syntax import POSSESSORS


class Kind(StrEnum):
    """What a pronoun stands for: one person, one thing, or several of either."""

    PERSON = "person"
    THING = "thing"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A word of the third person; ``gender`` is empty where it tells none."""

    kind: Kind
    gender: str = ""
    is_reflexive: bool = False


_HE = Pronoun(Kind.PERSON, "Masc")
_SHE = Pronoun(Kind.PERSON, "Fem")
_IT = Pronoun(Kind.THING)
_THEY = Pronoun(Kind.SEVERAL)
PRONOUNS = {
    **dict.fromkeys(("he", "him", "his"), _HE),
    **dict.fromkeys(("she", "her", "hers"), _SHE),
    **dict.fromkeys(("it", "its"), _IT),
    **dict.fromkeys(("they", "them", "their", "theirs"), _THEY),
    "himself": Pronoun(Kind.PERSON, "Masc", is_reflexive=True),
    "herself": Pronoun(Kind.PERSON, "Fem", is_reflexive=True),
    "itself": Pronoun(Kind.THING, is_reflexive=True),
    "themselves": Pronoun(Kind.SEVERAL, is_reflexive=True),
}
_PARTS_OF_SPEECH = frozenset({"PRON", "DET"})


def pronoun_of(token: Token) -> Pronoun | None:
    """Return what kind of pronoun ``token`` is, None if it is none of the third person."""
    return PRONOUNS.get(token.lower_) if token.pos_ in _PARTS_OF_SPEECH else None


def is_possessive(token: Token) -> bool:
    """Tell whether a pronoun says whose something is."""
    return token.dep_ in POSSESSORS
