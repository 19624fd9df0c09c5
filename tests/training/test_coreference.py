import pytest

from training.coreference import Case, fit


def _case(right: int, *choices: str) -> Case:
    return [tuple((name, 1.0) for name in choice.split()) for choice in choices], frozenset({right})


def test_fit_weighs_what_right_choices_have() -> None:
    weights = fit([_case(0, "near subject", "far"), _case(1, "far", "near"), _case(0, "near", "far subject")])

    assert weights["near"] > 0 > weights["far"]


def test_fit_says_nothing_of_what_makes_no_difference() -> None:
    weights = fit([_case(0, "near here", "far here"), _case(0, "near here", "far here")])

    assert weights["here"] == pytest.approx(0, abs=0.01)
