"""Open information extraction: what sentences say as tuples of their own words, whoever and whatever they are about."""

from graphbuild.openie.tuples import OpenTuple, read_tuples

__all__ = ["OpenTuple", "read_tuples"]
