import re
import shutil
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from graphbuild.learn import Lesson, to_mistakes_page
from graphbuild.learn.examples import Example

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HOSTILE = "</style></title><script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7 * 7 }}\x00\ud800"


class Page(HTMLParser):
    """The elements of a page, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, str]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs).get("class") or ""))

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def words(self) -> str:
        return " ".join(self.text.split())


def test_page_tells_scores_and_mistakes(lesson: Lesson) -> None:
    page = Page(to_mistakes_page(lesson))

    assert "40 texts were read in 5 parts" in page.words
    assert "95% of 20 read are right 95% of 20 are found" in page.words
    assert "Missed (1) A own B. expected A owns o" in page.words
    assert "Read where nothing is marked (1) A own B. expected nothing read o owns A" in page.words
    assert page.words.count("line 1") == 2


def test_both_sides_are_marked(lesson: Lesson) -> None:
    page = Page(to_mistakes_page(lesson))

    assert sorted(kind for tag, kind in page.elements if tag == "mark") == ["object", "object", "subject", "subject"]


def test_what_no_build_finds_is_explained(lesson: Lesson) -> None:
    first, *others = lesson.mistakes
    blind = replace(lesson, mistakes=(replace(first, pair=replace(first.pair, is_found=False)), *others))

    assert Page(to_mistakes_page(blind)).words.count("A build does not take both sides for mentions") == 1


def test_page_without_mistakes_says_so(lesson: Lesson) -> None:
    assert Page(to_mistakes_page(replace(lesson, mistakes=()))).words.count("None.") == 3


def test_text_cannot_leave_its_place(lesson: Lesson) -> None:
    examples = (Example(HOSTILE, (1,), ()), *lesson.examples[1:])
    sentence = replace(lesson.mistakes[0].pair.sentence, end=len(HOSTILE))
    mistakes = tuple(replace(each, pair=replace(each.pair, sentence=sentence)) for each in lesson.mistakes)

    text = to_mistakes_page(replace(lesson, examples=examples, mistakes=mistakes))
    page = Page(text)

    assert {"script", "img"}.isdisjoint({tag for tag, _ in page.elements})
    assert "alert(1)" in page.text
    assert "{{ 7 * 7 }}" in page.text
    assert re.search(r"[\x00\ud800]", text) is None
    assert "default-src 'none'" in unescape(text)


@pytest.mark.slow
def test_page_opens_in_a_browser_without_a_complaint(lesson: Lesson, tmp_path: Path) -> None:
    if CHROMIUM is None:
        pytest.skip("no Chromium to look at the page with: apt-get install chromium")
    (tmp_path / "mistakes.html").write_text(to_mistakes_page(lesson), encoding="utf-8")
    said: list[str] = []

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.goto((tmp_path / "mistakes.html").as_uri())
        shown = (
            page.locator("article").count(),
            page.locator("mark.subject").first.evaluate("mark => getComputedStyle(mark).backgroundColor"),
        )
        browser.close()

    assert said == []
    assert shown == (2, "rgb(253, 232, 191)")
