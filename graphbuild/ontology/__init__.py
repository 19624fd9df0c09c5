"""The vocabulary: which things, relations and actors there are, and the words that stand for them."""

from graphbuild.ontology.actors import KnownActor, RoleHolding
from graphbuild.ontology.load import load_ontology
from graphbuild.ontology.ontology import Ontology
from graphbuild.ontology.prefixes import PREFIXES, compact, expand
from graphbuild.ontology.terms import EntityClass, Relation, Trigger

__all__ = [
    "PREFIXES",
    "EntityClass",
    "KnownActor",
    "Ontology",
    "Relation",
    "RoleHolding",
    "Trigger",
    "compact",
    "expand",
    "load_ontology",
]
