"""Tuples of noun phrases: what something is called, what it has, and where it is."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graphbuild.extract.syntax import POSSESSORS, children
from graphbuild.openie.draft import Construction, Draft
from graphbuild.openie.phrases import is_aside, noun_phrase

_BE, _HAVE = "be", "has"
_NOUNS = frozenset({"NOUN", "PROPN"})
_PREPOSITIONS = frozenset({"in", "at", "on", "between", "by", "with", "for", "from"})


def nominal_drafts(doc: Doc) -> Iterator[Draft]:
    """Yield what the nouns of ``doc`` say without a verb."""
    for noun in doc:
        if noun.pos_ in _NOUNS:
            yield from _appositions(noun)
            yield from _possessors(noun)
            yield from _prepositions(noun)


def _appositions(noun: Token) -> Iterator[Draft]:
    """Yield that two names are of one thing: (be; Arminius; leader of the Cherusci), (be; Bill Bryson; author)."""
    for other in children(noun, {"appos"}):
        if other.pos_ not in _NOUNS:
            continue
        first, second = noun_phrase(noun, alone=True, without=(other, *children(noun, {"case"}))), noun_phrase(other)
        if is_aside(other):
            yield Draft(Construction.APPOSITION, other, noun, (), (first, second), prefix=_BE)
        else:
            yield Draft(Construction.CLOSE_APPOSITION, other, noun, (), (second, first), prefix=_BE)


def _possessors(noun: Token) -> Iterator[Draft]:
    for owner in children(noun, POSSESSORS):
        if owner.pos_ in _NOUNS:
            owned = noun_phrase(noun, alone=True, without=(owner, *children(noun, {"case"})))
            yield Draft(
                Construction.POSSESSOR,
                owner,
                noun,
                (),
                (noun_phrase(owner, without=children(owner, {"case"})), owned),
                prefix=_HAVE,
            )


def _prepositions(noun: Token) -> Iterator[Draft]:
    for other in children(noun, {"nmod"}):
        cases = children(other, {"case"})
        if len(cases) == 1 and cases[0].lower_ in _PREPOSITIONS and other.pos_ in _NOUNS:
            what = noun_phrase(noun, alone=True, without=(other, *children(noun, {"case"})))
            where = noun_phrase(other, without=cases)
            yield Draft(Construction.PREPOSITION, other, noun, (cases[0],), (what, where), prefix=_BE)
