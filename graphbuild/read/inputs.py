"""What the user named: files, folders, globs and standard input, as sources to read."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from glob import glob, has_magic
from pathlib import Path

from graphbuild.errors import ReadError, UnsupportedFormatError
from graphbuild.read.characters import clean_line
from graphbuild.read.reader import reader_by_suffix
from graphbuild.read.report import Report
from graphbuild.read.source import STANDARD_INPUT, Source, reason

_PLAIN_TEXT = ".txt"


def find_sources(inputs: Iterable[str | Path], report: Report, *, stdin_format: str = "txt") -> list[Source]:
    """Return each source that ``inputs`` name, once and sorted, whatever order they are given in.

    A file given as such goes by its name, a file found in a folder by its path within that folder; a file that is given in
    several ways goes by the shortest of these.
    """
    reader_at = reader_by_suffix()
    source_at: dict[str, Source] = {}
    for given in inputs:
        for source in _find(str(given), reader_at, report, stdin_format):
            known = source_at.get(source.location, source)
            source_at[source.location] = min(known, source, key=lambda one: (len(one.name), str(one.path)))
    return sorted(source_at.values())


def _find(given: str, reader_at: Mapping[str, str], report: Report, stdin_format: str) -> Iterator[Source]:
    try:
        if given == STANDARD_INPUT:
            yield _standard_input(stdin_format, reader_at)
            return
        for path in _expand(given):
            if path.is_dir():
                yield from _in_folder(path, reader_at, report)
            else:
                yield from _given(path, reader_at, report)
    except ReadError as error:
        report.problem(error)
    except OSError as error:
        report.problem(ReadError(given, reason(error)))


def _standard_input(suffix: str, reader_at: Mapping[str, str]) -> Source:
    suffix = f".{suffix.lower().removeprefix('.')}"
    if suffix not in reader_at:
        raise UnsupportedFormatError(STANDARD_INPUT, suffix, reader_at)
    return Source(STANDARD_INPUT, STANDARD_INPUT, Path(STANDARD_INPUT), reader_at[suffix])


def _expand(given: str) -> list[Path]:
    """Return the paths that ``given`` stands for; a file whose own name looks like a pattern is itself."""
    if given and Path(given).exists():
        return [Path(given)]
    if not has_magic(given) or "\0" in given:
        raise ReadError(given or "''", "no such file or folder")
    paths = [Path(match) for match in glob(given, recursive=True)]  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not paths:
        raise ReadError(given, "no file matches")
    return paths


def _given(path: Path, reader_at: Mapping[str, str], report: Report) -> Iterator[Source]:
    suffix = path.suffix.lower() or _PLAIN_TEXT
    if suffix in reader_at:
        yield _source(path, path.name, reader_at[suffix])
    else:
        report.problem(UnsupportedFormatError(path, suffix, reader_at))


def _in_folder(folder: Path, reader_at: Mapping[str, str], report: Report) -> Iterator[Source]:
    is_empty = True
    for path in _files_below(folder, lambda error: report.problem(ReadError(error.filename or folder, reason(error)))):
        reader = reader_at.get(path.suffix.lower())
        if reader is not None:
            is_empty = False
            yield _source(path, path.relative_to(folder).as_posix(), reader)
    if is_empty:
        report.problem(ReadError(folder, f"a folder without documents ({', '.join(sorted(reader_at))})"))


def _files_below(folder: Path, on_error: Callable[[OSError], None]) -> Iterator[Path]:
    """Yield the files in ``folder`` and its subfolders, the hidden ones left out and links to folders not followed."""
    for parent, folders, files in os.walk(folder, onerror=on_error):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if not name.startswith(".") and path.is_file():
                yield path


def _source(path: Path, name: str, reader: str) -> Source:
    return Source(clean_line(name) or "untitled", os.path.abspath(path), path, reader)  # noqa: PTH100 - resolve() would follow links
