"""graphbuild evaluate: compare statements with a hand-annotated graph."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from graphbuild.graph import Evaluation, Score

_COLUMNS = ("reading", "P", "R", "F1", "R(imp=3)", "judged", "gold")


class Show(StrEnum):
    """Which differences are listed."""

    MISSED = "missed"
    WRONG = "wrong"
    BOTH = "both"


def evaluate(
    gold: Annotated[Path, typer.Argument(help="The facts that are asked for, as JSON Lines.", show_default=False)],
    entities: Annotated[Path, typer.Argument(help="The gold entities with their aliases.", show_default=False)],
    statements: Annotated[Path, typer.Argument(help="The statements.jsonl of a build.", show_default=False)],
    *,
    extra: Annotated[Path | None, typer.Option(help="Further facts that are true and not asked for.")] = None,
    doc: Annotated[str | None, typer.Option(help="Look at one document only, by its name without folder.")] = None,
    show: Annotated[Show | None, typer.Option(help="List what was missed, what is wrong, or both.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
) -> None:
    """Score statements against a hand-annotated graph, from loose to strict."""
    from graphbuild.graph import evaluate as compare

    evaluation = compare(gold, entities, statements, extra=extra, document=doc)
    if as_json:
        typer.echo(json.dumps(evaluation.to_dict()))
    else:
        _print_scores(evaluation)
    if show in {Show.MISSED, Show.BOTH}:
        _print_missed(evaluation)
    if show in {Show.WRONG, Show.BOTH}:
        _print_wrong(evaluation)


def _print_scores(evaluation: "Evaluation") -> None:
    from graphbuild.cli.table import print_table

    print_table(_COLUMNS, [(str(strictness), *_figures(score)) for strictness, score in evaluation.scores.items()])
    relation, factuality = evaluation.relation_accuracy, evaluation.factuality_accuracy
    typer.echo(
        f"relation right where the pair is found: {relation:.3f}; factuality right where the relation is: {factuality:.3f}"
    )


def _figures(score: "Score") -> tuple[str, ...]:
    shares = (score.precision, score.recall, score.f1, score.recall_top)
    return (*(f"{share:.3f}" for share in shares), str(score.statements), str(score.facts))


def _print_missed(evaluation: "Evaluation") -> None:
    for fact in evaluation.missed:
        sides = f"{fact.subject.name} | {fact.relation} | {fact.object.name}"
        typer.echo(f"missed {fact.id} [{fact.importance}] {sides} ({fact.factuality}) « {fact.sentence[:140]}")


def _print_wrong(evaluation: "Evaluation") -> None:
    for claim in evaluation.wrong:
        subject, obj = ("/".join(sorted(side)) for side in (claim.subject, claim.object))
        typer.echo(f"wrong  {subject} | {claim.relation} | {obj} ({claim.factuality})")
