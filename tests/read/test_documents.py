"""From what the user names to documents: what holds for every format."""

import logging
import random
import subprocess
import sys
import tracemalloc
import unicodedata
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import ReadError
from graphbuild.model import Document
from graphbuild.read import read_documents

Reading = Callable[..., Any]
File = Callable[[str, str | bytes], Path]

GERMAN = (
    "Die Präsidentin traf am Donnerstag den Premierminister in Tokio, um über die Zusammenarbeit zu sprechen. "
    "Nach dem Treffen erklärte sie, dass beide Seiten ihre Beziehungen ausbauen wollen."
)


@pytest.mark.parametrize("content", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\x07\x1b", "\u2003\u2029".encode()])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_file_without_words_is_noted_and_no_error(reading: Reading, file: File, name: str, content: bytes) -> None:
    result = reading(file(name, content))

    assert (result.documents, result.problems) == ([], [])
    assert result.notes == [f"{name}: no text"]


def test_text_in_another_language_is_said_and_skipped(reading: Reading, file: File) -> None:
    result = reading(file("a.txt", GERMAN))

    assert result.documents == []
    assert result.notes == ["a.txt: looks like German, skipped; use --any-language to read it"]


def test_text_in_another_language_is_read_if_asked_for(reading: Reading, file: File) -> None:
    result = reading(file("a.txt", GERMAN), any_language=True)

    assert result.documents == [Document("a.txt", GERMAN)]
    assert result.notes == []


def test_same_article_is_read_once(reading: Reading, file: File) -> None:
    later, first = file("b.md", "*Tsai*   met\r\nAbe."), file("a.txt", "Tsai met Abe.\n")

    result = reading(later, first)

    assert result.ids == ["a.txt"]
    assert result.notes == ["b.md: same text as a.txt, read once"]


def test_copy_with_the_smallest_id_is_kept_wherever_it_lies(reading: Reading, file: File) -> None:
    result = reading(file("1/z.txt", "Tsai met Abe."), file("2/a.txt", "Tsai met Abe."))

    assert result.ids == ["a.txt"]
    assert result.notes == ["z.txt: same text as a.txt, read once"]


def test_two_texts_of_one_name_are_told_apart(reading: Reading, file: File) -> None:
    later, first = file("2016/a.txt", "Abe met Tsai."), file("2015/a.txt", "Tsai met Abe.")

    result = reading(later, first)

    assert [(document.id, document.text) for document in result.documents] == [
        ("a.txt", "Tsai met Abe."),
        ("2016/a.txt", "Abe met Tsai."),
    ]


def test_first_problem_ends_the_reading_unless_taken(file: File, tmp_path: Path) -> None:
    file("a.txt", "Tsai met Abe.")
    file("b.txt", b"\0")
    file("c.txt", "Abe met Tsai.")
    documents = read_documents([tmp_path])

    assert next(documents).id == "a.txt"
    with pytest.raises(ReadError, match=r"b\.txt: not a text file"):
        next(documents)


def test_taken_problems_leave_the_rest(reading: Reading, file: File, tmp_path: Path) -> None:
    file("a.txt", "Tsai met Abe.")
    broken = file("b.txt", b"\0")
    file("c.txt", "Abe met Tsai.")

    result = reading(tmp_path)

    assert result.ids == ["a.txt", "c.txt"]
    assert [error.path for error in result.problems] == [broken]


def test_notes_are_logged_unless_taken(file: File, caplog: pytest.LogCaptureFixture) -> None:
    path = file("a%s.txt", "")

    with caplog.at_level(logging.WARNING, logger="graphbuild"):
        documents = list(read_documents([path]))

    assert documents == []
    assert caplog.messages == ["a%s.txt: no text"]


def test_nothing_is_read_before_it_is_asked_for(file: File, tmp_path: Path) -> None:
    file("a.txt", "Tsai met Abe.")
    later = file("b.txt", "Abe met Tsai.")
    documents = read_documents([tmp_path])
    next(documents)

    later.write_text("Abe refused to meet Tsai.")

    assert next(documents).text == "Abe refused to meet Tsai."


def test_fifty_megabytes_take_a_few_times_their_size(file: File) -> None:
    path = file("a.txt", (b"Tsai" * 18 + b"\r\n") * 690_000)
    size = path.stat().st_size
    assert size > 50_000_000

    tracemalloc.start()
    (document,) = read_documents([path])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert len(document.text) > 50_000_000
    assert peak < 4 * size


def test_reader_of_another_package_is_used_for_its_suffix(reading: Reading, file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_shouting(source, report):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        report.note(source.name, "shouted")
        yield Document("", source.read().decode().upper() + "\0", title="\n")

    monkeypatch.setattr("graphbuild.read.reader.readers._plugins", {"shout.v1": read_shouting})

    result = reading(file("a.shout", "Tsai met Abe."))

    assert result.documents == [Document("a.shout", "TSAI MET ABE. ")]
    assert result.notes == ["a.shout: shouted"]


def test_reading_loads_no_library_of_a_format_before_it_is_met() -> None:
    libraries = ["trafilatura", "lxml", "pypdf", "charset_normalizer", "markdown_it", "py3langid", "numpy"]
    code = f"import sys, graphbuild.read; print([name for name in {libraries} if name in sys.modules])"

    printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout

    assert printed.strip() == "[]"


@given(st.binary(max_size=500))
def test_any_bytes_are_a_clean_text_or_a_problem(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.txt")
        path.write_bytes(content)

        try:
            documents = list(read_documents([path], any_language=True, on_note=str))
        except ReadError:
            return

    for document in documents:
        assert document.text.strip()
        assert document.text.encode()
        assert not {char for char in document.text if unicodedata.category(char) == "Cc"} - {"\n", "\t"}


@given(st.text(max_size=300), st.sampled_from(["a.md", "a.html", "a.jsonl"]))
def test_any_text_is_read_in_every_format(text: str, name: str) -> None:
    problems: list[ReadError] = []

    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(text.encode(errors="replace"))
        documents = list(read_documents([path], any_language=True, on_problem=problems.append, on_note=str))

    assert all(document.text.strip() for document in documents)
    assert all(len(str(problem).splitlines()) == 1 for problem in problems)


names = st.sampled_from(["a.txt", "b.txt", "1/a.txt", "2/a.txt", "2/1/a.txt", "1/b.md", "c.jsonl", "2/c.jsonl"])
texts = st.sampled_from(["Tsai met Abe.", "Tsai  met Abe.", "Abe met Tsai.", "Xi met no one.", ""])


@given(st.dictionaries(names, texts, min_size=1), st.randoms(use_true_random=False))
def test_documents_do_not_depend_on_the_order_of_inputs(text_by_name: dict[str, str], chance: random.Random) -> None:
    with TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in text_by_name]
        for path, text in zip(paths, text_by_name.values(), strict=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f'{{"id": "a.txt", "text": "{text}"}}' if path.suffix == ".jsonl" else text)
        inputs = [*paths, *{path.parent for path in paths}]
        expected = list(read_documents(inputs, on_note=str))

        chance.shuffle(inputs)
        documents = list(read_documents(inputs, on_note=str))

    assert documents == expected
    assert len({document.id for document in documents}) == len(documents)
    assert len({"".join(document.text.split()) for document in documents}) == len(documents)
