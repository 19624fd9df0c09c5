"""The commands of ``graphbuild`` and what they are called."""

from typing import Annotated

import typer

from graphbuild.about import VERSION
from graphbuild.cli import ontology
from graphbuild.cli.build import build
from graphbuild.cli.compare import compare
from graphbuild.cli.entities import entities
from graphbuild.cli.evaluate import evaluate
from graphbuild.cli.export import export
from graphbuild.cli.learn import learn
from graphbuild.cli.openie import openie
from graphbuild.cli.query import query
from graphbuild.cli.validate import validate

app = typer.Typer(
    name="graphbuild",
    help="Turn text about political actors into knowledge graphs: offline, every edge traceable to its characters in the text.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command()(build)
app.command()(learn)
app.command()(query)
app.command()(export)
app.command()(entities)
app.command()(evaluate)
app.command()(openie)
app.command()(validate)
app.command()(compare)
app.add_typer(ontology.app, name="ontology")


def _print_version(value: bool) -> None:  # noqa: FBT001 - typer calls it so
    if value:
        typer.echo(f"graphbuild {VERSION}")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turn text about political actors into knowledge graphs: offline, every edge traceable to its characters in the text."""
