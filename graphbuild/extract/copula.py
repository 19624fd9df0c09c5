"""Copulas: "Abe is prime minister of Japan", "Taiwan remains Japan's third largest trading partner"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graphbuild.extract.clauses import subjects_of
from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import mentions_of
from graphbuild.extract.relation import make_predicate, relate
from graphbuild.extract.roles import read_role
from graphbuild.extract.syntax import (
    ACTIVE_SUBJECTS,
    COPULAR_COMPLEMENTS,
    conjuncts,
    has_child,
    is_copula,
    obliques,
    predicates_of,
)
from graphbuild.model import Mention, RelationMention

_NAME = "copula.v1"
_CONFIDENCE = 0.8
_SAID = frozenset({"ccomp", "parataxis"})


@extractors.register(_NAME)
def extract_copulas(doc: Doc) -> Iterator[RelationMention]:
    """Yield what "be" and its like say of their subject: a role with whose it is, or an adjective with its phrase."""
    mentions = mentions_of(doc)
    for token in doc:
        for complement in predicates_of(token):
            holders = subjects_of(token if is_copula(token) else complement)
            for holder in holders:
                subject = mentions.find(holder)
                if subject is not None:
                    yield from _read(subject, complement)


def _read(subject: Mention, complement: Token) -> Iterator[RelationMention]:
    if complement.pos_ in {"NOUN", "PROPN"}:
        for noun in _nouns(complement):
            yield from read_role(subject, noun, extractor=_NAME, confidence=_CONFIDENCE, is_former=_is_over(complement))
    elif complement.pos_ in {"ADJ", "VERB", "ADV"}:
        yield from _adjective(subject, complement)


def _nouns(complement: Token) -> list[Token]:
    """Return all that somebody is: "a fellow of the institute and a former adviser to the ministry"."""
    return [
        noun
        for noun in conjuncts(complement)
        if noun == complement or (noun.pos_ in {"NOUN", "PROPN"} and not has_child(noun, ACTIVE_SUBJECTS))
    ]


def _is_over(complement: Token) -> bool:
    """Tell whether somebody "was" something, other than in what somebody said: "she said that she was a teacher"."""
    verb = complement.head if complement.dep_ in COPULAR_COMPLEMENTS else complement
    words = [token.lower_ for token in (verb, *verb.lefts) if token.pos_ == "AUX"]
    return words in (["was"], ["were"]) and verb.dep_ not in _SAID


def _adjective(subject: Mention, adjective: Token) -> Iterator[RelationMention]:
    """Read an adjective with a preposition: "reliant on", "critical of", "close to"."""
    for phrase in obliques(adjective):
        obj = mentions_of(adjective.doc).find(phrase.noun)
        if obj is not None and obj.span != subject.span:
            predicate = make_predicate([adjective], lemma=adjective.lower_, pos="ADJ", preposition=phrase.preposition)
            yield relate(subject, predicate, obj, trigger=adjective, extractor=_NAME, confidence=_CONFIDENCE)
