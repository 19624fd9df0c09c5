"""Triples by the node they are about."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from sys import intern

from graphbuild.errors import ReadError
from graphbuild.model import Iri, Quotation, Span
from graphbuild.rdf.terms import RDF

Index = Mapping[str, Mapping[str, list[str]]]


def index_triples(triples: Iterable[tuple[str, str, str]]) -> Index:
    """Return the values of each property of each node."""
    index: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        index[subject][intern(predicate)].append(value)
    return index


class Node:
    """A node with its properties, which complains about what it lacks."""

    def __init__(self, name: str, index: Index, origin: Path | str) -> None:
        self.name = name
        self._index = index
        self._properties = index.get(name, {})
        self._origin = origin

    def all(self, predicate: str) -> list[str]:
        """Return the values of a property, sorted, each once."""
        return sorted({*self._properties.get(predicate, ())})

    def has(self, predicate: str) -> bool:
        """Tell whether a property has a value."""
        return predicate in self._properties

    def is_a(self, type_: str) -> bool:
        """Tell whether ``type_`` is among the types of the node."""
        return type_ in self._properties.get(RDF.type, ())

    def find(self, predicate: str) -> str | None:
        """Return the value of a property, the first in order of several, None if there is none."""
        return min(self._properties.get(predicate, ()), default=None)

    def get(self, predicate: str) -> str:
        """Return the value of a property that has to be there."""
        value = self.find(predicate)
        if value is None:
            raise self.error(f"lacks <{predicate}>")
        return value

    def follow(self, predicate: str) -> "Iterator[Node]":
        """Yield the nodes that are values of a property."""
        for name in self.all(predicate):
            yield Node(name, self._index, self._origin)

    def iri_of(self, name: str) -> Iri:
        """Return ``name``, which stands here for a thing, as an IRI."""
        try:
            return Iri(name)
        except ValueError as error:
            raise self.error(str(error)) from error

    def number(self, predicate: str) -> float:
        """Return the value of a property that has to be a number."""
        try:
            return float(self.get(predicate))
        except ValueError as error:
            raise self.error(f"<{predicate}>: {error}") from error

    def span(self, document_id: str, start: str, end: str) -> Span:
        """Return the characters between the values of two properties."""
        try:
            return Span(document_id, int(self.get(start)), int(self.get(end)))
        except ValueError as error:
            raise self.error(str(error)) from error

    def quotation(self, document_id: str, text: str, start: str, end: str) -> Quotation:
        """Return the words that three properties say and locate."""
        return Quotation(self.span(document_id, start, end), self.get(text))

    def error(self, problem: str) -> ReadError:
        """Return an error that says what is wrong with the node."""
        return ReadError(self._origin, f"<{self.name}>: {problem}")
