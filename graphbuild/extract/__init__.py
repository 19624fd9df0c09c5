"""Parsed texts to what they say, one construction a file."""

from graphbuild.extract import (  # noqa: F401 - importing an extractor's module registers it
    acronym,
    affix,
    apposition,
    byline,
    capacity,
    copula,
    inclusion,
    noun,
    possessive,
    reference,
    renaming,
    title,
    verb,
)
from graphbuild.extract.extractor import AliasFinder, Extractor, alias_finders, extractors
from graphbuild.extract.factuality_triggers import Triggers, load_triggers
from graphbuild.extract.mentions import mentions_of
from graphbuild.extract.reading import read_parsed

__all__ = ["AliasFinder", "Extractor", "Triggers", "alias_finders", "extractors", "load_triggers", "mentions_of", "read_parsed"]
