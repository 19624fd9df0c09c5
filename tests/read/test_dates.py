"""Dates as documents state them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.read.dates import to_iso_date


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param("2015", "2015", id="year"),
        pytest.param("2015-10", "2015-10", id="month"),
        pytest.param("2015-10-08", "2015-10-08", id="day"),
        pytest.param(" 2015-10-08 09:30 ", "2015-10-08", id="day and time"),
        pytest.param("2015-10-08T09:30:00+09:00", "2015-10-08", id="day and time of a zone"),
        pytest.param("Thu, 8 Oct 2015 10:00:00 +0000", "2015-10-08", id="as in RSS"),
        pytest.param("2015-02-30", None, id="no such day"),
        pytest.param("2015-13", None, id="no such month"),
        pytest.param("0000", None, id="no such year"),
        pytest.param("Thu, 38 Oct 2015 10:00:00 GMT", None, id="no such day in RSS"),
        pytest.param("10/08/2015", None, id="October or August"),
        pytest.param("yesterday", None, id="a word"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_date_is_iso_or_nothing(stated: str, expected: str | None) -> None:
    assert to_iso_date(stated) == expected


@given(st.text())
def test_any_text_is_a_date_or_not(stated: str) -> None:
    published = to_iso_date(stated)

    assert published is None or to_iso_date(published) == published
