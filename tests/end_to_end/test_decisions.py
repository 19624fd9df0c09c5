"""The page about decisions: its example does what it says."""

import contextlib
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphbuild.decisions import Kind
from graphbuild.model import Reason

PAGE = (Path(__file__).parents[2] / "docs" / "decisions.md").read_text(encoding="utf-8")
ARTICLE, DECISIONS, PROGRAM, PRINTED = (
    text for _, text in re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The two files of the example."""
    (tmp_path / "visit.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "decisions.toml").write_text(DECISIONS, encoding="utf-8")
    return tmp_path


@pytest.mark.slow
def test_example_prints_what_the_page_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    output = io.StringIO()

    with contextlib.redirect_stdout(output):
        exec(compile(PROGRAM, "decisions.md", "exec"), {})  # noqa: S102 - our own page

    assert output.getvalue() == PRINTED


@pytest.mark.slow
def test_decisions_are_replayed_by_the_command(folder: Path, graphbuild: Callable[..., Any]) -> None:
    arguments = "build", folder / "visit.txt", "--decisions", folder / "decisions.toml", "-o", folder / "output"

    dry, done = graphbuild(*arguments, "--dry-run"), graphbuild(*arguments)

    assert (dry.returncode, done.returncode) == (0, 0)
    assert dry.stderr == done.stderr
    assert done.stderr.rstrip().endswith("entry 6 (reject China criticized …) applies to nothing")
    assert "entry 1 (must_link Shinzo Abe = Abe) would apply to 2 names" in dry.stdout
    lines = [json.loads(line) for line in (folder / "output" / "ledger.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {line["reason"] for line in lines} >= {Reason.DECIDED, Reason.EDITED, Reason.ACCEPTED}
    kept = {line["statement"] for line in lines if line["outcome"] != "rejected"}
    statements = (folder / "output" / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    assert kept == {json.loads(line)["statement"] for line in statements}


@pytest.mark.slow
def test_mistake_in_the_decisions_is_one_line(folder: Path, graphbuild: Callable[..., Any]) -> None:
    (folder / "decisions.toml").write_text('[[retype]]\nname = "Tsai"\ntype = "Partei"\n', encoding="utf-8")

    done = graphbuild("build", folder / "visit.txt", "--decisions", folder / "decisions.toml", "-o", folder / "output")

    assert done.returncode != 0
    assert re.fullmatch(r"graphbuild: \S+decisions\.toml: entry 1 \(retype\): there is no type 'Partei'.*\n", done.stderr)


def test_page_names_every_kind_of_decision_in_the_order_of_replay() -> None:
    assert re.findall(r"^\| `\[\[(\w+)\]\]`", PAGE, flags=re.MULTILINE) == list(Kind)


def test_page_names_every_reason_with_its_outcome() -> None:
    rows = re.findall(r"^\| (kept|repaired|rejected) \| ([^|]+) \|", PAGE, flags=re.MULTILINE)

    assert rows == [(reason.outcome, reason.value) for reason in Reason]
