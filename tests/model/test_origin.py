import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import Origin, Span

# What is kept, followed by what is cut out behind it.
PIECES = st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8)), max_size=8)


def origin_of(pieces: list[tuple[str, str]], before: str) -> tuple[Origin, str, list[int]]:
    """Return the origin of the kept text, the kept text, and where each of its characters lies in the document."""
    text, kept = before, ""
    places: list[int] = []
    cuts = []
    for keep, cut in pieces:
        places += range(len(text), len(text) + len(keep))
        kept += keep
        text += keep + cut
        if cut:
            cuts.append((len(kept), len(cut)))
    return Origin("a.txt", text, len(before), tuple(cuts)), kept, places


@given(PIECES, st.text(max_size=8))
def test_position_of_each_character_is_where_the_document_has_it(pieces: list[tuple[str, str]], before: str) -> None:
    origin, kept, places = origin_of(pieces, before)

    assert [origin.position(index) for index in range(len(kept))] == places
    assert [origin.position(index + 1, is_end=True) for index in range(len(kept))] == [place + 1 for place in places]


@given(PIECES, st.text(max_size=8), st.data())
def test_slice_of_a_span_is_what_was_kept_of_it(pieces: list[tuple[str, str]], before: str, data: st.DataObject) -> None:
    origin, kept, places = origin_of(pieces, before)
    start = data.draw(st.integers(0, max(0, len(kept) - 1)))
    end = data.draw(st.integers(start + 1, max(start + 1, len(kept))))
    if not kept:
        return

    span = origin.span(start, end)

    assert origin.slice(span) == origin.text[places[start] : places[end - 1] + 1]
    inside = [place for place in places if span.start <= place < span.end]
    assert "".join(origin.text[place] for place in inside) == kept[start:end]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(0, 5, "Japan", id="before what was cut"),
        pytest.param(5, 9, " won", id="behind what was cut, without it"),
        pytest.param(0, 9, "Japan (2015) won", id="around what was cut, with it"),
    ],
)
def test_span_begins_behind_a_cut_and_ends_before_one(start: int, end: int, expected: str) -> None:
    origin = Origin("a.txt", "So Japan (2015) won", 3, ((5, 7),))

    assert origin.slice(origin.span(start, end)) == expected


def test_origin_without_cuts_only_shifts() -> None:
    assert Origin("a.txt", "So Japan won", 3).span(0, 5) == Span("a.txt", 3, 8)


def test_origin_counts_two_cuts_at_one_place_together() -> None:
    origin = Origin("a.txt", "Japan [1] [2] won", 0, ((5, 4), (5, 4)))

    assert origin.slice(origin.span(5, 9)) == " won"
    assert origin.slice(origin.span(0, 5)) == "Japan"


def test_origin_refuses_cuts_out_of_order() -> None:
    with pytest.raises(ValueError, match=re.escape("cuts must be sorted, got ((5, 1), (2, 1))")):
        Origin("a.txt", "text", 0, ((5, 1), (2, 1)))
