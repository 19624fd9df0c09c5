from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.normalize.period import Period

YEARS = st.integers(1000, 2900)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        pytest.param(Period.of_day(date(2016, 7, 21)), "2016-07-21", id="a day"),
        pytest.param(Period.of_month(2016, 2), "2016-02", id="a month"),
        pytest.param(Period.of_month(2016, 12, months=3), "2016-12/2017-02", id="months over the turn of the year"),
        pytest.param(Period.of_year(2016), "2016", id="a year"),
        pytest.param(Period.of_year(1980, years=10), "1980/1989", id="years"),
        pytest.param(Period(date(2016, 7, 21), date(2016, 7, 31)), "2016-07-21/2016-07-31", id="days"),
        pytest.param(Period(date(2016, 7, 21), None), "2016-07-21/..", id="open at its end"),
        pytest.param(Period(None, date(2016, 7, 31)), "../2016-07", id="open at its start"),
        pytest.param(Period(date(1999, 1, 1), date.max), "1999/9999", id="to the end of the calendar"),
    ],
)
def test_period_is_written_as_short_as_it_says_the_same(period: Period, expected: str) -> None:
    assert period.iso() == expected


@given(YEARS, st.integers(1, 12), st.sampled_from(["month", "year", "decade"]))
def test_thirds_make_up_the_whole(year: int, month: int, unit: str) -> None:
    whole = {"month": Period.of_month(year, month), "year": Period.of_year(year), "decade": Period.of_year(year, years=10)}[unit]

    thirds = [whole.third(number) for number in range(3)]

    assert thirds[0].first == whole.first
    assert thirds[2].last == whole.last
    for earlier, later in pairwise(thirds):
        assert earlier.last is not None
        assert later.first is not None
        assert (later.first - earlier.last).days == 1


def test_period_does_not_run_backwards() -> None:
    assert Period.of_year(2016).through(Period.of_year(2012)) is None
