"""Statements whose sides are of no class that the relation holds between."""

from collections.abc import Iterator, Mapping

from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

from graphbuild.ontology.ontology import Ontology
from graphbuild.ontology.prefixes import compact
from graphbuild.ontology.problem import Severity
from graphbuild.ontology.shacl import Violation
from graphbuild.ontology.terms import Relation


def find_misfits(graph: Graph, ontology: Ontology) -> Iterator[Violation]:
    """Yield the sides of statements, whatever their factuality, that are outside the domain or range of the relation.

    Of a thing of no known class nothing is known to be wrong.
    """
    name_by_class: dict[Node, str] = {URIRef(class_.iri): class_.name for class_ in ontology.classes.values()}
    relations: dict[Node, Relation] = {URIRef(relation.iri): relation for relation in ontology.relations.values()}
    for node, subject, predicate, value in _statements(graph, relations):
        relation = relations[predicate]
        for side, thing, names in (("subject", subject, relation.domain), ("object", value, relation.range)):
            types = _types(graph, thing, name_by_class)
            if not _fits(types, names, ontology):
                message = f"{compact(str(thing))} is of class {_or(types)}; the {side} of {relation.name} is of {_or(names)}"
                yield Violation(Severity.ERROR, str(node), str(predicate), message, str(thing))


def _statements(graph: Graph, relations: Mapping[Node, Relation]) -> Iterator[tuple[Node, Node, Node, Node]]:
    """Yield the node, subject, relation and object of statements; plain triples only where no node says the same."""
    described = set()
    for node in graph.subjects(RDF.type, RDF.Statement):
        subject, predicate, value = (graph.value(node, key) for key in (RDF.subject, RDF.predicate, RDF.object))
        if subject is not None and predicate is not None and value is not None and predicate in relations:
            described.add((subject, predicate, value))
            yield node, subject, predicate, value
    for predicate in relations:
        for subject, value in graph.subject_objects(predicate):
            if (subject, predicate, value) not in described:
                yield subject, subject, predicate, value


def _types(graph: Graph, thing: Node, name_by_class: Mapping[Node, str]) -> tuple[str, ...]:
    return tuple(sorted({name_by_class[type_] for type_ in graph.objects(thing, RDF.type) if type_ in name_by_class}))


def _fits(types: tuple[str, ...], names: tuple[str, ...], ontology: Ontology) -> bool:
    if not types or not names or types == ("Thing",):
        return True
    return any(ontology.is_a(type_, name) for type_ in types for name in names)


def _or(names: tuple[str, ...]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
