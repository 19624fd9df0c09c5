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
    *,
    infer: Annotated[
        bool, typer.Option("--infer", help="Write what the statements imply too, into a named graph of its own: .trig or .nq.")
    ] = False,
    ontology: Annotated[
        list[Path] | None,
        typer.Option(
            "--ontology", metavar="PATH", help="With --infer: a file or folder that extends the vocabulary; may be repeated."
        ),
    ] = None,
) -> None:
    """Write a graph in other formats, each named by the suffix of its file."""
    from graphbuild.export import find_exporter, find_inferring_exporter, write_graph, write_inferring
    from graphbuild.ontology import load_ontology
    from graphbuild.rdf import infer as find_implied
    from graphbuild.rdf import read_graph

    for output in outputs:
        (find_inferring_exporter if infer else find_exporter)(output)
    knowledge_graph = read_graph(graph)
    implied = list(find_implied(knowledge_graph, load_ontology(ontology or ()))) if infer else []
    for output in outputs:
        if infer:
            write_inferring(knowledge_graph, implied, output)
        else:
            write_graph(knowledge_graph, output)
        typer.echo(output)
