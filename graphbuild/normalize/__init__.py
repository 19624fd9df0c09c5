"""Readings to statements: names become entities, phrases become relations."""

from graphbuild.normalize.normalizer import NormalizedDocument, Normalizer
from graphbuild.normalize.resolve import resolve_entities

__all__ = ["NormalizedDocument", "Normalizer", "resolve_entities"]
