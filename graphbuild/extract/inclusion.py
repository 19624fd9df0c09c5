"""Members in a list: "LDP members — including Abe and Aso", "countries such as Japan"."""

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Doc, Token

from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import mentions_of
from graphbuild.extract.names import names_in
from graphbuild.extract.roles import read_role
from graphbuild.extract.syntax import conjuncts, is_plural
from graphbuild.model import Factuality, MentionKind, RelationMention

_NAME = "inclusion.v1"
_CONFIDENCE = 0.7
_MOST_STEPS = 3


@extractors.register(_NAME)
def extract_inclusions(doc: Doc) -> Iterator[RelationMention]:
    """Yield, for each name in a list behind "including" or "such as", the role of the noun before it."""
    mentions = mentions_of(doc)
    for token in doc:
        marker = _marker_end(token)
        noun = _noun_before(token) if marker is not None else None
        if marker is None or noun is None:
            continue
        for name in _listed(doc, marker):
            holder = mentions.find(name)
            if holder is not None and holder.kind is MentionKind.NAME:
                yield from read_role(holder, noun, extractor=_NAME, confidence=_CONFIDENCE, factuality=Factuality.ASSERTED)


def _marker_end(token: Token) -> int | None:
    if token.lower_ == "including" and token.i > 0:
        return token.i + 1
    if token.lower_ == "such" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "as":
        return token.i + 2
    return None


def _noun_before(marker: Token) -> Token | None:
    """Return the plural noun before the marker, over a comma or a dash, and over what it is of: "members of the Party, including"."""
    index = marker.i - 1
    while index >= marker.sent.start and marker.doc[index].is_punct:
        index -= 1
    token = marker.doc[index]
    if index < marker.sent.start:
        return None
    for noun in (token, *islice(token.ancestors, _MOST_STEPS)):
        if noun.i <= index and noun.is_alpha and noun.pos_ in {"NOUN", "PROPN"} and is_plural(noun):
            return noun
    return None


def _listed(doc: Doc, start: int) -> Iterator[Token]:
    """Yield the heads of the names of the list: the first name's conjuncts, and names in one series of commas."""
    ents = [ent for ent in names_in(doc) if ent.start >= start and ent.sent == doc[start - 1].sent]
    if not ents:
        return
    first = next(iter(ents))
    members = set(conjuncts(first.root))
    at = first
    yield first.root
    for ent in ents[1:]:
        between = doc[at.end : ent.start]
        is_series = any(token.text in {",", "and", "or", "&"} for token in between) and not any(
            token.pos_ in {"VERB", "AUX"} for token in between
        )
        if ent.root not in members and (not is_series or ent.label_ != first.label_):
            if ent.label_ == first.label_ or any(token.pos_ in {"VERB", "AUX"} for token in between):
                return
            continue
        yield ent.root
        at = ent
