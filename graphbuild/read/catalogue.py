"""What has been read so far: no text twice, no id twice."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import PurePath

from graphbuild.model import Document
from graphbuild.read.source import Source

_PIECE = 1 << 20


class Catalogue:
    """The texts and ids of a run, a few bytes for each."""

    def __init__(self) -> None:
        self._id_by_text: dict[bytes, str] = {}
        self._ids: set[str] = set()

    def enter(self, document: Document, source: Source) -> tuple[Document, str | None]:
        """Return ``document`` under an id that is its own, and the id of an earlier one with the same text, if there is one."""
        fingerprint = _fingerprint(document.text)
        if fingerprint in self._id_by_text:
            return document, self._id_by_text[fingerprint]
        chosen = next(one for one in _ids(document.id, source) if one not in self._ids)
        self._ids.add(chosen)
        self._id_by_text[fingerprint] = chosen
        return replace(document, id=chosen), None


def _ids(own: str, source: Source) -> Iterator[str]:
    """Yield what a document may be called: its own id, then that after more and more of the path to it, then numbered.

    An id that the document brings with it is put after the file's name: ``7``, ``b.jsonl/7``, ``2016/b.jsonl/7``.
    """
    yield own
    parts = PurePath(source.location).parts[1:]
    if own.startswith(source.name):
        parts = parts[: -len(PurePath(source.name).parts)]
    for start in reversed(range(len(parts))):
        yield "/".join([*parts[start:], own])
    for number in count(2):
        yield f"{own}#{number}"


def _fingerprint(text: str) -> bytes:
    """Hash ``text`` without its white space, a piece at a time: splitting fifty megabytes at once takes ten times that."""
    sha256 = hashlib.sha256()
    for start in range(0, len(text), _PIECE):
        sha256.update("".join(text[start : start + _PIECE].split()).encode())
    return sha256.digest()
