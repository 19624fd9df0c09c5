"""The annotated article is read at least as well as was asked for; `benchmarks/RESULTS.md` holds what is reached."""

from pathlib import Path

import pytest

from graphbuild.graph import evaluate
from graphbuild.graph.score import Strictness
from graphbuild.pipeline import build

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def corpus(shared: Path) -> Path:
    return shared / "corpus"


def test_annotated_article_is_read_as_well_as_asked(corpus: Path, tmp_path: Path) -> None:
    statements = tmp_path / "statements.jsonl"
    build(corpus / "china_brief.txt").write(statements)

    evaluation = evaluate(corpus / "gold_a.jsonl", corpus / "entities_a.jsonl", statements, extra=corpus / "gold_a_extra.jsonl")

    assert evaluation.scores[Strictness.PAIR].f1 >= 0.45
    assert evaluation.scores[Strictness.RELAXED].f1 >= 0.35
    assert evaluation.factuality_accuracy >= 0.85


def test_every_piece_of_evidence_is_in_the_article(corpus: Path) -> None:
    path = corpus / "china_brief.txt"
    text = path.read_text(encoding="utf-8")

    quoted = [
        quotation
        for statement in build(path)
        for evidence in statement.evidence
        for quotation in (evidence.sentence, evidence.subject, evidence.object, evidence.trigger)
    ]

    assert quoted
    assert [q for q in quoted if text[q.span.start : q.span.end] != q.text] == []
