"""Nouns that hold a fact: "talks between A and B", "Japan's ban on imports from C", "Taiwan-Japan ties"."""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from graphbuild.extract.anaphora import meant_by
from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import Mentions, mentions_of, named_modifiers
from graphbuild.extract.names import entity_at, is_common, is_name
from graphbuild.extract.relation import make_predicate, modifiers_of, relate
from graphbuild.extract.syntax import POSSESSORS, Oblique, children, conjuncts, obliques
from graphbuild.model import Mention, RelationMention

_NAME = "noun.v1"
_CONFIDENCE = 0.7
_MUTUAL = frozenset({"between", "among"})
_AGENT = "by"
PAIR = "x-y"
_HYPHENS = frozenset({"-", "–"})
_TRAVELLERS = frozenset(
    {"emigrant", "holidaymaker", "immigrant", "migrant", "pilgrim", "tourist", "traveler", "traveller", "visitor"}
)
"""Who goes somewhere himself, whoever's he is: "Kenyan pilgrims to Mecca"."""


@extractors.register(_NAME)
def extract_nouns(doc: Doc) -> Iterator[RelationMention]:
    """Yield what each common noun says of its possessor, its adjectives of nationality and its prepositional phrases."""
    mentions = mentions_of(doc)
    for noun in doc:
        if noun.pos_ in {"NOUN", "PROPN"} and is_common(noun):
            phrases = list(_phrases(noun))
            yield from _mutual(noun, phrases, mentions)
            yield from _directed(noun, phrases, mentions)


def _phrases(noun: Token) -> Iterator[Oblique]:
    """Yield the noun's phrases and those of a common noun in them: "on imports" and "from Japan" in "ban on imports from Japan"."""
    for phrase in obliques(noun):
        yield phrase
        if is_common(phrase.noun):
            yield from obliques(phrase.noun)


def _mutual(noun: Token, phrases: list[Oblique], mentions: Mentions) -> Iterator[RelationMention]:
    """Read "between A and B" and "A-B ties": the two sides of one relation."""
    members = [phrase.noun for phrase in phrases if phrase.preposition in _MUTUAL]
    names = (item for token in named_modifiers(noun) if token.dep_ not in POSSESSORS for item in conjuncts(token))
    compounds = list(dict.fromkeys(token for token in names if is_name(token) and token.i < noun.i))
    for group in (members, compounds if _is_paired(compounds) else []):
        found = [mention for token in group if (mention := mentions.find(token)) is not None]
        for first, second in pairwise(found):
            yield from _statement(noun, first, "between", second)
        own = mentions.find(noun)
        if own is not None:
            for member in found:
                yield from _membership(noun, member, own)


def _membership(noun: Token, member: Mention, own: Mention) -> Iterator[RelationMention]:
    """Read that each of a pair has a part in what the noun names: "the Japan-China joint declaration"."""
    predicate = make_predicate([noun], lemma=PAIR, pos="AFFIX")
    if member.span != own.span:
        yield relate(member, predicate, own, trigger=noun, extractor=_NAME, confidence=_CONFIDENCE)


def _is_paired(compounds: list[Token]) -> bool:
    """Tell whether the names before a noun are joined by a hyphen, dash or slash: "Taiwan-Japan", "Sino-Japanese"."""
    pairs = pairwise(compounds)
    return any(
        left.nbor(1).text in {"-", "–", "—", "/"} and is_name(left.nbor(2)) for left, right in pairs if left.i + 1 < right.i
    )


def _directed(noun: Token, phrases: list[Oblique], mentions: Mentions) -> Iterator[RelationMention]:
    holders = list(_holders(noun, phrases))
    for holder in holders:
        subject = mentions.find(holder)
        for phrase in phrases:
            obj = mentions.find(phrase.noun)
            if subject is not None and obj is not None and phrase.preposition not in _MUTUAL | {_AGENT}:
                yield from _statement(noun, subject, phrase.preposition, obj)


def _holders(noun: Token, phrases: list[Oblique]) -> Iterator[Token]:
    """Yield who has or does what ``noun`` names: possessors, adjectives and compounds of names, "by" phrases."""
    if noun.lemma_.lower() in _TRAVELLERS:
        yield noun
        return
    for possessor in children(noun, POSSESSORS):
        yield from meant_by(possessor)
    yield from (token for token in named_modifiers(noun) if token.dep_ not in POSSESSORS and not _is_half(token))
    yield from (phrase.noun for phrase in phrases if phrase.preposition == _AGENT)


def _is_half(name: Token) -> bool:
    """Tell whether a name is a half of an adjective: "a United Nations-backed mission"."""
    doc, end = name.doc, entity_at(name).end
    return end + 1 < len(doc) and doc[end].text in _HYPHENS and doc[end + 1].pos_ in {"VERB", "ADJ"} and not is_name(doc[end + 1])


def _statement(noun: Token, subject: Mention, preposition: str, obj: Mention) -> Iterator[RelationMention]:
    if subject.span == obj.span:
        return
    predicate = make_predicate(
        [noun], lemma=noun.lemma_.lower(), pos="NOUN", preposition=preposition, modifiers=modifiers_of(noun)
    )
    yield relate(subject, predicate, obj, trigger=noun, extractor=_NAME, confidence=_CONFIDENCE)
