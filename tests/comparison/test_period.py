import pytest

from graphbuild.comparison.period import are_apart
from graphbuild.model import Evidence, Iri, Quotation, Span, Statement, TimeExpression

WORDS = Quotation(Span("a", 0, 1), "x")


def stated(*values: str | None) -> Statement:
    evidence = tuple(
        Evidence(WORDS, WORDS, WORDS, WORDS, "x", "x", 0.5, time=None if value is None else TimeExpression(WORDS, value))
        for value in values
    )
    return Statement(Iri("a:x"), Iri("a:y"), Iri("a:z"), evidence=evidence)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(["2014"], ["2025"], True, id="two years"),
        pytest.param(["2014"], ["2014-05-01"], False, id="a day in a year"),
        pytest.param(["2014-01/2014-03"], ["2014-04-01"], True, id="the day after"),
        pytest.param(["2014-01/2014-03"], ["2014-03-31"], False, id="the last day"),
        pytest.param(["../2014"], ["2015/.."], True, id="open ends that do not meet"),
        pytest.param(["../2014"], ["2014/.."], False, id="open ends that meet"),
        pytest.param(["2014", "2025"], ["2025"], False, id="one of several"),
        pytest.param(["2014", None], ["2025"], False, id="once without a time"),
        pytest.param(["P3D"], ["2025"], False, id="no date"),
        pytest.param([], ["2025"], False, id="without evidence"),
    ],
)
def test_times_are_apart_where_none_can_meet(left: list[str | None], right: list[str | None], expected: bool) -> None:  # noqa: FBT001
    assert are_apart(stated(*left), stated(*right)) is expected
    assert are_apart(stated(*right), stated(*left)) is expected
