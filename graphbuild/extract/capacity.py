"""Capacities: "the election of Renho as the party's leader", "Taiwan's place as Japan's third largest trading partner"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graphbuild.extract.clauses import clause_of
from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import mentions_of
from graphbuild.extract.names import is_name
from graphbuild.extract.roles import read_role
from graphbuild.extract.syntax import POSSESSORS, children, conjuncts, obliques
from graphbuild.model import RelationMention

_NAME = "capacity.v1"
_CONFIDENCE = 0.7


@extractors.register(_NAME)
def extract_capacities(doc: Doc) -> Iterator[RelationMention]:
    """Yield what somebody is "as" something: the role of the noun behind "as"."""
    mentions = mentions_of(doc)
    for head in doc:
        roles = [phrase.noun for phrase in obliques(head) if phrase.preposition == "as"]
        for holder in _holders(head) if roles else ():
            subject = mentions.find(holder)
            if subject is None:
                continue
            for role in roles:
                yield from read_role(subject, role, extractor=_NAME, confidence=_CONFIDENCE)


def _holders(head: Token) -> list[Token]:
    """Return who has the role: the object or else the subject of a verb, what a noun is "of" or else whose it is."""
    if head.pos_ == "VERB":
        clause = clause_of(head)
        return [*(clause.patients or clause.agents)]
    named = [item for phrase in obliques(head) if phrase.preposition == "of" for item in _names(phrase.noun)]
    return named or children(head, POSSESSORS)


def _names(noun: Token) -> list[Token]:
    """Return the names in a phrase: its own, those coordinated with it, those in apposition to it."""
    found = [item for token in conjuncts(noun) for item in (token, *children(token, {"appos"}))]
    return [token for token in found if is_name(token)]
