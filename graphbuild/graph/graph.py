"""The knowledge graph: what is believed, about whom, and why."""

import html
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from graphbuild.graph.merge import canonical_entity, merge_documents, merge_entities
from graphbuild.graph.network import to_network
from graphbuild.graph.relabel import relabel_entities, relabel_statement
from graphbuild.model import Document, Entity, Evidence, Iri, Merge, Namespace, Run, Statement

if TYPE_CHECKING:
    import networkx as nx
    from rdflib import Dataset

    from graphbuild.query import Rows

_DEFAULT_NAMESPACE = Namespace()


class KnowledgeGraph:
    """Statements with their evidence, the entities they are about, why names are taken for them, and the documents they were read from.

    A graph is a value: graphs with equal contents are equal, however they were put together; iteration is sorted; ``|`` unites
    two graphs, in any order, to the same graph. Which run made a graph, and under which base its IRIs are minted, is no content.
    """

    def __init__(
        self,
        statements: Iterable[Statement] = (),
        entities: Iterable[Entity] = (),
        documents: Iterable[Document] = (),
        *,
        merges: Iterable[Merge] = (),
        run: Run | None = None,
        namespace: Namespace = _DEFAULT_NAMESPACE,
    ) -> None:
        self.run = run
        self.namespace = namespace
        self._evidence_by_fact: dict[Statement, set[Evidence]] = {}
        self._runs_by_fact: dict[Statement, set[Run]] = {}
        self._entity_by_iri: dict[Iri, Entity] = {}
        self._document_by_id: dict[str, Document] = {}
        self._merges: set[Merge] = set(merges)
        self._sorted: tuple[Statement, ...] | None = None
        for entity in entities:
            self.add_entity(entity)
        for document in documents:
            self.add_document(document)
        for statement in statements:
            self.add(statement)

    def add(self, statement: Statement, *, runs: Iterable[Run] | None = None) -> None:
        """Add a statement, or its evidence if the fact is already known.

        Args:
            statement: what is believed, and why.
            runs: which runs read it; the graph's own if not given.
        """
        fact = replace(statement, evidence=())
        self._evidence_by_fact.setdefault(fact, set()).update(statement.evidence)
        own = () if self.run is None else (self.run,)
        self._runs_by_fact.setdefault(fact, set()).update(own if runs is None else runs)
        self._sorted = None

    def add_entity(self, entity: Entity) -> None:
        """Add an entity, or its names if the IRI is already known."""
        known = self._entity_by_iri.get(entity.iri)
        self._entity_by_iri[entity.iri] = merge_entities(known, entity) if known else canonical_entity(entity)

    def add_document(self, document: Document) -> None:
        """Add where something was read; the text itself is not kept."""
        known = self._document_by_id.get(document.id, document)
        self._document_by_id[document.id] = merge_documents(known, document)

    def add_merge(self, merge: Merge) -> None:
        """Add that a name in the texts was taken for an entity, and why."""
        self._merges.add(merge)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, sorted, each with its sorted evidence."""
        if self._sorted is None:
            self._sorted = tuple(
                replace(fact, evidence=tuple(sorted(evidence, key=_place)))
                for fact, evidence in sorted(self._evidence_by_fact.items(), key=_fact)
            )
        return self._sorted

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All described entities, sorted by IRI."""
        return tuple(self._entity_by_iri[iri] for iri in sorted(self._entity_by_iri))

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents, sorted by id, without their texts."""
        return tuple(self._document_by_id[id_] for id_ in sorted(self._document_by_id))

    @property
    def merges(self) -> tuple[Merge, ...]:
        """The names that were taken for entities, with the reasons, sorted."""
        return tuple(sorted(self._merges))

    @property
    def runs(self) -> tuple[Run, ...]:
        """All runs that the statements come from, sorted by id."""
        runs = set().union(*self._runs_by_fact.values(), () if self.run is None else (self.run,))
        return tuple(sorted(runs, key=_run_id))

    @property
    def things(self) -> tuple[Entity, ...]:
        """All entities, those included that nobody described and statements only mention, sorted by IRI."""
        mentioned = {iri for fact in self._evidence_by_fact for iri in (fact.subject, fact.object)}
        return tuple(self.entity(iri) for iri in sorted(self._entity_by_iri.keys() | mentioned))

    def entity(self, iri: Iri) -> Entity:
        """Return the entity called ``iri``; one that nobody described is labelled by the last part of its IRI."""
        return self.find_entity(iri) or Entity(iri, type="", label=unquote(iri.local_name) or iri)

    def find_entity(self, iri: Iri) -> Entity | None:
        """Return the entity called ``iri`` if somebody described it."""
        return self._entity_by_iri.get(iri)

    def runs_of(self, statement: Statement) -> tuple[Run, ...]:
        """Return the runs that read a statement, sorted by id."""
        return tuple(sorted(self._runs_by_fact.get(statement, ()), key=_run_id))

    def relabelled(self, iri_by_old: Mapping[Iri, Iri], *, symmetric: Collection[Iri] = ()) -> "KnowledgeGraph":
        """Return the graph with entities renamed, or merged where several get one IRI.

        A statement whose two sides become one thing says nothing any more and is left out. The mapping is applied once.

        Args:
            iri_by_old: the new IRI of each entity that changes.
            symmetric: the relations whose sides are stored sorted.
        """
        relabelled = KnowledgeGraph(
            entities=relabel_entities(self.entities, iri_by_old),
            documents=self.documents,
            merges=(replace(merge, entity=iri_by_old.get(merge.entity, merge.entity)) for merge in self._merges),
            run=self.run,
            namespace=self.namespace,
        )
        for statement in self:
            moved = relabel_statement(statement, iri_by_old, symmetric)
            if moved is not None:
                relabelled.add(moved, runs=self.runs_of(statement))
        return relabelled

    def retyped(self, type_by_old: Mapping[str, str]) -> "KnowledgeGraph":
        """Return the graph with classes renamed; the mapping is applied once."""
        retyped = KnowledgeGraph(
            entities=(replace(entity, type=type_by_old.get(entity.type, entity.type)) for entity in self.entities),
            documents=self.documents,
            merges=self._merges,
            run=self.run,
            namespace=self.namespace,
        )
        for statement in self:
            retyped.add(statement, runs=self.runs_of(statement))
        return retyped

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)

    def __len__(self) -> int:
        return len(self._evidence_by_fact)

    def __contains__(self, statement: object) -> bool:
        return statement in self._evidence_by_fact

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, KnowledgeGraph):
            return NotImplemented
        return (
            self._evidence_by_fact == other._evidence_by_fact
            and self._entity_by_iri == other._entity_by_iri
            and self._document_by_id == other._document_by_id
            and self._merges == other._merges
        )

    __hash__ = None  # type: ignore[assignment] # a graph can grow

    def __or__(self, other: "KnowledgeGraph") -> "KnowledgeGraph":
        """Return the union; a run that is not that of both stays with the statements it made."""
        union = KnowledgeGraph(
            entities=(*self.entities, *other.entities),
            documents=(*self.documents, *other.documents),
            merges=self._merges | other._merges,
            run=self.run if self.run == other.run else None,
            namespace=min(self.namespace, other.namespace, key=_base),
        )
        for graph in (self, other):
            for statement in graph:
                union.add(statement, runs=graph.runs_of(statement))
        return union

    def __repr__(self) -> str:
        sizes = (len(self), "statements"), (len(self._entity_by_iri), "entities"), (len(self._document_by_id), "documents")
        return f"<KnowledgeGraph: {', '.join(f'{size} {name}' for size, name in sizes)}>"

    def to_networkx(self) -> "nx.MultiDiGraph[Any]":
        """Return a networkx graph of entities and statements."""
        return to_network(self.things, self)

    def to_rdf(self) -> "Dataset":
        """Return an rdflib dataset: plain triples in the default graph, statements with their evidence in a named one."""
        from graphbuild.rdf import to_rdf  # noqa: PLC0415 - outward convenience

        return to_rdf(self)

    def query(self, sparql: str) -> "Rows":
        """Answer a SPARQL query."""
        from graphbuild.query import query  # noqa: PLC0415 - outward convenience

        return query(self, sparql)

    def write(self, path: Path | str) -> None:
        """Write the graph in the format that the suffix of ``path`` names."""
        from graphbuild.export import write_graph  # noqa: PLC0415 - outward convenience

        write_graph(self, path)

    def _repr_html_(self) -> str:
        """Return the explorable page, in a frame of its own, for notebooks."""
        from graphbuild.export.html import to_html  # noqa: PLC0415 - outward convenience

        page = html.escape(to_html(self))
        return f'<iframe srcdoc="{page}" sandbox="allow-scripts" style="width: 100%; height: 640px; border: 0"></iframe>'


def _place(evidence: Evidence) -> tuple[object, ...]:
    return evidence.sort_key


def _fact(item: tuple[Statement, set[Evidence]]) -> Statement:
    return item[0]


def _run_id(run: Run) -> str:
    return run.id


def _base(namespace: Namespace) -> str:
    return namespace.base
