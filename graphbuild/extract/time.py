"""Find when: the time expression of a clause."""

from spacy.tokens import Span, Token

from graphbuild.extract.mentions import origin_of, span_of
from graphbuild.model import Quote

_LABELS = frozenset({"DATE", "TIME"})


def time_of(trigger: Token) -> Quote | None:
    """Return the time expression that stands nearest below ``trigger`` or a word it depends on, None if there is none."""
    token = trigger
    for _ in range(4):
        found = [ent for ent in token.sent.ents if ent.label_ in _LABELS and _governs(token, ent.root)]
        if found:
            return _quote(min(found, key=lambda ent: (abs(ent.start - trigger.i), ent.start)))
        if token.head == token or token.dep_ in {"ccomp", "acl:relcl", "relcl", "parataxis", "nsubj"}:
            return None
        token = token.head
    return None


def _governs(token: Token, date: Token) -> bool:
    """Tell whether ``date`` depends on ``token`` with at most a preposition between."""
    return date.head == token or (date.head.pos_ == "ADP" and date.head.head == token)


def _quote(ent: Span) -> Quote:
    span = span_of(ent)
    return Quote(origin_of(ent.doc).slice(span), span)
