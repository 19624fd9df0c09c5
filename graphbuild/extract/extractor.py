"""The protocol of extractors, and where they are registered."""

from collections.abc import Iterator
from typing import Protocol

from spacy.tokens import Doc

from graphbuild.model import Alias, RelationMention
from graphbuild.registry import Registry


class Extractor(Protocol):
    """A pure function from a parsed text to what it says."""

    def __call__(self, doc: Doc, /) -> Iterator[RelationMention]:
        """Yield relation mentions in the order of the text."""
        ...


class AliasFinder(Protocol):
    """A pure function from a parsed text to the names that it says are one thing's."""

    def __call__(self, doc: Doc, /) -> Iterator[Alias]:
        """Yield aliases in the order of the text."""
        ...


extractors: Registry[Extractor] = Registry("extractor")
alias_finders: Registry[AliasFinder] = Registry("alias_finder")
