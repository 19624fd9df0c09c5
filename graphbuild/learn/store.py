"""Write a folder of learned relations: whole, or not at all."""

import os
import secrets
import shutil
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

import numpy as np

from graphbuild.classify.learned import ONTOLOGY, RELATIONS, WEIGHTS, is_learned
from graphbuild.errors import ExportError
from graphbuild.learn.learn import Lesson
from graphbuild.learn.page import to_mistakes_page
from graphbuild.learn.scores import to_json
from graphbuild.ontology.load import sort_sources

SCORES, MISTAKES = "scores.json", "mistakes.html"
FILES: Final = (RELATIONS, WEIGHTS, ONTOLOGY, SCORES, MISTAKES)
"""What a folder of learned relations holds."""


def check_target(folder: Path) -> None:
    """Refuse to replace what is no folder of learned relations.

    Raises:
        ExportError: it is something else.
    """
    is_empty = folder.is_dir() and not any(folder.iterdir())
    if folder.exists() and not is_empty and not is_learned(folder):
        raise ExportError("is there already, and nothing that graphbuild learn has written; nothing is replaced", path=folder)


def write_lesson(lesson: Lesson, folder: Path, *, ontology: Sequence[Path] = ()) -> None:
    """Write what was learned, with a copy of the files of the vocabulary, so that a build needs nothing else.

    The files are written aside and then put in their place together.

    Raises:
        ExportError: they cannot be written, or what is there would be lost.
        OntologyError: a file of the vocabulary cannot be read.
    """
    check_target(folder)
    files = {name.encode(): content for name, content in _files(lesson, ontology).items()}
    target = folder.resolve()
    mark = f".graphbuild-{os.getpid()}-{secrets.token_hex(4)}"
    aside, old = target.with_name(f"{mark}-new"), target.with_name(f"{mark}-old")
    try:
        for name, content in files.items():
            path = aside / name.decode()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if target.exists():
            target.rename(old)
        aside.rename(target)
    except OSError as error:
        if old.exists() and not target.exists():
            old.rename(target)
        raise ExportError(f"cannot be written: {error.strerror or error}", path=folder) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _files(lesson: Lesson, ontology: Sequence[Path]) -> Mapping[str, bytes]:
    """Return the content of each file by its path in the folder."""
    thresholds = {relation.name: relation.threshold for relation in lesson.reader.relations}
    counts = {"texts": len(lesson.examples), "pairs": lesson.pairs, "folds": lesson.folds}
    return {
        RELATIONS: lesson.reader.to_json(texts=len(lesson.examples)).encode(),
        WEIGHTS: _packed(lesson.reader.weights),
        SCORES: to_json(lesson.scores, thresholds, **counts).encode(),
        MISTAKES: to_mistakes_page(lesson).encode(errors="replace"),
        **dict(_vocabulary(ontology)),
    }


def _packed(weights: np.ndarray) -> bytes:
    buffer = BytesIO()
    np.savez(buffer, weights=weights.astype("float16"))
    return buffer.getvalue()


def _vocabulary(paths: Sequence[Path]) -> Iterable[tuple[str, bytes]]:
    """Yield the files of the vocabulary; what has the name of another one is numbered."""
    taken: set[str] = set()
    for number, source in enumerate(sort_sources(paths)[1], start=1):
        name = source.path.name if source.path.name not in taken else f"{number}-{source.path.name}"
        taken.add(name)
        yield f"{ONTOLOGY}/{name}", source.content
