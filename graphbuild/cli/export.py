"""graphbuild export: a graph in other formats."""

from pathlib import Path
from typing import Annotated

import typer


def export(
    graph: Annotated[Path, typer.Argument(help="The graph: .ttl, .trig, .nt, .nq or .jsonld.", show_default=False)],
    outputs: Annotated[
        list[Path],
        typer.Argument(
            help="The files to write: .ttl, .trig, .nt, .nq, .jsonld, .graphml, .gexf, .csv, .dot, .jsonl or .html.",
            show_default=False,
        ),
    ],
) -> None:
    """Write a graph in other formats, each named by the suffix of its file."""
    from graphbuild.export import find_exporter, write_graph
    from graphbuild.rdf import read_graph

    for output in outputs:
        find_exporter(output)
    knowledge_graph = read_graph(graph)
    for output in outputs:
        write_graph(knowledge_graph, output)
        typer.echo(output)
