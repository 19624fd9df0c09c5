"""What RDFS and OWL say in many ways, said in the one way that the vocabulary is read."""

from collections.abc import Iterator

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import BNode, Node

from graphbuild.ontology.terms import split_name
from graphbuild.ontology.vocabulary import DOMAIN, GB, RANGE, find_classes

_SCHEMA = ("https://schema.org/", "http://schema.org/")
_STANDARD = tuple(map(str, (RDF, RDFS, OWL, SKOS, XSD)))
_OBJECT_PROPERTIES = (
    OWL.SymmetricProperty,
    OWL.TransitiveProperty,
    OWL.AsymmetricProperty,
    OWL.ReflexiveProperty,
    OWL.IrreflexiveProperty,
    OWL.InverseFunctionalProperty,
)
_OTHER_PROPERTIES = (OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.OntologyProperty)
_ANYTHING = (OWL.Thing, RDFS.Resource, *(URIRef(f"{base}Thing") for base in _SCHEMA))
_ALIGNMENTS = (RDFS.subClassOf, OWL.equivalentClass, SKOS.exactMatch, SKOS.closeMatch)


def adapt(own: Graph, bundled: Graph) -> None:
    """Change a user's vocabulary so that it is read as the bundled one is.

    Classes and properties of RDFS become classes and relations; a union of classes becomes its members; a domain or range that
    is anything, or a class of a standard vocabulary that bundled classes are aligned with, becomes none, or these.
    """
    for rule in (_name, _make_classes, _head_nouns, _make_relations, _move_sides, _split_unions, _open_sides, _equate):
        rule(own)
    _align(own, bundled)


def _name(own: Graph) -> None:
    """Take the preferred name for the label of what has none."""
    for node in set(own.subjects(SKOS.prefLabel)):
        if (node, RDFS.label, None) not in own:
            for label in own.objects(node, SKOS.prefLabel):
                own.add((node, RDFS.label, label))


def _make_classes(own: Graph) -> None:
    for node in set(own.subjects(RDF.type, RDFS.Class)):
        if _is_own(node):
            own.add((node, RDF.type, OWL.Class))


def _head_nouns(own: Graph) -> None:
    """Let a class whose label is one word be named by it: "the Anbar militia" is a militia."""
    for node in find_classes(own):
        if _is_own(node) and (node, GB.headNoun, None) not in own:
            for label in own.objects(node, RDFS.label):
                words = split_name(str(label)).split()
                if len(words) == 1:
                    own.add((node, GB.headNoun, Literal(words[0])))


def _make_relations(own: Graph) -> None:
    """Take for relations the properties whose values are things."""
    for node in set(own.subjects(RDF.type, RDF.Property)):
        if _is_own(node) and not _has_texts(own, node):
            own.add((node, RDF.type, OWL.ObjectProperty))
    for kind in _OBJECT_PROPERTIES:
        for node in set(own.subjects(RDF.type, kind)):
            own.add((node, RDF.type, OWL.ObjectProperty))


def _is_own(node: Node) -> bool:
    """Tell whether a term is neither of a standard vocabulary nor of ours, where plain RDFS is bookkeeping."""
    return isinstance(node, URIRef) and not str(node).startswith((*_STANDARD, str(GB)))  # URIRef.startswith takes no tuple


def _has_texts(own: Graph, node: Node) -> bool:
    """Tell whether the values of a property are texts, numbers or dates."""
    ranges = set(own.objects(node, RDFS.range))
    is_literal = any(value == RDFS.Literal or str(value).startswith(str(XSD)) for value in ranges)
    return is_literal or any((node, RDF.type, kind) in own for kind in _OTHER_PROPERTIES)


def _move_sides(own: Graph) -> None:
    """Read schema.org's domains and ranges, of which any will do, as ours."""
    for base in _SCHEMA:
        for name in ("domainIncludes", "rangeIncludes"):
            for node, value in set(own.subject_objects(URIRef(f"{base}{name}"))):
                own.add((node, GB[name], value))


def _split_unions(own: Graph) -> None:
    for side, included in _sides():
        for node, value in set(own.subject_objects(side)):
            if isinstance(value, BNode):
                own.remove((node, side, value))
                for member in _members(own, value):
                    own.add((node, included, member))


def _members(own: Graph, union: Node) -> Iterator[Node]:
    for members in own.objects(union, OWL.unionOf):
        yield from (member for member in Collection(own, members) if isinstance(member, URIRef))


def _open_sides(own: Graph) -> None:
    """Remove domains and ranges that exclude nothing."""
    for side, _ in _sides():
        for node, value in set(own.subject_objects(side)):
            if value in _ANYTHING and (value, RDF.type, OWL.Class) not in own:
                own.remove((node, side, value))


def _equate(own: Graph) -> None:
    """Make each of two equivalent classes a subclass of the other."""
    for node, other in set(own.subject_objects(OWL.equivalentClass)):
        if isinstance(node, URIRef) and isinstance(other, URIRef):
            own.add((node, RDFS.subClassOf, other))
            own.add((other, RDFS.subClassOf, node))


def _align(own: Graph, bundled: Graph) -> None:
    """Put the bundled classes that are aligned with a class of another vocabulary in its place as domain or range."""
    known = find_classes(own) | find_classes(bundled)
    for side, included in _sides():
        for node, value in set(own.subject_objects(side)):
            aligned = set() if value in known else _aligned(value, bundled)
            if aligned:
                own.remove((node, side, value))
                for class_ in aligned:
                    own.add((node, included, class_))


def _aligned(class_: Node, bundled: Graph) -> set[Node]:
    names = {class_, *(URIRef(str(class_).replace(*pair)) for pair in (_SCHEMA, _SCHEMA[::-1]))}
    for alignment in _ALIGNMENTS:
        found = {node for name in names for node in bundled.subjects(alignment, name)}
        if found:
            return found
    return set()


def _sides() -> Iterator[tuple[URIRef, URIRef]]:
    """Yield each property for domains and ranges with the one of ours that takes a class of several."""
    for properties, included in ((DOMAIN, GB.domainIncludes), (RANGE, GB.rangeIncludes)):
        yield from ((property_, included) for property_ in properties)
