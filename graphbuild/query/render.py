"""Rows as text for other programs."""

import csv
import io
import json
from collections.abc import Sequence

from graphbuild.query.rows import Row, Rows, Term


def to_csv(rows: Rows) -> str:
    """Return rows as CSV, the variables in the first line, as SPARQL 1.1 has it but with plain line ends."""
    values = (["" if term is None else str(term) for term in row] for row in rows)
    return "".join(map(_csv_line, [rows.variables, *values]))


def to_json(rows: Rows) -> str:
    """Return rows as SPARQL 1.1 Query Results JSON."""
    if rows.answer is not None:
        return json.dumps({"head": {}, "boolean": rows.answer})
    bindings = [_binding(rows.variables, row) for row in rows]
    return json.dumps({"head": {"vars": rows.variables}, "results": {"bindings": bindings}}, ensure_ascii=False)


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO(newline="")
    # With any other line end a carriage return in a cell would not be quoted.
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().removesuffix("\r\n") + "\n"


def _binding(variables: tuple[str, ...], row: Row) -> dict[str, dict[str, str]]:
    return {variable: _value(term) for variable, term in zip(variables, row, strict=True) if term is not None}


def _value(term: Term) -> dict[str, str]:
    value = {"type": term.kind, "value": str(term)}
    if term.language:
        value["xml:lang"] = term.language
    elif term.datatype:
        value["datatype"] = term.datatype
    return value
