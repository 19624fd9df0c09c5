"""The same input gives the same bytes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphbuild.assets import sample_paths

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("seed", ["0", "1", "random"])
def test_files_do_not_depend_on_order_or_hash_seed(seed: str, built: Any, graphbuild: Callable[..., Any], tmp_path: Path) -> None:
    inputs = sample_paths()[::-1] if seed == "0" else [sample_paths()[0].parent, *sample_paths()[1:]]

    done = graphbuild("build", *inputs, "-o", tmp_path, PYTHONHASHSEED=seed)

    assert (done.returncode, done.stderr) == (0, "")
    assert {path.name: path.read_bytes() for path in sorted(tmp_path.iterdir())} == built.files


def test_second_build_replaces_the_first_and_leaves_other_files(
    built: Any, graphbuild: Callable[..., Any], tmp_path: Path
) -> None:
    for name in (*built.files, "notes.txt"):
        (tmp_path / name).write_text("mine", encoding="utf-8")

    graphbuild("build", "--samples", "-o", tmp_path)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {**built.files, "notes.txt": b"mine"}


def test_copy_of_a_graph_is_the_same_bytes(built: Any, graphbuild: Callable[..., Any], tmp_path: Path) -> None:
    names = ["graph.ttl", "graph.trig", "graph.graphml", "statements.jsonl"]

    graphbuild("export", built.folder / "graph.trig", *(tmp_path / name for name in names))

    assert {name: (tmp_path / name).read_bytes() for name in names} == {name: built.files[name] for name in names}
