"""graphbuild compare: what two graphs share, add and contradict."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphbuild.comparison import Comparison, Difference
    from graphbuild.model import Statement

_SENTENCE_LENGTH = 200


def compare(
    left: Annotated[Path, typer.Argument(help="A graph: .ttl, .trig, .nt, .nq or .jsonld.", show_default=False)],
    right: Annotated[Path, typer.Argument(help="Another graph.", show_default=False)],
    *,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write everything to this file as JSON.")] = None,
    html_file: Annotated[Path | None, typer.Option("--html", help="Write a page that shows both side by side.")] = None,
    ontology: Annotated[list[Path] | None, typer.Option(help="The vocabulary of the graphs; may be repeated.")] = None,
    most: Annotated[int, typer.Option("--show", min=0, help="How many statements of a kind to print.")] = 20,
) -> None:
    """Say what two graphs, of two sources, dates or versions, share, add and contradict."""
    from graphbuild.comparison import compare as compare_graphs
    from graphbuild.ontology import load_ontology
    from graphbuild.rdf import read_graph

    vocabulary = load_ontology(ontology or ())
    comparison = compare_graphs(read_graph(left), read_graph(right), ontology=vocabulary)
    names = _names(left, right)
    _write(comparison, names, json_file, html_file)
    _print(comparison, names, most)


def _names(left: Path, right: Path) -> tuple[str, str]:
    """Return what the graphs are called: their files' names, with as much of the folders as tells them apart."""
    for length in range(1, max(len(left.parts), len(right.parts)) + 1):
        names = tuple("/".join(path.parts[-length:]).replace("//", "/") for path in (left, right))
        if names[0] != names[1]:
            return names[0], names[1]
    return f"{left.name} (1)", f"{right.name} (2)"


def _write(comparison: "Comparison", names: tuple[str, str], json_file: Path | None, html_file: Path | None) -> None:
    from graphbuild.export import to_comparison_page, write_pieces

    if json_file is not None:
        data = {"left": names[0], "right": names[1], **comparison.to_dict()}
        write_pieces([json.dumps(data, ensure_ascii=False, indent=1), "\n"], json_file)
    if html_file is not None:
        write_pieces([to_comparison_page(comparison, left=names[0], right=names[1])], html_file)


def _print(comparison: "Comparison", names: tuple[str, str], most: int) -> None:
    from graphbuild.cli.table import print_table

    for title, differences in (("contradictions", comparison.contradictions), ("changes", comparison.changes)):
        if differences and most:
            typer.echo(f"{title}:")
            print_table(("how", *names), _rows(comparison, differences[:most]))
            _tell_more(len(differences) - most)
    shared = [pair.left for pair in comparison.shared]
    for title, statements in (
        ("shared", shared),
        (f"only in {names[0]}", comparison.left_only),
        (f"only in {names[1]}", comparison.right_only),
    ):
        if statements and most:
            typer.echo(f"{title}:")
            print_table(("subject", "relation", "object", "factuality"), [_cells(comparison, one) for one in statements[:most]])
            _tell_more(len(statements) - most)
    counts = comparison.counts
    typer.echo(
        f"{counts['contradictions']} contradictions, {counts['changes']} changes, {counts['shared']} shared, "
        f"{counts['left_only']} only in {names[0]}, {counts['right_only']} only in {names[1]}"
    )


def _tell_more(count: int) -> None:
    if count > 0:
        typer.echo(f"… {count} more; --show shows more, --json and --html all")


def _rows(comparison: "Comparison", differences: "Sequence[Difference]") -> list[tuple[str, ...]]:
    rows = []
    for difference in differences:
        sides = difference.left, difference.right
        rows.append((difference.kind, *(" ".join(_cells(comparison, side)) for side in sides)))
        rows.append(("", *(_sentence(side) for side in sides)))
    return rows


def _cells(comparison: "Comparison", statement: "Statement") -> tuple[str, str, str, str]:
    relation = statement.phrase or statement.predicate.local_name
    return comparison.label(statement.subject), relation, comparison.label(statement.object), statement.factuality


def _sentence(statement: "Statement") -> str:
    best = max(statement.evidence, key=lambda evidence: evidence.confidence, default=None)
    text = " ".join(best.sentence.text.split()) if best is not None else ""
    shown = text if len(text) <= _SENTENCE_LENGTH else f"{text[: _SENTENCE_LENGTH - 1].rstrip()}…"
    return f"« {shown}" if shown else ""
