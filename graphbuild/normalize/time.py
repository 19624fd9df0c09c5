"""Time expressions as ISO 8601."""

import re
from datetime import datetime

from dateutil import parser

_DECADE = re.compile(r"(?:the )?(?:early |mid-?|late )?(\d{3})0s", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})\s*(?:-|–|/|to)\s*(\d{4})")
_HAS_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
# A text that says less than a whole date takes the rest from these: what differs was not said.
_DEFAULTS = (datetime(2000, 1, 1), datetime(2004, 2, 2))  # noqa: DTZ001 - dates without a place have no zone


def resolve_time(text: str) -> str | None:
    """Return a time expression with a year as an ISO 8601 date or interval, None where nothing certain can be said.

    >>> resolve_time("October 8, 2015"), resolve_time("March 2016"), resolve_time("the 1980s"), resolve_time("last year")
    ('2015-10-08', '2016-03', '1980/1989', None)
    """
    decade = _DECADE.fullmatch(text.strip())
    if decade is not None:
        return f"{decade[1]}0/{decade[1]}9"
    years = _YEARS.fullmatch(text.strip())
    if years is not None:
        return f"{years[1]}/{years[2]}"
    return _date(text) if len(_HAS_YEAR.findall(text)) == 1 else None


def _date(text: str) -> str | None:
    try:
        first, second = (parser.parse(text, default=default) for default in _DEFAULTS)
    except (parser.ParserError, OverflowError):
        return None
    if first.year != second.year:
        return None
    if first.month != second.month:
        return f"{first.year:04}"
    if first.day != second.day:
        return f"{first.year:04}-{first.month:02}"
    return first.date().isoformat()
