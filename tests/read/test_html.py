"""Web pages."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Reading = Callable[..., Any]
File = Callable[[str, str | bytes], Path]

PAGE = """<!DOCTYPE html>
<html><head><title>Tsai meets Abe | Example News</title>
<meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2015-10-08T10:00:00Z">
<link rel="canonical" href="https://example.org/2015/tsai-abe">
</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<script>document.write("Tsai hacked Abe.")</script>
<article><h1>Tsai meets Abe</h1>
<p>Tsai Ing-wen held a closed-door conversation with <b>Prime Minister Abe</b> in Tokyo, her party said in a statement.</p>
<ul><li>She leads the Democratic Progressive Party (DPP).</li>
<li>He leads the <a href="/ldp">Liberal Democratic Party</a>.</li></ul>
<p>Both parties want closer ties &amp; more trade.</p></article>
<footer>Copyright 2016 Example News. All rights reserved.</footer></body></html>"""


def test_page_gives_its_article_alone(reading: Reading, file: File) -> None:
    result = reading(file("a.html", PAGE))

    assert result.text.split("\n\n") == [
        "Tsai meets Abe",
        "Tsai Ing-wen held a closed-door conversation with Prime Minister Abe in Tokyo, her party said in a statement.",
        "She leads the Democratic Progressive Party (DPP).",
        "He leads the Liberal Democratic Party.",
        "Both parties want closer ties & more trade.",
    ]


def test_page_gives_title_address_and_date(reading: Reading, file: File) -> None:
    result = reading(file("a.html", PAGE))

    (document,) = result.documents
    assert document.title is not None
    assert document.title.startswith("Tsai meets Abe")
    assert document.source == "https://example.org/2015/tsai-abe"
    assert document.published == "2015-10-08"


def test_page_without_address_has_the_site_as_source(reading: Reading, file: File) -> None:
    result = reading(file("a.html", PAGE.replace('<link rel="canonical" href="https://example.org/2015/tsai-abe">', "")))

    assert result.documents[0].source == "Example News"


def test_page_dated_after_today_keeps_its_date(reading: Reading, file: File) -> None:
    result = reading(file("a.html", PAGE.replace("2015-10-08", "2999-10-08")))

    assert result.documents[0].published == "2999-10-08"


def test_page_has_no_date_where_it_states_none(reading: Reading, file: File) -> None:
    result = reading(file("a.html", PAGE.replace('content="2015-10-08T10:00:00Z"', "")))

    assert result.documents[0].published is None


@pytest.mark.parametrize(
    ("page", "text"),
    [
        pytest.param("Tsai met Abe.", "Tsai met Abe.", id="no markup at all"),
        pytest.param("<p>Tsai met Abe.", "Tsai met Abe.", id="no end tag"),
        pytest.param("<html><body><p>Tsai met <b>Abe</html>", "Tsai met Abe", id="crossed tags"),
        pytest.param(
            "<?xml version='1.0' encoding='utf-8'?><html><body><p>Tsai met Abe.</p></body></html>", "Tsai met Abe.", id="XHTML"
        ),
        pytest.param("<p>Tsai&#7; met &#0;&bogus; Abe.</p>", "Tsai", id="entities of no character"),
        pytest.param(f"{'<div>' * 1_000}Tsai met Abe.", "Tsai met Abe.", id="a thousand elements deep"),
        pytest.param("<<<>>><p <b>Tsai met Abe.", "", id="brackets"),
    ],
)
def test_malformed_page_is_read_as_far_as_it_goes(reading: Reading, file: File, page: str, text: str) -> None:
    result = reading(file("a.html", page))

    assert result.problems == []
    assert text in result.text


def test_fallback_has_the_title_of_the_page(reading: Reading, file: File) -> None:
    result = reading(file("a.htm", "<title>Tsai\nmeets Abe</title>Tsai met Abe."))

    assert (result.documents[0].title, result.text) == ("Tsai meets Abe", "Tsai met Abe.")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<html><body></body></html>", id="empty body"),
        pytest.param("<html><body><script>Tsai met Abe.</script></body></html>", id="only a script"),
        pytest.param("<!-- Tsai met Abe. -->", id="only a comment"),
    ],
)
def test_page_that_shows_nothing_is_noted(reading: Reading, file: File, page: str) -> None:
    result = reading(file("a.html", page))

    assert (result.documents, result.problems) == ([], [])
    assert result.notes == ["a.html: no text"]


def test_failure_of_the_extraction_falls_back_to_the_page(reading: Reading, file: File, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise AttributeError("'NoneType' object has no attribute 'text'")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)

    assert "Both parties want closer ties & more trade." in reading(file("a.html", PAGE)).text


def test_page_reads_the_same_under_every_hash_seed(file: File) -> None:
    path = file("a.html", PAGE)
    code = f"from graphbuild.read import read_documents; print(*read_documents({str(path)!r}))"

    printed = {
        subprocess.run(
            [sys.executable, "-c", code], check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }

    assert len(printed) == 1
