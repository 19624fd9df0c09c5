"""ledger.jsonl: one line for every candidate, with what became of it and why."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphbuild.export.write import write_pieces
from graphbuild.model import Candidate, Mention, Span

Fields = dict[str, object]


def write_ledger(candidates: Iterable[Candidate], path: Path) -> None:
    """Write a line for each candidate, one after the other, in their order; the file appears whole or not at all.

    Raises:
        ExportError: it cannot be written.
    """
    write_pieces(ledger_lines(candidates), path)


def ledger_lines(candidates: Iterable[Candidate]) -> Iterator[str]:
    """Yield a line of JSON for each candidate."""
    for candidate in candidates:
        yield json.dumps(_line(candidate), ensure_ascii=False) + "\n"


def _line(candidate: Candidate) -> Fields:
    mention, statement = candidate.mention, candidate.statement
    evidence = statement.evidence[0] if statement is not None else None
    return {
        "document": mention.sentence.document_id,
        "outcome": candidate.outcome,
        "reason": candidate.reason,
        "detail": candidate.detail or None,
        "subject": _side(mention.subject),
        "phrase": mention.predicate.phrase,
        "object": _side(mention.object),
        "relation": None if statement is None or statement.is_open else statement.predicate.local_name,
        "statement": statement.id if statement is not None else None,
        "factuality": statement.factuality if statement is not None else mention.factuality,
        "confidence": evidence.confidence if evidence is not None else mention.confidence,
        "extractor": mention.extractor,
        "sentence": _words(candidate.sentence, mention.sentence),
    }


def _side(mention: Mention) -> Fields:
    return _words(mention.text, mention.span)


def _words(text: str, span: Span) -> Fields:
    return {"text": text, "start": span.start, "end": span.end}
