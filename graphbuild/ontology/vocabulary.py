"""Read classes and relations from RDF."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeVar

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef

from graphbuild.errors import OntologyError, UnknownTermError
from graphbuild.model import Iri
from graphbuild.ontology.description import Description
from graphbuild.ontology.label_triggers import default_triggers
from graphbuild.ontology.prefixes import PREFIXES
from graphbuild.ontology.terms import EntityClass, Relation, Trigger, TriggerKind, normalize_phrase, split_name

GB = Namespace(PREFIXES["gb"])
TRIGGERS: Mapping[URIRef, tuple[TriggerKind, bool]] = {
    GB.verbTrigger: ("verb", False),
    GB.nounTrigger: ("noun", False),
    GB.adjectiveTrigger: ("adjective", False),
    GB.affixTrigger: ("affix", False),
    GB.inverseVerbTrigger: ("verb", True),
    GB.inverseNounTrigger: ("noun", True),
    GB.inverseAdjectiveTrigger: ("adjective", True),
    GB.inverseAffixTrigger: ("affix", True),
}
"""The properties that list triggers, with the kind of these, and whether they are inverse."""
DOMAIN = (GB.domainIncludes, RDFS.domain)
RANGE = (GB.rangeIncludes, RDFS.range)

_Term = TypeVar("_Term", EntityClass, Relation)


def find_classes(graph: Graph) -> set[URIRef]:
    """Return the types of things: what is an ``owl:Class``, and what is declared to be a subclass of one."""
    found = {node for node in graph.subjects(RDF.type, OWL.Class) if isinstance(node, URIRef)}
    for class_ in (queue := sorted(found)):
        for subclass in graph.subjects(RDFS.subClassOf, class_):
            if isinstance(subclass, URIRef) and subclass not in found:
                found.add(subclass)
                queue.append(subclass)
    return found


def find_relations(graph: Graph) -> set[URIRef]:
    """Return what can be read from a text: every ``owl:ObjectProperty`` that is not merely the inverse of another."""
    properties = chain(graph.subjects(RDF.type, OWL.ObjectProperty), graph.subjects(RDF.type, OWL.SymmetricProperty))
    return {node for node in properties if isinstance(node, URIRef)} - set(find_inverses(graph).values())


def find_inverses(graph: Graph) -> dict[URIRef, URIRef]:
    """Return the name of the inverse of each relation that has one.

    Of two inverse properties, the one that is described (by domain, range or triggers) is the relation; if that does not decide,
    the one that is said to be the inverse of the other is the inverse.
    """
    inverses = {}
    for inverse, relation in sorted(graph.subject_objects(OWL.inverseOf)):
        if isinstance(inverse, URIRef) and isinstance(relation, URIRef):
            is_swapped = _is_described(graph, inverse) and not _is_described(graph, relation)
            first, second = (inverse, relation) if is_swapped else (relation, inverse)
            inverses[first] = second
    return inverses


def read_classes(graph: Graph) -> dict[str, EntityClass]:
    """Return the classes by local name.

    Raises:
        OntologyError: two classes have one local name.
    """
    nodes = find_classes(graph)
    return _by_name(_read_class(graph, node, nodes) for node in nodes)


def read_relations(graph: Graph, classes: Mapping[str, EntityClass]) -> dict[str, Relation]:
    """Return the relations by local name.

    Raises:
        UnknownTermError: a domain or range is none of ``classes``.
        OntologyError: two relations have one local name.
    """
    nodes, inverses = find_relations(graph), find_inverses(graph)
    known = {class_.iri: class_.name for class_ in classes.values()}
    return _by_name(_read_relation(Description(graph, node), node, inverses, known, nodes) for node in nodes)


def _read_class(graph: Graph, node: URIRef, classes: set[URIRef]) -> EntityClass:
    description = Description(graph, node)
    iri = Iri(node)
    return EntityClass(
        iri=iri,
        name=iri.local_name,
        label=description.text(RDFS.label) or split_name(iri.local_name),
        definition=description.text(SKOS.definition, RDFS.comment),
        broader=tuple(parent.local_name for parent in description.iris(RDFS.subClassOf) if URIRef(parent) in classes),
        nouns=tuple(sorted({normalize_phrase(noun) for noun in description.texts(GB.headNoun)})),
    )


def _read_relation(
    description: Description, node: URIRef, inverses: Mapping[URIRef, URIRef], classes: Mapping[Iri, str], relations: set[URIRef]
) -> Relation:
    iri = Iri(node)
    label = description.text(RDFS.label) or split_name(iri.local_name)
    inverse = inverses.get(node)
    return Relation(
        iri=iri,
        name=iri.local_name,
        label=label,
        definition=description.text(SKOS.definition, RDFS.comment),
        domain=_class_names(description.iris(*DOMAIN), classes),
        range=_class_names(description.iris(*RANGE), classes),
        is_symmetric=OWL.SymmetricProperty in map(URIRef, description.iris(RDF.type)),
        inverse_name=Iri(inverse).local_name if inverse is not None else None,
        inverse=Iri(inverse) if inverse is not None else None,
        broader=_names(description, relations, RDFS.subPropertyOf),
        opposites=_names(description, relations, GB.oppositeOf, OWL.propertyDisjointWith),
        ended_by=_names(description, relations, GB.endedBy),
        triggers=tuple(sorted(set(_read_triggers(description)))) or default_triggers(label),
    )


def _names(description: Description, relations: set[URIRef], *predicates: URIRef) -> tuple[str, ...]:
    """Return the local names of the relations among the values of the properties."""
    return tuple(relation.local_name for relation in description.iris(*predicates) if URIRef(relation) in relations)


def _read_triggers(description: Description) -> Iterator[Trigger]:
    for predicate, (kind, is_inverse) in TRIGGERS.items():
        for phrase in filter(None, map(normalize_phrase, description.texts(predicate))):
            yield Trigger(phrase, kind, is_inverse)


def _class_names(iris: Iterable[Iri], classes: Mapping[Iri, str]) -> tuple[str, ...]:
    names = []
    for iri in iris:
        if iri not in classes:
            raise UnknownTermError(iri, classes)
        names.append(classes[iri])
    return tuple(names)


def _is_described(graph: Graph, node: URIRef) -> bool:
    return Description(graph, node).has(*DOMAIN, *RANGE, *TRIGGERS)


def _by_name(terms: Iterable[_Term]) -> dict[str, _Term]:
    found: dict[str, _Term] = {}
    for term in sorted(terms):
        if term.name in found:
            raise OntologyError(f"{found[term.name].iri} and {term.iri} have one local name, {term.name!r}; rename one of them")
        found[term.name] = term
    return dict(sorted(found.items()))
