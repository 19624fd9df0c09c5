"""What a graph says of one node."""

from collections import defaultdict
from collections.abc import Iterable

from rdflib import Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from graphbuild.model import Iri

_LANGUAGES = ("en", "")


class Description:
    """The properties of a node, read once."""

    def __init__(self, graph: Graph, node: Node) -> None:
        self._values: dict[Node, list[Node]] = defaultdict(list)
        for predicate, value in graph.predicate_objects(node):
            self._values[predicate].append(value)

    def has(self, *predicates: URIRef) -> bool:
        """Tell whether any of the properties has a value."""
        return any(predicate in self._values for predicate in predicates)

    def texts(self, *predicates: URIRef) -> tuple[str, ...]:
        """Return the literals of the properties, in whatever language, sorted, each once."""
        return tuple(sorted({str(value) for value in self._all(predicates) if isinstance(value, RdfLiteral)}))

    def text(self, *predicates: URIRef) -> str:
        """Return the one literal to show: of the first property that has any, in English or no language if there is such."""
        for predicate in predicates:
            literals = sorted(
                (_rank(value), str(value)) for value in self._values.get(predicate, ()) if isinstance(value, RdfLiteral)
            )
            if literals:
                return literals[0][1]
        return ""

    def iris(self, *predicates: URIRef) -> tuple[Iri, ...]:
        """Return the IRIs among the values of the properties, sorted, each once."""
        return tuple(sorted({Iri(str(value)) for value in self._all(predicates) if isinstance(value, URIRef)}))

    def iri(self, *predicates: URIRef) -> Iri | None:
        """Return the first of :meth:`iris`, None if there is none."""
        return next(iter(self.iris(*predicates)), None)

    def _all(self, predicates: Iterable[Node]) -> Iterable[Node]:
        return (value for predicate in predicates for value in self._values.get(predicate, ()))


def _rank(literal: RdfLiteral) -> int:
    language = (literal.language or "").partition("-")[0].lower()
    return _LANGUAGES.index(language) if language in _LANGUAGES else len(_LANGUAGES)
