"""From elements to paragraphs."""

import pytest

from graphbuild.read.markup import parse_markup, to_paragraphs


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        pytest.param(
            "<p>Tsai <b>met</b> <a href='x'>Abe</a>.</p>", ["Tsai met Abe."], id="inline elements are part of the sentence"
        ),
        pytest.param("<h1>News</h1><p>Tsai\n  met Abe.", ["News", "Tsai met Abe."], id="a heading stands alone"),
        pytest.param("<ul><li>Tsai<li>Abe</ul>after", ["Tsai", "Abe", "after"], id="items stand alone, end tags or not"),
        pytest.param("<table><tr><td>Tsai<td>Abe</table>", ["Tsai", "Abe"], id="cells stand alone"),
        pytest.param("Tsai<br>met<br/> <br>Abe", ["Tsai\nmet", "Abe"], id="one line break is kept, two end a paragraph"),
        pytest.param(
            "a<script>b</script>c<style>d</style>e<!-- f --><svg><text>g</text></svg>h",
            ["aceh"],
            id="scripts and comments are gone",
        ),
        pytest.param("Tsai &amp; Abe &lt;b&gt;&nbsp;!", ["Tsai & Abe <b> !"], id="entities are characters"),
        pytest.param(
            "<?xml version='1.0' encoding='utf-16'?><p>蔡英文</p>", ["蔡英文"], id="an encoding declaration is no matter"
        ),
        pytest.param("<p <b>>>a<</div></p></p>b", [">>a<", "b"], id="no well-formed element"),
        pytest.param("<div>" * 1_000 + "Tsai met Abe.", ["Tsai met Abe."], id="a thousand elements without end"),
    ],
)
def test_markup_reads_as_its_paragraphs(markup: str, paragraphs: list[str]) -> None:
    tree = parse_markup(markup)

    assert tree is not None
    assert to_paragraphs(tree) == paragraphs


@pytest.mark.parametrize("markup", ["", " \n", "<!-- Tsai met Abe. -->", "<![CDATA[Tsai]]>"])
def test_markup_without_element_has_no_tree(markup: str) -> None:
    assert parse_markup(markup) is None
