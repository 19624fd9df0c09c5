"""``graphbuild build``: texts to a graph and its files."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from graphbuild.graph import KnowledgeGraph
    from graphbuild.model import Candidate, Document

LEDGER = "ledger.jsonl"
FILES = ("graph.ttl", "graph.trig", "graph.html", "graph.graphml", "statements.jsonl", LEDGER)
"""What a build writes into its output folder; each file appears whole or not at all."""

_MOST_RELATIONS = 12


def build(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUT...", help="Files (.txt .md .html .jsonl .pdf), folders, globs; - for standard input."),
    ] = None,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to.")] = Path("output"),
    samples: Annotated[bool, typer.Option("--samples", help="Read the bundled sample articles.")] = False,
    model: Annotated[str | None, typer.Option(help="An installed spaCy pipeline, or the path of one, to parse with.")] = None,
    ontology: Annotated[
        list[Path] | None,
        typer.Option(
            help="A vocabulary of yours (.ttl, .rdf, .owl, .jsonld, .nt) that extends the bundled one; may be repeated."
        ),
    ] = None,
    replace_ontology: Annotated[
        bool, typer.Option("--replace-ontology", help="Let the relations of --ontology replace the bundled ones.")
    ] = False,
    actors: Annotated[list[Path] | None, typer.Option(help="Known actors of yours, as CSV or RDF; may be repeated.")] = None,
    relations: Annotated[
        list[Path] | None, typer.Option(help="Relations of yours, as graphbuild learn has written them; may be repeated.")
    ] = None,
    factuality: Annotated[
        list[Path] | None, typer.Option(help="Words of yours (TOML) that plan, imagine or deny; may be repeated.")
    ] = None,
    extractor: Annotated[
        list[str] | None, typer.Option(help="Use only this extractor (learned.v1: what --relations reads); may be repeated.")
    ] = None,
    base: Annotated[str | None, typer.Option(help="The base of the graph's IRIs.")] = None,
    threads: Annotated[int, typer.Option(min=0, help="Threads to read with; 0 for all cores.")] = 1,
    any_language: Annotated[bool, typer.Option("--any-language", help="Read texts in other languages than English too.")] = False,
    least_confidence: Annotated[
        float, typer.Option("--least-confidence", min=0.0, max=1.0, help="Leave out what is less sure; the ledger keeps it.")
    ] = 0.0,
    decisions: Annotated[
        Path | None, typer.Option(help="What you have decided about the graph (TOML), replayed on every build.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be merged, and what the decisions would do; write nothing.")
    ] = False,
    keep_going: Annotated[bool, typer.Option("--keep-going", help="Leave out what cannot be read, and say so.")] = False,
) -> None:
    """Build a knowledge graph from texts: RDF, an HTML map, GraphML and one line per piece of evidence."""
    from rich.console import Console

    from graphbuild.cli.account import Tally, print_dry_run, print_notes
    from graphbuild.errors import ReadError
    from graphbuild.pipeline import make_pipeline
    from graphbuild.read import read_documents

    if replace_ontology and not (ontology or relations):
        raise typer.BadParameter("--replace-ontology needs the vocabulary that replaces ours: name it with --ontology")
    console, notes = Console(), Console(stderr=True)
    sources = _sources(inputs or [], samples=samples)
    problems: list[ReadError] = []
    if not dry_run:
        _prepare(output)
    documents = read_documents(
        sources,
        any_language=any_language,
        on_problem=problems.append if keep_going else None,
        on_note=lambda note: notes.print(f"note: {note}", style="yellow", markup=False, highlight=False, soft_wrap=True),
    )
    first = next(documents, None)  # a mistake in the inputs is told before the pipeline is loaded, which takes seconds
    if first is None:
        reason = problems[0].problem if problems else f"no {'' if any_language else 'English '}text in them"
        raise ReadError(", ".join(map(str, sources)), f"nothing could be read: {reason}")
    pipeline = make_pipeline(
        model=model,
        ontology=ontology or (),
        actors=actors or (),
        replace_ontology=replace_ontology,
        base=base,
        extractor_names=extractor or None,
        threads=threads,
        decisions=decisions,
        factuality=factuality or (),
        least_confidence=least_confidence,
        relations=relations or (),
    )
    construction = pipeline.construct(_with_progress(chain([first], documents), notes))
    tally = Tally()
    ledger = tally.count(construction.ledger)
    if dry_run:
        print_dry_run(construction, ledger, console)
    else:
        _write(construction.graph, ledger, output)
    for problem in problems:
        notes.print(f"left out: {problem}", style="yellow", markup=False, highlight=False, soft_wrap=True)
    print_notes(construction, notes)
    _summarize(construction.graph, console)
    tally.print(console)
    if not dry_run:
        _name_files(output, console)


def _sources(inputs: list[str], *, samples: bool) -> list[str | Path]:
    from graphbuild.assets import sample_paths

    if not inputs and not samples:
        raise typer.BadParameter("name at least one INPUT, or --samples for the bundled articles")
    return [*inputs, *(sample_paths() if samples else ())]


def _prepare(output: Path) -> None:
    """Make the folder before the work begins, so that a mistake in its name costs no time."""
    from graphbuild.errors import ExportError

    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"cannot be made a folder: {error.strerror}", path=output) from error


def _write(graph: KnowledgeGraph, ledger: Iterable[Candidate], output: Path) -> None:
    from graphbuild.export import write_ledger

    for name in FILES[:-1]:
        graph.write(output / name)
    write_ledger(ledger, output / LEDGER)


def _with_progress(documents: Iterable[Document], console: Console) -> Iterable[Document]:
    """Show on a terminal how many documents have been read; in a pipe show nothing."""
    if not console.is_terminal:
        yield from documents
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading", total=None)
        for count, document in enumerate(documents, start=1):
            words = f"{count} document{'s' * (count > 1)} read: {document.id}"
            progress.update(task, description=words.replace("[", r"\["))
            yield document


def _summarize(graph: KnowledgeGraph, console: Console) -> None:
    """Print what was found."""
    from collections import Counter

    from rich.table import Table

    sizes = (
        _count(len(graph.documents), "document", "documents"),
        _count(len(graph.entities), "entity", "entities"),
        _count(len(graph), "statement", "statements"),
    )
    table = Table(title=", ".join(sizes))
    for heading in ("relation", "asserted", "planned", "hypothetical", "negated"):
        table.add_column(heading, justify="left" if heading == "relation" else "right")
    counts = Counter((_relation_label(s.predicate.local_name, is_open=s.is_open), s.factuality.value) for s in graph)
    totals = Counter[str]()
    for (relation, _), count in counts.items():
        totals[relation] += count
    ranked = sorted(totals, key=lambda relation: (-totals[relation], relation))
    for relation in ranked[:_MOST_RELATIONS]:
        row = [counts[relation, factuality] for factuality in ("asserted", "planned", "hypothetical", "negated")]
        table.add_row(relation, *(str(count) if count else "" for count in row))
    if len(ranked) > _MOST_RELATIONS:
        table.add_row(f"… {len(ranked) - _MOST_RELATIONS} more", "", "", "", "")
    console.print(table)


def _name_files(output: Path, console: Console) -> None:
    """Print what was written and which file to open."""
    console.print(f"Written to {output}: {', '.join(FILES)}", markup=False, highlight=False, soft_wrap=True)
    console.print(f"Open {output / 'graph.html'} in a browser.", markup=False, highlight=False, soft_wrap=True)


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _relation_label(name: str, *, is_open: bool) -> str:
    return "(open: in the text's words)" if is_open else name
