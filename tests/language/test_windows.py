from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.language.windows import Window, WindowPlan

LENGTHS = st.lists(st.integers(1, 8), min_size=1, max_size=300)


def plan(lengths: list[int], size: int, context: int) -> list[Window]:
    ends: Any = np.cumsum(lengths)
    return list(WindowPlan(size, context).windows(ends - lengths, int(ends[-1])))


@given(LENGTHS)
def test_windows_keep_each_word_once(lengths: list[int]) -> None:
    windows = plan(lengths, 40, 8)

    kept = [word for window in windows for word in range(window.kept.start, window.kept.stop)]
    assert kept == list(range(len(lengths)))
    assert all(window.kept.start < window.kept.stop for window in windows)


@given(LENGTHS)
def test_windows_have_no_more_pieces_than_they_may(lengths: list[int]) -> None:
    assert all(sum(lengths[window.read]) <= 40 for window in plan(lengths, 40, 8))


@given(LENGTHS)
def test_windows_read_all_context_that_there_is(lengths: list[int]) -> None:
    for window in plan(lengths, 40, 8):
        before, behind = lengths[window.read.start : window.kept.start], lengths[window.kept.stop : window.read.stop]
        # The next word, which may have as many as eight pieces, would be too much.
        assert sum(before) > 8 - lengths[window.read.start - 1] or window.read.start == 0
        assert sum(behind) > 8 - lengths[window.read.stop] if window.read.stop < len(lengths) else True


@given(st.lists(st.integers(1, 8), min_size=1, max_size=24))
def test_what_fits_is_read_in_one_window(lengths: list[int]) -> None:
    assert plan(lengths, 192, 48) == [Window(slice(0, len(lengths)), slice(0, len(lengths)))]


def test_windows_are_about_as_long() -> None:
    sizes = [window.read.stop - window.read.start for window in plan([1] * 500, 192, 48)]

    assert len(sizes) == 5
    assert max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize(
    ("size", "context"),
    [
        pytest.param(100, 48, id="context leaves nothing to keep"),
        pytest.param(600, 48, id="more than the encoder has positions"),
        pytest.param(192, -1, id="context below nothing"),
    ],
)
def test_plan_that_cannot_be_is_refused(size: int, context: int) -> None:
    with pytest.raises(ValueError, match=f"got {size}"):
        WindowPlan(size, context)
