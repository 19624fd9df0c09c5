"""Terms that are used and nowhere declared: mostly slips of the pen."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from rdflib import FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from graphbuild.ontology.prefixes import PREFIXES, compact
from graphbuild.ontology.problem import Problem, Severity
from graphbuild.ontology.vocabulary import DOMAIN, RANGE, find_classes

# Vocabularies that will not grow; others' terms are taken on trust.
_CLOSED = (RDF, RDFS, OWL, SKOS, XSD, FOAF, ORG, PROV)
_OURS = (PREFIXES["gb"], PREFIXES["gbi"])
_NO_THINGS = (*map(str, (RDF, RDFS, OWL)), f"{PREFIXES['gb']}RoleHolding")
"""How the types begin of what describes things and is none itself."""


def find_unknown_terms(graph: Graph, vocabulary: Graph | None = None) -> Iterator[Problem]:
    """Yield what neither ``graph`` nor ``vocabulary`` declares in our namespaces, and what the standard vocabularies lack."""
    declared = {str(node) for part in (graph, vocabulary) if part is not None for node in part.subjects(RDF.type)}
    users = {str(term): str(user) for term, user in _users(graph).items()}
    for iri, user in sorted(users.items()):
        if iri.startswith(_OURS) and iri not in declared:
            yield _unknown(iri, user, declared)
        for closed in _CLOSED:
            if iri.startswith(str(closed)) and iri != str(closed) and URIRef(iri) not in closed:
                yield _unknown(iri, user, set(map(str, dir(closed))))


def find_unknown_classes(graph: Graph) -> Iterator[Problem]:
    """Yield the domains and ranges that are no class of things; :func:`find_unknown_terms` finds those that are not declared."""
    classes = find_classes(graph)
    for predicate in (*DOMAIN, *RANGE):
        for relation, class_ in sorted(graph.subject_objects(predicate)):
            is_slip = str(class_).startswith(_OURS) and (class_, RDF.type, None) not in graph
            if (relation, RDF.type, OWL.ObjectProperty) in graph and class_ not in classes and not is_slip:
                hint = _hint(str(class_), set(map(str, classes)))
                message = f"{compact(str(relation))}: {compact(str(predicate))} names no class: {compact(str(class_))}{hint}"
                yield Problem(Severity.ERROR, message, str(relation))


def find_untyped_actors(graph: Graph, classes: Collection[Node]) -> Iterator[Problem]:
    """Yield what has a label, and no type that is among ``classes`` or says that it is no thing."""
    names = {compact(str(class_)) for class_ in classes}
    for node in sorted(set(graph.subjects(RDFS.label)), key=str):
        types = sorted(graph.objects(node, RDF.type), key=str)
        if types and not any(type_ in classes or str(type_).startswith(_NO_THINGS) for type_ in types):
            yield Problem(Severity.ERROR, f"{compact(str(node))}: no class is called {_named(types[0], names)}", str(node))


def _named(type_: Node, names: Collection[str]) -> str:
    close = get_close_matches(compact(str(type_)), sorted(names), n=1)
    return f"{compact(str(type_))} (did you mean {close[0]}?)" if close else compact(str(type_))


def _users(graph: Graph) -> dict[URIRef, Node]:
    """Return each IRI that is used, with the first node whose description uses it."""
    users: dict[URIRef, Node] = {}
    for subject, predicate, value in graph:
        for term in (subject, predicate, value.datatype if isinstance(value, Literal) else value):
            if isinstance(term, URIRef):
                users[term] = min(users.get(term, subject), subject, key=str)
    return users


def _unknown(iri: str, user: str, known: set[str]) -> Problem:
    where = "" if user == iri else f"{compact(user)}: "
    return Problem(Severity.ERROR, f"{where}unknown term {compact(iri)}{_hint(iri, known)}", user)


def _hint(iri: str, known: set[str]) -> str:
    """Return a question that names the closest of the ``known`` terms of the same vocabulary, if one is close."""
    prefix, _, name = compact(iri).partition(":")
    names = sorted(other.partition(":")[2] for other in map(compact, known) if other.startswith(f"{prefix}:"))
    close = [other for other in names if other.casefold() == name.casefold()] or get_close_matches(name, names, n=1)
    return f" (did you mean {prefix}:{close[0]}?)" if close else ""
