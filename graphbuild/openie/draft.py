"""A tuple that is still made of words of the parse."""

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from graphbuild.openie.phrases import text_of

Phrase = tuple[Token, ...]


class Construction(StrEnum):
    """By what grammar a tuple is read."""

    VERB = "verb"
    COPULA = "copula"
    EXISTENTIAL = "existential"
    APPOSITION = "apposition"
    CLOSE_APPOSITION = "close apposition"
    POSSESSOR = "possessor"
    PREPOSITION = "preposition"


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of a tuple, ``prefix`` being what is implied.

    ``anchor`` is the word whose place in the sentence it has, ``clause`` the one by which its clause or phrase hangs there.
    """

    construction: Construction
    anchor: Token
    clause: Token
    relation: Phrase
    arguments: tuple[Phrase, ...]
    prefix: str = ""
    time: Phrase = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The relation and the arguments as they are written, empty arguments left out."""
        relation = " ".join(filter(None, (self.prefix, text_of(self.relation))))
        return (relation, *filter(None, map(text_of, self.arguments)))
