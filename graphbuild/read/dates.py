"""When something was published, as documents state it."""

import re
from datetime import date
from email.utils import parsedate_tz

from graphbuild.read.report import Report

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?")


def read_date(stated: str | None, document_id: str, report: Report) -> str | None:
    """Return the ISO 8601 date that a document states, and note if what it states is none."""
    if not stated:
        return None
    published = to_iso_date(stated)
    if published is None:
        report.note(document_id, f"{stated[:40]!r} is no ISO 8601 date, left out")
    return published


def to_iso_date(stated: str) -> str | None:
    """Return the ISO 8601 date, month or year in ``stated``, which may have a time or be in the manner of e-mail and RSS.

    >>> to_iso_date("2015-10-08T10:00:00Z")
    '2015-10-08'
    >>> to_iso_date("Thu, 08 Oct 2015 10:00:00 GMT")
    '2015-10-08'
    >>> to_iso_date("2015-13")
    """
    stated = " ".join(stated.split())
    if iso := _ISO.fullmatch(stated):
        year, month, day = (int(part or 1) for part in iso.groups())
        return _checked(year, month, day, length=1 + 3 * (iso.lastindex or 1))
    mail = parsedate_tz(stated)
    return _checked(*mail[:3]) if mail else None


def _checked(year: int, month: int, day: int, *, length: int = 10) -> str | None:
    try:
        return date(year, month, day).isoformat()[:length]
    except ValueError:
        return None
