import pytest

from graphbuild.model import Span


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(3, 3, id="empty"),
        pytest.param(5, 2, id="backwards"),
        pytest.param(-1, 2, id="before the text"),
    ],
)
def test_span_refuses_a_range_without_characters(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=rf"got \[{start}, {end}\)"):
        Span("a.txt", start, end)


@pytest.mark.parametrize(
    ("other", "is_covered"),
    [
        pytest.param(Span("a.txt", 2, 8), True, id="itself"),
        pytest.param(Span("a.txt", 3, 5), True, id="within"),
        pytest.param(Span("a.txt", 1, 5), False, id="begins before"),
        pytest.param(Span("a.txt", 5, 9), False, id="ends after"),
        pytest.param(Span("b.txt", 3, 5), False, id="of another document"),
    ],
)
def test_span_covers_what_lies_within_it(other: Span, *, is_covered: bool) -> None:
    assert Span("a.txt", 2, 8).covers(other) is is_covered


def test_spans_sort_by_place() -> None:
    spans = [Span("b.txt", 0, 1), Span("a.txt", 5, 6), Span("a.txt", 2, 9), Span("a.txt", 2, 3)]

    assert sorted(spans) == [Span("a.txt", 2, 3), Span("a.txt", 2, 9), Span("a.txt", 5, 6), Span("b.txt", 0, 1)]
