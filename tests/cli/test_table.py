import pytest

from graphbuild.cli.table import print_table


def test_columns_are_aligned_without_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("who", "x"), [("Japan", "1"), ("", "22")])

    assert capsys.readouterr().out == "who    x\nJapan  1\n       22\n"


def test_table_without_rows_is_its_columns(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("who", "x"), [])

    assert capsys.readouterr().out == "who  x\n"


def test_table_on_a_terminal_shows_texts_as_they_are(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "40")

    print_table(("who",), [("[bold red]Japan[/] \x1b]0;title\x07",)])

    printed = capsys.readouterr().out
    assert "[bold red]Japan[/]" in printed
    assert "\x1b]0;" not in printed
