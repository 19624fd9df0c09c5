"""One reading of each fact per sentence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphbuild.model import Candidate, Iri, Namespace, Outcome, Reason, Span, Statement
from graphbuild.normalize.agreement import TRAINED, Fact, fact_of

_BUNDLED = Namespace().term("")
"""How the IRIs of the bundled relations begin."""
_LEAST = Namespace().term("linkedTo")
LEAST_TRAINED = 0.4
"""What only a trained reader has read has to be as sure; chosen on the development part of the relation corpus."""


def settle_readings(
    candidates: Iterable[Candidate], *, least: float = 0.0, least_trained: float = LEAST_TRAINED
) -> Iterator[Candidate]:
    """Yield all candidates, of those that say one fact in one sentence only the surest kept, if it is as sure as ``least``.

    What is said in the text's words gives way where a relation was read between the same two in the sentence; so does what a noun
    says of a fact that it says together with its verb: "offered his support for" supports, whatever is said of the support.
    """
    judged = tuple(_sure_enough(candidate, _least(candidate, least, least_trained)) for candidate in candidates)
    ruled = _Ruled.of(judged)
    best = _surest(judged)
    facts = _facts(judged)
    related = _related(judged)
    for candidate in judged:
        statement = candidate.statement
        if statement is None or candidate.outcome is Outcome.REJECTED:
            yield candidate
        elif best[_key(statement)] is not candidate:
            yield replace(candidate, reason=Reason.SAID_BETTER, detail=best[_key(statement)].mention.extractor)
        elif any(_says_all(other, candidate) for other in facts[fact_of(statement)]):
            yield replace(candidate, reason=Reason.SAID_BETTER, detail=candidate.mention.extractor)
        elif _is_trained(candidate) and (by := ruled.find(statement, candidate.mention.predicate.span)):
            yield replace(candidate, reason=Reason.SAID_BETTER, detail=by)
        elif _says_least(statement) and _pair(statement) in related:
            yield replace(candidate, reason=Reason.RELATED, detail=related[_pair(statement)])
        else:
            yield candidate


def _sure_enough(candidate: Candidate, least: float) -> Candidate:
    statement = candidate.statement
    if statement is None or candidate.outcome is Outcome.REJECTED or statement.evidence[0].confidence >= least:
        return candidate
    return replace(candidate, reason=Reason.UNSURE, detail=f"{statement.evidence[0].confidence}")


def _is_trained(candidate: Candidate) -> bool:
    return candidate.mention.extractor in TRAINED


def _least(candidate: Candidate, least: float, least_trained: float) -> float:
    return max(least, least_trained) if _is_trained(candidate) else least


@dataclass(frozen=True, slots=True)
class _Ruled:
    """The facts that rules have read, by which; rules know better what a side is called, and whether what is said is so or denied."""

    by_fact: Mapping[Fact, str]
    by_side: Mapping[tuple[Iri, Iri, Span], Sequence[tuple[Span, str]]]
    """By subject or object, relation and sentence: the words of the other side."""
    by_pair: Mapping[tuple[frozenset[Iri], Span], str]
    """By both sides and sentence, of relations that a user's vocabulary adds."""
    by_trigger: Mapping[frozenset[Iri], Sequence[tuple[Span, str]]]
    """By both sides: the words that say it."""

    @classmethod
    def of(cls, candidates: Iterable[Candidate]) -> "_Ruled":
        by_fact: dict[Fact, str] = {}
        by_side: dict[tuple[Iri, Iri, Span], list[tuple[Span, str]]] = {}
        by_pair: dict[tuple[frozenset[Iri], Span], str] = {}
        by_trigger: dict[frozenset[Iri], list[tuple[Span, str]]] = {}
        for candidate in candidates:
            statement = candidate.statement
            if statement is not None and candidate.outcome is not Outcome.REJECTED and not _is_trained(candidate):
                by_fact[fact_of(statement)] = candidate.mention.extractor
                if not _says_least(statement) and statement.evidence[0].confidence >= LEAST_TRAINED:
                    words = candidate.mention.predicate.span
                    by_trigger.setdefault(_pair(statement)[0], []).append((words, candidate.mention.extractor))
                if not statement.predicate.startswith(_BUNDLED):
                    by_pair[_pair(statement)] = candidate.mention.extractor
                for side, words in _sides(statement):
                    key = side, statement.predicate, statement.evidence[0].sentence.span
                    by_side.setdefault(key, []).append((words, candidate.mention.extractor))
        return cls(by_fact, by_side, by_pair, by_trigger)

    def find(self, statement: Statement, trigger: Span) -> str | None:
        """Return the rule that has read what ``statement`` says, perhaps with more or fewer words of one side; None if none has.

        A relation that a user has added and that a rule reads between the two says it better than a bundled one; so does what a rule
        makes of the same ``trigger`` between the two, if it is as sure as a trained reader has to be.
        """
        for words, by in self.by_trigger.get(_pair(statement)[0], ()):
            if words.start < trigger.end and trigger.start < words.end:
                return by
        if _pair(statement) in self.by_pair and statement.predicate.startswith(_BUNDLED):
            return self.by_pair[_pair(statement)]
        if fact_of(statement) in self.by_fact:
            return self.by_fact[fact_of(statement)]
        for side, words in _sides(statement):
            for other, by in self.by_side.get((side, statement.predicate, statement.evidence[0].sentence.span), ()):
                if words.start < other.end and other.start < words.end:
                    return by
        return None


