"""What follows by the vocabulary from what a graph says: nobody said it, so it never mixes with what was read."""

from collections.abc import Iterator

from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Iri, Statement
from graphbuild.ontology import Ontology, Relation
from graphbuild.rdf.terms import Triple


def infer(graph: KnowledgeGraph, ontology: Ontology) -> Iterator[Triple]:
    """Yield the triples that the plain ones imply and that are none of them, sorted.

    Allies cooperate (a relation implies the broader ones), Japan's ally has Japan for an ally (a symmetric relation), and whom Japan
    supports is supported by Japan (an inverse). What is negated, planned or only claimed by an actor implies nothing.
    """
    plain = [statement for statement in graph if statement.is_plain]
    stated = {Triple(statement.subject, statement.predicate, statement.object) for statement in plain}
    relation_by_iri = {relation.iri: relation for relation in ontology.relations.values()}
    implied = {
        triple
        for statement in plain
        if statement.predicate in relation_by_iri
        for relation in _with_broader(relation_by_iri[statement.predicate], ontology)
        for triple in _both_ways(statement, relation)
    }
    yield from sorted(implied - stated)


def _with_broader(relation: Relation, ontology: Ontology) -> Iterator[Relation]:
    """Yield a relation and all that it implies, each once, whatever circles the vocabulary has."""
    found = {relation.name: relation}
    for known in (queue := [relation]):
        for name in known.broader:
            if name not in found:
                found[name] = ontology.relations[name]
                queue.append(found[name])
    yield from found.values()


def _both_ways(statement: Statement, relation: Relation) -> Iterator[Triple]:
    yield Triple(statement.subject, relation.iri, statement.object)
    turned: Iri | None = relation.iri if relation.is_symmetric else relation.inverse
    if turned is not None:
        yield Triple(statement.object, turned, statement.subject)
