import re
from html.parser import HTMLParser

import pytest

from graphbuild.comparison import compare
from graphbuild.export import to_comparison_page
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import (
    Attribution,
    Document,
    Entity,
    Evidence,
    Factuality,
    Iri,
    Namespace,
    Quotation,
    Span,
    Statement,
    TimeExpression,
)

NAMESPACE = Namespace()
HOSTILE = "</style></title><script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7 * 7 }}\x00\ud800"
TEXT = "In May Japan supports Taiwan, says Kyodo."
VOID = {"meta"}


class Page(HTMLParser):
    """The elements of a page, each with its attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def quote(words: str) -> Quotation:
    return Quotation(Span("a.txt", TEXT.index(words), TEXT.index(words) + len(words)), words)


def graph(factuality: Factuality, name: str = "Japan", count: int = 1, source: str = "https://example.org/a") -> KnowledgeGraph:
    japan, taiwan = Entity(NAMESPACE.entity("japan"), "Country", name), Entity(NAMESPACE.entity("taiwan"), "Country", "Taiwan")
    evidence = [
        Evidence(
            quote(TEXT),
            quote("Japan"),
            quote("Taiwan"),
            quote("supports"),
            "support",
            "verb.v1",
            0.1 + number / 100,
            (Attribution("Kyodo", quote("Kyodo")),),
            TimeExpression(quote("May"), "2015-05"),
        )
        for number in range(count)
    ]
    statement = Statement(japan.iri, NAMESPACE.term("supports"), taiwan.iri, factuality, evidence=tuple(evidence))
    return KnowledgeGraph([statement], [japan, taiwan], [Document("a.txt", "", "A title", source, "2015-06-01")])


def page(left: KnowledgeGraph, right: KnowledgeGraph, *names: str) -> Page:
    first, second = names or ("monday.ttl", "friday.ttl")
    return Page(to_comparison_page(compare(left, right), left=first, right=second))


def test_page_shows_both_sentences_of_a_contradiction_first() -> None:
    shown = page(graph(Factuality.ASSERTED), graph(Factuality.NEGATED))

    words = " ".join(shown.text.split())
    assert words.index("Contradictions") < words.index("denied") < words.index("Changes") < words.index("Shared")
    assert words.count(TEXT) == 2
    assert "A title · 2015-06-01 · says Kyodo · 2015-05 · 10% sure" in words
    assert [attributes["class"] for tag, attributes in shown.elements if tag == "mark"][:5] == [
        "time",
        "subject",
        "trigger",
        "object",
        "speaker",
    ]


def test_page_is_sound_and_asks_nothing_of_anybody() -> None:
    shown = page(graph(Factuality.ASSERTED), graph(Factuality.NEGATED))

    assert shown.open == []
    assert not {tag for tag, _ in shown.elements} & {"script", "img", "link", "iframe"}
    assert any("default-src 'none'" in attributes.get("content", "") for _, attributes in shown.elements)
    assert {attributes["href"] for tag, attributes in shown.elements if tag == "a"} == {
        "#contradictions",
        "#changes",
        "#shared",
        "#left",
        "#right",
        "https://example.org/a",
    }


def test_hostile_text_stays_text() -> None:
    shown = page(
        graph(Factuality.ASSERTED, HOSTILE), graph(Factuality.PLANNED, HOSTILE, source="javascript:alert(3)"), HOSTILE, "b"
    )

    assert shown.open == []
    assert not {tag for tag, _ in shown.elements} & {"script", "img"}
    assert "{{ 7 * 7 }}\ufffd\ufffd" in shown.text
    assert not any(attributes.get("href", "").startswith("javascript") for _, attributes in shown.elements)


def test_page_folds_what_many_sentences_say() -> None:
    shown = page(graph(Factuality.ASSERTED, count=5), graph(Factuality.NEGATED))

    assert "2 more" in shown.text
    assert re.findall(r"(\d+)% sure", shown.text)[:5] == ["14", "13", "12", "11", "10"]


@pytest.mark.parametrize("factuality", Factuality)
def test_page_of_equal_graphs_lists_what_is_shared(factuality: Factuality) -> None:
    shown = page(graph(factuality), graph(factuality))

    assert "Nothing in the one speaks against the other." in shown.text
    assert shown.text.count(TEXT) == 2


def test_page_names_entities_that_were_taken_for_one() -> None:
    there = KnowledgeGraph([], [Entity(Iri("https://example.org/nippon"), "Country", "Japan")])

    shown = page(graph(Factuality.ASSERTED), there)

    assert "same label and type" in shown.text
    assert "https://example.org/nippon" in shown.text
