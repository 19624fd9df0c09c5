"""Which readings of the rules are right, by the corpus."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graphbuild.model import Candidate, Document, Span, Statement
from graphbuild.normalize.agreement import Readings, says_something
from graphbuild.pipeline import Pipeline
from training.relation_corpus.passage import Passage


@dataclass(frozen=True, slots=True)
class JudgedReading:
    """A reading, what the other way of reading says of it, whether the corpus has the fact, and its factuality if it has."""

    passage: Passage
    candidate: Candidate
    statement: Statement
    agreement: frozenset[str]
    is_right: bool
    factuality: str | None


def judge_readings(passages: Iterable[Passage], pipeline: Pipeline) -> Iterator[JudgedReading]:
    """Yield what is read in ``passages``, judged; what is about something that nobody marked is left out."""
    symmetric = {name for name, relation in pipeline.normalize.ontology.relations.items() if relation.is_symmetric}
    passages = tuple(passages)
    documents = (Document(passage.id, passage.text, published=passage.published) for passage in passages)
    for passage, normalized in zip(passages, pipeline.read(documents), strict=True):
        facts = _facts(passage, symmetric)
        readings = Readings.of(normalized.candidates)
        for candidate in normalized.candidates:
            statement = candidate.statement
            if statement is None or statement.is_open or not says_something(candidate):
                continue
            evidence = statement.evidence[0]
            sides = entity_at(passage, evidence.subject.span), entity_at(passage, evidence.object.span)
            if None not in sides:
                factuality = facts.get((sides[0], statement.predicate.local_name, sides[1]))
                agreement = frozenset(readings.features(candidate))
                yield JudgedReading(passage, candidate, statement, agreement, factuality is not None, factuality)


def entity_at(passage: Passage, span: Span) -> str | None:
    """Return the entity whose mention covers most of ``span``, None if none overlaps it."""
    overlaps = [(min(m.end, span.end) - max(m.start, span.start), m.start - m.end, m.entity) for m in passage.mentions]
    best = max(overlaps, default=(0, 0, ""))
    return best[2] if best[0] > 0 else None


def _facts(passage: Passage, symmetric: set[str]) -> dict[tuple[str | None, str, str | None], str]:
    facts: dict[tuple[str | None, str, str | None], str] = {}
    for fact in passage.facts:
        subject, obj = passage.mentions[fact.subject].entity, passage.mentions[fact.object].entity
        facts[subject, fact.relation, obj] = fact.factuality
        if fact.relation in symmetric:
            facts[obj, fact.relation, subject] = fact.factuality
    return facts
