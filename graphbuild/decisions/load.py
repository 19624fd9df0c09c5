"""Read decisions from TOML."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain, combinations
from pathlib import Path

from graphbuild.decisions.decision import Change, Decisions, Kind, NameDecision, Pattern, StatementDecision
from graphbuild.errors import DecisionError
from graphbuild.model import Factuality, digest
from graphbuild.model.name import normalize_name

_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*\"?([\w-]+)\"?[ \t]*\]\]", flags=re.MULTILINE)
_PATTERN = frozenset({"statement", "subject", "relation", "object", "document", "factuality"})
_KEYS = {
    Kind.CANNOT_LINK: frozenset({"names"}),
    Kind.MUST_LINK: frozenset({"names"}),
    Kind.RENAME: frozenset({"name", "to"}),
    Kind.RETYPE: frozenset({"name", "type"}),
    Kind.ACCEPT: _PATTERN,
    Kind.REJECT: _PATTERN,
    Kind.EDIT: _PATTERN | {"set"},
}
_CHANGE = frozenset({"subject", "relation", "object", "factuality", "turned"})
_NEW_BY_KIND = {Kind.RENAME: "to", Kind.RETYPE: "type"}
_ABOUT_NAMES = frozenset({Kind.CANNOT_LINK, Kind.MUST_LINK, *_NEW_BY_KIND})
Table = Mapping[str, object]


def load_decisions(path: Path | str) -> Decisions:
    """Return the decisions of a file; see ``docs/decisions.md`` for what it may hold.

    Raises:
        DecisionError: the file cannot be read, or an entry says nothing that could be done.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        tables = tomllib.loads(text)
    except OSError as error:
        raise DecisionError(path, f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise DecisionError(path, f"is not UTF-8: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise DecisionError(path, f"is no TOML: {error}") from error
    names: list[NameDecision] = []
    statements: list[StatementDecision] = []
    for number, (kind, table) in enumerate(_in_order(_entries(path, tables), text), start=1):
        entry = _Entry(path, number, kind, table)
        if kind in _ABOUT_NAMES:
            names.append(entry.name_decision())
        else:
            statements.append(entry.statement_decision())
    decisions = Decisions(tuple(names), tuple(statements), str(path), digest(text))
    _check_links(decisions)
    return decisions


def _entries(path: Path | str, tables: Table) -> dict[Kind, list[Table]]:
    found: dict[Kind, list[Table]] = {}
    for name, value in tables.items():
        if name not in set(Kind):
            raise DecisionError(path, f"there is no decision {name!r}{_hint(name, map(str, Kind))}")
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise DecisionError(path, f"{name} has to be a list of tables: [[{name}]]")
        found[Kind(name)] = value
    return found


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of a file, which is named in what is said of mistakes in it."""

    path: Path | str
    number: int
    kind: Kind
    table: Table

    def name_decision(self) -> NameDecision:
        self._check_keys(self.table, _KEYS[self.kind])
        if self.kind in _NEW_BY_KIND:
            return NameDecision(
                self.number, self.kind, (self._text(self.table, "name"),), self._text(self.table, _NEW_BY_KIND[self.kind])
            )
        names = self.table.get("names")
        if not isinstance(names, list) or not all(isinstance(name, str) and normalize_name(name) for name in names):
            raise self._error("names has to be a list of names")
        if len({normalize_name(name) for name in names}) < 2:
            raise self._error("names has to hold two different names at least")
        return NameDecision(self.number, self.kind, tuple(names))

    def statement_decision(self) -> StatementDecision:
        self._check_keys(self.table, _KEYS[self.kind])
        change = self._change() if self.kind is Kind.EDIT else Change()
        return StatementDecision(self.number, self.kind, self._pattern(), change)

    def _pattern(self) -> Pattern:
        fields = {key: self._text(self.table, key) for key in sorted(_PATTERN & self.table.keys())}
        if not fields:
            raise self._error(f"says of no statement that it is meant; give one of {', '.join(sorted(_PATTERN))}")
        if "statement" in fields and not re.fullmatch(r"[0-9a-f]{16}", fields["statement"]):
            raise self._error(f"statement has to be an id of 16 hexadecimal digits, got {fields['statement']!r}")
        self._factuality(fields.get("factuality"))
        return Pattern(**fields)

    def _change(self) -> Change:
        change = self.table.get("set")
        if not isinstance(change, dict) or not change:
            raise self._error("set has to say what to change: set = { relation = …, subject = …, object = …, … }")
        self._check_keys(change, _CHANGE)
        turned = change.get("turned", False)
        if not isinstance(turned, bool):
            raise self._error("turned has to be true or false")
        texts = {key: self._text(change, key) for key in ("subject", "relation", "object") if key in change}
        factuality = self._factuality(self._text(change, "factuality") if "factuality" in change else None)
        return Change(**texts, factuality=factuality, turned=turned)

    def _factuality(self, value: str | None) -> Factuality | None:
        if value is not None and value not in set(Factuality):
            raise self._error(f"factuality has to be one of {', '.join(Factuality)}, got {value!r}")
        return Factuality(value) if value is not None else None

    def _text(self, table: Table, key: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self._error(f"{key} has to be a text" if key in table else f"{key} is missing")
        return " ".join(value.split())

    def _check_keys(self, table: Table, allowed: frozenset[str]) -> None:
        for key in table:
            if key not in allowed:
                raise self._error(f"does not know {key!r}{_hint(key, allowed)}")

    def _error(self, problem: str) -> DecisionError:
        return DecisionError(self.path, problem, entry=self.number, kind=self.kind)


def _check_links(decisions: Decisions) -> None:
    """Refuse names that are decided both to be one thing's and not to be, be it by way of a third name."""
    group_by_name: dict[str, frozenset[str]] = {}
    for entry in decisions.names:
        if entry.kind is Kind.MUST_LINK:
            names = [normalize_name(name) for name in entry.names]
            group = frozenset(chain(names, *(group_by_name.get(name, ()) for name in names)))
            group_by_name.update(dict.fromkeys(group, group))
    for entry in decisions.names:
        if entry.kind is Kind.CANNOT_LINK:
            names = sorted({normalize_name(name) for name in entry.names})
            if any(right in group_by_name.get(left, ()) for left, right in combinations(names, 2)):
                problem = f"keeps apart what a must_link makes one: {', '.join(entry.names)}"
                raise DecisionError(decisions.path, problem, entry=entry.number, kind=entry.kind)


def _hint(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, sorted(known), n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""


def _in_order(entries: Mapping[Kind, list[Table]], text: str) -> Iterator[tuple[Kind, Table]]:
    """Yield the entries in the order of the file, so that they can be counted there; those of a kind stay in their order."""
    headers = [Kind(name) for name in _HEADER.findall(text) if name in set(Kind)]
    rest = {kind: iter(tables) for kind, tables in entries.items()}
    for kind in headers:
        table = next(rest.get(kind, iter(())), None)
        if table is not None:
            yield kind, table
    for kind, tables in rest.items():
        yield from ((kind, table) for table in tables)
