"""How the program ends."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graphbuild import __main__ as program
from graphbuild.errors import ReadError


def ending(monkeypatch: pytest.MonkeyPatch, app: Callable[[], object]) -> object:
    """Return the exit code, or the message printed on exit, of a program that does ``app``."""
    monkeypatch.setattr(program, "app", app)
    with pytest.raises(SystemExit) as caught:
        program.main()
    return caught.value.code


def test_our_errors_are_one_line_and_exit_code_1(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ReadError("a.txt", "not a text file\nat all", line=3)

    # A text as exit code is printed by Python, which then exits with 1.
    assert ending(monkeypatch, fail) == "graphbuild: a.txt, line 3: not a text file at all"


def test_interruption_is_one_line_and_exit_code_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import typer

    app = typer.Typer()

    @app.command()
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["graphbuild"])

    assert ending(monkeypatch, app) == 130
    assert capsys.readouterr().err == "graphbuild: interrupted; nothing is left half-written\n"


@pytest.mark.parametrize("code", [0, 1, 2])
def test_other_exit_codes_are_left_alone(code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert ending(monkeypatch, lambda: sys.exit(code)) == code
    assert capsys.readouterr().err == ""


def test_faults_of_our_own_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(program, "app", fail)

    with pytest.raises(ZeroDivisionError):
        program.main()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "graphbuild", "--version"], check=False, stdout=full, stderr=subprocess.PIPE, text=True
        )

    assert (done.returncode, done.stderr) == (1, "graphbuild: No space left on device\n")


def test_characters_that_a_stream_cannot_show_are_shown_by_their_codes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "graphbuild", "query", "n\u0159\udcff.ttl", "ASK {}"],
        check=False,
        capture_output=True,
        text=True,
        env={"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "1"},
    )

    assert done.returncode == 1
    assert done.stderr.startswith("graphbuild: n\\u0159\\udcff.ttl: ")
    assert done.stderr.count("\n") == 1
