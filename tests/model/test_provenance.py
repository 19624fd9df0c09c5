import pytest

from graphbuild.model import Run


def test_equal_runs_have_one_id() -> None:
    assert Run("0.1", model="m", ontology="o").id == Run("0.1", model="m", ontology="o").id


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(Run("0.2", model="m", ontology="o"), id="version"),
        pytest.param(Run("0.1", model="n", ontology="o"), id="model"),
        pytest.param(Run("0.1", model="m", ontology="p"), id="ontology"),
        pytest.param(Run("0.1", model="m", ontology="o", options=(("language", "any"),)), id="options"),
        pytest.param(Run("0.1", model="m", ontology="o", ended="2016-08-16T12:00:00"), id="end"),
    ],
)
def test_run_id_depends_on(other: Run) -> None:
    assert other.id != Run("0.1", model="m", ontology="o").id