def _sides(statement: Statement) -> tuple[tuple[Iri, Span], tuple[Iri, Span]]:
    """Return each side with the words of the other."""
    evidence = statement.evidence[0]
    return (statement.subject, evidence.object.span), (statement.object, evidence.subject.span)


def _surest(candidates: Iterable[Candidate]) -> dict[tuple[Statement, Span], Candidate]:
    best: dict[tuple[Statement, Span], Candidate] = {}
    for candidate in candidates:
        if candidate.statement is not None and candidate.outcome is not Outcome.REJECTED:
            other = best.setdefault(_key(candidate.statement), candidate)
            best[_key(candidate.statement)] = max(other, candidate, key=_rank)
    return best


def _facts(candidates: Iterable[Candidate]) -> dict[Fact, list[Candidate]]:
    """Return the candidates that are read, by what they are about."""
    found: dict[Fact, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.statement is not None and candidate.outcome is not Outcome.REJECTED:
            found.setdefault(fact_of(candidate.statement), []).append(candidate)
    return found


def _says_all(other: Candidate, candidate: Candidate) -> bool:
    """Tell whether ``other`` has it with the verb of the noun by which ``candidate`` has it, and otherwise: as planned, as done."""
    outer, inner = other.mention.predicate, candidate.mention.predicate
    is_within = outer.span.start < inner.span.start and inner.span.end <= outer.span.end
    is_other = other.mention.factuality is not candidate.mention.factuality
    return is_other and is_within and inner.pos == "NOUN" and outer.noun == inner.lemma


def _related(candidates: Iterable[Candidate]) -> dict[tuple[frozenset[Iri], Span], str]:
    """Return a relation that was read between two things in a sentence, by both."""
    related: dict[tuple[frozenset[Iri], Span], str] = {}
    for candidate in candidates:
        statement = candidate.statement
        if statement is not None and candidate.outcome is not Outcome.REJECTED and not _says_least(statement):
            related.setdefault(_pair(statement), statement.predicate.local_name)
    return related


def _says_least(statement: Statement) -> bool:
    """Tell whether a statement only tells that there is something between two."""
    return statement.is_open or statement.predicate == _LEAST


def _key(statement: Statement) -> tuple[Statement, Span]:
    return statement, statement.evidence[0].sentence.span


def _pair(statement: Statement) -> tuple[frozenset[Iri], Span]:
    return frozenset({statement.subject, statement.object}), statement.evidence[0].sentence.span


def _rank(candidate: Candidate) -> tuple[bool, float, int, str]:
    """Return how good a reading is: a rule's first, then the surer, then the one with the fuller trigger, then by extractor."""
    confidence = candidate.statement.evidence[0].confidence if candidate.statement is not None else 0.0
    mention = candidate.mention
    return not _is_trained(candidate), confidence, len(mention.predicate.text), mention.extractor
