"""What one way of reading says of what the other has read: where both see a fact it is surer, where one stays silent less so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import exp, log

from graphbuild.model import Candidate, Iri, Outcome, Reason, Span, Statement

TRAINED = frozenset({"classifier.v1"})
"""The readers that were trained on examples; all others are rules."""
_SETTLED = frozenset({Reason.SAID_BETTER, Reason.RELATED, Reason.UNSURE})
_LEVELS = (0.5, 0.7, 0.9, 0.97)
Fact = tuple[Iri, Iri, Iri, Span]


@dataclass(frozen=True, slots=True)
class Readings:
    """What the trained readers are how sure of, and what the rules read, by fact and sentence."""

    trained: Mapping[Fact, float]
    ruled: frozenset[Fact]
    is_read: bool
    """Whether a trained reader read the document at all."""

    @classmethod
    def of(cls, candidates: Iterable[Candidate]) -> "Readings":
        """Return the readings of one document."""
        trained: dict[Fact, float] = {}
        ruled: set[Fact] = set()
        is_read = False
        for candidate in candidates:
            is_trained = candidate.mention.extractor in TRAINED
            is_read = is_read or is_trained
            if candidate.statement is None or not says_something(candidate):
                continue
            fact = fact_of(candidate.statement)
            if is_trained:
                trained[fact] = max(trained.get(fact, 0.0), candidate.mention.confidence)
            else:
                ruled.add(fact)
        return cls(trained, frozenset(ruled), is_read)

    def features(self, candidate: Candidate) -> Iterator[str]:
        """Yield what the other way of reading says of ``candidate``."""
        if candidate.statement is None or not self.is_read or candidate.statement.is_open:
            return
        fact = fact_of(candidate.statement)
        if candidate.mention.extractor in TRAINED:
            yield "read by rules" if fact in self.ruled else "not read by rules"
        else:
            sure = self.trained.get(fact, 0.0)
            yield "read by classifier" if sure else "not read by classifier"
            yield from (f"classifier surer than {level}" for level in _LEVELS if sure >= level)


def agree(candidates: Iterable[Candidate], weights: Mapping[str, float]) -> Iterator[Candidate]:
    """Yield the candidates, each as sure as it is knowing what the other way of reading says of it."""
    candidates = tuple(candidates)
    readings = Readings.of(candidates)
    for candidate in candidates:
        gain = sum(weights.get(feature, 0.0) for feature in readings.features(candidate))
        yield _surer(candidate, gain) if gain else candidate


def says_something(candidate: Candidate) -> bool:
    """Tell whether a candidate is a reading of a fact, even if another reading of it was preferred, or if it is not sure enough."""
    return candidate.statement is not None and (candidate.outcome is not Outcome.REJECTED or candidate.reason in _SETTLED)


def fact_of(statement: Statement) -> Fact:
    """Return what a statement says, and in which sentence, whatever its factuality."""
    return statement.subject, statement.predicate, statement.object, statement.evidence[0].sentence.span


def _surer(candidate: Candidate, gain: float) -> Candidate:
    statement = candidate.statement
    if statement is None:
        return candidate
    evidence = statement.evidence[0]
    sure = min(max(evidence.confidence, 0.001), 0.999)
    confidence = round(1 / (1 + exp(-(log(sure / (1 - sure)) + gain))), 3)
    return replace(candidate, statement=replace(statement, evidence=(replace(evidence, confidence=confidence),)))
