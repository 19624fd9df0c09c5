from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner, Result

from graphbuild.classify.learned import LearnedReader, LearnedRelation
from graphbuild.cli import app
from graphbuild.errors import ExportError, LearnError, WrongExamplesError
from graphbuild.learn import FILES, Lesson, Remark
from graphbuild.learn.scores import Score


@dataclass
class Stub:
    """Learns the same whatever the examples, and remembers what it was asked."""

    remarks: tuple[Remark, ...] = ()
    error: LearnError | None = None
    left_out: int = 0
    asked: dict[str, Any] = field(default_factory=dict)

    def learn(self, path: Path, **options: Any) -> Lesson:
        self.asked = {"path": path, **options}
        if self.error is not None:
            raise self.error
        reader = LearnedReader(
            (LearnedRelation("owns", "https://example.org/owns", False, 0.5, 24),), np.zeros((3, 1), "float32"), "0"
        )
        return Lesson(reader, {"owns": Score(24, 20, 18)}, (), (), self.remarks, 5, 100, self.left_out)


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Stub:
    """Let the command learn without any weights."""
    stub = Stub()
    monkeypatch.setattr("graphbuild.learn.learn_relations", stub.learn)
    return stub


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    path = tmp_path / "examples.jsonl"
    path.write_text("", encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["learn", *map(str, arguments)])


def test_scores_are_printed_and_files_named(stub: Stub, examples: Path, tmp_path: Path) -> None:
    output = tmp_path / "some" / "mine"

    result = run(examples, "--output", output)

    assert result.exit_code == 0
    assert result.stderr == ""
    assert [line.split() for line in result.stdout.splitlines()[:3]] == [
        ["relation", "examples", "precision", "recall", "F1"],
        ["owns", "24", "0.90", "0.75", "0.82"],
        ["all", "24", "0.90", "0.75", "0.82"],
    ]
    assert result.stdout.splitlines()[3:] == [
        f"Written to {output}: {', '.join(FILES)}",
        f"Open {output / 'mistakes.html'} in a browser.",
    ]
    assert stub.asked["path"] == examples
    assert (output / "weights.npz").exists()


def test_options_are_handed_on(stub: Stub, examples: Path, tmp_path: Path) -> None:
    vocabulary = tmp_path / "a.ttl"
    vocabulary.write_text("", encoding="utf-8")
    options: list[str | Path] = [
        "--ontology",
        vocabulary,
        "--actors",
        "b.csv",
        "--replace-ontology",
        "--skip-wrong",
        "--threads",
        "2",
    ]

    run(examples, "-o", tmp_path / "mine", *options)

    assert {name: value for name, value in stub.asked.items() if name not in {"path", "on_progress"}} == {
        "ontology": [vocabulary],
        "actors": [Path("b.csv")],
        "replace_ontology": True,
        "skip_wrong": True,
        "threads": 2,
    }


def test_wrong_lines_are_listed_and_nothing_is_written(stub: Stub, examples: Path, tmp_path: Path) -> None:
    stub.error = WrongExamplesError(examples, [(2, '"Kenja" is not in the text'), (7, "is no JSON")])

    result = run(examples, "-o", tmp_path / "mine")

    assert isinstance(result.exception, WrongExamplesError)
    assert str(result.exception) == f"{examples}: 2 lines are wrong; nothing was learned"
    assert result.stderr.splitlines() == [f'{examples}:2: "Kenja" is not in the text', f"{examples}:7: is no JSON"]
    assert list(tmp_path.iterdir()) == [examples]


def test_what_is_left_out_is_said(stub: Stub, examples: Path, tmp_path: Path) -> None:
    stub.remarks = (Remark(None, "owns has only 7 examples", is_error=False), Remark(3, "is no JSON"))
    stub.left_out = 2

    result = run(examples, "-o", tmp_path / "mine", "--skip-wrong")

    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f"note: {examples}: owns has only 7 examples",
        f"left out: {examples}:3: is no JSON",
        "left out: 2 lines in all, those of the same texts among them",
    ]


def test_folder_of_something_else_is_an_error_before_anything_is_read(stub: Stub, examples: Path, tmp_path: Path) -> None:
    result = run(examples, "-o", tmp_path)

    assert isinstance(result.exception, ExportError)
    assert stub.asked == {}
