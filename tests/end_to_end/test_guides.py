"""The guides in docs/: the files they show are written, the commands run, and what they print is what is shown."""

import contextlib
import io
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Run = Callable[..., CompletedProcess[str]]
_BLOCK = re.compile(r"(?:^`([\w.]+)`:\n\n)?^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def words(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines()]


@pytest.mark.parametrize("name", ["vocabulary.md", "compare.md", "learn.md"])
def test_guide_does_what_it_says(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, graphbuild: Run, name: str) -> None:
    blocks = _BLOCK.findall((root / "docs" / name).read_text(encoding="utf-8"))
    monkeypatch.chdir(tmp_path)
    for path in (root / "docs" / Path(name).stem).glob("*"):
        Path(path.name).write_bytes(path.read_bytes())
    printed: str | None = None

    for file, language, text in blocks:
        if file:
            Path(file).write_text(text, encoding="utf-8")
        elif language == "console":
            printed = _run(text, graphbuild)
        elif language == "python":
            printed = _execute(text)
        elif language == "text" and printed is not None:
            assert words(printed) == words(text)

    assert printed is not None


def _run(text: str, graphbuild: Run) -> str:
    """Run the commands of a block, and return what the last one printed."""
    done: CompletedProcess[str] | None = None
    for line in text.splitlines():
        _, _, *arguments = shlex.split(line)
        done = graphbuild(*arguments)
        assert done.returncode == 0 or "wrong" in line, done.stderr
        assert "Traceback" not in done.stderr
    assert done is not None
    return done.stdout


def _execute(code: str) -> str:
    output, names = io.StringIO(), dict[str, Any]()
    with contextlib.redirect_stdout(output):
        exec(compile(code, "guide", "exec"), names)  # noqa: S102 - our own page
    return output.getvalue()
