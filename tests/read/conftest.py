"""What the tests of reading share: one call that returns documents, notes and problems."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from graphbuild.errors import ReadError
from graphbuild.model import Document
from graphbuild.read import read_documents


@dataclass
class Result:
    documents: list[Document] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    problems: list[ReadError] = field(default_factory=list)

    @property
    def ids(self) -> list[str]:
        return [document.id for document in self.documents]

    @property
    def text(self) -> str:
        (document,) = self.documents
        return document.text


Reading = Callable[..., Result]


@pytest.fixture
def reading() -> Reading:
    """Read all that can be read, keeping what is said on the way."""

    def read(*inputs: str | Path, any_language: bool = False, stdin_format: str = "txt") -> Result:
        result = Result()
        documents = read_documents(
            inputs,
            any_language=any_language,
            stdin_format=stdin_format,
            on_problem=result.problems.append,
            on_note=result.notes.append,
        )
        result.documents.extend(documents)
        return result

    return read


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file below the test's folder and return its path."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write
