"""Markdown, read as the plain text it stands for."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graphbuild.model import Document
from graphbuild.read.characters import clean_text
from graphbuild.read.dates import read_date
from graphbuild.read.encoding import read_text
from graphbuild.read.markup import parse_markup, to_paragraphs
from graphbuild.read.reader import readers
from graphbuild.read.report import Report
from graphbuild.read.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

_LONGEST_FRONT_MATTER = 10_000
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w[\w-]*):[ \t]+(\S.*)$", re.MULTILINE)
_BETWEEN_PARAGRAPHS = re.compile(r"\n\n(?=\S)")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_PIECE = 1_000_000


@readers.register("markdown.v1")
def read_markdown(source: Source, report: Report) -> Iterator[Document]:
    """Yield the text without its markup: what links say is kept, images and code blocks are not.

    Title, date and source come from the ``key: value`` lines of the front matter; without one, the first heading is the title.
    """
    fields, body = _split_front_matter(clean_text(read_text(source, report)))
    title = fields.get("title")
    paragraphs: list[str] = []
    for piece in _pieces(body):
        tokens = _parse(piece)
        title = title or _find_heading(tokens)
        paragraphs.extend(_paragraphs(tokens))
    published = read_date(fields.get("date") or fields.get("published"), source.name, report)
    origin = fields.get("source") or fields.get("url")
    yield Document(source.name, "\n\n".join(paragraphs), title, origin, published)


def _split_front_matter(text: str) -> tuple[dict[str, str], str]:
    front = _FRONT_MATTER.match(text, 0, _LONGEST_FRONT_MATTER)
    fields = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(front[1])} if front else {}
    return (fields, text[front.end() :]) if front and fields else ({}, text)


def _pieces(text: str) -> Iterator[str]:
    """Cut a long text between two paragraphs outside code: parsed, it takes a hundred times its size."""
    start = end = 0
    is_code = False
    for cut in _BETWEEN_PARAGRAPHS.finditer(text):
        is_code ^= len(_FENCE.findall(text, end, cut.end())) % 2 == 1
        end = cut.end()
        if end - start >= _PIECE and not is_code:
            yield text[start:end]
            start = end
    yield text[start:]


def _parse(text: str) -> "list[Token]":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def _find_heading(tokens: "Sequence[Token]") -> str | None:
    """Return the text of the first heading, which is the token after its beginning."""
    headings = (_text(tokens[place + 1]) for place, token in enumerate(tokens) if token.type == "heading_open")
    return next(filter(None, headings), None)


def _paragraphs(tokens: "Sequence[Token]") -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield from filter(None, [_text(token)])
        elif token.type == "html_block" and (tree := parse_markup(token.content)) is not None:
            yield from to_paragraphs(tree)


def _text(inline: "Token") -> str:
    """Return what an inline token reads as; an address in angle brackets reads as nothing."""
    pieces = []
    is_address = False
    for token in inline.children or ():
        if token.type in {"link_open", "link_close"}:
            is_address = token.type == "link_open" and token.markup == "autolink"
        elif not is_address:
            pieces.append(_CONTENT_BY_TYPE.get(token.type, token.content))
    return "".join(pieces).strip()


_CONTENT_BY_TYPE = {"softbreak": " ", "hardbreak": "\n", "image": "", "html_inline": ""}
