"""Replay decisions on a graph: on its things first, then on its statements."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from graphbuild.decisions.candidates import may_be_accepted, move_candidate, rule_candidate
from graphbuild.decisions.decision import Decisions, Kind, NameDecision, StatementDecision
from graphbuild.decisions.names import Names
from graphbuild.decisions.rulings import Rulings, Vocabulary
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Candidate, Entity, Iri, Merge, MergeReason, Statement


@dataclass(frozen=True, slots=True)
class Replay:
    """What the decisions make of a graph.

    ``iri_by_old`` are the things that became others, ``uses`` how many things or statements each entry was about, by its number.
    """

    graph: KnowledgeGraph
    decisions: Decisions
    rulings: Rulings
    iri_by_old: Mapping[Iri, Iri] = field(default_factory=dict)
    uses: Mapping[int, int] = field(default_factory=dict)
    problems: Mapping[int, str] = field(default_factory=dict)

    def settle(self, candidate: Candidate) -> Candidate:
        """Return a candidate, under the graph's IRIs before the replay, as the decisions leave it."""
        return rule_candidate(move_candidate(candidate, self.iri_by_old, self.rulings.symmetric), self.rulings)

    @property
    def notes(self) -> tuple[str, ...]:
        """What has to be said of entries that do nothing, a line each."""
        unused = [entry for entry in self.decisions.entries if not self.uses.get(entry.number)]
        return tuple(
            f"{self.decisions.path}: {entry} {self.problems.get(entry.number, 'applies to nothing')}" for entry in unused
        )


def replay(
    graph: KnowledgeGraph,
    decisions: Decisions,
    *,
    vocabulary: Vocabulary,
    unmerged: Iterable[Entity] = (),
    rejected: Iterable[Candidate] = (),
) -> Replay:
    """Return what ``decisions`` make of ``graph``.

    Args:
        graph: as it was read, its names resolved.
        decisions: in whatever order; they are replayed kind by kind, see :class:`Kind`, and within a kind in the file's order.
        vocabulary: the relations that edits may give.
        unmerged: the things before names were resolved, to tell whether what is kept apart is there.
        rejected: the candidates, under the graph's IRIs, among which may be what is accepted; iterated once, if at all.
    """
    return _Replayer(graph, decisions, vocabulary).run(unmerged, rejected)


