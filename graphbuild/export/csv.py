"""CSV: one row for every statement, for spreadsheets and data frames."""

import csv
import io
from collections.abc import Iterator

from graphbuild.export.exporter import exporters
from graphbuild.graph import KnowledgeGraph, edge_label
from graphbuild.model import Statement

COLUMNS = (
    "subject",
    "relation",
    "object",
    "factuality",
    "confidence",
    "evidence_count",
    "attributed_to",
    "time",
    "document",
    "sentence",
    "subject_iri",
    "relation_iri",
    "object_iri",
    "statement",
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@exporters.register("csv")
def to_csv(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield a row for every statement, with the sentence of its best evidence.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    yield _row(COLUMNS)
    for statement in graph:
        yield _row(_cells(graph, statement))


def _cells(graph: KnowledgeGraph, statement: Statement) -> tuple[str, ...]:
    best = max(statement.evidence, key=lambda evidence: evidence.confidence, default=None)
    said = dict.fromkeys(attribution.label for evidence in statement.evidence for attribution in evidence.attributed_to)
    return (
        graph.entity(statement.subject).label,
        edge_label(statement),
        graph.entity(statement.object).label,
        statement.factuality,
        str(statement.confidence),
        str(len(statement.evidence)),
        "; ".join(said),
        best.time.quotation.text if best and best.time else "",
        best.sentence.span.document_id if best else "",
        best.sentence.text if best else "",
        statement.subject,
        statement.predicate,
        statement.object,
        statement.id,
    )


def _row(cells: tuple[str, ...]) -> str:
    line = io.StringIO(newline="")
    # With any other line end a carriage return in a cell would not be quoted.
    csv.writer(line, lineterminator="\r\n").writerow(map(_inert, cells))
    return line.getvalue().removesuffix("\r\n") + "\n"


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
