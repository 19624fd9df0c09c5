"""What rules and a trained reader say of one fact."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from graphbuild.model import Candidate, Factuality, Outcome, Reason
from graphbuild.normalize import Normalizer
from graphbuild.ontology import load_ontology

Make = Callable[..., Any]
WEIGHTS = {"read by classifier": 1.0, "classifier surer than 0.9": 1.0, "not read by classifier": -1.0, "read by rules": 2.0}


@pytest.fixture
def judge(article: Make) -> Callable[..., list[Candidate]]:
    """A function from how sure the trained reader is of a fact, and whether a rule reads it, to what becomes of both."""

    def judged(sure: float | None, *, ruled: bool = True, relation: str = "visited", **more: Any) -> list[Candidate]:
        text = article("Abe visited China and Taiwan.")
        abe, china = text.name("Abe", label="Person"), text.name("China")
        rule = text.says(abe, "visited", china, lemma="visit")
        fields: Mapping[str, Any] = {"extractor": "classifier.v1", "confidence": sure}
        trained = text.says(abe, "visited", china, lemma="visit", relation=relation, more={**fields, **more})
        relations = (*([rule] if ruled else []), *([trained] if sure is not None else []))
        normalize = Normalizer(load_ontology(), agreement=WEIGHTS, confidence=lambda mention, *_: mention.confidence * 0.8)
        return list(normalize(text.reading(abe, china, relations=relations)).candidates)

    return judged


def confidences(candidates: list[Candidate]) -> dict[str, float]:
    return {each.mention.extractor: each.statement.evidence[0].confidence for each in candidates if each.statement is not None}


def test_agreement_makes_both_surer(judge: Callable[..., list[Candidate]]) -> None:
    alone, agreed, sure = (confidences(judge(level)) for level in (None, 0.6, 0.95))

    assert alone["verb.v1"] == 0.8
    assert alone["verb.v1"] < agreed["verb.v1"] < sure["verb.v1"]
    assert agreed["classifier.v1"] > 0.6 * 0.8


def test_rule_speaks_for_both(judge: Callable[..., list[Candidate]]) -> None:
    rule, trained = judge(0.9, factuality=Factuality.PLANNED)

    assert rule.outcome is not Outcome.REJECTED
    assert (trained.outcome, trained.reason, trained.detail) == (Outcome.REJECTED, Reason.SAID_BETTER, "verb.v1")


@pytest.mark.parametrize(("sure", "reason"), [(0.9, Reason.FITS), (0.4, Reason.UNSURE)])
def test_trained_reader_alone_has_to_be_sure(sure: float, reason: Reason, judge: Callable[..., list[Candidate]]) -> None:
    (trained,) = judge(sure, ruled=False)

    assert trained.reason is reason
    assert trained.statement is not None
    assert trained.statement.predicate.local_name == "visited"


@pytest.mark.parametrize(
    ("relation", "reason"), [("praised", Reason.FITS), ("spouseOf", Reason.UNFIT), ("unheardOf", Reason.NO_RELATION)]
)
def test_trained_reader_is_held_to_the_ontology(relation: str, reason: Reason, judge: Callable[..., list[Candidate]]) -> None:
    assert judge(0.9, ruled=False, relation=relation)[0].reason is reason
