"""Web pages: the article, without what stands around it."""

import re
from collections.abc import Iterator
from datetime import datetime

from graphbuild.model import Document
from graphbuild.read.characters import clean_text
from graphbuild.read.encoding import read_text
from graphbuild.read.markup import parse_markup, to_paragraphs
from graphbuild.read.reader import readers
from graphbuild.read.report import Report
from graphbuild.read.source import Source

_DECLARED_ENCODING = re.compile(rb"""<(?:meta|\?xml)[^>]+(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


@readers.register("html.v1")
def read_html(source: Source, report: Report) -> Iterator[Document]:
    """Yield the main text of a page, with the title, the date, and the address or the site that it states.

    Where no main text is found, it is all that the page shows.
    """
    page = clean_text(read_text(source, report, declaration=_DECLARED_ENCODING))
    yield _find_article(source.name, page) or _whole_page(source.name, page)


def _find_article(name: str, page: str) -> Document | None:
    from lxml.etree import LxmlError
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Extraction

    try:
        found = bare_extraction(page, include_comments=False, with_metadata=True, date_extraction_params=_dates())
    except (ArithmeticError, AttributeError, LookupError, LxmlError, RecursionError, TypeError, ValueError):
        return None
    if not isinstance(found, Extraction) or found.body is None:
        return None
    paragraphs = to_paragraphs(found.body)
    if not paragraphs:
        return None
    return Document(name, "\n\n".join(paragraphs), found.title, found.url or found.sitename, found.date)


def _dates() -> dict[str, object]:
    """Look only where pages state their date, and take any date, lest the result depend on today's."""
    return {"original_date": True, "extensive_search": False, "max_date": datetime(9999, 12, 31)}  # noqa: DTZ001 - as htmldate wants it


def _whole_page(name: str, page: str) -> Document:
    tree = parse_markup(page)
    if tree is None:
        return Document(name, "")
    title = tree.findtext(".//title")
    return Document(name, "\n\n".join(to_paragraphs(tree)), title)
