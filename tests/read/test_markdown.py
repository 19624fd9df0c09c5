"""Markdown."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Reading = Callable[..., Any]
File = Callable[[str, str | bytes], Path]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        pytest.param("Tsai *met* **Abe** in ~~Kyoto~~ `Tokyo`.", "Tsai met Abe in Kyoto Tokyo.", id="emphasis"),
        pytest.param(
            "[Tsai](http://a.b) met ![picture](c.png)[Abe][1].\n\n[1]: http://d.e", "Tsai met Abe.", id="links and images"
        ),
        pytest.param("Tsai met Abe <http://a.b> today.", "Tsai met Abe  today.", id="addresses"),
        pytest.param(
            "# News\nTsai\nmet Abe.  \nThey talked.", "News\n\nTsai met Abe.\nThey talked.", id="headings and line ends"
        ),
        pytest.param(
            "> Tsai met Abe.\n\n1. One\n2. Two\n   - Three", "Tsai met Abe.\n\nOne\n\nTwo\n\nThree", id="quotations and lists"
        ),
        pytest.param("|A|B|\n|-|-|\n|Tsai|Abe|", "A\n\nB\n\nTsai\n\nAbe", id="tables"),
        pytest.param("Tsai.\n\n```py\nimport abe\n```\n\n    code\n\nAbe.", "Tsai.\n\nAbe.", id="code is left out"),
        pytest.param("Tsai <b>met</b> Abe.\n\n<p>In <i>Tokyo</i>.</p>\n\n<!-- no -->", "Tsai met Abe.\n\nIn Tokyo.", id="HTML"),
        pytest.param("Tsai &amp; Abe \\*met\\* at 5 < 6.", "Tsai & Abe *met* at 5 < 6.", id="entities and escapes"),
        pytest.param("---\nTsai met Abe.\n---\nThey talked.", "Tsai met Abe.\n\nThey talked.", id="rules are no front matter"),
        pytest.param("---\ntitle: Tsai\n\nTsai met Abe.", "title: Tsai\n\nTsai met Abe.", id="front matter without end is text"),
    ],
)
def test_markdown_reads_as_plain_text(reading: Reading, file: File, markdown: str, text: str) -> None:
    assert reading(file("a.md", markdown)).text == text


@pytest.mark.parametrize(
    ("markdown", "title", "source", "published"),
    [
        pytest.param("Some words.\n\n## Tsai *meets* Abe\n\n# Other", "Tsai meets Abe", None, None, id="first heading"),
        pytest.param("Tsai meets Abe\n===\n\nThey met.", "Tsai meets Abe", None, None, id="underlined heading"),
        pytest.param(
            "---\ntitle: 'Tsai: a life'\ndate: 2015-10-08 09:30\nsource: https://a.b/c\ntags:\n  - x\n---\n# Other\n\nText.",
            "Tsai: a life",
            "https://a.b/c",
            "2015-10-08",
            id="front matter",
        ),
        pytest.param(
            "---\nTitle: T\nPublished: 2015\nurl: https://a.b\n...\nText.",
            "T",
            "https://a.b",
            "2015",
            id="other names of the same",
        ),
        pytest.param("They met.", None, None, None, id="nothing"),
    ],
)
def test_markdown_says_where_it_is_from(
    reading: Reading, file: File, markdown: str, title: str | None, source: str | None, published: str | None
) -> None:
    (document,) = reading(file("a.markdown", markdown)).documents

    assert (document.title, document.source, document.published) == (title, source, published)


def test_date_that_is_none_is_noted(reading: Reading, file: File) -> None:
    result = reading(file("a.md", "---\ndate: last week\n---\nTsai met Abe."))

    assert result.documents[0].published is None
    assert result.notes == ["a.md: 'last week' is no ISO 8601 date, left out"]


def test_long_markdown_is_cut_outside_code(reading: Reading, file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    markdown = "# News\n\nTsai met Abe.\n\n```\nhidden\n\nhidden\n```\n\n- One\n\n  Two\n\nThey talked.\n\n" * 20
    whole = reading(file("a.md", markdown)).text

    monkeypatch.setattr("graphbuild.read.markdown._PIECE", 10)

    assert reading(file("b.md", markdown)).text == whole
    assert "hidden" not in whole


@pytest.mark.parametrize("piece", ["[", "*a **b", "> ", "`", "![[", "[a](b", "|a", "---\n", "<a "])
def test_repeated_markup_takes_no_long_time(reading: Reading, file: File, piece: str) -> None:
    path = file("a.md", piece * 5_000)
    start = time.perf_counter()

    reading(path)

    assert time.perf_counter() - start < 20
