"""``graphbuild ontology``: check the vocabulary, and list what is in it."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(name="ontology", help="Check the vocabulary, or list its relations and classes.", no_args_is_help=True)

_Ontology = Annotated[
    list[Path] | None,
    typer.Option("--ontology", metavar="PATH", help="A vocabulary of yours that extends the bundled one; may be repeated."),
]
_Replaces = Annotated[bool, typer.Option("--replace-ontology", help="Let the relations of --ontology replace the bundled ones.")]


@app.command()
def check(
    *,
    ontology: _Ontology = None,
    replace_ontology: _Replaces = False,
    actors: Annotated[
        list[Path] | None, typer.Option("--actors", metavar="PATH", help="Known actors of yours, as CSV or RDF; may be repeated.")
    ] = None,
) -> None:
    """Say what is wrong with the vocabulary; exit with 1 if anything is."""
    import logging

    from graphbuild.ontology.check import check_ontology
    from graphbuild.ontology.problem import Severity

    # rdflib logs, with a traceback, values that do not match their datatypes; the shapes find these too.
    logging.getLogger("rdflib").setLevel(logging.CRITICAL)
    problems = check_ontology(ontology or (), actors=actors or (), replaces=replace_ontology)
    for problem in problems:
        typer.echo(str(problem))
    counts = Counter(problem.severity for problem in problems)
    typer.echo(f"{_count(counts[Severity.ERROR], 'error')}, {_count(counts[Severity.WARNING], 'warning')}")
    if counts[Severity.ERROR]:
        raise typer.Exit(1)


@app.command(name="list")
def list_terms(
    *,
    ontology: _Ontology = None,
    replace_ontology: _Replaces = False,
    classes: Annotated[bool, typer.Option("--classes", help="List the classes instead.")] = False,
) -> None:
    """List the relations, each with the classes that it holds between."""
    from graphbuild.ontology import load_ontology

    vocabulary = load_ontology(ontology or (), replace=replace_ontology)
    if classes:
        rows = [(class_.name, " ".join(class_.broader), class_.definition) for class_ in vocabulary.classes.values()]
    else:
        relations = vocabulary.relations.values()
        rows = [(relation.name, _sides(relation.domain, relation.range), relation.definition) for relation in relations]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _sides(domain: tuple[str, ...], range_: tuple[str, ...]) -> str:
    return f"{', '.join(domain) or 'anything'} → {', '.join(range_) or 'anything'}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
