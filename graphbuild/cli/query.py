"""graphbuild query: ask a graph in SPARQL."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graphbuild.query import Rows, Term


class Format(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def query(
    graph: Annotated[Path, typer.Argument(help="The graph: .ttl, .trig, .nt, .nq or .jsonld.", show_default=False)],
    sparql: Annotated[str | None, typer.Argument(help="The query, in SPARQL.", show_default=False)] = None,
    *,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="Read the query from a file; - is standard input.")] = None,
    output: Annotated[Format, typer.Option("--format", help="How to print the answer.")] = Format.TABLE,
) -> None:
    """Ask a graph in SPARQL: who met whom, who says so, and where.

    The prefixes gb: (relations and classes), gbi: (entities), rdf:, rdfs:, skos:, owl:, prov:, oa:, dcterms:, schema:, foaf: and
    xsd: need no declaration.
    """
    from graphbuild.query import query as answer

    _print(answer(graph, _chosen(sparql, file)), output)


def _chosen(sparql: str | None, file: Path | None) -> str:
    if sparql is not None and file is None:
        return sparql
    if file is not None and sparql is None:
        return _read(file)
    raise typer.BadParameter("give the query as an argument or with --file")


def _read(file: Path) -> str:
    from graphbuild.errors import ReadError

    if str(file) == "-":
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReadError(file, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise ReadError(file, f"is not UTF-8: {error}") from error


def _print(rows: "Rows", output: Format) -> None:
    from graphbuild.cli.table import print_table
    from graphbuild.query import to_csv, to_json

    if output is Format.CSV:
        typer.echo(to_csv(rows), nl=False)
    elif output is Format.JSON:
        typer.echo(to_json(rows))
    else:
        print_table(rows.variables, [[_cell(term) for term in row] for row in rows])


def _cell(term: "Term | None") -> str:
    from graphbuild.ontology import compact

    if term is None:
        return ""
    return compact(term) if term.kind == "uri" else str(term)
