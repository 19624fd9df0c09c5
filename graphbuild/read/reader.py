"""What a reader is, which there are, and which suffix each takes."""

from collections.abc import Iterator
from typing import Protocol

from graphbuild.model import Document
from graphbuild.read.report import Report
from graphbuild.read.source import Source
from graphbuild.registry import Registry


class Reader(Protocol):
    """A function from a source to the documents in it."""

    def __call__(self, source: Source, report: Report, /) -> Iterator[Document]:
        """Yield documents in their order in the source.

        The id of a document that has none of its own is ``source.name``, with more after it where the source holds several.
        Characters need no cleaning: :func:`~graphbuild.read.read_documents` does that.

        Raises:
            ReadError: nothing more can be read; where only a part cannot, it goes to ``report.problem`` instead.
        """
        ...


readers: Registry[Reader] = Registry("reader")
"""The readers by name. Without a line of its own in the table below, ``docx.v1`` reads ``.docx``."""

_READER_BY_SUFFIX = {
    ".txt": "text.v1",
    ".text": "text.v1",
    ".md": "markdown.v1",
    ".markdown": "markdown.v1",
    ".html": "html.v1",
    ".htm": "html.v1",
    ".xhtml": "html.v1",
    ".jsonl": "jsonl.v1",
    ".ndjson": "jsonl.v1",
    ".pdf": "pdf.v1",
}


def reader_by_suffix() -> dict[str, str]:
    """Return the name of the reader for each suffix, those of plug-ins included."""
    named_after_suffix = {f".{name.partition('.')[0]}": name for name in readers}
    return {**named_after_suffix, **_READER_BY_SUFFIX}
