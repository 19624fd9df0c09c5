"""Find when: the time expression of a clause."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from graphbuild.extract.mentions import origin_of, span_of
from graphbuild.extract.names import entity_at
from graphbuild.model import Quote
from graphbuild.model.labels import TIME_LABELS


def time_of(trigger: Token) -> Quote | None:
    """Return the time expression that stands nearest below ``trigger`` or a word it depends on, None if there is none."""
    token = trigger
    for _ in range(4):
        found = [ent for word in _below(token) if word.ent_type_ in TIME_LABELS and (ent := entity_at(word)).root == word]
        if found:
            return _quote(min(found, key=lambda ent: (abs(ent.start - trigger.i), ent.start)))
        if token.head == token or token.dep_ in {"ccomp", "acl:relcl", "relcl", "parataxis", "nsubj"}:
            return None
        token = token.head
    return None


def _below(token: Token) -> Iterator[Token]:
    """Yield what depends on ``token`` with at most a preposition between."""
    for child in token.children:
        yield child
        if child.pos_ == "ADP":
            yield from child.children


def _quote(ent: Span) -> Quote:
    span = span_of(ent)
    return Quote(origin_of(ent.doc).slice(span), span)
