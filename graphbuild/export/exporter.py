"""What an exporter is, and the registry of them."""

from collections.abc import Iterable
from typing import Protocol

from graphbuild.graph import KnowledgeGraph
from graphbuild.registry import Registry


class Exporter(Protocol):
    """A pure function from a graph to the text of a file: equal graphs give equal texts."""

    def __call__(self, graph: KnowledgeGraph, /) -> str | Iterable[str]:
        """Return the text, whole or in pieces."""
        ...


exporters: Registry[Exporter] = Registry("exporter")
