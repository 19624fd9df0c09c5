"""Terms and triples that belong to no library, and the vocabularies they are taken from."""

from typing import NamedTuple, TypeAlias

from graphbuild.model import DEFAULT_BASE, Iri
from graphbuild.ontology import PREFIXES


class Literal(NamedTuple):
    """A text, or what a text stands for if it has a ``datatype``."""

    text: str
    datatype: Iri | None = None


Term: TypeAlias = Iri | Literal


class Triple(NamedTuple):
    """A node, a property and a value of it."""

    subject: Iri
    predicate: Iri
    object: Term


class Vocabulary:
    """The terms whose IRIs begin alike, each made when it is first asked for: ``PROV.Activity``."""

    def __init__(self, base: str) -> None:
        self.base = base

    def __getattr__(self, name: str) -> Iri:
        """Return the term called ``name``."""
        if name.startswith("__"):
            raise AttributeError(name)
        term = self[name]
        setattr(self, name, term)
        return term

    def __getitem__(self, name: str) -> Iri:
        """Return the term called ``name``, which need not be a Python name."""
        return Iri(f"{self.base}{name}")


GB = Vocabulary(PREFIXES["gb"])
RDF = Vocabulary(PREFIXES["rdf"])
RDFS = Vocabulary(PREFIXES["rdfs"])
SKOS = Vocabulary(PREFIXES["skos"])
OWL = Vocabulary(PREFIXES["owl"])
XSD = Vocabulary(PREFIXES["xsd"])
PROV = Vocabulary(PREFIXES["prov"])
OA = Vocabulary(PREFIXES["oa"])
DCTERMS = Vocabulary(PREFIXES["dcterms"])


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Return the usual prefixes and what they stand for, for a graph whose IRIs are minted under ``base``."""
    return {**PREFIXES, "gbi": f"{base}id/"}


def is_inferred(graph_name: str) -> bool:
    """Tell whether a named graph holds what was concluded and not read."""
    return graph_name.endswith("graph/inferred")
