"""Compounds with a hyphen: "the U.S.-led alliance", "pro-Taiwan parliamentarians", "China-backed groups"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import mentions_of
from graphbuild.extract.names import entity_at, is_name
from graphbuild.extract.relation import make_predicate, relate
from graphbuild.extract.syntax import has_feature
from graphbuild.model import Factuality, Mention, RelationMention
from graphbuild.model.labels import PERSON_LABELS

_NAME = "affix.v1"
_CONFIDENCE = 0.75
_HYPHENS = frozenset({"-", "–", "‑"})
_PREFIXES = frozenset({"pro", "anti", "ex", "non"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "PUNCT", "CCONJ", "ADV"})
_REACH = 8


@extractors.register(_NAME)
def extract_affixes(doc: Doc) -> Iterator[RelationMention]:
    """Yield what "X-led Y" and "pro-X Y" say; the predicate's lemma is the affix with its hyphen ("-led", "pro-")."""
    for hyphen in doc:
        if hyphen.text in _HYPHENS and 0 < hyphen.i < len(doc) - 1:
            left, right = doc[hyphen.i - 1], doc[hyphen.i + 1]
            if left.lower_ in _PREFIXES and is_name(right):
                yield from _prefixed(left, right)
            elif is_name(left) and (right.tag_ == "VBN" or has_feature(right, "VerbForm", "Part")):
                yield from _suffixed(left, right)


def _prefixed(prefix: Token, name: Token) -> Iterator[RelationMention]:
    """Read "pro-Taiwan parliamentarians": the noun is the subject."""
    mentions = mentions_of(prefix.doc)
    holder = _modified(name)
    obj = mentions.find(name)
    if holder is not None and obj is not None:
        yield from _statement(holder, [prefix], f"{prefix.lower_}-", obj)


def _suffixed(name: Token, participle: Token) -> Iterator[RelationMention]:
    """Read "the U.S.-led alliance": the name is the subject."""
    subject = mentions_of(name.doc).find(name)
    obj = _modified(participle)
    if subject is not None and obj is not None:
        yield from _statement(subject, [participle], f"-{participle.lower_}", obj)


def _modified(token: Token) -> Mention | None:
    """Return the noun that a compound stands before: the last of the nouns that follow it without a break."""
    doc = token.doc
    found = None
    for follower in doc[token.i + 1 : token.i + 1 + _REACH]:
        if follower.pos_ not in _MODIFIERS or follower.sent != token.sent:
            break
        if follower.pos_ in {"NOUN", "PROPN"} and not _is_prefixed(follower):
            found = follower
            is_compound = follower.dep_ in {"compound", "amod", "nmod"} and follower.head.i > follower.i
            if not is_compound:
                break
    if found is not None and found.i + 1 < len(doc) and found.nbor(1).ent_type_ in PERSON_LABELS:
        found = entity_at(found.nbor(1)).root
    return mentions_of(doc).find(found) if found is not None else None


def _is_prefixed(token: Token) -> bool:
    """Tell whether ``token`` is the name in a second "anti-X"."""
    return token.i > 1 and token.nbor(-1).text in _HYPHENS


def _statement(subject: Mention, words: list[Token], affix: str, obj: Mention) -> Iterator[RelationMention]:
    if subject.span != obj.span:
        predicate = make_predicate(words, lemma=affix, pos="AFFIX")
        yield relate(
            subject, predicate, obj, trigger=words[0], extractor=_NAME, confidence=_CONFIDENCE, factuality=Factuality.ASSERTED
        )
