import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.normalize.time import resolve_time

PUBLISHED = "2016-10-26"
"""A Wednesday."""
BEFORE = "Talks began in 1939. Japan attacked on December 7, 1941. "
WORDS = """
    early late mid the of in since until from to and between last next this two days years ago later week Monday March
    1995 96 90s - ,
"""


def rows(table: str) -> list[tuple[str, str]]:
    """Return the expressions of a table with their values, in order."""
    pairs = (line.rsplit("|", 1) for line in table.strip().splitlines())
    return [(text.strip(), value.strip()) for text, value in pairs]


ALONE = rows(
    """
    October 8, 2015                                      | 2015-10-08
    8 October 2015                                       | 2015-10-08
    Oct. 8, 2015                                         | 2015-10-08
    the 8th of October 2015                              | 2015-10-08
    Monday, October 10, 2016                             | 2016-10-10
    March 2016                                           | 2016-03
    Sept. 2016                                           | 2016-09
    2016-08-16                                           | 2016-08-16
    2016-08                                              | 2016-08
    2016                                                 | 2016
    the year 2016                                        | 2016
    the 1980s                                            | 1980/1989
    the '90s                                             | 1990/1999
    the early 1990s                                      | 1990/1993
    mid-1990s                                            | 1994/1996
    the late 1990s                                       | 1997/1999
    the 19th century                                     | 1801/1900
    the late nineteenth century                          | 1871/1900
    early 2016                                           | 2016-01/2016-04
    late July 2016                                       | 2016-07-21/2016-07-31
    mid-August 2016                                      | 2016-08-11/2016-08-20
    the end of 2015                                      | 2015-09/2015-12
    the first quarter of 2016                            | 2016-01/2016-03
    Q3 2014                                              | 2014-07/2014-09
    the second half of 2015                              | 2015-07/2015-12
    the first half of the 1990s                          | 1990/1994
    spring 2016                                          | 2016-03/2016-05
    the summer of 2014                                   | 2014-06/2014-08
    1995–96                                              | 1995/1996
    2008-2016                                            | 2008/2016
    2005 and 2006                                        | 2005/2006
    the 1980s and 90s                                    | 1980/1999
    from 2006 to 2007                                    | 2006/2007
    between 1895 and 1945                                | 1895/1945
    from March to May 2016                               | 2016-03/2016-05
    May 3–5, 2016                                        | 2016-05-03/2016-05-05
    3-5 May 2016                                         | 2016-05-03/2016-05-05
    since 2012                                           | 2012/..
    until 2015                                           | ../2015
    before May 2016                                      | ../2016-05
    by 2020                                              | ../2020
    after the 2011 Dai-ichi nuclear power plant meltdown | 2011/..
    since the cross-Strait missile crisis of 1995–96     | 1995/..
    During World War II                                  | 1939/1945
    the Cold War                                         | 1947/1991
    10/8/2015                                            | 2015
    """
)
COUNTED_FROM_PUBLICATION = rows(
    """
    since late July                                      | 2016-07-21/..
    today                                                | 2016-10-26
    yesterday                                            | 2016-10-25
    tomorrow                                             | 2016-10-27
    last week                                            | 2016-10-17/2016-10-23
    this week                                            | 2016-10-24/2016-10-30
    next week                                            | 2016-10-31/2016-11-06
    last month                                           | 2016-09
    last year                                            | 2015
    next year                                            | 2017
    the past decade                                      | 2006/2016
    the last five years                                  | 2011/2016
    two days ago                                         | 2016-10-24
    two weeks ago                                        | 2016-10-10/2016-10-16
    three months ago                                     | 2016-07
    a decade ago                                         | 2006
    three years from now                                 | 2019
    Monday                                               | 2016-10-24
    on Monday                                            | 2016-10-24
    last Monday                                          | 2016-10-24
    next Monday                                          | 2016-10-31
    Wednesday                                            | 2016-10-26
    last Wednesday                                       | 2016-10-19
    in March                                             | 2016-03
    March 13                                             | 2016-03-13
    13 March                                             | 2016-03-13
    in December                                          | 2015-12
    by December                                          | ../2016
    last July                                            | 2016-07
    next July                                            | 2017-07
    this spring                                          | 2016-03/2016-05
    last summer                                          | 2016-06/2016-08
    later this year                                      | 2016
    early next year                                      | 2017-01/2017-04
    earlier this month                                   | 2016-10
    the next day                                         | 2016-10-27
    this century                                         | 2001/2100
    last century                                         | 1901/2000
    the last weekend                                     | 2016-10-22/2016-10-23
    January                                              | 2016-01
    October                                              | 2016-10
    March to May                                         | 2016-03/2016-05
    """
)
COUNTED_FROM_THE_TEXT = rows(
    """
    a decade later                                       | 1951
    two days later                                       | 1941-12-09
    three months later                                   | 1942-03
    the following year                                   | 1942
    the same month                                       | 1941-12
    that year                                            | 1941
    two years earlier                                    | 1939
    the next day                                         | 1941-12-08
    """
)
NOT_CERTAIN = """
    recently | annual | once | two days | for years | several years ago | over the last several decades | pre-election
    second term | the week after next | 2005 and 2016 | February 30, 2016 | 5,000 | 0001 | 9999 | the 99th century | 20 | winter 2015
    the second floor | from 2016 to 2012 | a number of years
"""


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=row[0]) for row in ALONE])
def test_time_that_says_all_about_itself_is_resolved(text: str, expected: str) -> None:
    assert resolve_time(text) == expected
    assert resolve_time(text, published=PUBLISHED, before=BEFORE) == expected


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=row[0]) for row in COUNTED_FROM_PUBLICATION])
def test_time_is_counted_from_the_day_of_publication(text: str, expected: str) -> None:
    assert resolve_time(text, published=PUBLISHED) == expected
    assert resolve_time(text) is None


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=row[0]) for row in COUNTED_FROM_THE_TEXT])
def test_time_is_counted_from_the_time_spoken_of_before(text: str, expected: str) -> None:
    assert resolve_time(text, before=BEFORE) == expected
    assert resolve_time(text, published=PUBLISHED, before=BEFORE) == expected


