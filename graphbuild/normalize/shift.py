"""Days, weeks, months and years counted on from a day."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from graphbuild.normalize.period import Period, is_year


def moved(day: date | None, unit: str, count: int) -> Period | None:
    """Return the unit so many before or after ``day``; a decade from it is the year ten years away."""
    years = {"decade": 10, "century": 100}.get(unit)
    return shifted(day, unit, count) if years is None else shifted(day, "year", count * years)


def shifted(day: date | None, unit: str, count: int) -> Period | None:
    """Return the whole unit so many before or after the one that ``day`` lies in; decades and centuries go by years."""
    if day is None:
        return None
    if unit == "day":
        return Period.of_day(day + timedelta(days=count))
    if unit in {"week", "fortnight"}:
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=count * (2 if unit == "fortnight" else 1))
        return Period(monday, monday + timedelta(days=6))
    if unit == "month":
        month = day.replace(day=1) + relativedelta(months=count)
        return Period.of_month(month.year, month.month)
    return _shifted_years(day.year, unit, count)


def _shifted_years(year: int, unit: str, count: int) -> Period | None:
    """Return a year, or the year a decade or century ago; "this decade" and "last century" are those of the calendar."""
    if unit == "year":
        return Period.of_year(year + count) if is_year(year + count) else None
    length = 10 if unit == "decade" else 100
    start = (year // length + count) * length + (length == 100)
    return Period.of_year(start, years=length) if is_year(start) else None


def stretch(today: date | None, unit: str, count: int) -> Period | None:
    """Return the time from so many units ago to today, or from today on, in days, months or years as the unit is."""
    if today is None:
        return None
    if unit in {"day", "week", "fortnight"}:
        days = count * {"day": 1, "week": 7, "fortnight": 14}[unit]
        ends = sorted((today, today + timedelta(days=days)))
        return Period(ends[0], ends[1])
    if unit == "month":
        months = sorted((today.replace(day=1), today.replace(day=1) + relativedelta(months=count)))
        return Period.of_month(months[0].year, months[0].month).through(Period.of_month(months[1].year, months[1].month))
    years = sorted((today.year, today.year + count * {"year": 1, "decade": 10, "century": 100}[unit]))
    return Period.of_year(years[0], years=years[1] - years[0] + 1) if is_year(years[0]) and is_year(years[1]) else None
