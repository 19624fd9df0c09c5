"""One reading of each fact per sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graphbuild.model import Candidate, Iri, Outcome, Reason, Span, Statement

_Fact = tuple[Iri, Iri, Iri, Span]


def settle_readings(candidates: Iterable[Candidate], *, least: float = 0.0) -> Iterator[Candidate]:
    """Yield all candidates, of those that say one fact in one sentence only the surest kept, if it is as sure as ``least``.

    What is said in the text's words gives way where a relation was read between the same two in the sentence; so does what a noun
    says of a fact that it says together with its verb: "offered his support for" supports, whatever is said of the support.
    """
    judged = tuple(_sure_enough(candidate, least) for candidate in candidates)
    best = _surest(judged)
    facts = _facts(judged)
    related = _related(judged)
    for candidate in judged:
        statement = candidate.statement
        if statement is None or candidate.outcome is Outcome.REJECTED:
            yield candidate
        elif best[_key(statement)] is not candidate:
            yield replace(candidate, reason=Reason.SAID_BETTER, detail=best[_key(statement)].mention.extractor)
        elif any(_says_all(other, candidate) for other in facts[_fact(statement)]):
            yield replace(candidate, reason=Reason.SAID_BETTER, detail=candidate.mention.extractor)
        elif statement.is_open and _pair(statement) in related:
            yield replace(candidate, reason=Reason.RELATED, detail=related[_pair(statement)])
        else:
            yield candidate


def _sure_enough(candidate: Candidate, least: float) -> Candidate:
    statement = candidate.statement
    if statement is None or candidate.outcome is Outcome.REJECTED or statement.evidence[0].confidence >= least:
        return candidate
    return replace(candidate, reason=Reason.UNSURE, detail=f"{statement.evidence[0].confidence}")


def _surest(candidates: Iterable[Candidate]) -> dict[tuple[Statement, Span], Candidate]:
    best: dict[tuple[Statement, Span], Candidate] = {}
    for candidate in candidates:
        if candidate.statement is not None and candidate.outcome is not Outcome.REJECTED:
            other = best.setdefault(_key(candidate.statement), candidate)
            if other.statement is not None and _rank(candidate.statement) > _rank(other.statement):
                best[_key(candidate.statement)] = candidate
    return best


def _facts(candidates: Iterable[Candidate]) -> dict[_Fact, list[Candidate]]:
    """Return the candidates that are read, by what they are about."""
    found: dict[_Fact, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.statement is not None and candidate.outcome is not Outcome.REJECTED:
            found.setdefault(_fact(candidate.statement), []).append(candidate)
    return found


def _says_all(other: Candidate, candidate: Candidate) -> bool:
    """Tell whether ``other`` has it with the verb of the noun by which ``candidate`` has it, and otherwise: as planned, as done."""
    outer, inner = other.mention.predicate, candidate.mention.predicate
    is_within = outer.span.start < inner.span.start and inner.span.end <= outer.span.end
    is_other = other.mention.factuality is not candidate.mention.factuality
    return is_other and is_within and inner.pos == "NOUN" and outer.noun == inner.lemma


def _fact(statement: Statement) -> _Fact:
    return statement.subject, statement.predicate, statement.object, statement.evidence[0].sentence.span


def _related(candidates: Iterable[Candidate]) -> dict[tuple[frozenset[Iri], Span], str]:
    """Return a relation that was read between two things in a sentence, by both."""
    related: dict[tuple[frozenset[Iri], Span], str] = {}
    for candidate in candidates:
        statement = candidate.statement
        if statement is not None and candidate.outcome is not Outcome.REJECTED and not statement.is_open:
            related.setdefault(_pair(statement), statement.predicate.local_name)
    return related


def _key(statement: Statement) -> tuple[Statement, Span]:
    return statement, statement.evidence[0].sentence.span


def _pair(statement: Statement) -> tuple[frozenset[Iri], Span]:
    return frozenset({statement.subject, statement.object}), statement.evidence[0].sentence.span


def _rank(statement: Statement) -> tuple[float, int, str]:
    """Return how good a reading is: surer first, then the one with the fuller trigger, then by extractor."""
    evidence = statement.evidence[0]
    return evidence.confidence, len(evidence.trigger.text), evidence.extractor
