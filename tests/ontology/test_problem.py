from pathlib import Path

import pytest

from graphbuild.ontology.problem import Problem, Severity


@pytest.mark.parametrize(
    ("problem", "shown"),
    [
        pytest.param(Problem(Severity.ERROR, "x"), "error: x", id="nowhere"),
        pytest.param(Problem(Severity.ERROR, "x", path=Path("a.ttl")), "error: a.ttl: x", id="in a file"),
        pytest.param(Problem(Severity.WARNING, "x", "t", Path("a.ttl"), 3), "warning: a.ttl, line 3: x", id="on a line"),
    ],
)
def test_problem_reads_as_one_line(problem: Problem, shown: str) -> None:
    assert str(problem) == shown
