"""``graphbuild learn``: a reader of a user's own relations from annotated sentences."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console

    from graphbuild.learn import Lesson
    from graphbuild.learn.learn import OnProgress


def learn(
    examples: Annotated[Path, typer.Argument(help="Annotated sentences, one JSON object a line.", show_default=False)],
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to.")],
    ontology: Annotated[
        list[Path] | None,
        typer.Option(help="Your vocabulary (.ttl, .rdf, .owl, .jsonld, .nt), which extends the bundled one; may be repeated."),
    ] = None,
    replace_ontology: Annotated[
        bool, typer.Option("--replace-ontology", help="Let the relations of --ontology replace the bundled ones.")
    ] = False,
    actors: Annotated[list[Path] | None, typer.Option(help="Known actors of yours, as CSV or RDF; may be repeated.")] = None,
    skip_wrong: Annotated[
        bool, typer.Option("--skip-wrong", help="Leave out the texts of which a line is wrong, and say so.")
    ] = False,
    threads: Annotated[int, typer.Option(min=0, help="Threads to read with; 0 for all cores.")] = 1,
) -> None:
    """Learn to read relations of yours from annotated sentences, 20 or more of each; build --relations then uses them."""
    from rich.console import Console

    from graphbuild.errors import WrongExamplesError
    from graphbuild.learn import FILES, check_target, learn_relations, write_lesson

    console, notes = Console(), Console(stderr=True)
    check_target(output)
    try:
        with _progress(notes) as on_progress:
            lesson = learn_relations(
                examples,
                ontology=ontology or (),
                actors=actors or (),
                replace_ontology=replace_ontology,
                skip_wrong=skip_wrong,
                threads=threads,
                on_progress=on_progress,
            )
    except WrongExamplesError as error:
        _say((f"{examples}:{line}: {problem}" for line, problem in error.problems), notes)
        raise
    write_lesson(lesson, output, ontology=ontology or ())
    _say(_remarks(examples, lesson), notes, style="yellow")
    _print_scores(lesson)
    console.print(f"Written to {output}: {', '.join(FILES)}", markup=False, highlight=False, soft_wrap=True)
    console.print(f"Open {output / 'mistakes.html'} in a browser.", markup=False, highlight=False, soft_wrap=True)


def _say(lines: Iterable[str], console: Console, style: str | None = None) -> None:
    for line in lines:
        console.print(line, style=style, markup=False, highlight=False, soft_wrap=True)


def _remarks(path: Path, lesson: Lesson) -> Iterator[str]:
    """Yield a line for each remark, and how many lines were left out."""
    for remark in lesson.remarks:
        kind = "left out: " if remark.is_error else "note: "
        where = f"{path}:{remark.line}" if remark.line is not None else f"{path}"
        yield f"{kind}{where}: {remark.text}"
    if lesson.left_out:
        yield f"left out: {lesson.left_out} line{'s' * (lesson.left_out > 1)} in all, those of the same texts among them"


def _print_scores(lesson: Lesson) -> None:
    from graphbuild.cli.table import print_table
    from graphbuild.learn.scores import total

    scores = [*lesson.scores.items(), ("all", total(lesson.scores))]
    rows = [
        (name, str(score.expected), f"{score.precision:.2f}", f"{score.recall:.2f}", f"{score.f1:.2f}") for name, score in scores
    ]
    print_table(("relation", "examples", "precision", "recall", "F1"), rows)


@contextmanager
def _progress(console: Console) -> Iterator[OnProgress]:
    """Show a bar on a terminal; in a pipe show nothing."""
    if not console.is_terminal:
        yield lambda _what, _done, _of: None
        return
    from rich.progress import Progress

    with Progress(console=console, transient=True) as progress:
        tasks = {"": progress.add_task("loading", total=None)}

        def advance(what: str, done: int, of: int) -> None:
            if "" in tasks:
                progress.remove_task(tasks.pop(""))
            if what not in tasks:
                tasks[what] = progress.add_task(what)
            progress.update(tasks[what], completed=done, total=of)

        yield advance
