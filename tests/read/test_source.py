"""Opening what is to be read."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from graphbuild.errors import ReadError
from graphbuild.read.source import Source

File = Callable[[str, str | bytes], Path]


def source_at(path: Path) -> Source:
    return Source(path.name, str(path), path, "text.v1")


def test_source_reads_its_content(file: File) -> None:
    assert source_at(file("a.txt", b"Tsai\r\n\xff")).read() == b"Tsai\r\n\xff"


def test_source_that_is_gone_is_a_problem_of_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"a\.txt: no such file or directory$"):
        source_at(tmp_path / "a.txt").read()


def test_source_without_permission_is_a_problem_of_one_line(file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> NoReturn:
        raise PermissionError(13, "Permission denied")

    source = source_at(file("a.txt", "Tsai met Abe."))
    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(ReadError, match=r"a\.txt: permission denied$"):
        source.read()


def test_standard_input_is_left_open(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"Tsai met Abe.")))
    monkeypatch.setattr("sys.stdin", stdin)

    content = Source("-", "-", Path("-"), "text.v1").read()

    assert content == b"Tsai met Abe."
    assert not stdin.closed


def test_standard_input_that_is_missing_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)

    with pytest.raises(ReadError, match="there is no standard input"):
        Source("-", "-", Path("-"), "text.v1").read()
