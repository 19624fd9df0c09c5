"""PDF files, made by hand."""

import io
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest

from graphbuild.errors import ReadError
from graphbuild.read.pdf import _load_pypdf, join_divided_words

Reading = Callable[..., Any]
File = Callable[[str, str | bytes], Path]


def pdf(*pages: list[str], title: str = "") -> bytes:
    """Return a PDF with a line of text for each string."""
    font = 3 + 2 * len(pages)
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        content = f"BT /F1 12 Tf 72 720 Td 14 TL {shown} ET"
        resources = f"/Contents {4 + 2 * number} 0 R /Resources << /Font << /F1 {font} 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {resources} >>")
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    objects.append(f"<< /Title ({title}) >>")
    return written(objects)


def written(objects: list[str]) -> bytes:
    """Return the objects with their table of contents; the first is the catalogue, the last the file's information."""
    body, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n"
    entries = "".join(f"{place:010} 00000 n \n" for place in places)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}"
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}{table}{trailer}".encode("latin-1")


ARTICLE = pdf(["Tsai Ing-wen held a closed-door con-", "versation with Abe."], ["They met in Tokyo."], title="Tsai meets Abe")


def encrypted(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(ARTICLE))
    writer.encrypt(password, algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_pdf_gives_the_text_of_all_pages(reading: Reading, file: File) -> None:
    result = reading(file("a.pdf", ARTICLE))

    (document,) = result.documents
    assert document.id == "a.pdf"
    assert document.text == "Tsai Ing-wen held a closed-door conversation with Abe.\nThey met in Tokyo."
    assert (document.title, document.source, document.published) == ("Tsai meets Abe", None, None)


@pytest.mark.parametrize("title", ["Microsoft Word - brief.docx", "brief_16-16.indd", "Untitled", ""])
def test_title_that_is_a_file_name_is_none(reading: Reading, file: File, title: str) -> None:
    assert reading(file("a.pdf", pdf(["Tsai met Abe."], title=title))).documents[0].title is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("conver-\nsation", "conversation", id="a divided word is joined"),
        pytest.param(
            "pro-\nindependence, not pro-independence",
            "pro-independence, not pro-independence",
            id="a compound seen elsewhere is kept",
        ),
        pytest.param("Taiwan-\nJapan ties", "Taiwan-Japan ties", id="a compound of names is kept"),
        pytest.param("U.S.-\nled", "U.S.-led", id="an abbreviation is no part of a word"),
        pytest.param("in 2015-\n16", "in 2015-16", id="numbers are kept"),
        pytest.param("he said -\nand left --\nat once", "he said -\nand left --\nat once", id="a dash is no hyphen"),
    ],
)
def test_words_divided_at_the_end_of_a_line_are_joined(text: str, expected: str) -> None:
    assert join_divided_words(text) == expected


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(pdf([]), "a PDF without text, perhaps of scanned pages", id="a page without text"),
        pytest.param(pdf(), "a PDF without text, perhaps of scanned pages", id="no page"),
        pytest.param(encrypted("secret"), "an encrypted PDF", id="a password"),
        pytest.param(b"", "not a PDF that can be read", id="empty"),
        pytest.param(b"Tsai met Abe.", "not a PDF that can be read", id="plain text"),
        pytest.param(ARTICLE[:200], "not a PDF that can be read", id="cut short"),
        pytest.param(b"\xff\x00" * 500, "not a PDF that can be read", id="noise"),
    ],
)
def test_pdf_that_cannot_be_read_is_a_problem_of_one_line(reading: Reading, file: File, content: bytes, problem: str) -> None:
    path = file("a.pdf", content)

    result = reading(path)

    assert result.documents == []
    (message,) = map(str, result.problems)
    assert message.startswith(f"{path}: {problem}")
    assert "\n" not in message


def test_pdf_that_only_forbids_printing_is_read(reading: Reading, file: File) -> None:
    assert "They met in Tokyo." in reading(file("a.pdf", encrypted(""))).text


def test_broken_pdf_gives_text_or_a_problem(reading: Reading, file: File) -> None:
    chance = random.Random(16)  # noqa: S311 - the same damage each time
    for _ in range(150):
        content = bytearray(ARTICLE)
        for _ in range(chance.choice((1, 3, 10, 50))):
            content[chance.randrange(len(content))] = chance.randrange(256)

        result = reading(file("a.pdf", bytes(content)), any_language=True)

        assert len(result.documents) + len(result.problems) == 1


def test_broken_pdf_leaves_standard_error_alone(reading: Reading, file: File, capfd: pytest.CaptureFixture[str]) -> None:
    reading(file("a.pdf", ARTICLE.replace(b"startxref", b"startxxxx")))

    assert capfd.readouterr().err == ""


@pytest.fixture
def _without_pypdf(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    _load_pypdf.cache_clear()
    monkeypatch.setitem(sys.modules, "pypdf", None)
    yield
    _load_pypdf.cache_clear()


@pytest.mark.usefixtures("_without_pypdf")
def test_missing_extra_is_said_with_the_remedy(reading: Reading, file: File) -> None:
    path = file("a.pdf", ARTICLE)

    result = reading(path)

    (error,) = result.problems
    assert isinstance(error, ReadError)
    assert str(error) == f"{path}: reading PDF needs pypdf: pip install 'graphbuild[pdf]'"
