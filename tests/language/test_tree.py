from collections.abc import Iterator
from itertools import product

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.language.tree import best_tree

Scores = npt.NDArray[np.float32]


def matrices(most: int) -> st.SearchStrategy[Scores]:
    """Scores of up to so many words: small whole numbers, so that sums are exact and ties are common."""
    numbers = st.integers(-9, 9)
    return st.integers(1, most).flatmap(
        lambda size: st.lists(numbers, min_size=size * (size + 1), max_size=size * (size + 1)).map(
            lambda values: np.array(values, "float32").reshape(size, size + 1)
        )
    )


def is_tree(heads: tuple[int, ...]) -> bool:
    """Tell whether there is one root, and every word is below it."""
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        seen, word = set(), start
        while word and word not in seen:
            seen.add(word)
            word = heads[word - 1]
        if word:
            return False
    return True


def all_trees(size: int) -> Iterator[tuple[int, ...]]:
    yield from filter(is_tree, product(range(size + 1), repeat=size))


def total(scores: Scores, heads: tuple[int, ...]) -> float:
    return float(scores[np.arange(len(heads)), list(heads)].sum())


@given(matrices(5))
def test_tree_is_the_best_of_all_with_one_root(scores: Scores) -> None:
    heads = tuple(best_tree(scores).tolist())

    assert is_tree(heads)
    assert total(scores, heads) == max(total(scores, other) for other in all_trees(len(scores)))


@given(matrices(40))
def test_tree_of_many_words_is_one(scores: Scores) -> None:
    assert is_tree(tuple(best_tree(scores).tolist()))


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        pytest.param([[5, 9]], [0], id="a word alone is the root"),
        pytest.param([[9, 0, 1], [8, 1, 0]], [0, 1], id="of two that would be roots the better one is"),
        pytest.param([[0, 0, 9], [1, 9, 0]], [2, 0], id="a circle is cut where it costs least"),
        pytest.param([[0, 0, 9, 1], [0, 9, 0, 2], [3, 1, 2, 0]], [2, 3, 0], id="a circle hangs on a third word"),
    ],
)
def test_tree_of_few_words(scores: list[list[float]], expected: list[int]) -> None:
    assert best_tree(np.array(scores, "float32")).tolist() == expected


def test_tree_is_found_where_all_arcs_are_alike() -> None:
    heads = best_tree(np.zeros((300, 301), "float32"))

    assert is_tree(tuple(heads.tolist()))


def test_tree_does_not_change_what_it_reads() -> None:
    scores = np.array([[0, 0, 9], [1, 9, 0]], "float32")

    best_tree(scores)

    assert scores.tolist() == [[0, 0, 9], [1, 9, 0]]
