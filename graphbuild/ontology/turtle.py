"""The files of a vocabulary: which there are, what they say, and where."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rdflib import Graph

from graphbuild.assets import ontology_path
from graphbuild.errors import OntologyError
from graphbuild.ontology.prefixes import expand
from graphbuild.ontology.syntax import parse_rdf

SHAPES = "shapes.ttl"
_IN_FOLDERS = (".jsonld", ".nt", ".owl", ".rdf", ".ttl")
"""The suffixes of the files that are taken from a folder; others have to be named."""
_TABLES = (".csv", ".tsv")
_PREFIX = re.compile(r"(?:@prefix|\bprefix)\s+([\w.-]*):\s*<([^>]*)>", re.IGNORECASE)
_SUBJECT = re.compile(r"(?:<([^>\s]+)>|([\w.-]*:[\w.%/-]*\w))(?=\s|$)")


@dataclass(frozen=True)
class Source:
    """A file of the vocabulary."""

    path: Path
    content: bytes

    @property
    def is_table(self) -> bool:
        """Whether the file is a table of actors rather than RDF."""
        return self.path.suffix.lower() in _TABLES

    @property
    def text(self) -> str:
        """What the file says, decoded.

        Raises:
            OntologyError: it is no UTF-8.
        """
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = self.content.count(b"\n", 0, error.start) + 1
            raise OntologyError("not UTF-8", path=self.path, line=line) from error

    def parse_into(self, graph: Graph) -> None:
        """Add what the file says to ``graph``.

        Raises:
            OntologyError: it is no UTF-8, or no RDF in the syntax that its suffix names.
        """
        parse_rdf(self.text, self.path, graph)

    def find_line(self, iri: str) -> int | None:
        """Return the line on which the description of ``iri`` begins, None if the file has none."""
        return self._line_by_subject.get(iri)

    @cached_property
    def _line_by_subject(self) -> dict[str, int]:
        text = self.content.decode("utf-8-sig", errors="replace")
        prefixes = dict(_PREFIX.findall(text))
        lines: dict[str, int] = {}
        for number, line in enumerate(text.split("\n"), start=1):
            match = _SUBJECT.match(line)
            if match is not None and (match[1] or match[2].partition(":")[0] in prefixes):
                lines.setdefault(match[1] or expand(match[2], prefixes), number)
        return lines


def read_sources(paths: Iterable[Path], *, bundled: bool = True) -> tuple[Source, ...]:
    """Return the files of the vocabulary: those given, and those in folders given, each once; the shapes are none of them.

    Raises:
        OntologyError: a file or folder cannot be read, or a folder has no RDF in it.
    """
    folders = [ontology_path(), *paths] if bundled else list(paths)
    files = {file.resolve(): file for path in folders for file in _files(path)}
    return tuple(_read(file) for file in sorted(files.values()))


def parse_sources(sources: Iterable[Source]) -> Graph:
    """Return what all files say together.

    Raises:
        OntologyError: one is no UTF-8 or no RDF.
    """
    graph = Graph()
    for source in sources:
        source.parse_into(graph)
    return graph


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    try:
        files = sorted(file for file in path.iterdir() if file.suffix.lower() in _IN_FOLDERS and file.name != SHAPES)
    except OSError as error:
        raise OntologyError(f"cannot be read: {error.strerror}", path=path) from error
    if not files:
        raise OntologyError(f"no file in this folder whose name ends in {', '.join(_IN_FOLDERS)}", path=path)
    yield from files


def _read(path: Path) -> Source:
    try:
        return Source(path, path.read_bytes())
    except OSError as error:
        raise OntologyError(f"cannot be read: {error.strerror}", path=path) from error
