"""Time expressions as ISO 8601.

The arithmetic is dateutil's. dateparser, which reads relative expressions too, gives a moment where a stretch is meant ("last week" is
a day of it, "in March" a day of March) and does not know "late July".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graphbuild.normalize.calendar import MONTH, SEASONS, WEEKDAYS, YEAR, find_period, month_number
from graphbuild.normalize.period import Period
from graphbuild.normalize.shift import moved, shifted, stretch

_MOST_CHARACTERS = 200
LOOKED_BACK = 1_500
"""How many characters before an expression may hold the date that it is counted from."""
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("‘’", "'"))
_EMPTY = re.compile(r"(?:in|on|at|during|over|within|throughout|around|about|circa|the|of) ")
_BRACKETS = re.compile(r"\([^()]*\)")
_NUMBERS = {str(number): number for number in range(1, 1_000)} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30}
_NUMBERS |= {word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_NUMBER = rf"([1-9]\d{{0,2}}|{'|'.join(word for word in _NUMBERS if word.isalpha())})"
_UNIT = r"(day|week|fortnight|month|year|decade|century)(?:s|ies)?"
_WEEKDAY = rf"({'|'.join(WEEKDAYS)})"
_SEASON = rf"({'|'.join(SEASONS)})"
_NEAR = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}
_DAYS = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "last night": -1,
    "day before yesterday": -2,
    "tomorrow": 1,
    "day after tomorrow": 2,
}
_THIRDS = {"early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2}
_MENTIONED = re.compile(rf"(?:{MONTH}\.? (?:\d{{1,2}}, )?|\d{{1,2}} {MONTH}\.? )?\b{YEAR}\b(?!0|s|\d)")


@dataclass(frozen=True, slots=True)
class _Clock:
    """What relative expressions are counted from: the day a text appeared, and the time that it spoke of just before."""

    published: date | None
    mentioned: Period | None
    is_future: bool = False
    depth: int = 5
    """How many expressions may yet stand within one another, so that hostile text takes no time."""


_Rule = Callable[[re.Match[str], _Clock], Period | None]


def resolve_time(text: str, *, published: str | None = None, before: str = "") -> str | None:
    """Return a time expression as an ISO 8601 date or interval, None where nothing certain can be said.

    Args:
        text: the expression, with the preposition that it needs ("since late July").
        published: the ISO 8601 date that "last week" and "in March" are counted from.
        before: what stands before the expression: "two days later" is counted from the last date in its paragraph.

    >>> resolve_time("October 8, 2015"), resolve_time("March 2016"), resolve_time("the 1980s"), resolve_time("since late July 2016")
    ('2015-10-08', '2016-03', '1980/1989', '2016-07-21/..')
    >>> resolve_time("last year"), resolve_time("last year", published="2016-10-26")
    (None, '2015')
    """
    if len(text) > _MOST_CHARACTERS:
        return None
    clock = _Clock(_published(published), _mentioned(before))
    try:
        words = " ".join(text.translate(_DASHES).casefold().split()).strip(" ,.;:")
        period = _read(words, clock) or _dated_event(words)
    except (OverflowError, ValueError):  # before the first year, behind the last, or no day of the calendar
        return None
    return period.iso() if period is not None else None


def _published(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _mentioned(before: str) -> Period | None:
    """Return the last date with a year in the paragraph that ``before`` ends with, references in brackets aside."""
    paragraph = _BRACKETS.sub("", before[-LOOKED_BACK:].rpartition("\n\n")[2])
    found = [match.group() for match in _MENTIONED.finditer(paragraph.casefold())]
    return find_period(found[-1]) if found else None


def _read(text: str, clock: _Clock) -> Period | None:
    """Return what the first rule that fits makes of a text, tried again without its first empty word."""
    nested = replace(clock, depth=clock.depth - 1)
    found = None
    while text and clock.depth and found is None:
        matches = ((pattern.fullmatch(text), rule) for pattern, rule in _RULES)
        found = find_period(text) or next((period for match, rule in matches if match and (period := rule(match, nested))), None)
        empty = _EMPTY.match(text)
        text = text[empty.end() :] if empty else ""
    return found


def _open(match: re.Match[str], clock: _Clock) -> Period | None:
    """Read "since", "after", "until", "before" and "by"."""
    is_start = match[1] in {"since", "after", "following", "from", "as of"}
    period = _read(match[2], replace(clock, is_future=match[1] in {"by", "until", "till", "up to"})) or _dated_event(match[2])
    if period is None:
        return None
    return Period(period.first, None) if is_start else Period(None, period.last)


def _range(match: re.Match[str], clock: _Clock) -> Period | None:
    """Read "from … to …", the second side of which often has the year for both."""
    last = _read(match[2], clock)
    year = re.search(rf"\b{YEAR}\b", match[2])
    has_year = re.search(rf"\b{YEAR}", match[1])
    first = _read(match[1] if has_year or year is None else f"{match[1]} {year.group()}", clock)
    return first.through(last) if first is not None and last is not None else None


def _two_years(match: re.Match[str], _clock: _Clock) -> Period | None:
    """Read "1995-96" and "2005 and 2006"; what lies apart is no interval: "2005 and 2016"."""
    first, second = match[1], match[3]
    last = int(first[: 4 - len(second)] + second)
    is_one = match[2] != "and" or last == int(first) + 1
    return Period.of_year(int(first), years=last - int(first) + 1) if is_one and last > int(first) else None


def _two_decades(match: re.Match[str], _clock: _Clock) -> Period | None:
    first, last = int(match[1] + match[2]) * 10, int(match[1] + match[3]) * 10
    return Period.of_year(first, years=last - first + 10) if last == first + 10 else None


def _days_of_month(match: re.Match[str], clock: _Clock) -> Period | None:
    groups = match.groupdict()
    first, last = (
        _read(f"{groups['month']} {groups[day]}{', ' + groups['year'] if groups['year'] else ''}", clock) for day in ("a", "b")
    )
    return first.through(last) if first is not None and last is not None else None


def _part(match: re.Match[str], clock: _Clock) -> Period | None:
    """Read "early", "mid" and "late" as thirds: of months, years, decades and centuries."""
    period = _read(match[2], clock)
    if period is None or period.first is None or period.last is None or (period.last - period.first).days < 27:
        return None
    return period.third(_THIRDS[match[1]])


def _half(match: re.Match[str], clock: _Clock) -> Period | None:
    period = _read(match[2], clock)
    if period is None or period.first is None or period.last is None:
        return None
    half, is_second = (period.last.year - period.first.year + 1) // 2, match[1] != "first"
    if period.is_year:
        return Period.of_month(period.first.year, 7 if is_second else 1, months=6)
    return Period.of_year(period.first.year + is_second * half, years=half) if half else None


def _whole(match: re.Match[str], clock: _Clock) -> Period | None:
    """Read "later this year", of which nobody knows where it starts, as the whole."""
    return _read(match[1], clock)


def _named_day(match: re.Match[str], clock: _Clock) -> Period | None:
    return shifted(clock.published, "day", _DAYS[match.group()])


def _near_unit(match: re.Match[str], clock: _Clock) -> Period | None:
    """Read "last year", "this week", "the past decade"; the last of these ends today."""
    if match[1] == "past":
        return stretch(clock.published, match[2], -1)
    return shifted(clock.published, match[2], _NEAR[match[1]])


def _weekend(match: re.Match[str], clock: _Clock) -> Period | None:
    week = shifted(clock.published, "week", _NEAR[match[1]])
    return Period(week.first + timedelta(days=5), week.last) if week is not None and week.first is not None else None


def _near_season(match: re.Match[str], clock: _Clock) -> Period | None:
    if clock.published is None:
        return None
    shift = _NEAR[match[1]]
    season = Period.of_month(clock.published.year + max(shift, 0), SEASONS[match[2]], months=3)
    if shift < 0 and season.last is not None and season.last >= clock.published:
        return Period.of_month(clock.published.year - 1, SEASONS[match[2]], months=3)
    return season


def _month_day(match: re.Match[str], clock: _Clock) -> Period | None:
    """Read a month, or a day of one, without its year: the last such, or the next one that is spoken of as to come.

    Where the text was speaking of an earlier year, it may be that year's.
    """
    spoken_of = clock.mentioned.last if clock.mentioned is not None else None
    if clock.published is None or (spoken_of is not None and spoken_of.year < clock.published.year):
        return None
    groups = match.groupdict()
    month, today = month_number(groups["month"]), clock.published
    day = groups["day"] or groups["other_day"]
    year = today.year
    if groups["near"] == "next" or clock.is_future:
        year += month < today.month or (month == today.month and groups["near"] == "next")
    elif groups["near"] != "this":
        year -= month > today.month or (month == today.month and groups["near"] == "last")
    return Period.of_day(date(year, month, int(day))) if day else Period.of_month(year, month)


def _weekday(match: re.Match[str], clock: _Clock) -> Period | None:
    """Read a day of the week: the last one up to the day of publication, or the next."""
    if clock.published is None:
        return None
    behind = (clock.published.weekday() - WEEKDAYS.index(match[2])) % 7
    if match[1] in {"next", "coming"} or clock.is_future:
        return Period.of_day(clock.published + timedelta(days=(7 - behind) or 7))
    if match[1] == "last" and behind == 0:
        behind = 7
    return Period.of_day(clock.published - timedelta(days=behind))


def _ago(match: re.Match[str], clock: _Clock) -> Period | None:
    sign = -1 if match[3] == "ago" else 1
    return moved(clock.published, match[2], sign * _NUMBERS[match[1]])


def _counted_stretch(match: re.Match[str], clock: _Clock) -> Period | None:
    sign = 1 if match[1] in {"next", "coming"} else -1
    return stretch(clock.published, match[3], sign * _NUMBERS[match[2]])


def _later(match: re.Match[str], clock: _Clock) -> Period | None:
    """Read "two days later" and "a decade before", counted from the time spoken of."""
    sign = 1 if match[3] in {"later", "after", "afterward", "afterwards"} else -1
    return _counted(clock.mentioned, match[2], sign * _NUMBERS[match[1]])


def _following(match: re.Match[str], clock: _Clock) -> Period | None:
    shift = {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(match[1], 0)
    counted = _counted(clock.mentioned, match[2], shift)
    return counted if counted is not None or match[1] != "next" else shifted(clock.published, match[2], 1)


def _counted(mentioned: Period | None, unit: str, count: int) -> Period | None:
    """Return the unit so many after the one spoken of, None if what was spoken of is less exact than the unit."""
    if mentioned is None or mentioned.first is None:
        return None
    is_exact = mentioned.is_day or (mentioned.is_month and unit not in {"day", "week", "fortnight"})
    if not is_exact and not (mentioned.is_year and unit in {"year", "decade", "century"}):
        return None
    return moved(mentioned.first, unit, count)


def _dated_event(text: str) -> Period | None:
    """Return the year in the name of an event: "the 2011 meltdown", "the missile crisis of 1995-96"."""
    found = re.findall(rf"(?<![\w,.-])({YEAR})(?:-(\d\d))?(?![\w]|[.,-]\d)", text)
    if len(found) != 1 or re.search(rf"\b{MONTH}\b|\bwinter\b|\d{{1,2}}(?:st|nd|rd|th)\b", text):
        return None
    year, end = found[0]
    last = int(year[:2] + end) if end else int(year)
    return Period.of_year(int(year), years=last - int(year) + 1) if last >= int(year) else None


_RULES: list[tuple[re.Pattern[str], _Rule]] = [
    (re.compile(pattern), rule)
    for pattern, rule in (
        (rf"(?:from |between )?({YEAR})(?: ?(-|/|to|through|until|and) ?)(\d{{4}}|\d\d)", _two_years),
        (r"(?:the )?(1\d|20)(\d)0s and (?:the )?(?:\1|')?(\d)0s", _two_decades),
        (rf"(?P<month>{MONTH})\.? (?P<a>\d{{1,2}}) ?(?:-|to) ?(?P<b>\d{{1,2}})(?:,? (?P<year>{YEAR}))?", _days_of_month),
        (
            rf"(?:from )?(?P<a>\d{{1,2}}) ?(?:-|to) ?(?P<b>\d{{1,2}}) (?P<month>{MONTH})\.?(?:,? (?P<year>{YEAR}))?",
            _days_of_month,
        ),
        (r"(?:from|between) (.+?) (?:to|until|till|through|and|-) (.+)", _range),
        (r"(.+?) ?(?:to|until|till|through|-) (.+)", _range),
        (r"(since|after|following|from|as of|until|till|up to|before|prior to|by) (.+?)(?: on| onwards?)?", _open),
        (r"(early|beginning|start|middle|mid|late|end|close)(?:-| of | in | )(?:the )?(.+)", _part),
        (r"(first|second|last|latter) half of (?:the )?(.+)", _half),
        (r"(?:later|earlier|sometime|some time|again|once)(?: in| on)? (.+)", _whole),
        ("|".join(_DAYS), _named_day),
        (rf"(?:the )?(following|preceding|same|that|(?<=the )next|(?<=the )previous) {_UNIT}", _following),
        (rf"({'|'.join(_NEAR)}) {_UNIT}", _near_unit),
        (rf"({'|'.join(_NEAR)}) weekend", _weekend),
        (rf"({'|'.join(_NEAR)})(?: year's)? {_SEASON}", _near_season),
        (
            rf"(?:(?P<near>this|last|next) )?(?P<month>{MONTH})\.?(?: (?P<day>\d{{1,2}})(?:st|nd|rd|th)?)?(?P<other_day>)",
            _month_day,
        ),
        (rf"(?P<near>)(?P<day>)(?P<other_day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})\.?", _month_day),
        (rf"(?:(this|last|next|coming) )?{_WEEKDAY}", _weekday),
        (rf"{_NUMBER} {_UNIT} (ago|from now|hence)", _ago),
        (rf"(past|last|previous|next|coming) {_NUMBER} {_UNIT}", _counted_stretch),
        (rf"{_NUMBER} {_UNIT} (later|after|afterwards?|earlier|before|previously)", _later),
    )
]
