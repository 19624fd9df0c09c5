"""Words that make what they govern planned, hypothetical or negated: the table in ``ontology/factuality.toml`` and users' own.

The table's kinds follow Karttunen's implicative verbs (1971, 2012), the signatures of Nairn, Condoravdi and Karttunen (2006) and the
factuality profiles of Saurí and Pustejovsky (2009).
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from graphbuild.assets import factuality_path
from graphbuild.errors import OntologyError
from graphbuild.model import Factuality

_REQUIRED = ("word", "with", "plus", "minus", "example")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row of the table: what ``word`` does to what hangs on it by one of ``links``.

    ``plus`` is what becomes of it where the word is asserted ("refused to sign": negated), ``minus`` where the word is negated ("did
    not refuse to sign"), ``past`` where it is asserted of the past and that differs ("was able to sign": asserted).
    """

    word: str
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
        self._row_by_use = {(row.word, link): row for row in self._rows for link in row.links}

    def __iter__(self) -> Iterator[Trigger]:
        """Yield the rows in the order of the table."""
        return iter(self._rows)

    def find(self, words: Iterable[str], links: Iterable[str]) -> Trigger | None:
        """Return the row of the first of ``words`` that takes one of ``links``, None if none does."""
        links = tuple(links)
        return next((row for word in words for link in links if (row := self._row_by_use.get((word, link)))), None)


@lru_cache(maxsize=4)
def load_triggers(*paths: Path) -> Triggers:
    """Return the bundled table, extended and overruled by the tables at ``paths``.

    Raises:
        OntologyError: a file cannot be read, or a row of it lacks something or says what is not known.
    """
    return Triggers(row for path in (factuality_path(), *paths) for row in read_triggers(path))


def read_triggers(path: Path) -> Iterator[Trigger]:
    """Yield the rows of the table at ``path``, whose form the head of ``ontology/factuality.toml`` explains.

    Raises:
        OntologyError: as for ``load_triggers``.
    """
    try:
        kinds = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OntologyError(f"cannot be read: {error}", path=path) from error
    for kind, rows in kinds.items():
        if not isinstance(rows, list):
            raise OntologyError(f"{kind!r} must be a list of rows", path=path)
        for row in rows:
            yield _trigger(kind, row, path)


def _trigger(kind: str, row: object, path: Path) -> Trigger:
    if not isinstance(row, dict) or not all(isinstance(row.get(name), list if name == "with" else str) for name in _REQUIRED):
        raise OntologyError(f"a row of {kind!r} needs {', '.join(_REQUIRED)}, the second a list: {row}", path=path)
    try:
        return Trigger(
            word=row["word"],
            kind=kind,
            links=frozenset(map(str, row["with"])),
            plus=Factuality(row["plus"]),
            minus=Factuality(row["minus"]),
            past=Factuality(row["past"]) if "past" in row else None,
            example=row["example"],
        )
    except ValueError as error:
        raise OntologyError(f"{row['word']!r}: {error}; known: {', '.join(Factuality)}", path=path) from error
