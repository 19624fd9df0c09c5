"""Write a graph to a file: whole, or not at all."""

import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path

from graphbuild.errors import ExportError
from graphbuild.export.exporter import exporters
from graphbuild.export.ntriples import to_inferring_nquads
from graphbuild.export.turtle import to_inferring_trig
from graphbuild.graph import KnowledgeGraph
from graphbuild.rdf import Triple

EXPORTER_BY_SUFFIX = {
    ".csv": "csv",
    ".dot": "dot",
    ".gexf": "gexf",
    ".graphml": "graphml",
    ".gv": "dot",
    ".htm": "html",
    ".html": "html",
    ".jsonl": "jsonl",
    ".jsonld": "jsonld",
    ".nq": "nquads",
    ".nt": "ntriples",
    ".trig": "trig",
    ".ttl": "turtle",
}
_INFERRING: dict[str, Callable[[KnowledgeGraph, Iterable[Triple]], Iterable[str]]] = {
    ".nq": to_inferring_nquads,
    ".trig": to_inferring_trig,
}


def write_graph(graph: KnowledgeGraph, path: Path | str, *, exporter: str | None = None) -> None:
    """Write ``graph`` to ``path`` in the format that the suffix names.

    The file is written aside and then put in its place: whoever reads ``path`` finds the old file or the new one, whole.

    Args:
        graph: what to write.
        path: where to; the folder has to be there.
        exporter: the name of an exporter to use whatever the suffix.

    Raises:
        ExportError: the suffix is not known, or the file cannot be written.
        UnknownPluginError: there is no ``exporter``.
    """
    target = Path(path)
    export = exporters.get(exporter or find_exporter(target))
    text = export(graph)
    write_pieces([text] if isinstance(text, str) else text, target)


def write_inferring(graph: KnowledgeGraph, inferred: Iterable[Triple], path: Path | str) -> None:
    """Write ``graph`` to a file of a format with named graphs, and in one of these what it implies.

    Raises:
        ExportError: the format has no named graphs, or the file cannot be written.
    """
    target = Path(path)
    write_pieces(find_inferring_exporter(target)(graph, inferred), target)


def find_inferring_exporter(path: Path) -> Callable[[KnowledgeGraph, Iterable[Triple]], Iterable[str]]:
    """Return the exporter for the suffix of ``path`` that writes inferred triples too.

    Raises:
        ExportError: there is none.
    """
    suffix = path.suffix.lower()
    if suffix not in _INFERRING:
        raise ExportError(f"inferred triples need a format with named graphs: {', '.join(_INFERRING)}", path=path)
    return _INFERRING[suffix]


def write_pieces(pieces: Iterable[str], path: Path) -> None:
    """Write text to ``path`` piece by piece: the file appears whole or not at all.

    Raises:
        ExportError: it cannot be written.
    """
    try:
        _write_aside(path, pieces)
    except OSError as error:
        raise ExportError(f"cannot be written: {error.strerror or error}", path=path) from error
    except UnicodeEncodeError as error:
        raise ExportError("cannot be written: a text holds half of a surrogate pair, which is no character", path=path) from error


def find_exporter(path: Path) -> str:
    """Return the name of the exporter for the suffix of ``path``.

    Raises:
        ExportError: there is none.
    """
    suffix = path.suffix.lower()
    if suffix not in EXPORTER_BY_SUFFIX:
        known = ", ".join(EXPORTER_BY_SUFFIX)
        raise ExportError(f"cannot write {suffix or 'files without a suffix'}; supported: {known}", path=path)
    return EXPORTER_BY_SUFFIX[suffix]


def _write_aside(path: Path, pieces: Iterable[str]) -> None:
    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError(f"is a folder: {path}")
    aside = target.with_name(f".graphbuild-{os.getpid()}-{secrets.token_hex(4)}")
    try:
        with aside.open("x", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
