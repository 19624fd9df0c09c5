"""What comes of comparing two graphs: values, and as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from graphbuild.model import Document, Entity, Evidence, Factuality, Iri, Statement

Fields = dict[str, object]


class Why(StrEnum):
    """Why two entities are taken for one."""

    IRI = "same IRI"
    SAME_AS = "same elsewhere"
    LABEL = "same label and type"


class Kind(StrEnum):
    """How a statement of one graph stands to one of the other."""

    DENIED = "denied"
    """One asserts what the other negates."""
    OPPOSITE = "opposite"
    """They assert relations that cannot hold beside each other: supports, opposes."""
    IMPLIED = "denied by implication"
    """One asserts what implies that which the other negates: ally of, cooperates with."""
    REALIZED = "realized"
    """Planned or hypothetical in one, asserted in the other."""
    GIVEN_UP = "given up"
    """Planned or hypothetical in one, negated in the other."""
    WEIGHED = "weighed otherwise"
    """Planned in one, hypothetical in the other."""
    ENDED = "ended"
    """One asserts what is over by the other: holds role, formerly held role."""
    OTHER_TIME = "of another time"
    """They would contradict each other, and speak of times that do not meet."""


CONTRADICTIONS = frozenset({Kind.DENIED, Kind.OPPOSITE, Kind.IMPLIED})
"""The kinds that cannot both be so; the others are changes."""


@dataclass(frozen=True, slots=True, order=True)
class SharedEntity:
    """An entity of the left graph, the one of the right graph that is the same, and why it is."""

    left: Entity
    right: Entity
    why: Why


@dataclass(frozen=True, slots=True, order=True)
class SharedStatement:
    """A fact that both graphs have, with the evidence of each; both in the IRIs of the left."""

    left: Statement
    right: Statement


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """Two statements about the same two entities, both in the IRIs of the left graph, that do not agree."""

    kind: Kind
    left: Statement
    right: Statement

    @property
    def is_contradiction(self) -> bool:
        """Whether the two cannot both be so."""
        return self.kind in CONTRADICTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two graphs share, add and contradict: every statement of each is in it, sorted.

    ``shared`` are facts of both; ``contradictions`` and ``changes`` pair what does not agree; ``left_only`` and ``right_only`` are
    the statements that are neither. All are in the IRIs of the left graph, of which ``entities`` has the names.
    """

    shared: tuple[SharedStatement, ...] = ()
    contradictions: tuple[Difference, ...] = ()
    changes: tuple[Difference, ...] = ()
    left_only: tuple[Statement, ...] = ()
    right_only: tuple[Statement, ...] = ()
    shared_entities: tuple[SharedEntity, ...] = ()
    entities: Mapping[Iri, Entity]
    documents: Mapping[str, Document]

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each."""
        return {
            "contradictions": len(self.contradictions),
            "changes": len(self.changes),
            "shared": len(self.shared),
            "left_only": len(self.left_only),
            "right_only": len(self.right_only),
            "shared_entities": len(self.shared_entities),
        }

    def label(self, iri: Iri) -> str:
        """Return what an entity is called."""
        entity = self.entities.get(iri)
        return entity.label if entity is not None else iri.local_name

    def to_dict(self) -> Fields:
        """Return everything as plain data, for JSON."""
        return {
            "counts": self.counts,
            "contradictions": [self._difference(difference) for difference in self.contradictions],
            "changes": [self._difference(difference) for difference in self.changes],
            "shared": [{"left": self._statement(pair.left), "right": self._statement(pair.right)} for pair in self.shared],
            "left_only": [self._statement(statement) for statement in self.left_only],
            "right_only": [self._statement(statement) for statement in self.right_only],
            "shared_entities": [
                {
                    "left": pair.left.iri,
                    "right": pair.right.iri,
                    "label": pair.left.label,
                    "type": pair.left.type,
                    "why": pair.why,
                }
                for pair in self.shared_entities
            ],
        }

    def _difference(self, difference: Difference) -> Fields:
        sides = {"left": self._statement(difference.left), "right": self._statement(difference.right)}
        return {"kind": difference.kind, **sides}

    def _statement(self, statement: Statement) -> Fields:
        relation = None if statement.is_open else statement.predicate.local_name
        return {
            "statement": statement.id,
            "subject": {"iri": statement.subject, "label": self.label(statement.subject)},
            "relation": {"iri": statement.predicate, "name": relation, "phrase": statement.phrase or None},
            "object": {"iri": statement.object, "label": self.label(statement.object)},
            "factuality": Factuality(statement.factuality),
            "confidence": statement.confidence,
            "evidence": [_evidence(evidence) for evidence in statement.evidence],
        }


def _evidence(evidence: Evidence) -> Fields:
    time = evidence.time
    return {
        "document": evidence.sentence.span.document_id,
        "start": evidence.sentence.span.start,
        "end": evidence.sentence.span.end,
        "sentence": evidence.sentence.text,
        "attributed_to": [said.label for said in evidence.attributed_to],
        "time": {"text": time.quotation.text, "value": time.value} if time is not None else None,
        "confidence": evidence.confidence,
    }
