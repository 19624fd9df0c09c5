"""Capacities: "named Suga minister", "the election of Renho as leader", "Taiwan's place as Japan's third trading partner"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graphbuild.extract.clauses import NAMING_VERBS, clause_of
from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import mentions_of
from graphbuild.extract.names import is_common, is_name
from graphbuild.extract.roles import read_role
from graphbuild.extract.syntax import POSSESSORS, children, conjuncts, obliques
from graphbuild.model import RelationMention

_NAME = "capacity.v1"
_CONFIDENCE = 0.7
_AS = "as"
_ENDINGS = frozenset(
    """
    depart departure depose dismiss dismissal drop fire oust ouster quit removal remove replace replacement resign resignation retire
    retirement sack step succeed
    """.split()
)
"""Heads behind which "as" tells a post that is no longer held: "step down as chair"."""
_TAKING_OVER = frozenset({"follow", "replace", "succeed"})
"""Verbs whose subject gets the post that their object had."""


@extractors.register(_NAME)
def extract_capacities(doc: Doc) -> Iterator[RelationMention]:
    """Yield what somebody is "as" something: the role of the noun behind "as", or of that which a verb of naming gives."""
    mentions = mentions_of(doc)
    sentences = (sentence for sentence in doc.sents if any(map(_gives_role, sentence)))
    for head in (token for sentence in sentences for token in sentence):
        roles = _roles(head)
        for holder in _holders(head) if roles else ():
            subject = mentions.find(holder)
            if subject is None:
                continue
            is_former = head.lemma_ in _ENDINGS and not _takes_over(head, holder)
            for role in roles:
                yield from read_role(subject, role, extractor=_NAME, confidence=_CONFIDENCE, is_former=is_former)


def _gives_role(token: Token) -> bool:
    return token.lower_ == _AS or token.lemma_ in NAMING_VERBS


def _roles(head: Token) -> list[Token]:
    """Return the posts behind "as", and those that a verb of naming gives to somebody else than them: "named Dupont minister"."""
    is_naming = head.pos_ == "VERB" and head.lemma_ in NAMING_VERBS
    given = [noun for noun in children(head, {"xcomp", "obj"}) if is_common(noun)] if is_naming else []
    is_given = bool(given) and clause_of(head).patients != tuple(given)
    return (given if is_given else []) + [phrase.noun for phrase in obliques(head) if phrase.preposition == _AS]


def _holders(head: Token) -> list[Token]:
    """Return who has the role: the object or else the subject of a verb, what a noun is "of" or else whose it is."""
    if head.pos_ == "VERB":
        clause = clause_of(head)
        both = [*clause.agents, *clause.patients]
        return both if head.lemma_ in _TAKING_OVER else [*(clause.patients or clause.agents)]
    named = [item for phrase in obliques(head) if phrase.preposition == "of" for item in _names(phrase.noun)]
    return named or children(head, POSSESSORS)


def _takes_over(verb: Token, holder: Token) -> bool:
    return verb.lemma_ in _TAKING_OVER and holder in clause_of(verb).agents


def _names(noun: Token) -> list[Token]:
    """Return the names in a phrase: its own, those coordinated with it, those in apposition to it."""
    found = [item for token in conjuncts(noun) for item in (token, *children(token, {"appos"}))]
    return [token for token in found if is_name(token)]
