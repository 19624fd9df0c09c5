"""JSON Lines: one document a line, with ``text`` and any of ``id``, ``title``, ``source`` and ``published``."""

import json
from collections.abc import Iterator, Mapping

from graphbuild.errors import ReadError
from graphbuild.model import Document
from graphbuild.read.dates import read_date
from graphbuild.read.encoding import read_lines
from graphbuild.read.reader import readers
from graphbuild.read.report import Report
from graphbuild.read.source import Source


@readers.register("jsonl.v1")
def read_jsonl(source: Source, report: Report) -> Iterator[Document]:
    """Yield a document for each line that is not empty; a line that is no document goes to ``report.problem``.

    A document without an id is called by the file and the line: ``articles.jsonl:3``.
    """
    for number, line in read_lines(source, report):
        if not line.strip():
            continue
        try:
            document = _document(_record(line), f"{source.name}:{number}", report)
        except _LineError as error:
            report.problem(ReadError(source.path, str(error), line=number))
        else:
            yield document


class _LineError(ValueError):
    """A line holds no document; its text says why."""


def _record(line: str) -> Mapping[str, object]:
    try:
        record = json.loads(line.strip())
    except json.JSONDecodeError as error:
        raise _LineError(f"not JSON: {error.msg.removesuffix(' at')} at column {error.colno}") from error
    except (RecursionError, ValueError) as error:
        raise _LineError("not JSON that can be read: nested too deeply, or a number too long") from error
    if not isinstance(record, dict):
        raise _LineError('expected an object with "text"')
    return record


def _document(record: Mapping[str, object], place: str, report: Report) -> Document:
    text = _string(record, "text")
    if text is None:
        raise _LineError('no "text"')
    published = read_date(_string(record, "published"), place, report)
    return Document(_id(record) or place, text, _string(record, "title"), _string(record, "source"), published)


def _id(record: Mapping[str, object]) -> str | None:
    """Return the id, which may be a number."""
    number = record.get("id")
    return str(number) if type(number) is int else _string(record, "id")


def _string(record: Mapping[str, object], field: str) -> str | None:
    value = record.get(field)
    if value is None or isinstance(value, str):
        return value
    raise _LineError(f'"{field}" must be a string, not {json.dumps(value)[:40]}')
