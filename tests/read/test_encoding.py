"""From bytes to characters."""

import codecs
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ENGLISH = "Taiwan’s president said “we will go on” at a café in Zürich. The naïve coup d’état failed.\n" * 3
Reading = Callable[..., Any]
File = Callable[[str, str | bytes], Path]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(ENGLISH.encode(), id="UTF-8"),
        pytest.param(ENGLISH.encode("utf-8-sig"), id="UTF-8 with a byte order mark"),
    ],
)
def test_utf_8_is_read_without_a_word(reading: Reading, file: File, content: bytes) -> None:
    result = reading(file("a.txt", content))

    assert result.text == ENGLISH
    assert result.notes == []


@pytest.mark.parametrize(
    ("content", "note"),
    [
        pytest.param(ENGLISH.encode("utf-16"), "a.txt: decoded as UTF-16-LE", id="UTF-16 with a mark"),
        pytest.param(codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"), "a.txt: decoded as UTF-16-BE", id="the other byte order"),
        pytest.param(ENGLISH.encode("utf-16-le"), "a.txt: decoded as UTF-16-LE", id="UTF-16 without a mark"),
        pytest.param(ENGLISH.encode("utf-16-be"), "a.txt: decoded as UTF-16-BE", id="the other byte order without a mark"),
        pytest.param(ENGLISH.encode("utf-32"), "a.txt: decoded as UTF-32-LE", id="UTF-32 is not taken for UTF-16"),
        pytest.param(ENGLISH.encode("cp1252"), "a.txt: decoded as cp1252", id="Windows-1252"),
        pytest.param(ENGLISH.encode("mac_roman"), "a.txt: decoded as mac_roman", id="Macintosh"),
    ],
)
def test_another_encoding_is_detected_and_said(reading: Reading, file: File, content: bytes, note: str) -> None:
    result = reading(file("a.txt", content))

    assert result.text == ENGLISH
    assert result.notes == [note]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param("José", "latin-1", id="one accent is taken for Latin-1"),
        pytest.param("The café in Zürich was closed; José met Renée.", "latin-1", id="Latin-1"),
        pytest.param("Abe’s visit to Taipei was “private”.", "cp1252", id="quotation marks"),
        pytest.param("Президент встретился с министром иностранных дел в Москве. " * 3, "cp1251", id="Cyrillic of Windows"),
        pytest.param("Президент встретился с министром иностранных дел в Москве. " * 3, "koi8-r", id="Cyrillic of Unix"),
        pytest.param("蔡英文总统在台北会见了安倍晋三首相,讨论了两国关系。" * 3, "gb18030", id="Chinese"),
        pytest.param("安倍首相は台北で蔡英文総統と会談し、両国の関係について話し合った。" * 3, "shift_jis", id="Japanese"),
        pytest.param(
            "President Tsai (蔡英文) met Prime Minister Abe (安倍晋三) in Taipei. " * 3, "gb18030", id="names in an English text"
        ),
        pytest.param(
            "a" * 200_000 + " Abe’s visit to Zürich, the café and the coup d’état. ", "cp1252", id="letters far into a long file"
        ),
    ],
)
def test_a_guess_gives_the_text_that_was_written(reading: Reading, file: File, text: str, encoding: str) -> None:
    result = reading(file("a.txt", text.encode(encoding)), any_language=True)

    assert result.text == text
    assert len(result.notes) == 1


def test_a_few_broken_characters_do_not_change_the_encoding(reading: Reading, file: File) -> None:
    result = reading(file("a.txt", ENGLISH.encode() + b"cut\xe2\x80"))

    assert result.text == f"{ENGLISH}cut\ufffd"
    assert result.notes == ["a.txt: decoded as UTF-8, broken characters replaced: 1"]


def test_bytes_that_windows_1252_lacks_do_not_stop_the_reading(reading: Reading, file: File) -> None:
    result = reading(file("a.txt", b"Jos\xe9 met Ren\xe9e\x81 in the caf\xe9 and went on to Z\xfcrich."))

    assert "met Ren" in result.text


def test_utf_16_cut_short_is_read_as_far_as_it_goes(reading: Reading, file: File) -> None:
    result = reading(file("a.txt", "Tsai met Abe.".encode("utf-16")[:-1]))

    assert result.text.startswith("Tsai met Abe")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(b"%PDF-1.4\n1 0 obj", "not a text file but PDF", id="PDF"),
        pytest.param(b"PK\x03\x04word/document.xml", "not a text file but ZIP or Office", id="Word"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "not a text file but PNG", id="picture"),
        pytest.param(b"{\\rtf1\\ansi Tsai met Abe.}", "not a text file but RTF", id="RTF"),
        pytest.param(b"Tsai met\0 Abe", "not a text file: it has NUL bytes", id="a NUL byte"),
        pytest.param(bytes(range(256)) * 4, "not a text file: it has NUL bytes", id="all bytes"),
        pytest.param(
            bytes([0, 1, 0, 2, 0, 3] * 50), "not a text file: it has NUL bytes", id="numbers of two bytes are no UTF-16"
        ),
        pytest.param(bytes(range(1, 256)) * 4, "not a text file: it is full of control characters", id="bytes without NUL"),
    ],
)
def test_a_binary_file_is_no_text(reading: Reading, file: File, content: bytes, problem: str) -> None:
    path = file("a.txt", content)

    result = reading(path)

    assert result.documents == []
    assert [str(error) for error in result.problems] == [f"{path}: {problem}"]


def test_lines_of_utf_16_are_read(reading: Reading, file: File) -> None:
    content = '{"text": "Tsai met Abe."}\n{"text": "Abe met\u2028Tsai."}\n'.encode("utf-16")

    result = reading(file("a.jsonl", content))

    assert [document.text for document in result.documents] == ["Tsai met Abe.", "Abe met\nTsai."]
    assert result.notes == ["a.jsonl: decoded as UTF-16-LE"]


def test_the_encoding_of_lines_is_noted_once(reading: Reading, file: File) -> None:
    content = '{"text": "José met Renée."}\n{"text": "Renée met José."}\n'.encode("cp1252")

    result = reading(file("a.jsonl", content))

    assert [document.text for document in result.documents] == ["José met Renée.", "Renée met José."]
    assert result.notes == ["a.jsonl: decoded as cp1252"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        pytest.param("iso-8859-1", "cp1252", id="what calls itself Latin-1 is Windows-1252"),
        pytest.param("iso-8859-2", "iso-8859-2", id="Central European"),
        pytest.param("Shift_JIS", "shift_jis", id="Japanese"),
    ],
)
def test_a_page_that_says_its_encoding_is_believed(reading: Reading, file: File, declared: str, encoding: str) -> None:
    text = {
        "cp1252": "“Tsai” met José’s ally.",
        "iso-8859-2": "Tsai met Wałęsa in Łódź.",
        "shift_jis": "Tsai met Abe (安倍晋三).",
    }[encoding]
    page = f"<html><head><meta charset='{declared}'></head><body><p>{text}</p></body></html>"

    result = reading(file("a.html", page.encode(encoding)))

    assert result.text == text
    assert result.notes == []


@pytest.mark.parametrize("declared", ["utf-16", "nonsense", "rot13", "punycode", "undefined", ""])
def test_a_page_that_says_nonsense_is_guessed(reading: Reading, file: File, declared: str) -> None:
    page = f"<html><head><meta charset='{declared}'></head><body><p>The café in Zürich was closed.</p></body></html>"

    result = reading(file("a.html", page.encode("cp1252")))

    assert result.text == "The café in Zürich was closed."
    assert result.notes == ["a.html: decoded as cp1252"]
