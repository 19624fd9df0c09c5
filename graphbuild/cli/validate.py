"""graphbuild validate: check a written graph against the shapes and the vocabulary."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rdflib import Graph

    from graphbuild.ontology.shacl import Violation

_MOST_TRIPLES = 1_000_000


def validate(
    graph: Annotated[Path, typer.Argument(help="The graph: .ttl, .trig, .nt, .nq or .jsonld.", show_default=False)],
    *,
    shapes: Annotated[
        list[Path] | None, typer.Option(help="Shapes of yours in SHACL, checked beside the bundled ones; may be repeated.")
    ] = None,
    ontology: Annotated[
        list[Path] | None, typer.Option(help="The vocabulary that the graph was built with; may be repeated.")
    ] = None,
    replace_ontology: Annotated[
        bool, typer.Option("--replace-ontology", help="The relations of --ontology replace the bundled ones.")
    ] = False,
    most: Annotated[int, typer.Option(min=1, help="Refuse a graph of more triples.")] = _MOST_TRIPLES,
) -> None:
    """Say what is wrong with a graph: shapes, unknown terms, domains and ranges; exit with 1 if anything is."""
    import logging

    from graphbuild.ontology.conformance import check_graph
    from graphbuild.rdf import load_rdf

    logging.getLogger("rdflib").setLevel(logging.CRITICAL)  # values that do not match their datatypes are found by the shapes
    triples = load_rdf(graph, most=most)
    violations = check_graph(triples, ontology or (), shapes=shapes or (), replace=replace_ontology)
    if violations:
        _print(violations)
    errors = sum(violation.severity == "error" for violation in violations)
    typer.echo(_verdict(triples, errors, len(violations) - errors))
    if errors:
        raise typer.Exit(1)


def _print(violations: "tuple[Violation, ...]") -> None:
    from graphbuild.cli.table import print_table
    from graphbuild.ontology import compact

    rows = [
        (violation.severity, compact(violation.focus) or "(no IRI)", compact(violation.path), _message(violation))
        for violation in violations
    ]
    print_table(("severity", "node", "path", "message"), rows)


def _message(violation: "Violation") -> str:
    from graphbuild.ontology import compact

    is_named = not violation.value or compact(violation.value) in violation.message
    return violation.message if is_named else f"{violation.message} ({compact(violation.value)})"


def _verdict(triples: "Graph", errors: int, warnings: int) -> str:
    from graphbuild.ontology.conformance import count_statements

    counted = f"{_count(count_statements(triples), 'statement')}, {_count(len(triples), 'triple')}"
    if errors:
        return f"does not conform: {_count(errors, 'error')}, {_count(warnings, 'warning')} ({counted})"
    return f"conforms ({counted})" if not warnings else f"conforms, with {_count(warnings, 'warning')} ({counted})"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
