"""How readers say what went wrong and what they did about it."""

from collections.abc import Callable
from dataclasses import dataclass

from graphbuild.errors import ReadError


@dataclass(frozen=True, slots=True)
class Report:
    """Where problems and notes go.

    A problem keeps something from being read; without ``on_problem`` it ends the reading. A note tells of a choice that was made
    in reading, such as the encoding that was guessed; it never ends anything.
    """

    on_note: Callable[[str], object]
    on_problem: Callable[[ReadError], object] | None = None

    def problem(self, error: ReadError) -> None:
        """Hand on ``error``, or raise it where nobody takes it."""
        if self.on_problem is None:
            raise error
        self.on_problem(error)

    def note(self, subject: object, remark: str) -> None:
        """Hand on ``remark`` about ``subject``, a file or a document."""
        self.on_note(f"{subject}: {remark}")
