"""From a tree of elements to paragraphs of plain text."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_HIDDEN = (
    *("script", "style", "noscript", "template", "title", "svg", "math", "iframe", "object", "select", "textarea", "button"),
    *("nav", "footer"),
)
_INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
        ),
        *("label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
        # trafilatura's names for emphasis and links
        *("hi", "ref"),
    )
)
_LINE_ENDS = frozenset(("br", "lb"))
_PARAGRAPH = re.compile("[\0]|\1\\s*\1")


def parse_markup(text: str) -> "_Element | None":
    """Return the tree of a page or a piece of one, well-formed or not; nothing if there is no element in it."""
    from lxml import etree, html

    # Bytes, for lxml refuses a str with an encoding declaration; huge_tree, for pages without end tags nest deep.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode(errors="replace"), parser=parser)
    except etree.LxmlError:
        return None


def to_paragraphs(tree: "_Element") -> list[str]:
    """Return the paragraphs of ``tree`` as they read, without scripts and what else is not shown, which is taken out of it.

    Headings, list items and table cells are paragraphs of their own, so that no sentence runs from one into the next; two line
    breaks in a row end a paragraph, one is kept.
    """
    from lxml import etree

    etree.strip_elements(tree, *_HIDDEN, with_tail=False)
    pieces = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        pieces.append(_boundary(element.tag, event))
        pieces.append((element.text if event == "start" else element.tail) or "")
    paragraphs = (_tidy(paragraph) for paragraph in _PARAGRAPH.split("".join(pieces)))
    return [paragraph for paragraph in paragraphs if paragraph]


def _boundary(tag: str, event: str) -> str:
    """Return a mark that no tree can hold, for an element that begins or ends something."""
    if tag in _LINE_ENDS:
        return "\1" if event == "start" else ""
    return "" if tag in _INLINE else "\0"


def _tidy(paragraph: str) -> str:
    lines = (" ".join(line.split()) for line in paragraph.split("\1"))
    return "\n".join(line for line in lines if line)
