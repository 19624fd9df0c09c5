"""Dates that say all about themselves: "October 8, 2015", "the 1980s", "the first quarter of 2016", "World War II"."""

import re
from datetime import datetime

from dateutil import parser

from graphbuild.normalize.period import Period, is_year

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""A month's name in small letters, perhaps shortened."""
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}
"""Season: its first month in the north. A winter lies in two years, and nobody says in which of them."""
YEAR = r"(?:1\d{3}|20\d{2}|21\d{2})"

_WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)}),? )?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATES = re.compile(
    rf"{_WEEKDAY}(?:{MONTH}\.?(?: {_DAY})?(?:,| of)? {YEAR}|(?:{_DAY} (?:of )?)?{MONTH}\.?,? (?:of )?{YEAR}"
    rf"|{YEAR}-\d\d(?:-\d\d)?)"
)
# A text that says less than a whole date takes the rest from these: what differs was not said.
_DEFAULTS = (datetime(2000, 1, 1), datetime(2004, 2, 2))  # noqa: DTZ001 - dates without a place have no zone
_DECADE = re.compile(r"(?:(1\d|20)(\d)0|'?([5-9])0)'?s")
_CENTURY = re.compile(r"(\d{1,2}(?=st|nd|rd|th)|[a-z-]+)(?:st|nd|rd|th)? century")
_CENTURIES = {
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
}
_QUARTER = re.compile(rf"(?:(first|second|third|fourth|last|final) quarter(?: of)?|q([1-4])) ({YEAR})")
_QUARTERS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3, "final": 3}
_SEASON = re.compile(rf"({'|'.join(SEASONS)})(?: of)? ({YEAR})")
_ERAS = {
    "first world war": (1914, 1918),
    "world war i": (1914, 1918),
    "interwar period": (1918, 1939),
    "interwar years": (1918, 1939),
    "second world war": (1939, 1945),
    "world war ii": (1939, 1945),
    "world war two": (1939, 1945),
    "korean war": (1950, 1953),
    "cold war": (1947, 1991),
    "vietnam war": (1955, 1975),
    "gulf war": (1990, 1991),
}


def find_period(text: str) -> Period | None:
    """Return what a text in small letters, without article and preposition, names wherever and whenever it is read."""
    if text in _ERAS:
        first, last = _ERAS[text]
        return Period.of_year(first, years=last - first + 1)
    for find in (_year, _decade, _century, _quarter, _season, _date):
        period = find(text)
        if period is not None:
            return period
    return None


def month_number(name: str) -> int:
    """Return the number of a month by the start of its name."""
    return MONTHS.index(name[:3]) + 1


def _year(text: str) -> Period | None:
    match = re.fullmatch(rf"(?:year )?({YEAR})", text)
    return Period.of_year(int(match[1])) if match else None


def _decade(text: str) -> Period | None:
    match = _DECADE.fullmatch(text)
    if match is None:
        return None
    return Period.of_year(int(f"{match[1]}{match[2]}0") if match[1] else 1900 + int(match[3]) * 10, years=10)


def _century(text: str) -> Period | None:
    match = _CENTURY.fullmatch(text)
    number = 0 if match is None else int(match[1]) if match[1].isdigit() else _CENTURIES.get(match[1], 0)
    return Period.of_year((number - 1) * 100 + 1, years=100) if is_year(number * 100) else None


def _quarter(text: str) -> Period | None:
    match = _QUARTER.fullmatch(text)
    if match is None:
        return None
    number = _QUARTERS[match[1]] if match[1] else int(match[2]) - 1
    return Period.of_month(int(match[3]), 1 + 3 * number, months=3)


def _season(text: str) -> Period | None:
    match = _SEASON.fullmatch(text)
    return Period.of_month(int(match[2]), SEASONS[match[1]], months=3) if match else None


def _date(text: str) -> Period | None:
    """Return a date with month and year, read by dateutil."""
    if not _DATES.fullmatch(text):
        return None
    try:
        first, second = (parser.parse(text.replace(" of ", " "), default=default) for default in _DEFAULTS)
    except (parser.ParserError, OverflowError):
        return None
    if first.day != second.day:
        return Period.of_month(first.year, first.month)
    return Period.of_day(first.date())
