"""A user's vocabulary and the bundled one as one: where they differ, the user's word goes first."""

from collections.abc import Iterable, Mapping
from itertools import product

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

from graphbuild.model import Iri
from graphbuild.model.name import normalize_name
from graphbuild.ontology.adapt import adapt
from graphbuild.ontology.vocabulary import GB, find_classes, find_inverses, find_relations

_SINGLE = (GB.familyName, GB.country, GB.governmentOf)
"""What an actor has one of."""


def combine(bundled: Graph, own: Graph, *, replace: bool = False) -> Graph:
    """Return what both say; neither graph is changed.

    A user's actor that has the IRI of a bundled one, or its label as a name, extends it. So does a user's class that is said to be
    equivalent to a bundled one of its name.

    Args:
        bundled: the bundled vocabulary.
        own: a user's.
        replace: leave out the bundled relations, and let a user's class take the place of the bundled one of its name.
    """
    ours, theirs = _copy(bundled), _copy(own)
    adapt(theirs, ours)
    if replace:
        _drop_relations(ours)
    replaced = _replaced_classes(ours, theirs, replace=replace)
    _rename(ours, replaced)
    _rename(theirs, replaced)
    classes = find_classes(ours) | find_classes(theirs)
    known = _renamed_actors(ours, theirs, classes)
    _rename(ours, known)
    for old, new in known.items():
        theirs.add((new, OWL.sameAs, old))
    _give_way(ours, theirs, classes)
    ours += theirs
    return ours


def _copy(graph: Graph) -> Graph:
    copied = Graph()
    copied += graph
    return copied


def _drop_relations(ours: Graph) -> None:
    relations = find_relations(ours) | set(find_inverses(ours)) | set(find_inverses(ours).values())
    for relation in relations:
        ours.remove((relation, None, None))
        ours.remove((None, None, relation))


def _replaced_classes(ours: Graph, theirs: Graph, *, replace: bool) -> dict[Node, Node]:
    """Return the user's class for each bundled one whose place it takes."""
    bundled = {Iri(class_).local_name: class_ for class_ in find_classes(ours)}
    found: dict[Node, Node] = {}
    for class_ in sorted(find_classes(theirs)):
        old = bundled.get(Iri(class_).local_name)
        if old is not None and old != class_ and (replace or _is_equivalent(theirs, class_, old)):
            found[old] = class_
    return found


def _is_equivalent(graph: Graph, one: Node, other: Node) -> bool:
    return (one, OWL.equivalentClass, other) in graph or (other, OWL.equivalentClass, one) in graph


def _renamed_actors(ours: Graph, theirs: Graph, classes: set[URIRef]) -> dict[Node, Node]:
    """Return the user's IRI for each bundled actor whose label a user's actor has as a name, of its class or one below or above."""
    hierarchy = _hierarchy(ours, theirs)
    bundled, described = _actors(ours, classes, (RDFS.label,)), set(theirs.subjects())
    found: dict[Node, Node] = {}
    for name, news in sorted(_actors(theirs, classes, (RDFS.label, SKOS.altLabel)).items()):
        for old, new in product(sorted(bundled.get(name, set()) - described, key=str), sorted(news, key=str)):
            is_one = len(news) == 1 and not _differ(ours.value(old, GB.country), theirs.value(new, GB.country))
            if is_one and _are_related(ours.objects(old, RDF.type), theirs.objects(new, RDF.type), hierarchy):
                found[old] = new
    return found


def _hierarchy(ours: Graph, theirs: Graph) -> Graph:
    hierarchy = Graph()
    for graph in (ours, theirs):
        for triple in graph.triples((None, RDFS.subClassOf, None)):
            hierarchy.add(triple)
    return hierarchy


def _are_related(types: Iterable[Node], others: Iterable[Node], hierarchy: Graph) -> bool:
    """Tell whether one of the types is, or is below or above, one of the others."""
    return any(
        one in set(hierarchy.transitive_objects(other, RDFS.subClassOf))
        or other in set(hierarchy.transitive_objects(one, RDFS.subClassOf))
        for one, other in product(types, list(others))
    )


def _differ(one: Node | None, other: Node | None) -> bool:
    return one is not None and other is not None and one != other


def _actors(graph: Graph, classes: set[URIRef], predicates: Iterable[URIRef]) -> Mapping[str, set[Node]]:
    """Return the things of ``classes`` by the values of the properties, normalized."""
    found: dict[str, set[Node]] = {}
    nodes = {node for node, type_ in graph.subject_objects(RDF.type) if type_ in classes and isinstance(node, URIRef)}
    for node, predicate in product(nodes, predicates):
        for name in graph.objects(node, predicate):
            found.setdefault(normalize_name(str(name)), set()).add(node)
    return found


def _rename(graph: Graph, new_by_old: Mapping[Node, Node]) -> None:
    for old, new in new_by_old.items():
        for triple in [*graph.triples((old, None, None)), *graph.triples((None, None, old))]:
            subject, predicate, value = triple
            moved = new if subject == old else subject, predicate, new if value == old else value
            graph.remove(triple)
            if moved[0] != moved[2]:
                graph.add(moved)


def _give_way(ours: Graph, theirs: Graph, classes: set[URIRef]) -> None:
    """Remove from ``ours`` what a user says otherwise; a label of ours becomes an alias."""
    for node in set(theirs.subjects()):
        is_term = node in classes or (node, RDF.type, OWL.ObjectProperty) in ours
        _give_way_to_label(ours, theirs, node, is_term=is_term)
        for predicate in () if is_term else (*_SINGLE, RDF.type):
            if (node, predicate, None) in theirs:
                ours.remove((node, predicate, None))


def _give_way_to_label(ours: Graph, theirs: Graph, node: Node, *, is_term: bool) -> None:
    labels = set(ours.objects(node, RDFS.label))
    if labels and (node, RDFS.label, None) in theirs:
        ours.remove((node, RDFS.label, None))
        for label in () if is_term else labels - set(theirs.objects(node, RDFS.label)):
            ours.add((node, SKOS.altLabel, label))
