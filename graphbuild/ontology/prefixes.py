"""CURIEs: IRIs shortened by a prefix, as in ``gb:memberOf``."""

from collections.abc import Mapping
from types import MappingProxyType

from graphbuild.errors import UnknownPrefixError
from graphbuild.model import DEFAULT_BASE, Iri

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "gb": f"{DEFAULT_BASE}ontology#",
        "gbi": f"{DEFAULT_BASE}id/",
        "oa": "http://www.w3.org/ns/oa#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "wd": "http://www.wikidata.org/entity/",
        "wdt": "http://www.wikidata.org/prop/direct/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""The prefixes of the vocabulary."""


def expand(curie: str, prefixes: Mapping[str, str] = PREFIXES) -> Iri:
    """Return the IRI that ``curie`` is short for; an IRI with an authority (``https://…``) is returned as it is.

    >>> expand("gb:memberOf")
    'https://w3id.org/graphbuild/ontology#memberOf'

    Raises:
        UnknownPrefixError: the prefix is not declared, or there is none.
        InvalidIriError: what is expanded is no IRI.
    """
    prefix, colon, name = curie.partition(":")
    if name.startswith("//"):
        return Iri(curie)
    if not colon or prefix not in prefixes:
        raise UnknownPrefixError(curie, prefixes)
    return Iri(prefixes[prefix] + name)


def compact(iri: str, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Return ``iri`` as a CURIE if a prefix fits and a plain name is left, and else as it is.

    >>> compact("https://w3id.org/graphbuild/id/japan")
    'gbi:japan'
    """
    fitting = [(len(base), prefix) for prefix, base in prefixes.items() if iri.startswith(base)]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    name = iri[length:]
    return f"{prefix}:{name}" if name and not set(name) & set("/#:?") else iri
