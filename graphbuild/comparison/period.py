"""Whether two statements speak of times that do not meet."""

import re

from graphbuild.model import Statement

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_FIRST, _LAST = "0000-01-01", "9999-12-31"
Period = tuple[str, str]


def are_apart(left: Statement, right: Statement) -> bool:
    """Tell whether every piece of evidence says when, and no time of the one meets a time of the other."""
    lefts, rights = _periods(left), _periods(right)
    return bool(lefts and rights) and not any(_meet(one, other) for one in lefts for other in rights)


def _periods(statement: Statement) -> list[Period]:
    """Return the times of all evidence; none if any of it does not say when."""
    periods = [_period(evidence.time.value if evidence.time is not None else None) for evidence in statement.evidence]
    known = [period for period in periods if period is not None]
    return known if len(known) == len(periods) else []


def _period(value: str | None) -> Period | None:
    """Return the first and the last day of an ISO 8601 date or interval, None if it is another kind of time.

    >>> _period("2012"), _period("2012-05/2013"), _period("../2012"), _period("P3D")
    (('2012-00', '2012-99'), ('2012-05-00', '2013-99'), ('0000-01-01', '2012-99'), None)
    """
    start, slash, end = (value or "").partition("/")
    first, last = (_day(text) for text in ((start, end) if slash else (start, start)))
    if first is None or last is None:
        return None
    return (_FIRST if first == ".." else _earliest(first)), (_LAST if last == ".." else _latest(last))


def _day(text: str) -> str | None:
    """Return the date that a text begins with, ``..`` where the end is open."""
    if text == "..":
        return text
    match = _DAY.match(text)
    return match[0] if match is not None else None


def _earliest(date: str) -> str:
    return date if len(date) == len(_FIRST) else f"{date}-00"


def _latest(date: str) -> str:
    return date if len(date) == len(_LAST) else f"{date}-99"


def _meet(one: Period, other: Period) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
