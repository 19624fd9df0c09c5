"""The measure of which names are taken for one actor."""

import json
from pathlib import Path

import pytest

from benchmarks.entities import evaluate
from graphbuild.ontology import load_ontology

GOLD = [
    {"name": "Ruritania", "type": "Country", "aliases": ["Ruritanian"]},
    {"name": "Rudolf Ruk", "type": "Person", "aliases": ["Ruk"]},
    {"name": "Strelsau", "type": "Place", "aliases": []},
]


def side(text: str, iri: str, kind: str, start: int) -> dict[str, object]:
    return {"text": text, "iri": iri, "type": kind, "start": start, "end": start + len(text)}


@pytest.mark.parametrize(
    ("iri_of_ruk", "kind_of_ruk", "f1", "merged", "wrong"),
    [
        pytest.param("x:ruk", "Person", 1.0, 0, 0, id="all right"),
        pytest.param("x:other", "Person", 0.857, 0, 0, id="split"),
        pytest.param("x:ruritania", "Person", 0.75, 1, 0, id="merged with another"),
        pytest.param("x:ruk", "Place", 1.0, 0, 0, id="the type that most mentions have, the first by letter of even ones"),
    ],
)
def test_entities_are_scored_by_mention(
    iri_of_ruk: str, kind_of_ruk: str, f1: float, merged: int, wrong: int, tmp_path: Path
) -> None:
    rows = [
        (side("Ruritania", "x:ruritania", "Country", 0), side("Rudolf Ruk", "x:ruk", "Person", 20)),
        (side("Strelsau", "x:strelsau", "City", 40), side("Ruk", iri_of_ruk, kind_of_ruk, 60)),
    ]
    gold, statements = tmp_path / "gold.jsonl", tmp_path / "statements.jsonl"
    gold.write_text("\n".join(map(json.dumps, GOLD)), encoding="utf-8")
    lines = [{"document": "a", "subject": subject, "object": obj} for subject, obj in rows]
    statements.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")

    score = evaluate(gold, statements, load_ontology())

    assert (score.mentions, score.entities) == (4, 3)
    assert score.f1 == pytest.approx(f1, abs=0.001)
    assert (len(score.merged), len(score.wrong_types)) == (merged, wrong)
