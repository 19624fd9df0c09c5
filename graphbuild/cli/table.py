"""Tables on the terminal, and plain columns where there is none."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import Console

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_GAP = "  "


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under the names of their columns; no character of a text can move the cursor or change a colour."""
    from rich.console import Console

    cells = [[_CONTROLS.sub(" ", cell) for cell in row] for row in rows]
    console = Console()
    if console.is_terminal:
        _print_rich(console, columns, cells)
    else:
        _print_plain([columns, *cells])


def _print_rich(console: "Console", columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table()
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def _print_plain(rows: Sequence[Sequence[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        typer.echo(_GAP.join(padded).rstrip())
