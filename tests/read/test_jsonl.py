"""JSON Lines."""

import gzip
import json
import tracemalloc
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from graphbuild.errors import ReadError
from graphbuild.model import Document
from graphbuild.read import read_documents

Reading = Callable[..., Any]
File = Callable[[str, str | bytes], Path]


def test_line_gives_all_that_it_states(reading: Reading, file: File) -> None:
    record = {
        "id": "brief-16",
        "text": "Tsai met Abe.",
        "title": "Tsai\nmeets Abe",
        "source": "https://a.b/c",
        "published": "2015-10-08T09:30:00Z",
        "author": ["left alone"],
    }

    result = reading(file("a.jsonl", json.dumps(record)))

    assert result.documents == [Document("brief-16", "Tsai met Abe.", "Tsai meets Abe", "https://a.b/c", "2015-10-08")]


def test_line_without_id_is_called_by_its_place(reading: Reading, file: File) -> None:
    result = reading(file("a.ndjson", '\n{"text": "Tsai met Abe."}\r\n  \n{"text": "Abe met Tsai.", "id": null, "title": null}'))

    assert result.documents == [Document("a.ndjson:2", "Tsai met Abe."), Document("a.ndjson:4", "Abe met Tsai.")]


def test_id_may_be_a_number(reading: Reading, file: File) -> None:
    assert reading(file("a.jsonl", '{"id": 17, "text": "Tsai met Abe."}')).ids == ["17"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        pytest.param('{"title": "Tsai"}', 'no "text"', id="no text"),
        pytest.param('{"text": null}', 'no "text"', id="text of nothing"),
        pytest.param('{"text": ["Tsai"]}', '"text" must be a string, not ["Tsai"]', id="text of another type"),
        pytest.param('{"text": "Tsai", "id": true}', '"id" must be a string, not true', id="id of another type"),
        pytest.param('{"text": "Tsai", "title": 1}', '"title" must be a string, not 1', id="title of another type"),
        pytest.param('{"text": "Tsai", "published": 2015}', '"published" must be a string, not 2015', id="date of another type"),
        pytest.param('"Tsai met Abe."', 'expected an object with "text"', id="a string"),
        pytest.param("Tsai met Abe.", "not JSON: Expecting value at column 1", id="plain text"),
        pytest.param('{"text": "Tsai', "not JSON: Unterminated string starting at column 10", id="half a line"),
        pytest.param(
            "[" * 100_000, "not JSON that can be read: nested too deeply, or a number too long", id="a hundred thousand brackets"
        ),
        pytest.param(
            "1" * 10_000,
            "not JSON that can be read: nested too deeply, or a number too long",
            id="a number of ten thousand digits",
        ),
    ],
)
def test_line_that_is_no_document_is_named_and_the_rest_is_read(reading: Reading, file: File, line: str, problem: str) -> None:
    path = file("a.jsonl", f'{{"text": "Tsai met Abe."}}\n{line}\n{{"text": "Abe met Tsai."}}\n')

    result = reading(path)

    assert result.ids == ["a.jsonl:1", "a.jsonl:3"]
    assert [(str(error), error.line) for error in result.problems] == [(f"{path}, line 2: {problem}", 2)]


def test_line_that_is_no_document_ends_the_reading_unless_taken(file: File) -> None:
    path = file("a.jsonl", '{"text": "Tsai met Abe."}\n{}\n')
    documents = read_documents([path])

    assert next(documents).id == "a.jsonl:1"
    with pytest.raises(ReadError, match=r'line 2: no "text"$'):
        next(documents)


def test_date_that_is_none_is_noted(reading: Reading, file: File) -> None:
    result = reading(file("a.jsonl", '{"text": "Tsai met Abe.", "published": "10/08/2015"}'))

    assert result.documents[0].published is None
    assert result.notes == ["a.jsonl:1: '10/08/2015' is no ISO 8601 date, left out"]


def test_escaped_control_characters_and_surrogates_become_spaces(reading: Reading, file: File) -> None:
    result = reading(file("a.jsonl", r'{"id": "a\u0000\nb", "text": "Tsai\u0000met\ud800Abe.", "title": "\u0007"}'))

    assert result.documents == [Document("a b", "Tsai met Abe.")]


def test_line_of_noise_is_named_and_the_rest_is_read(reading: Reading, file: File) -> None:
    path = file("a.jsonl", b'{"text": "Tsai met Abe."}\n{"text": "\0"}\n{"text": "Abe met Tsai."}\n')

    result = reading(path)

    assert result.ids == ["a.jsonl:1", "a.jsonl:3"]
    assert [str(error) for error in result.problems] == [f"{path}, line 2: not a text file: it has NUL bytes"]


def test_file_of_another_kind_is_one_problem(reading: Reading, file: File) -> None:
    path = file("a.jsonl", gzip.compress(b'{"text": "Tsai met Abe."}\n'))

    result = reading(path)

    assert [str(error) for error in result.problems] == [f"{path}: not a text file but gzip"]


def test_line_without_words_is_noted(reading: Reading, file: File) -> None:
    assert reading(file("a.jsonl", '{"text": " \\n"}')).notes == ["a.jsonl:1: no text"]


def test_lines_are_read_one_by_one(file: File) -> None:
    path = file("a.jsonl", "".join(f'{{"text": "Tsai met Abe {number} times."}}\n' for number in range(1_000_000)))

    tracemalloc.start()
    documents = list(islice(read_documents([path]), 10))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert len(documents) == 10
    assert peak < path.stat().st_size / 10
