"""Which class or actor a user means by a name in a table."""

from collections.abc import Iterable
from difflib import get_close_matches

from rdflib import RDF, RDFS, SKOS, Graph, URIRef

from graphbuild.errors import GraphBuildError
from graphbuild.model import Iri
from graphbuild.model.name import normalize_name
from graphbuild.ontology.prefixes import expand
from graphbuild.ontology.vocabulary import GB, find_classes


class Directory:
    """The classes and actors of a vocabulary by name; actors can be added."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._classes = find_classes(graph)
        self._class_by_name = {
            name: class_ for class_ in sorted(self._classes, reverse=True) for name in self._class_names(class_)
        }
        self._places = self._below(GB.Place)
        self._types: dict[URIRef, set[URIRef]] = {}
        self._by_label: dict[str, set[URIRef]] = {}
        self._by_name: dict[str, set[URIRef]] = {}
        for node, type_ in graph.subject_objects(RDF.type):
            if type_ in self._classes and isinstance(node, URIRef) and isinstance(type_, URIRef):
                others = [str(name) for predicate in (SKOS.altLabel, GB.acronym) for name in graph.objects(node, predicate)]
                for label in graph.objects(node, RDFS.label):
                    self.add(node, str(label), type_, others)

    def add(self, actor: URIRef, label: str, type_: URIRef | None, others: Iterable[str] = ()) -> None:
        """Let an actor be found by its label, and by other names where any name will do."""
        self._by_label.setdefault(normalize_name(label), set()).add(actor)
        for name in (label, *others):
            self._by_name.setdefault(normalize_name(name), set()).add(actor)
        self._types.setdefault(actor, set()).update({type_} if type_ is not None else ())

    def is_known(self, actor: URIRef) -> bool:
        """Tell whether an actor of this IRI is described."""
        return actor in self._types

    def find_class(self, name: str) -> URIRef | None:
        """Return the class of this local name, label, CURIE or IRI."""
        iri = _iri(name)
        if iri in self._classes:
            return iri
        return self._class_by_name.get(name.casefold())

    def find_labelled(self, label: str, type_: URIRef | None) -> list[URIRef]:
        """Return the actors of this label, and of this class if one is given."""
        found = self._by_label.get(normalize_name(label), set())
        return sorted(actor for actor in found if type_ is None or type_ in self._types[actor])

    def find_named(self, name: str, *, is_place: bool = False) -> list[URIRef]:
        """Return the actors of this label, alias, acronym, CURIE or IRI; those of that label if there are any."""
        iri = _iri(name)
        found = {iri} if iri in self._types else set()
        key = normalize_name(name)
        for names in (self._by_label, self._by_name):
            found = found or {actor for actor in names.get(key, ()) if not is_place or self._types[actor] & self._places}
        return sorted(actor for actor in found if actor is not None)

    def closest_class(self, name: str) -> str:
        """Return a question that names the class with the closest name, if one is close."""
        return _hint(name, {Iri(class_).local_name for class_ in self._classes})

    def closest_name(self, name: str) -> str:
        """Return a question that names the actor with the closest name, if one is close."""
        return _hint(name, self._by_name)

    def _class_names(self, class_: URIRef) -> set[str]:
        labels = {str(label).casefold() for label in self._graph.objects(class_, RDFS.label)}
        return {Iri(class_).local_name.casefold(), *labels}

    def _below(self, class_: URIRef) -> set[URIRef]:
        return {node for node in self._graph.transitive_subjects(RDFS.subClassOf, class_) if isinstance(node, URIRef)}


def _hint(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, sorted(known), n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""


def _iri(name: str) -> URIRef | None:
    """Return a CURIE or IRI as IRI, None if ``name`` is neither."""
    try:
        return URIRef(expand(name))
    except GraphBuildError:
        return None
