"""Why a name was taken for a thing."""

import pytest

from graphbuild.model import Iri, Merge, MergeReason


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_score_that_is_no_probability_is_refused(score: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        Merge(Iri("x:a"), "A", MergeReason.SPELLING, score)


def test_merges_are_values_in_order() -> None:
    doubtful, sure = (Merge(Iri("x:a"), "A", MergeReason.SPELLING, score) for score in (0.7, 0.9))

    assert sorted({sure, doubtful, Merge(Iri("x:a"), "A", MergeReason.SPELLING, 0.7)}) == [doubtful, sure]
