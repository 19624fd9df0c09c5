"""Find what stands in quotation marks."""

from spacy.tokens import Doc, Token

_KEY = "graphbuild.quotations"
_CLOSING = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "``": "''"}
"""Opening mark: the marks that close it."""

Quotation = tuple[int, int]
"""The indices of the marks around what is quoted; the second is the end of the text where a quotation goes on behind it."""


def quotation_at(token: Token) -> Quotation | None:
    """Return the outermost quotation that ``token`` stands in, None if it stands in none."""
    return next((quotation for quotation in quotations_of(token.doc) if quotation[0] < token.i < quotation[1]), None)


def quotations_of(doc: Doc) -> tuple[Quotation, ...]:
    """Return the outermost quotations of ``doc`` in order; they are found once and kept with it."""
    found: tuple[Quotation, ...] | None = doc.user_data.get(_KEY)
    if found is None:
        found = doc.user_data[_KEY] = _quotations(doc)
    return found


def forget_quotations(doc: Doc) -> None:
    """Take off ``doc`` what was kept with it."""
    doc.user_data.pop(_KEY, None)


def _quotations(doc: Doc) -> tuple[Quotation, ...]:
    found: list[Quotation] = []
    start, closing = -1, ""
    for token in doc:
        if start < 0 and token.text in _CLOSING:
            start, closing = token.i, _CLOSING[token.text]
        elif start >= 0 and token.text in closing:
            found.append((start, token.i))
            start = -1
    # A paragraph of a longer quotation is opened and not closed.
    if start >= 0 and doc[start].is_sent_start and closing != "’":
        found.append((start, len(doc)))
    return tuple(found)
