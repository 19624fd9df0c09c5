"""From what the user names to the documents in it."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from graphbuild.errors import ReadError
from graphbuild.model import Document
from graphbuild.read.catalogue import Catalogue
from graphbuild.read.characters import clean_line, clean_text
from graphbuild.read.inputs import find_sources
from graphbuild.read.language import find_foreign_language
from graphbuild.read.reader import readers
from graphbuild.read.report import Report
from graphbuild.read.source import Source

_LOGGER = logging.getLogger(__name__)


def read_documents(
    inputs: str | Path | Iterable[str | Path],
    *,
    any_language: bool = False,
    stdin_format: str = "txt",
    on_problem: Callable[[ReadError], object] | None = None,
    on_note: Callable[[str], object] = _LOGGER.warning,
) -> Iterator[Document]:
    """Yield the documents in files, folders, globs and standard input (``-``), the same whatever the order of ``inputs``.

    A folder is searched for files with a known suffix, down to the last subfolder; hidden ones are left out. No text is read
    twice, white space aside, and no two documents have one id: the first by name, then by place, keeps it. No more than one file
    is in memory at a time.

    Args:
        inputs: What to read. A file without a suffix is plain text.
        any_language: Read texts in other languages than English too.
        stdin_format: The suffix that standard input would have as a file.
        on_problem: Takes what cannot be read, and reading goes on; without it, the first problem is raised.
        on_note: Takes a line about each choice made: an encoding guessed, a text skipped. They are logged unless it is given.

    Raises:
        ReadError: something cannot be read, and there is no ``on_problem``.
    """
    report = Report(on_note, on_problem)
    catalogue = Catalogue()
    named = [inputs] if isinstance(inputs, str | Path) else inputs
    for source in find_sources(named, report, stdin_format=stdin_format):
        for document in _read(source, report):
            if _is_wanted(document, report, any_language=any_language):
                entered, first = catalogue.enter(document, source)
                if first is None:
                    yield entered
                else:
                    report.note(document.id, f"same text as {first}, read once")


def _read(source: Source, report: Report) -> Iterator[Document]:
    """Yield what is in ``source``, with clean characters, as far as it can be read."""
    try:
        for document in readers.get(source.reader)(source, report):
            yield replace(
                document,
                id=clean_line(document.id) or source.name,
                text=clean_text(document.text),
                title=_line_or_none(document.title),
                source=_line_or_none(document.source),
            )
    except ReadError as error:
        report.problem(error)


def _line_or_none(text: str | None) -> str | None:
    return clean_line(text or "") or None


def _is_wanted(document: Document, report: Report, *, any_language: bool) -> bool:
    """Tell whether ``document`` has a text, and one that we can read; note it if not."""
    if document.text.isspace() or not document.text:
        report.note(document.id, "no text")
        return False
    language = None if any_language else find_foreign_language(document.text)
    if language is not None:
        report.note(document.id, f"looks like {language}, skipped; use --any-language to read it")
    return language is None
