"""graphbuild entities: which names were taken for one thing, and why."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphbuild.cli.table import print_table

if TYPE_CHECKING:
    from graphbuild.graph import KnowledgeGraph
    from graphbuild.model import Entity, Merge

_COLUMNS = ("entity", "type", "name in the text", "reason", "score")


def entities(
    graph: Annotated[Path, typer.Argument(help="The graph: .ttl, .trig, .nt, .nq or .jsonld.", show_default=False)],
    *,
    below: Annotated[float, typer.Option(min=0, max=1, help="Show only what is less sure than this.")] = 1.0,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """List the names that were taken for an entity, with the reason and how sure it is; the doubtful ones of each come first."""
    from graphbuild.rdf import read_graph

    rows = [(entity, merge) for entity, merge in _rows(read_graph(graph)) if merge.score < below or below == 1.0]
    if as_json:
        for entity, merge in rows:
            typer.echo(json.dumps(_record(entity, merge), ensure_ascii=False))
        return
    print_table(_COLUMNS, [(entity.label, entity.type, merge.name, merge.reason, f"{merge.score:.2f}") for entity, merge in rows])


def _rows(graph: "KnowledgeGraph") -> "list[tuple[Entity, Merge]]":
    """Return the merges by entity, the least sure of each first."""
    rows = [(graph.entity(merge.entity), merge) for merge in graph.merges]
    return sorted(rows, key=lambda row: (row[0].label.casefold(), row[0].iri, row[1].score, row[1].name, row[1].reason))


def _record(entity: "Entity", merge: "Merge") -> dict[str, str | float]:
    return {
        "entity": entity.iri,
        "label": entity.label,
        "type": entity.type,
        "name": merge.name,
        "reason": merge.reason,
        "score": merge.score,
    }
