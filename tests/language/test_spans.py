from itertools import product

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.language.spans import TagScheme

TAGS = ("O", "B-X", "I-X", "E-X", "S-X", "B-Y", "I-Y", "E-Y", "S-Y")
SCHEME = TagScheme.of(TAGS)
MATRICES = st.integers(0, 4).flatmap(
    lambda size: st.lists(st.integers(-5, 5), min_size=9 * size, max_size=9 * size).map(
        lambda values: np.array(values, "float32").reshape(size, 9)
    )
)


def is_well_formed(path: tuple[int, ...]) -> bool:
    """Tell whether every name that begins goes on and ends as the same one."""
    open_name = ""
    for number in path:
        position, _, name = TAGS[number].partition("-")
        if (position in {"I", "E"}) != bool(open_name) or (open_name and name != open_name):
            return False
        open_name = name if position in {"B", "I"} else ""
    return not open_name


@given(MATRICES)
def test_sequence_is_the_best_of_all_that_are_well_formed(scores: npt.NDArray[np.float32]) -> None:
    path = tuple(SCHEME.best(scores).tolist())

    size = len(scores)
    sums = [scores[np.arange(size), list(other)].sum() for other in product(range(9), repeat=size) if is_well_formed(other)]
    assert is_well_formed(path)
    assert scores[np.arange(size), list(path)].sum() == max(sums)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        pytest.param("B-X I-X E-X", [(0, 3, "X")], id="three words"),
        pytest.param("S-X S-Y", [(0, 1, "X"), (1, 2, "Y")], id="two names of a word each"),
        pytest.param("O O", [], id="none"),
    ],
)
def test_names_of_a_sequence(tags: str, expected: list[tuple[int, int, str]]) -> None:
    assert list(SCHEME.spans([TAGS.index(tag) for tag in tags.split()])) == expected
