"""A file, or standard input, that documents are read from."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader
from pathlib import Path

from graphbuild.errors import ReadError

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Something to read, ordered by name and then by place.

    ``name`` is what its documents go by; ``location`` its absolute path; ``path`` the path as the user wrote it, for messages;
    ``reader`` the name of the reader that takes it.
    """

    name: str
    location: str
    path: Path = field(compare=False)
    reader: str = field(compare=False)

    def read(self) -> bytes:
        """Return the whole content.

        Raises:
            ReadError: the file cannot be opened or read.
        """
        with self.open() as stream:
            return stream.read()

    @contextmanager
    def open(self) -> Iterator[BufferedReader]:
        """Open the content for reading; standard input is left open afterwards.

        Raises:
            ReadError: the file cannot be opened, or not be read to its end.
        """
        try:
            if self.location == STANDARD_INPUT:
                yield self._standard_input()
            else:
                with self.path.open("rb") as stream:
                    yield stream
        except OSError as error:
            raise ReadError(self.path, reason(error)) from error

    def _standard_input(self) -> BufferedReader:
        stream = getattr(sys.stdin, "buffer", None)
        if not isinstance(stream, BufferedReader):
            raise ReadError(self.path, "there is no standard input")
        return stream


def reason(error: OSError) -> str:
    """Return what the operating system says, without numbers and paths."""
    return (error.strerror or str(error) or "cannot be read").lower()
