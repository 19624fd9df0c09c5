"""Files, folders, globs and standard input."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphbuild.errors import ReadError, UnsupportedFormatError
from graphbuild.read import read_documents

Reading = Callable[..., Any]
File = Callable[[str, str | bytes], Path]


def test_file_goes_by_its_name(reading: Reading, file: File) -> None:
    assert reading(file("deep/er/a.txt", "Tsai met Abe.")).ids == ["a.txt"]


def test_one_path_need_not_be_in_a_list(file: File) -> None:
    path = file("a.txt", "Tsai met Abe.")

    assert [document.id for document in read_documents(str(path))] == ["a.txt"]
    assert [document.id for document in read_documents(path)] == ["a.txt"]


def test_file_without_suffix_is_plain_text(reading: Reading, file: File) -> None:
    assert reading(file("article", "Tsai met Abe.")).ids == ["article"]


def test_suffix_may_be_in_capitals(reading: Reading, file: File) -> None:
    assert reading(file("A.MD", "*Tsai* met Abe.")).text == "Tsai met Abe."


def test_folder_is_searched_for_what_can_be_read(reading: Reading, file: File, tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.html", "sub/deep/d.txt", ".hidden.txt", ".git/e.txt", "f.csv", "README"):
        file(f"corpus/{name}", f"Tsai met Abe: {name}.")

    result = reading(tmp_path / "corpus")

    assert result.ids == ["a.md", "b.txt", "sub/c.html", "sub/deep/d.txt"]
    assert (result.notes, result.problems) == ([], [])


def test_link_that_leads_back_to_its_folder_is_not_followed(reading: Reading, file: File, tmp_path: Path) -> None:
    file("corpus/a.txt", "Tsai met Abe.")
    (tmp_path / "corpus/loop").symlink_to(tmp_path / "corpus")

    assert reading(tmp_path / "corpus").ids == ["a.txt"]


def test_link_to_nowhere_in_a_folder_is_left_out(reading: Reading, file: File, tmp_path: Path) -> None:
    file("corpus/a.txt", "Tsai met Abe.")
    (tmp_path / "corpus/b.txt").symlink_to(tmp_path / "nowhere.txt")

    assert reading(tmp_path / "corpus").ids == ["a.txt"]


@pytest.mark.parametrize(
    ("pattern", "ids"),
    [
        pytest.param("*.txt", ["a.txt", "b.txt"], id="files"),
        pytest.param("?.md", ["c.md"], id="another suffix"),
        pytest.param("**/*.txt", ["a.txt", "b.txt", "d.txt"], id="files at any depth"),
        pytest.param("s*", ["d.txt", "deep/e.md"], id="a folder"),
    ],
)
def test_glob_is_expanded(reading: Reading, file: File, tmp_path: Path, pattern: str, ids: list[str]) -> None:
    for name in ("a.txt", "b.txt", "c.md", "sub/d.txt", "sub/deep/e.md", ".f.txt"):
        file(f"corpus/{name}", f"Tsai met Abe: {name}.")

    assert reading(f"{tmp_path}/corpus/{pattern}").ids == ids


def test_file_whose_name_looks_like_a_pattern_is_itself(reading: Reading, file: File) -> None:
    file("a1.txt", "Abe met Tsai.")

    assert reading(file("a[1].txt", "Tsai met Abe.")).ids == ["a[1].txt"]


def test_same_file_given_in_several_ways_is_read_once(
    reading: Reading, file: File, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file("corpus/sub/a.txt", "Tsai met Abe.")
    monkeypatch.chdir(tmp_path)

    result = reading("corpus", "./corpus/../corpus/sub", f"{tmp_path}/*/*/a.txt", path, "corpus")

    assert (result.ids, result.notes, result.problems) == (["a.txt"], [], [])


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        pytest.param("nowhere.txt", "no such file or folder", id="a missing file"),
        pytest.param("nowhere/", "no such file or folder", id="a missing folder"),
        pytest.param("*.txt", "no file matches", id="a glob that matches nothing"),
        pytest.param("a\0*.txt", "no such file or folder", id="a NUL in the name"),
        pytest.param("a" * 5_000, "file name too long", id="a text in place of a path"),
        pytest.param("", "no such file or folder", id="an empty name"),
    ],
)
def test_input_that_is_not_there_is_a_problem_of_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, problem: str
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(ReadError) as caught:
        list(read_documents([given]))

    assert str(caught.value).endswith(f": {problem}")


@pytest.mark.parametrize("content", [[], ["a.csv"], [".hidden.txt"], ["README"]])
def test_folder_without_documents_is_a_problem(tmp_path: Path, file: File, content: list[str]) -> None:
    (tmp_path / "corpus").mkdir()
    for name in content:
        file(f"corpus/{name}", "Tsai met Abe.")

    with pytest.raises(ReadError, match=r"corpus: a folder without documents \(\.htm, \.html, .*\.xhtml\)$"):
        list(read_documents([tmp_path / "corpus"]))


def test_folder_that_may_not_be_listed_is_a_problem(reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: str) -> None:
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr("os.scandir", refuse)

    assert str(reading(tmp_path).problems[0]) == f"{tmp_path}: permission denied"


def test_file_of_unknown_format_names_those_that_are_known(file: File) -> None:
    path = file("table.CSV", "Tsai,Abe")

    with pytest.raises(UnsupportedFormatError) as caught:
        list(read_documents([path]))

    assert caught.value.suffix == ".csv"
    assert {".txt", ".md", ".html", ".jsonl", ".pdf"} <= set(caught.value.supported)


def test_problems_of_some_inputs_leave_the_others(reading: Reading, file: File, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    table, article = file("a.csv", "Tsai,Abe"), file("b.txt", "Tsai met Abe.")

    result = reading(tmp_path / "nowhere", tmp_path / "empty", table, article, tmp_path / "*.pdf")

    assert result.ids == ["b.txt"]
    assert len(result.problems) == 4


@pytest.mark.parametrize(
    ("content", "stdin_format", "ids"),
    [
        pytest.param("Tsai met Abe.", "txt", ["-"], id="plain text"),
        pytest.param("*Tsai* met Abe.", ".MD", ["-"], id="a suffix with its dot"),
        pytest.param(
            '{"text": "Tsai met Abe."}\n{"text": "Abe met Tsai.", "id": "b"}', "jsonl", ["-:1", "b"], id="several documents"
        ),
    ],
)
def test_standard_input_is_read_in_the_format_asked_for(
    reading: Reading, monkeypatch: pytest.MonkeyPatch, content: str, stdin_format: str, ids: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(content.encode()))))

    result = reading("-", "-", stdin_format=stdin_format)

    assert result.ids == ids
    assert result.documents[0].text == "Tsai met Abe."


def test_standard_input_in_an_unknown_format_is_a_problem() -> None:
    with pytest.raises(UnsupportedFormatError, match=r"^-: cannot read \.csv"):
        list(read_documents(["-"], stdin_format="csv"))


def test_file_name_without_characters_gives_a_clean_id(reading: Reading, tmp_path: Path) -> None:
    path = tmp_path / "a\udcff\nb.txt"
    path.write_text("Tsai met Abe.")

    result = reading(tmp_path)

    assert result.ids == ["a b.txt"]
    assert result.ids[0].encode()
