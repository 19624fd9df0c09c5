"""Appositions: "Renho, the party's leader", "Japan's main opposition party, the Democratic Party"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import mentions_of
from graphbuild.extract.names import is_common, is_name, titled_person
from graphbuild.extract.relation import make_predicate, relate
from graphbuild.extract.roles import read_role
from graphbuild.extract.syntax import conjuncts, is_plural, obliques
from graphbuild.model import Factuality, MentionKind, RelationMention
from graphbuild.model.labels import ORGANIZATION_LABELS, PERSON_LABELS

_NAME = "apposition.v1"
_CONFIDENCE = 0.75
_BY_ORDER = 0.7
_MOST_WORDS = 12
_CLOSERS = frozenset({",", ".", ";", ")", ":", "–", "—"})
_DESCRIBING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "PART", "NUM", "PRON", "PUNCT"})


@extractors.register(_NAME)
def extract_appositions(doc: Doc) -> Iterator[RelationMention]:
    """Yield the role that one side of an apposition gives to the name on the other side."""
    read = set()
    for token in doc:
        if token.dep_ == "appos":
            for appositive in conjuncts(token):
                read |= {token.head.i, appositive.i}
                yield from _read(token.head, appositive)
    for name in doc.ents:
        if name.label_ in PERSON_LABELS | ORGANIZATION_LABELS and name.root.i not in read:
            yield from _read_by_order(name)


def _read_by_order(name: Span) -> Iterator[RelationMention]:
    """Read a description between commas before or behind a person's name, on which parsers often disagree."""
    holder = mentions_of(name.doc).find(name.root)
    noun = _noun_behind(name) or _noun_before(name)
    if holder is not None and noun is not None:
        yield from read_role(holder, noun, extractor=_NAME, confidence=_BY_ORDER, factuality=Factuality.ASSERTED)


def _noun_behind(name: Span) -> Token | None:
    """Return the head of a description that follows a comma behind a name, or one behind a bracket: "X (1901–80), mayor of Y"."""
    doc, start = name.doc, _behind_bracket(name)
    if start >= len(doc) or doc[start].text != ",":
        return None
    end = next((token.i for token in doc[start + 1 : start + _MOST_WORDS] if token.text in _CLOSERS), None)
    words = doc[start + 1 : end] if end is not None else None
    return _head_of(words) if words and words[0].sent.start == name.sent.start else None


def _noun_before(name: Span) -> Token | None:
    """Return the head of a description that opens with an article and ends with the comma before a name: "the chair of Y, X,"."""
    doc, end = name.doc, name.start - 1
    if end < 1 or doc[end].text != "," or name.end >= len(doc) or doc[name.end].text not in _CLOSERS:
        return None
    start = end - 1
    while start > max(name.sent.start, end - _MOST_WORDS) and not (doc[start].pos_ == "DET" and not _has_of(doc, start)):
        start -= 1
    return _head_of(doc[start:end]) if doc[start].pos_ == "DET" and doc[start].sent.start == name.sent.start else None


def _has_of(doc: Doc, index: int) -> bool:
    return index > 0 and doc[index - 1].pos_ == "ADP"


def _behind_bracket(name: Span) -> int:
    doc, end = name.doc, name.end
    if end < len(doc) and doc[end].text == "(":
        return next((token.i + 1 for token in doc[end : end + _MOST_WORDS] if token.text == ")"), end)
    return end


def _head_of(words: Span) -> Token | None:
    """Return the noun that heads ``words``, None if they are no description: the last common noun before the first preposition."""
    if any(token.pos_ not in _DESCRIBING and not is_name(token) for token in words):
        return None
    before = next((token.i for token in words if token.pos_ == "ADP"), words.end)
    last = words.doc[before - 1]
    is_head = last.i >= words.start and last.pos_ == "NOUN" and is_common(last) and last.text.islower() and not is_plural(last)
    return last if is_head else None


def _read(anchor: Token, appositive: Token) -> Iterator[RelationMention]:
    for name, description in ((anchor, appositive), (appositive, anchor)):
        holder = mentions_of(name.doc).find(name)
        is_description = description.pos_ in {"NOUN", "PROPN"} and is_common(description) and titled_person(description) is None
        if holder is not None and holder.kind is MentionKind.NAME and is_description:
            yield from read_role(holder, description, extractor=_NAME, confidence=_CONFIDENCE, factuality=Factuality.ASSERTED)
            yield from _adjectives(name, description)
            return


def _adjectives(name: Token, description: Token) -> Iterator[RelationMention]:
    """Read an adjective behind the description: "a force … reliant upon Japanese soldiers"."""
    mentions = mentions_of(name.doc)
    holder = mentions.find(name)
    adjectives = [
        item for child in description.rights if child.dep_ in {"acl", "amod"} for item in conjuncts(child) if item.pos_ == "ADJ"
    ]
    for adjective in adjectives:
        for phrase in obliques(adjective):
            obj = mentions.find(phrase.noun)
            if holder is not None and obj is not None:
                predicate = make_predicate([adjective], lemma=adjective.lower_, pos="ADJ", preposition=phrase.preposition)
                yield relate(holder, predicate, obj, trigger=adjective, extractor=_NAME, confidence=_CONFIDENCE)
