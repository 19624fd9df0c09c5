"""One line of JSON for every candidate."""

import json
from pathlib import Path

import pytest

from graphbuild.errors import ExportError
from graphbuild.export import write_ledger
from graphbuild.model import (
    Candidate,
    Evidence,
    Factuality,
    Mention,
    Namespace,
    Predicate,
    Quotation,
    Reason,
    RelationMention,
    Span,
    Statement,
)

NAMESPACE = Namespace()
SUBJECT = Mention(Span("a.txt", 0, 6), "Taiwan", name="Taiwan")
OBJECT = Mention(Span("a.txt", 11, 16), "Japan", name="Japan")
PREDICATE = Predicate("meet", "met", Span("a.txt", 7, 10), "meet", "VERB")
MENTION = RelationMention(Span("a.txt", 0, 17), SUBJECT, PREDICATE, OBJECT, "verb.v1", Factuality.PLANNED, 0.8)
EVIDENCE = Evidence(
    Quotation(MENTION.sentence, "Taiwan met Japan."),
    Quotation(OBJECT.span, OBJECT.text),
    Quotation(SUBJECT.span, SUBJECT.text),
    Quotation(PREDICATE.span, "met"),
    "meet",
    "verb.v1",
    0.7,
)
MEETING = Statement(
    NAMESPACE.entity("japan"), NAMESPACE.term("metWith"), NAMESPACE.entity("taiwan"), Factuality.PLANNED, "", (EVIDENCE,)
)


def test_line_has_the_words_and_what_became_of_them(tmp_path: Path) -> None:
    candidate = Candidate(MENTION, "Taiwan met Japan.", Reason.RETYPED, "told from the other side", MEETING)

    write_ledger([candidate], tmp_path / "ledger.jsonl")

    (line,) = (tmp_path / "ledger.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line) == {
        "document": "a.txt",
        "outcome": "repaired",
        "reason": "argument retyped",
        "detail": "told from the other side",
        "subject": {"text": "Taiwan", "start": 0, "end": 6},
        "phrase": "meet",
        "object": {"text": "Japan", "start": 11, "end": 16},
        "relation": "metWith",
        "statement": MEETING.id,
        "factuality": "planned",
        "confidence": 0.7,
        "extractor": "verb.v1",
        "sentence": {"text": "Taiwan met Japan.", "start": 0, "end": 17},
    }


def test_line_of_what_came_to_nothing_has_no_statement(tmp_path: Path) -> None:
    write_ledger([Candidate(MENTION, "Taiwan met Japan.", Reason.PRONOUN)], tmp_path / "ledger.jsonl")

    line = json.loads((tmp_path / "ledger.jsonl").read_text(encoding="utf-8"))
    assert (line["outcome"], line["relation"], line["statement"], line["detail"]) == ("rejected", None, None, None)
    assert line["confidence"] == 0.8


def test_ledger_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_text("old", encoding="utf-8")

    def broken() -> "object":
        yield Candidate(MENTION, "Taiwan met Japan.", Reason.PRONOUN)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_ledger(broken(), path)  # type: ignore[arg-type]

    assert [(each.name, each.read_text(encoding="utf-8")) for each in tmp_path.iterdir()] == [("ledger.jsonl", "old")]


def test_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        write_ledger([], tmp_path / "nowhere" / "ledger.jsonl")
