"""The decisions that a person can take, as values."""

from dataclasses import dataclass
from enum import StrEnum

from graphbuild.model import Factuality
from graphbuild.model.name import normalize_name


class Kind(StrEnum):
    """What is decided, in the order in which decisions are replayed."""

    CANNOT_LINK = "cannot_link"
    MUST_LINK = "must_link"
    RENAME = "rename"
    ACCEPT = "accept"
    EDIT = "edit"
    REJECT = "reject"
    RETYPE = "retype"


@dataclass(frozen=True, slots=True)
class NameDecision:
    """A decision about things: which names are one thing's, or what a thing is called (``to``) or is."""

    number: int
    kind: Kind
    names: tuple[str, ...]
    to: str = ""

    def __str__(self) -> str:
        names = " = ".join(self.names) if not self.to else f"{self.names[0]} to {self.to}"
        return f"entry {self.number} ({self.kind} {names})"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Which statements are meant: one by its id, or all that have these things, this relation and this document; empty is any."""

    statement: str = ""
    subject: str = ""
    relation: str = ""
    object: str = ""
    document: str = ""
    factuality: str = ""

    def __str__(self) -> str:
        if self.statement:
            return self.statement
        words = " ".join(part or "…" for part in (self.subject, self.relation, self.object))
        return f"{words}{f', {self.factuality}' if self.factuality else ''}{f' in {self.document}' if self.document else ''}"


@dataclass(frozen=True, slots=True)
class Change:
    """What a statement says instead; what is empty stays. ``turned`` exchanges the sides before anything else is changed."""

    subject: str = ""
    relation: str = ""
    object: str = ""
    factuality: Factuality | None = None
    turned: bool = False


@dataclass(frozen=True, slots=True)
class StatementDecision:
    """A decision about statements: that they are right, wrong, or ought to say something else."""

    number: int
    kind: Kind
    pattern: Pattern
    change: Change = Change()

    def __str__(self) -> str:
        return f"entry {self.number} ({self.kind} {self.pattern})"


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions of a file, in its order; ``digest`` depends on its content alone."""

    names: tuple[NameDecision, ...] = ()
    statements: tuple[StatementDecision, ...] = ()
    path: str = ""
    digest: str = ""

    @property
    def apart(self) -> frozenset[frozenset[str]]:
        """The pairs of names, in the form in which names are compared, that must not be taken for one thing's."""
        groups = [sorted(map(normalize_name, entry.names)) for entry in self.names if entry.kind is Kind.CANNOT_LINK]
        return frozenset(frozenset({left, right}) for group in groups for left in group for right in group if left < right)

    @property
    def entries(self) -> tuple[NameDecision | StatementDecision, ...]:
        """All of them by number."""
        return tuple(sorted([*self.names, *self.statements], key=_number))


def _number(entry: NameDecision | StatementDecision) -> int:
    return entry.number
