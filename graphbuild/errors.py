"""Every error that graphbuild raises on purpose.

::

    GraphBuildError(Exception)
    ├── ReadError                        .path, .line
    │   └── UnsupportedFormatError       .suffix, .supported      (+ ValueError)
    ├── PipelineError                    .path
    ├── OntologyError                    .path, .line
    │   ├── UnknownPrefixError           .curie, .declared        (+ LookupError)
    │   └── UnknownTermError             .iri, .closest           (+ LookupError)
    ├── InvalidIriError                  .iri                     (+ ValueError)
    ├── DecisionError                    .path, .entry
    ├── LearnError                       .path, .problem
    │   └── WrongExamplesError           .path, .problems
    ├── ExportError                      .format, .path
    ├── QueryError                       .query, .line, .column
    └── UnknownPluginError               .kind, .name, .available (+ LookupError)

An error carries what a program wants to know as attributes and builds its own one-line sentence from them.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path


def _one_line(text: str) -> str:
    return " ".join(text.split())


class GraphBuildError(Exception):
    """The root of all errors raised on purpose; its text is one line."""

    def __init__(self, message: str) -> None:
        super().__init__(_one_line(message))


class ReadError(GraphBuildError):
    """A document cannot be read."""

    def __init__(self, path: Path | str, problem: str, *, line: int | None = None) -> None:
        self.path = path
        self.problem = problem
        self.line = line
        where = f"{path}, line {line}" if line is not None else f"{path}"
        super().__init__(f"{where}: {problem}")

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_read_error, (type(self), self.path, self.problem, self.line)


def _rebuild_read_error(kind: type[ReadError], path: Path | str, problem: str, line: int | None) -> ReadError:
    error = kind.__new__(kind)
    ReadError.__init__(error, path, problem, line=line)
    return error


class UnsupportedFormatError(ReadError, ValueError):
    """No reader is known for the suffix of a file."""

    def __init__(self, path: Path | str, suffix: str, supported: Iterable[str]) -> None:
        self.suffix = suffix
        self.supported = tuple(sorted(supported))
        super().__init__(path, f"cannot read {suffix or 'files without a suffix'}; supported: {', '.join(self.supported)}")


class PipelineError(GraphBuildError):
    """A language pipeline is missing, was made for another spaCy, or lacks a component."""

    def __init__(self, path: Path | str, problem: str) -> None:
        self.path = path
        super().__init__(f"language pipeline {path}: {problem}")


class OntologyError(GraphBuildError):
    """The vocabulary cannot be read or contradicts itself."""

    def __init__(self, problem: str, *, path: Path | str | None = None, line: int | None = None) -> None:
        self.problem = problem
        self.path = path
        self.line = line
        where = f"{path}, line {line}: " if line is not None else f"{path}: " if path is not None else ""
        super().__init__(f"{where}{problem}")


class UnknownPrefixError(OntologyError, LookupError):
    """A CURIE uses a prefix that is not declared."""

    def __init__(self, curie: str, declared: Iterable[str]) -> None:
        self.curie = curie
        self.declared = tuple(sorted(declared))
        super().__init__(f"{curie!r} has an undeclared prefix; declared: {', '.join(self.declared)}")


class UnknownTermError(OntologyError, LookupError):
    """An IRI names no class or relation of the ontology."""

    def __init__(self, iri: str, known: Iterable[str] = (), *, path: Path | str | None = None) -> None:
        self.iri = iri
        self.closest = tuple(get_close_matches(iri, sorted(known), n=1))
        hint = f" (did you mean {self.closest[0]!r}?)" if self.closest else ""
        super().__init__(f"the ontology has no term {iri!r}{hint}", path=path)


class InvalidIriError(GraphBuildError, ValueError):
    """A text is no absolute IRI."""

    def __init__(self, iri: str) -> None:
        self.iri = iri
        super().__init__(f"not an absolute IRI: {iri!r}")


class DecisionError(GraphBuildError):
    """A file of decisions cannot be read, or an entry of it says nothing that could be done; entries are counted from 1."""

    def __init__(self, path: Path | str, problem: str, *, entry: int | None = None, kind: str = "") -> None:
        self.path = path
        self.problem = problem
        self.entry = entry
        self.kind = kind
        name = f" ({kind})" if kind else ""
        where = f"{path}: entry {entry}{name}" if entry is not None else f"{path}"
        super().__init__(f"{where}: {problem}")


class LearnError(GraphBuildError):
    """Examples cannot be learned from, or relations that were learned cannot be used."""

    def __init__(self, problem: str, *, path: Path | str | None = None) -> None:
        self.problem = problem
        self.path = path
        super().__init__(f"{path}: {problem}" if path is not None else problem)


class WrongExamplesError(LearnError):
    """Lines of a file of examples are wrong; ``problems`` are their numbers, each with what is wrong."""

    def __init__(self, path: Path | str, problems: Iterable[tuple[int, str]]) -> None:
        self.problems = tuple(problems)
        count = len({line for line, _ in self.problems})
        super().__init__(f"{count} {'line is' if count == 1 else 'lines are'} wrong; nothing was learned", path=path)


class ExportError(GraphBuildError):
    """A graph cannot be written."""

    def __init__(self, problem: str, *, format: str = "", path: Path | str | None = None) -> None:  # noqa: A002 - the public name of the attribute
        self.format = format
        self.path = path
        where = f"{path}: " if path is not None else f"{format}: " if format else ""
        super().__init__(f"{where}{problem}")


class QueryError(GraphBuildError):
    """A query is not valid SPARQL or cannot be answered."""

    def __init__(self, query: str, problem: str, *, line: int | None = None, column: int | None = None) -> None:
        self.query = query
        self.line = line
        self.column = column
        where = f" at line {line}, column {column}" if line is not None else ""
        super().__init__(f"cannot answer the query{where}: {problem}")


class UnknownPluginError(GraphBuildError, LookupError):
    """No extractor, reader or exporter has this name."""

    def __init__(self, kind: str, name: str, available: Iterable[str]) -> None:
        self.kind = kind
        self.name = name
        self.available = tuple(sorted(available))
        close = get_close_matches(name, self.available, n=1)
        hint = f" (did you mean {close[0]!r}?)" if close else ""
        super().__init__(f"no {kind} named {name!r}{hint}; available: {', '.join(self.available)}")
