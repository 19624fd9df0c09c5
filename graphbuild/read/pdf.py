"""PDF, by pypdf, which the extra ``pdf`` brings."""

import logging
import re
import struct
import zlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from types import ModuleType

from graphbuild.errors import ReadError
from graphbuild.model import Document
from graphbuild.read.reader import readers
from graphbuild.read.report import Report
from graphbuild.read.source import Source

_DIVIDED = re.compile(r"([^\W\d_]*)(?<=[\w.])-\n([^\W_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FILE_NAME = re.compile(r"Microsoft \w+ - .*|untitled|\S+\.\w{2,5}", re.IGNORECASE)

_RAISED_BY_BROKEN_FILES = (
    *(ArithmeticError, AttributeError, LookupError, NotImplementedError, RecursionError, TypeError, ValueError),
    *(struct.error, zlib.error),
)
"""What pypdf lets through where a file does not hold the kind of object that should be there."""


@readers.register("pdf.v1")
def read_pdf(source: Source, report: Report) -> Iterator[Document]:  # noqa: ARG001 - there is nothing to note
    """Yield the text of all pages; the title is the file's own unless that is but a file name.

    Raises:
        ReadError: pypdf is not installed, or the file is encrypted, broken or only pictures.
    """
    pages, title = _extract(source)
    text = "\n".join(page.strip() for page in pages)
    if not text.strip():
        raise ReadError(source.path, "a PDF without text, perhaps of scanned pages")
    is_title = title is not None and not _FILE_NAME.fullmatch(title.strip())
    yield Document(source.name, join_divided_words(text), title if is_title else None)


def _extract(source: Source) -> tuple[list[str], str | None]:
    try:
        pypdf = _load_pypdf()
    except ImportError as error:
        raise ReadError(source.path, "reading PDF needs pypdf: pip install 'graphbuild[pdf]'") from error
    content = source.read()
    try:
        reader = pypdf.PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError(source.path, "an encrypted PDF")
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except pypdf.errors.DependencyError as error:
        raise ReadError(source.path, "an encrypted PDF") from error
    except (pypdf.errors.PyPdfError, *_RAISED_BY_BROKEN_FILES) as error:
        raise ReadError(source.path, f"not a PDF that can be read ({error})") from error
    return pages, title


@cache
def _load_pypdf() -> ModuleType:
    """Import pypdf and keep its warnings about broken files from standard error, unless someone listens."""
    import pypdf

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    return pypdf


def join_divided_words(text: str) -> str:
    r"""Join what is divided at the ends of lines; the hyphen stays where the text has the same compound elsewhere.

    >>> join_divided_words("a closed-\ndoor conver-\nsation and another closed-door one of U.S.-\nJapan ties")
    'a closed-door conversation and another closed-door one of U.S.-Japan ties'
    """
    words = set(_WORD.findall(text))

    def joined(divided: re.Match[str]) -> str:
        left, right = divided.groups()
        is_compound = not left or not right[0].islower() or f"{left}-{right}" in words
        return f"{left}-{right}" if is_compound else f"{left}{right}"

    return _DIVIDED.sub(joined, text)
