"""Plain text."""

from collections.abc import Iterator

from graphbuild.model import Document
from graphbuild.read.encoding import read_text
from graphbuild.read.reader import readers
from graphbuild.read.report import Report
from graphbuild.read.source import Source

_LONGEST_TITLE = 120
_HEAD = 2_000
_NO_END_OF_TITLE = (".", "。", ",", ";", ":")


@readers.register("text.v1")
def read_plain_text(source: Source, report: Report) -> Iterator[Document]:
    """Yield the text of a file as it is; its first line is the title if it looks like one."""
    text = read_text(source, report)
    yield Document(source.name, text, title=find_title(text))


def find_title(text: str) -> str | None:
    r"""Return the first line if it is short, is no sentence and stands alone.

    >>> find_title("Tsai meets Abe\n\nTsai Ing-wen met Abe.")
    'Tsai meets Abe'
    >>> find_title("Tsai met Abe.\n\nThey talked.")
    """
    lines = text[:_HEAD].lstrip().splitlines()
    if len(lines) < 2 or lines[1].strip():
        return None
    title = lines[0].strip()
    is_title = len(title) <= _LONGEST_TITLE and any(map(str.isalpha, title)) and not title.endswith(_NO_END_OF_TITLE)
    return title if is_title else None
