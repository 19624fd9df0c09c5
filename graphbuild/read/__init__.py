"""Files to documents: one format per file, chosen by suffix."""

from graphbuild.read import html, jsonl, markdown, pdf, text  # noqa: F401 - each files its reader
from graphbuild.read.characters import clean_text
from graphbuild.read.documents import read_documents
from graphbuild.read.language import find_foreign_language
from graphbuild.read.reader import Reader, reader_by_suffix, readers
from graphbuild.read.report import Report
from graphbuild.read.source import Source

__all__ = [
    "Reader",
    "Report",
    "Source",
    "clean_text",
    "find_foreign_language",
    "read_documents",
    "reader_by_suffix",
    "readers",
]
