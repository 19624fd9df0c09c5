"""No text twice, no id twice."""

from pathlib import Path

import pytest

from graphbuild.model import Document
from graphbuild.read.catalogue import Catalogue
from graphbuild.read.source import Source


def source(location: str, name: str = "a.txt") -> Source:
    return Source(name, location, Path(location), "text.v1")


@pytest.mark.parametrize(
    ("own", "name", "location", "expected"),
    [
        pytest.param("a.txt", "a.txt", "/x/2016/a.txt", "2016/a.txt", id="a file is called by its folder too"),
        pytest.param("s/a.txt", "s/a.txt", "/x/2016/s/a.txt", "2016/s/a.txt", id="a file in a folder, by the folder above"),
        pytest.param("a.jsonl:3", "a.jsonl", "/x/2016/a.jsonl", "2016/a.jsonl:3", id="a line, by its file's folder"),
        pytest.param("7", "a.jsonl", "/x/2016/a.jsonl", "a.jsonl/7", id="an id of its own, by its file"),
        pytest.param("-", "-", "-", "-#2", id="standard input, by a number"),
    ],
)
def test_id_that_is_taken_is_qualified(own: str, name: str, location: str, expected: str) -> None:
    catalogue = Catalogue()
    catalogue.enter(Document(own, "Tsai met Abe."), source("/y/first", "first"))

    document, _ = catalogue.enter(Document(own, "Abe met Tsai."), source(location, name))

    assert document.id == expected


def test_ids_never_run_out() -> None:
    catalogue = Catalogue()
    ids = [catalogue.enter(Document("7", f"Tsai met Abe {day}."), source("/x/a.jsonl", "a.jsonl"))[0].id for day in range(5)]

    assert ids == ["7", "a.jsonl/7", "x/a.jsonl/7", "7#2", "7#3"]


def test_text_is_the_same_whatever_its_white_space() -> None:
    catalogue = Catalogue()
    catalogue.enter(Document("a", "Tsai met\nAbe. " * 100_000), source("/a"))

    _, first = catalogue.enter(Document("b", " Tsai  met Abe.\t" * 100_000), source("/b"))

    assert first == "a"


def test_text_that_differs_in_a_letter_is_another() -> None:
    catalogue = Catalogue()
    catalogue.enter(Document("a", "Tsai met Abe."), source("/a"))

    document, first = catalogue.enter(Document("b", "tsai met Abe."), source("/b"))

    assert (document.id, first) == ("b", None)
