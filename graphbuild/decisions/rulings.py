"""What decisions make of one reading of one statement."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from graphbuild.decisions.decision import Change, Kind, Pattern, StatementDecision
from graphbuild.decisions.names import Names, names_of
from graphbuild.model import Entity, Evidence, Iri, Namespace, Statement, slugify
from graphbuild.model.name import normalize_name

_UNKNOWN_TYPE = "Thing"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What of the ontology is needed to change statements: relations by name, and which of them are symmetric."""

    relations: Mapping[str, Iri] = field(default_factory=dict)
    symmetric: Collection[Iri] = frozenset()


@dataclass(frozen=True, slots=True)
class Ruling:
    """A statement after all decisions, None if one of them rejects it; ``by`` are those that were about it, in their order."""

    statement: Statement | None
    by: tuple[StatementDecision, ...] = ()

    @property
    def is_accepted(self) -> bool:
        """Whether somebody said that it is right."""
        return any(decision.kind is Kind.ACCEPT for decision in self.by)

    @property
    def is_edited(self) -> bool:
        """Whether somebody changed it."""
        return any(decision.kind is Kind.EDIT for decision in self.by)


class Rulings:
    """Applies the decisions about statements to readings: statements with one piece of evidence."""

    def __init__(
        self,
        decisions: Iterable[StatementDecision],
        entities: Iterable[Entity],
        *,
        vocabulary: Vocabulary,
        namespace: Namespace,
    ) -> None:
        entities = tuple(entities)
        self._decisions = sorted(decisions, key=_order)
        self._vocabulary = vocabulary
        self._namespace = namespace
        self._index = Names(entities)
        self._names = {entity.iri: names_of(entity) for entity in entities}

    @property
    def symmetric(self) -> Collection[Iri]:
        """The relations whose sides are stored sorted."""
        return self._vocabulary.symmetric

    @property
    def has_acceptances(self) -> bool:
        """Whether something is accepted that may have been rejected when it was read."""
        return any(decision.kind is Kind.ACCEPT for decision in self._decisions)

    def rule(self, statement: Statement, things: Iterable[Entity] = ()) -> Ruling:
        """Return what becomes of ``statement``; ``things`` are entities of it that the graph may not have."""
        names = {thing.iri: names_of(thing) for thing in things}
        current, by = statement, list[StatementDecision]()
        for decision in self._decisions:
            if not self._matches(decision.pattern, current, names):
                continue
            if decision.kind is Kind.REJECT:
                return Ruling(None, (*by, decision))
            changed = _sure(current) if decision.kind is Kind.ACCEPT else self._changed(current, decision.change)
            if changed.subject != changed.object:
                current = changed
                by.append(decision)
        return Ruling(current, tuple(by))

    def minted(self) -> tuple[Entity, ...]:
        """Return the things that edits speak of and the graph does not have."""
        sides = {side for decision in self._decisions for side in (decision.change.subject, decision.change.object) if side}
        return tuple(Entity(self._thing(side), _UNKNOWN_TYPE, side) for side in sorted(sides) if not self._index.find(side))

    def _matches(self, pattern: Pattern, statement: Statement, names: Mapping[Iri, frozenset[str]]) -> bool:
        (evidence,) = statement.evidence
        if pattern.statement and pattern.statement != statement.id:
            return False
        if pattern.document and pattern.document != evidence.sentence.span.document_id:
            return False
        if pattern.factuality and pattern.factuality != statement.factuality:
            return False
        if pattern.relation and not _has_relation(statement, pattern.relation):
            return False
        sides = [(statement.subject, statement.object)]
        if statement.predicate in self._vocabulary.symmetric:
            sides.append((statement.object, statement.subject))
        return any(
            self._is_called(subject, pattern.subject, names) and self._is_called(obj, pattern.object, names)
            for subject, obj in sides
        )

    def _is_called(self, iri: Iri, name: str, names: Mapping[Iri, frozenset[str]]) -> bool:
        known = self._names.get(iri, frozenset()) | names.get(iri, frozenset())
        return not name or name in known or normalize_name(name) in known

    def _changed(self, statement: Statement, change: Change) -> Statement:
        if change.turned:
            evidence = tuple(map(_exchanged, statement.evidence))
            statement = replace(statement, subject=statement.object, object=statement.subject, evidence=evidence)
        relation = self._vocabulary.relations.get(change.relation)
        statement = replace(
            statement,
            subject=self._thing(change.subject) if change.subject else statement.subject,
            predicate=relation or statement.predicate,
            object=self._thing(change.object) if change.object else statement.object,
            factuality=change.factuality or statement.factuality,
            phrase="" if relation else statement.phrase,
        )
        return statement.symmetric() if statement.predicate in self._vocabulary.symmetric else statement

    def _thing(self, name: str) -> Iri:
        found = self._index.find(name)
        return found[0] if found else self._namespace.entity(slugify(name))


def _order(decision: StatementDecision) -> tuple[int, int]:
    return list(Kind).index(decision.kind), decision.number


def _has_relation(statement: Statement, relation: str) -> bool:
    """Tell whether the statement's relation is called so: by name or IRI, or an open one by its phrase."""
    is_phrase = statement.is_open and normalize_name(statement.phrase) == normalize_name(relation)
    return is_phrase or relation in {statement.predicate, statement.predicate.local_name}


def _sure(statement: Statement) -> Statement:
    return replace(statement, evidence=tuple(replace(piece, confidence=1.0) for piece in statement.evidence))


def _exchanged(evidence: Evidence) -> Evidence:
    return replace(evidence, subject=evidence.object, object=evidence.subject)
