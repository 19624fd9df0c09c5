"""Appositions: "Renho, the party's leader", "Japan's main opposition party, the Democratic Party"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import mentions_of
from graphbuild.extract.names import is_common
from graphbuild.extract.relation import make_predicate, relate
from graphbuild.extract.roles import read_role
from graphbuild.extract.syntax import conjuncts, obliques
from graphbuild.model import Factuality, MentionKind, RelationMention
from graphbuild.model.labels import PERSON_LABELS

_NAME = "apposition.v1"
_CONFIDENCE = 0.75


@extractors.register(_NAME)
def extract_appositions(doc: Doc) -> Iterator[RelationMention]:
    """Yield the role that one side of an apposition gives to the name on the other side."""
    for token in doc:
        if token.dep_ == "appos":
            for appositive in conjuncts(token):
                yield from _read(token.head, appositive)


def _read(anchor: Token, appositive: Token) -> Iterator[RelationMention]:
    for name, description in ((anchor, appositive), (appositive, anchor)):
        holder = mentions_of(name.doc).find(name)
        is_description = description.pos_ in {"NOUN", "PROPN"} and is_common(description) and not _is_title(description)
        if holder is not None and holder.kind is MentionKind.NAME and is_description:
            yield from read_role(holder, description, extractor=_NAME, confidence=_CONFIDENCE, factuality=Factuality.ASSERTED)
            yield from _adjectives(name, description)
            return


def _is_title(noun: Token) -> bool:
    """Tell whether a noun is the title of a person named right behind it: "…, former Minister of Finance Shoichi Nakagawa"."""
    for token in noun.doc[noun.i + 1 : noun.i + 8]:
        if token.ent_type_ in PERSON_LABELS:
            return True
        if token.is_punct or token.pos_ in {"VERB", "AUX"}:
            return False
    return False


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