@pytest.mark.parametrize("text", [text.strip() for text in NOT_CERTAIN.replace("\n", "|").split("|") if text.strip()])
def test_time_that_is_not_certain_has_no_value(text: str) -> None:
    assert resolve_time(text, published=PUBLISHED, before=BEFORE) is None


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        pytest.param("in March", BEFORE, None, id="a month in a story of another year is not this year's"),
        pytest.param("in March", "In 2016 all was well. ", "2016-03", id="a month in a story of this year is"),
        pytest.param("in March", "In 1990 all was well.\n\n", "2016-03", id="another paragraph is another story"),
        pytest.param("in March", "It is said (Lee, 1990) that ", "2016-03", id="a reference in brackets is no story"),
        pytest.param("two days later", "It began in 1941. ", None, id="a day is not counted from a year"),
        pytest.param("two years later", "It began in May 1941. ", "1943", id="a year is counted from a month"),
        pytest.param("two years later", "They came in the 1940s. ", None, id="a year is not counted from a decade"),
    ],
)
def test_time_depends_on_what_stands_before(text: str, before: str, expected: str | None) -> None:
    assert resolve_time(text, published=PUBLISHED, before=before) == expected


@pytest.mark.parametrize("published", ["", "2016", "yesterday", "2016-13-45", None])
def test_time_without_a_day_of_publication_is_not_counted_from_one(published: str | None) -> None:
    assert resolve_time("last week", published=published) is None


@given(st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join) | st.text(max_size=60))
def test_any_time_is_resolved_or_left(text: str) -> None:
    value = resolve_time(text, published=PUBLISHED, before=BEFORE)

    assert value is None or all(side == ".." or side[:4].isdigit() for side in value.split("/"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("later to " * 20, id="ranges in ranges"),
        pytest.param("early " * 30, id="parts of parts"),
        pytest.param("the " * 5_000, id="articles"),
        pytest.param("1995-" * 5_000, id="years"),
    ],
)
def test_hostile_time_is_left_fast(text: str) -> None:
    start = time.perf_counter()

    resolve_time(text, published=PUBLISHED, before=text)

    assert time.perf_counter() - start < 0.5
