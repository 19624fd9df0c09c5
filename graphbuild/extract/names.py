"""Which words of a Doc stand in names: recognizers mark dates, amounts, numbers and posts, too."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from graphbuild.extract.kept import kept_with_token
from graphbuild.model.labels import ORDINAL_LABELS, PERSON_LABELS, ROLE_LABELS, VALUE_LABELS
from graphbuild.model.portfolios import PORTFOLIOS

_NO_NAMES = VALUE_LABELS | ROLE_LABELS
_MOST_WORDS = 8
"""A title's name stands no more words behind its noun."""


def is_name(token: Token) -> bool:
    """Tell whether ``token`` stands in a proper name or is a nationality."""
    return bool(token.ent_type_) and token.ent_type_ not in _NO_NAMES


def is_common(token: Token) -> bool:
    """Tell whether ``token`` is a word like any other: in no name, and in no date, amount or number."""
    return not token.ent_type_ or token.ent_type_ in ROLE_LABELS


def may_name_post(token: Token) -> bool:
    """Tell whether a post may have ``token`` in its name: a common word, or the ordinal of "First Minister"."""
    return is_common(token) or (token.ent_type_ in ORDINAL_LABELS and token.text[:1].isupper())


def names_in(tokens: Doc | Span) -> Iterator[Span]:
    """Yield the names among ``tokens``, in order."""
    return (ent for ent in tokens.ents if ent.label_ not in _NO_NAMES)


@kept_with_token
def entity_at(token: Token) -> Span:
    """Return the entity that ``token`` stands in; going through all of the Doc's would take long in a long list."""
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return Span(doc, start, end)


def titled_person(noun: Token) -> Token | None:
    """Return the name whose title a noun is, right behind it: "…, former Minister of Finance Shoichi Nakagawa"; None without one."""
    for token in noun.doc[noun.i + 1 : noun.i + _MOST_WORDS]:
        if token.ent_type_ in PERSON_LABELS:
            return token if token.nbor(-1).pos_ not in {"ADP", "DET", "CCONJ"} else None
        is_series = token.text == "," and {token.nbor(-1).text, token.nbor(1).text} <= PORTFOLIOS
        if (token.is_punct and not is_series) or token.pos_ in {"VERB", "AUX"}:
            return None
    return None