class _Replayer:
    """Does it step by step, and counts what each entry was about."""

    def __init__(self, graph: KnowledgeGraph, decisions: Decisions, vocabulary: Vocabulary) -> None:
        self._graph = graph
        self._decisions = decisions
        self._vocabulary = vocabulary
        self._uses = Counter[int]()
        self._problems: dict[int, str] = {}

    def run(self, unmerged: Iterable[Entity], rejected: Iterable[Candidate]) -> Replay:
        self._look_for_apart(Names([*unmerged, *self._graph.entities]))
        iri_by_old = self._linked()
        decided = [Merge(new, self._graph.entity(old).label, MergeReason.DECISION, 1.0) for old, new in iri_by_old.items()]
        self._graph = self._graph.relabelled(iri_by_old, symmetric=self._vocabulary.symmetric) if iri_by_old else self._graph
        entities = self._described(self._graph.entities, Kind.RENAME)
        rulings = Rulings(self._decisions.statements, entities, vocabulary=self._vocabulary, namespace=self._graph.namespace)
        things: list[Entity] = [*entities, *rulings.minted()]
        pieces = [*self._ruled(rulings), *self._accepted(rulings, rejected, iri_by_old, things)]
        described = self._described(_spoken_of(things, pieces), Kind.RETYPE)
        left = {entity.iri for entity in described}
        graph = KnowledgeGraph(
            entities=described,
            documents=self._graph.documents,
            merges=(merge for merge in (*self._graph.merges, *decided) if merge.entity in left),
            run=self._graph.run,
            namespace=self._graph.namespace,
        )
        for piece, source in pieces:
            graph.add(piece, runs=self._graph.runs_of(source) if source in self._graph else None)
        return Replay(graph, self._decisions, rulings, iri_by_old, self._uses, self._problems)

    def _of(self, kind: Kind) -> list[NameDecision]:
        return [entry for entry in self._decisions.names if entry.kind is kind]

    def _look_for_apart(self, names: Names) -> None:
        for entry in self._of(Kind.CANNOT_LINK):
            found = [name for name in entry.names if names.find(name)]
            self._uses[entry.number] += len(found) > 1

    def _linked(self) -> dict[Iri, Iri]:
        """Return the things that become another: the one whose name stands first in the entry."""
        names = Names(self._graph.entities)
        moved: dict[Iri, Iri] = {}
        for entry in self._of(Kind.MUST_LINK):
            found = [iri for name in entry.names if (iri := self._find(names, name, entry)) is not None]
            if len(found) < 2:
                continue
            self._uses[entry.number] += len(found)
            target, *others = [moved.get(iri, iri) for iri in found]
            for old in {*others} - {target}:
                moved |= {iri: target for iri, new in moved.items() if new == old} | {old: target}
        return moved

    def _described(self, entities: Iterable[Entity], kind: Kind) -> tuple[Entity, ...]:
        """Return the entities under the names, or with the types, that were decided."""
        by_iri = {entity.iri: entity for entity in entities}
        names = Names(by_iri.values())
        for entry in self._of(kind):
            iri = self._find(names, entry.names[0], entry)
            if iri is not None:
                by_iri[iri] = _renamed(by_iri[iri], entry.to) if kind is Kind.RENAME else replace(by_iri[iri], type=entry.to)
                self._uses[entry.number] += 1
        return tuple(by_iri.values())

    def _find(self, names: Names, name: str, entry: NameDecision) -> Iri | None:
        found = names.find(name)
        if len(found) > 1:
            several = ", ".join(iri.local_name for iri in found)
            self._problems[entry.number] = f"is ambiguous: {name!r} may be {several}; give the last part of an IRI instead"
        return found[0] if len(found) == 1 else None

    def _ruled(self, rulings: Rulings) -> Iterator[tuple[Statement, Statement]]:
        """Yield each piece of evidence with what it is one for now, and the statement that it was read for."""
        for statement in self._graph:
            for evidence in statement.evidence:
                ruling = rulings.rule(replace(statement, evidence=(evidence,)))
                self._count(ruling.by)
                if ruling.statement is not None:
                    yield ruling.statement, statement

    def _accepted(
        self, rulings: Rulings, rejected: Iterable[Candidate], iri_by_old: Mapping[Iri, Iri], things: list[Entity]
    ) -> Iterator[tuple[Statement, Statement]]:
        """Yield what was rejected when it was read and is accepted; its things are added to ``things`` where they are new."""
        known = {thing.iri for thing in things}
        for candidate in rejected if rulings.has_acceptances else ():
            moved = move_candidate(candidate, iri_by_old, self._vocabulary.symmetric)
            if moved.statement is None or not may_be_accepted(moved):
                continue
            ruling = rulings.rule(moved.statement, moved.things)
            if ruling.is_accepted:
                self._count(ruling.by)
                if ruling.statement is not None:
                    things.extend(thing for thing in moved.things if thing.iri not in known)
                    yield ruling.statement, moved.statement

    def _count(self, decisions: Iterable[StatementDecision]) -> None:
        self._uses.update(decision.number for decision in decisions)


def _renamed(entity: Entity, label: str) -> Entity:
    """Return the thing under another name, the old one an alias; it stays the same thing, under the same IRI."""
    aliases = {*entity.aliases, entity.label} - {label}
    return replace(entity, label=label, aliases=tuple(sorted(aliases)))


def _spoken_of(entities: Iterable[Entity], pieces: Iterable[tuple[Statement, Statement]]) -> Iterator[Entity]:
    """Yield the things that are left something to say of, or who say something."""
    named = set[Iri]()
    for piece, _ in pieces:
        named.update((piece.subject, piece.object))
        named.update(said.iri for evidence in piece.evidence for said in evidence.attributed_to if said.iri is not None)
    yield from (entity for entity in entities if entity.iri in named)
