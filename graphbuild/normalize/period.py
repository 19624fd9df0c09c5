"""Stretches of days, written as ISO 8601 dates and intervals."""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Self

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` to ``last``; a side that is None is open.

    >>> Period.of_month(2016, 2).iso(), Period(date(2016, 7, 21), None).iso()
    ('2016-02', '2016-07-21/..')
    """

    first: date | None
    last: date | None

    @classmethod
    def of_day(cls, day: date) -> Self:
        """Return one day."""
        return cls(day, day)

    @classmethod
    def of_month(cls, year: int, month: int, *, months: int = 1) -> Self:
        """Return a month, or several from it on; months are counted on over the turn of the year."""
        following = _month(year, month + months)
        return cls(_month(year, month), following - _DAY)

    @classmethod
    def of_year(cls, year: int, *, years: int = 1) -> Self:
        """Return a year, or several from it on."""
        return cls(date(year, 1, 1), date(year + years - 1, 12, 31))

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first is not None and self.first == self.last

    @property
    def is_month(self) -> bool:
        """Whether it is a single whole month."""
        first, last = self.first, self.last
        return first is not None and last is not None and self == Period.of_month(first.year, first.month)

    @property
    def is_year(self) -> bool:
        """Whether it is a single whole year."""
        return self.first is not None and self == Period.of_year(self.first.year)

    def through(self, other: "Period") -> "Period | None":
        """Return the time from the start of this to the end of ``other``, None if that is before it."""
        if self.first is None or other.last is None or self.first > other.last:
            return None
        return Period(self.first, other.last)

    def third(self, number: int) -> "Period":
        """Return the first, second or last third: of a decade's or a century's years, a year's months, a month's days."""
        if self.first is None or self.last is None:
            return self
        if self.is_month:
            starts = [self.first.replace(day=day) for day in (1, 11, 21)]
            ends = [self.first.replace(day=10), self.first.replace(day=20), self.last]
            return Period(starts[number], ends[number])
        if self.is_year:
            return Period.of_month(self.first.year, 1 + 4 * number, months=4)
        years = self.last.year - self.first.year + 1
        # Early is 1990 to 1993, mid 1994 to 1996, late 1997 to 1999.
        bounds = [0, round(years * 0.4), round(years * 0.7), years]
        return Period.of_year(self.first.year + bounds[number], years=bounds[number + 1] - bounds[number])

    def iso(self) -> str:
        """Return the ISO 8601 date or interval, each side as short as says the same; ".." is an open side."""
        if self.is_year and self.first is not None:
            return f"{self.first.year:04}"
        if self.is_month and self.first is not None:
            return f"{self.first:%Y-%m}" if self.first.year > 999 else self.first.isoformat()[:7]
        if self.is_day and self.first is not None:
            return self.first.isoformat()
        return "/".join(self._sides())

    def _sides(self) -> tuple[str, str]:
        first, last = self.first, self.last
        starts_year = first is None or (first.month, first.day) == (1, 1)
        ends_year = last is None or (last.month, last.day) == (12, 31)
        starts_month = first is None or first.day == 1
        ends_month = last is None or last == date.max or (last + _DAY).day == 1
        length = 4 if starts_year and ends_year else 7 if starts_month and ends_month else 10
        return tuple(".." if side is None else side.isoformat()[:length] for side in (first, last))  # type: ignore[return-value]


def is_year(number: int) -> bool:
    """Tell whether dates can be in that year and in the ones around it."""
    return MINYEAR + 200 < number < MAXYEAR - 200


def _month(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
