"""Plain text and its title."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphbuild.read.text import find_title

Reading = Callable[..., Any]
File = Callable[[str, str | bytes], Path]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Tsai meets Abe\n\nThey met in Tokyo.", "Tsai meets Abe", id="a short line that stands alone"),
        pytest.param("\n\n  Tsai meets Abe \r\n \r\nThey met.", "Tsai meets Abe", id="after empty lines, with spaces"),
        pytest.param("Will Tsai meet Abe?\n\nShe will.", "Will Tsai meet Abe?", id="a question"),
        pytest.param("Tsai met Abe.\n\nThey met in Tokyo.", None, id="a sentence"),
        pytest.param("Tsai meets Abe\nThey met in Tokyo.", None, id="a line in a paragraph"),
        pytest.param("Tsai meets Abe", None, id="nothing after it"),
        pytest.param("word " * 30 + "\n\nThey met.", None, id="a long line"),
        pytest.param("* * *\n\nThey met.", None, id="no letters"),
        pytest.param("", None, id="no text"),
    ],
)
def test_title_is_the_first_line_if_it_looks_like_one(text: str, title: str | None) -> None:
    assert find_title(text) == title


def test_text_is_kept_whole_with_its_title(reading: Reading, file: File) -> None:
    result = reading(file("brief.txt", "Tsai meets Abe\r\n\r\npublished: 2015\r\nThey met in Tokyo.\r\n"))

    (document,) = result.documents
    assert document.id == "brief.txt"
    assert document.text == "Tsai meets Abe\n\npublished: 2015\nThey met in Tokyo.\n"
    assert (document.title, document.source, document.published) == ("Tsai meets Abe", None, None)
