"""What ``import graphbuild`` offers."""

import subprocess
import sys
from importlib.metadata import version
from types import ModuleType

import pytest

import graphbuild

PROMISED = {"Document", "Entity", "Evidence", "Factuality", "GraphBuildError", "KnowledgeGraph", "Pipeline", "Statement", "build"}
"""Names that users' programs rely on; more may be public, none of these may go."""


def is_own(value: object) -> bool:
    """Tell a name of ours from a module and from what was imported from elsewhere."""
    return not isinstance(value, ModuleType) and getattr(value, "__module__", "graphbuild").startswith("graphbuild")


def test_all_is_sorted_and_without_doubles() -> None:
    assert list(graphbuild.__all__) == sorted(set(graphbuild.__all__))


def test_all_is_small_enough_to_know_by_heart() -> None:
    assert len(graphbuild.__all__) <= 20


def test_all_holds_what_was_promised() -> None:
    assert set(graphbuild.__all__) >= PROMISED


def test_all_is_complete() -> None:
    for name in graphbuild.__all__:
        getattr(graphbuild, name)

    reachable = {name for name, value in vars(graphbuild).items() if not name.startswith("_") and is_own(value)}

    assert reachable - {"TYPE_CHECKING"} <= set(graphbuild.__all__)


def test_dir_lists_the_public_names_before_they_are_loaded() -> None:
    program = "import graphbuild; print(sorted(set(graphbuild.__all__) - set(dir(graphbuild))))"

    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize("name", sorted(PROMISED))
def test_public_name_is_documented(name: str) -> None:
    doc = getattr(graphbuild, name).__doc__

    assert doc
    assert doc.strip().partition("\n")[0].endswith((".", ":"))


@pytest.mark.parametrize("name", ["buidl", "_private", "KnowledgeGraphs"])
def test_unknown_name_is_an_attribute_error_that_names_it(name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(graphbuild, name)


def test_version_is_that_of_the_distribution() -> None:
    assert graphbuild.__version__ == version("graphbuild")
