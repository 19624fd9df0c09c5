"""What may be wrong with a vocabulary or a graph."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """Whether a problem makes results wrong, or only may."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong with a term, and the file and line where that is described, as far as these are known."""

    severity: Severity
    message: str
    term: str = ""
    path: Path | None = None
    line: int | None = None

    def __str__(self) -> str:
        where = f"{self.path}, line {self.line}: " if self.line is not None else f"{self.path}: " if self.path is not None else ""
        return f"{self.severity}: {where}{self.message}"
