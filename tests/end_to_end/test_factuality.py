"""A user's own words for what is planned, imagined or denied, from the command line to the graph."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Factuality
from graphbuild.pipeline import build, make_pipeline

pytestmark = pytest.mark.slow
TABLE = 'mine = [{ word = "reportedly", with = ["modifier"], plus = "hypothetical", minus = "hypothetical" }]'
TEXT = "Kenya reportedly attacked Uganda in May 2015."


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(TABLE, encoding="utf-8")
    return path


def factualities(graph: KnowledgeGraph) -> set[Factuality]:
    return {statement.factuality for statement in graph}


def test_own_table_extends_the_bundled_one_and_is_recorded(table: Path) -> None:
    bundled, own = build(TEXT), build(TEXT, pipeline=make_pipeline(factuality=[table]))

    assert factualities(bundled) == {Factuality.ASSERTED}
    assert factualities(own) == {Factuality.HYPOTHETICAL}
    assert "factuality" in dict(next(iter(own.runs)).options)
    assert "factuality" not in dict(next(iter(bundled.runs)).options)


def test_command_line_takes_a_table(graphbuild: Callable[..., Any], table: Path, tmp_path: Path) -> None:
    text = tmp_path / "news.txt"
    text.write_text(TEXT, encoding="utf-8")

    graphbuild("build", text, "--factuality", table, "--output", tmp_path / "out")

    assert '"factuality": "hypothetical"' in (tmp_path / "out" / "statements.jsonl").read_text(encoding="utf-8")


def test_what_nobody_in_the_text_is_named_for_is_no_plain_triple() -> None:
    graph = build("He said that Kenya attacked Uganda.")

    (statement,) = graph
    (said,) = statement.evidence[0].attributed_to
    assert (said.label, said.iri, said.is_unnamed) == ("He", None, True)
    assert not statement.is_plain
