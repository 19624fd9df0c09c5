"""What a query answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self


class Term(str):
    """The text of an IRI, a literal or a blank node, which knows what it is.

    ``kind`` is ``uri``, ``literal`` or ``bnode``, as in SPARQL's own JSON, or ``triple``; a plain text has no ``datatype``.
    """

    __slots__ = ("datatype", "kind", "language")

    kind: str
    datatype: str | None
    language: str | None

    def __new__(cls, text: str, kind: str = "literal", *, datatype: str | None = None, language: str | None = None) -> Self:
        """Return ``text`` with what is known of it."""
        term = super().__new__(cls, text)
        term.kind = kind
        term.datatype = datatype
        term.language = language
        return term


Row = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: one column for each variable, one row for each answer; None where a variable has no value.

    CONSTRUCT and DESCRIBE answer with the columns subject, predicate and object; ASK with one value, which ``answer`` holds too.
    """

    variables: tuple[str, ...]
    rows: tuple[Row, ...]
    answer: bool | None = None

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        """Whether ASK is answered by yes, or anything else by at least one row."""
        return bool(self.rows) if self.answer is None else self.answer
