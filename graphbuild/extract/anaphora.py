"""Pronouns as sides of what is said: what they stand for, themselves where nothing is known to be meant."""

from spacy.tokens import Token

from graphbuild.extract.coreference import antecedent_of
from graphbuild.extract.syntax import POSSESSORS, is_relative_pronoun


def is_pronoun(token: Token) -> bool:
    """Tell whether ``token`` is a pronoun or possessive that stands for something; one that asks or relates does not."""
    is_possessive = token.pos_ == "DET" and token.dep_ in POSSESSORS
    return (token.pos_ == "PRON" or is_possessive) and not is_relative_pronoun(token) and not token.lower_.startswith("wh")


def meant_by(token: Token) -> list[Token]:
    """Return the heads of what ``token`` stands for; itself if it is no pronoun, or if nothing is known to be meant."""
    return (antecedent_of(token) or [token]) if is_pronoun(token) else [token]
