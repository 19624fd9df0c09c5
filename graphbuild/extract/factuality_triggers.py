"""Words that make what they govern planned, hypothetical or negated: the table in ``ontology/factuality.toml`` and users' own.

The table's kinds follow Karttunen's implicative verbs (1971, 2012), the signatures of Nairn, Condoravdi and Karttunen (2006) and the
factuality profiles of Saurí and Pustejovsky (2009).
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from graphbuild.assets import factuality_path
from graphbuild.errors import OntologyError
from graphbuild.model import Factuality, digest

_KEY = "graphbuild.triggers"
_REQUIRED = ("word", "with", "plus", "minus")
_TEXTS = ("plus", "minus", "past", "example")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row of the table: what each of ``words`` does to what hangs on it by one of ``links``.

    ``plus`` is what becomes of it where the word is asserted ("refused to sign": negated), ``minus`` where the word is negated ("did
    not refuse to sign"), ``past`` where it is asserted of the past and that differs ("was able to sign": asserted).
    """

    words: tuple[str, ...]
    kind: str
    links: frozenset[str]
    plus: Factuality
    minus: Factuality
    past: Factuality | None = None
    example: str = ""


class Triggers:
    """Triggers by their word and by what can hang on them; of two rows for the same, the later counts."""

    def __init__(self, rows: Iterable[Trigger]) -> None:
        self._rows = tuple(rows)
        self._row_by_use = {(word, link): row for row in self._rows for word in row.words for link in row.links}

    def __iter__(self) -> Iterator[Trigger]:
        """Yield the rows in the order of the table."""
        return iter(self._rows)

    @property
    def digest(self) -> str:
        """A hash of all that the rows say, their examples aside."""
        return digest(*(f"{row.words} {sorted(row.links)} {row.kind} {row.plus} {row.minus} {row.past}" for row in self._rows))

    def find(self, words: Iterable[str], links: Iterable[str]) -> Trigger | None:
        """Return the row of the first of ``words`` that takes one of ``links``, None if none does."""
        links = tuple(links)
        return next((row for word in words for link in links if (row := self._row_by_use.get((word, link)))), None)


def load_triggers(*paths: Path) -> Triggers:
    """Return the bundled table, extended and overruled by the tables at ``paths``, the later by the last.

    Raises:
        OntologyError: a file cannot be read, or a row of it lacks something or says what is not known.
    """
    bundled = _bundled_triggers()
    return Triggers((*bundled, *(row for path in paths for row in read_triggers(path)))) if paths else bundled


@cache
def _bundled_triggers() -> Triggers:
    return Triggers(read_triggers(factuality_path()))


def read_triggers(path: Path) -> Iterator[Trigger]:
    """Yield the rows of the table at ``path``, whose form the head of ``ontology/factuality.toml`` explains.

    Raises:
        OntologyError: as for ``load_triggers``.
    """
    try:
        kinds = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OntologyError(f"cannot be read: {error.strerror}", path=path) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OntologyError(f"cannot be read: {error}", path=path) from error
    for kind, rows in kinds.items():
        if not isinstance(rows, list):
            raise OntologyError(f"{kind!r} must be a list of rows", path=path)
        for number, row in enumerate(rows, start=1):
            yield _trigger(kind, row, f"row {number} of {kind!r}", path)


def _trigger(kind: str, row: object, place: str, path: Path) -> Trigger:
    problem = _problem(row)
    if problem or not isinstance(row, dict):
        raise OntologyError(f"{place} {problem}", path=path)
    try:
        return Trigger(
            words=tuple(word.strip().lower() for word in _texts(row["word"])),
            kind=kind,
            links=frozenset(row["with"]),
            plus=Factuality(row["plus"]),
            minus=Factuality(row["minus"]),
            past=Factuality(row["past"]) if "past" in row else None,
            example=row.get("example", ""),
        )
    except ValueError as error:
        raise OntologyError(
            f"{place} ({', '.join(_texts(row['word']))}): {error}; known: {', '.join(Factuality)}", path=path
        ) from error


def _problem(row: object) -> str:
    """Return what is wrong with the form of a row, nothing if it is right."""
    if not isinstance(row, dict):
        return f"is no table: {row!r}"
    lacking = [name for name in _REQUIRED if name not in row]
    if lacking:
        return f"lacks {', '.join(lacking)}: {row}"
    unknown = sorted(row.keys() - {"word", "with", *_TEXTS})
    if unknown:
        return f"has {', '.join(map(repr, unknown))}; known: word, with, {', '.join(_TEXTS)}"
    if not _texts(row["word"]):
        return f"needs a text or a list of texts under 'word', got {row['word']!r}"
    if isinstance(row["with"], str) or not _texts(row["with"]):
        return f"needs a list of texts under 'with', got {row['with']!r}"
    wrong = [name for name in _TEXTS if not isinstance(row.get(name, ""), str)]
    return f"needs a text under {', '.join(map(repr, wrong))}: {row}" if wrong else ""


def _texts(value: object) -> tuple[str, ...]:
    """Return the texts in a list, or a single one; none if there is anything else."""
    values = [value] if isinstance(value, str) else value
    are_texts = isinstance(values, list) and all(isinstance(text, str) and text.strip() for text in values)
    return tuple(values) if isinstance(values, list) and are_texts else ()


def keep_triggers(doc: Doc, triggers: Triggers) -> None:
    """Keep with ``doc`` the table by which it is to be read."""
    doc.user_data[_KEY] = triggers


def triggers_of(doc: Doc) -> Triggers:
    """Return the table kept with ``doc``, the bundled one if there is none."""
    kept = doc.user_data.get(_KEY)
    return kept if isinstance(kept, Triggers) else load_triggers()


def forget_triggers(doc: Doc) -> None:
    """Take off ``doc`` what was kept with it."""
    doc.user_data.pop(_KEY, None)
