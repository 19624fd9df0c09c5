"""JSON-LD: a context of prefixes, and one object for every node."""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from graphbuild.errors import ExportError
from graphbuild.export.exporter import exporters
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Iri
from graphbuild.rdf import Literal, Names, Term, Triple, describe

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_LARGEST_EXACT = 2**53


@exporters.register("jsonld")
def to_jsonld(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield the whole graph as JSON-LD.

    Raises:
        ExportError: an IRI cannot be told from a shortened one.
    """
    names = Names(graph.namespace.base)
    yield f'{{"@context": {json.dumps(names.prefixes, sort_keys=True)},\n "@graph": ['
    separator = "\n"
    for subject, about in groupby(describe(graph), key=attrgetter("subject")):
        yield f"{separator}  {json.dumps(_node(subject, about, names), ensure_ascii=False)}"
        separator = ",\n"
    yield "\n]}\n"


def _node(subject: Iri, about: Iterable[Triple], names: Names) -> dict[str, object]:
    node: dict[str, object] = {"@id": _iri(subject, names)}
    for predicate, triples in groupby(about, key=attrgetter("predicate")):
        if predicate == _RDF_TYPE:
            node["@type"] = [_iri(str(triple.object), names) for triple in triples]
        else:
            values = [_value(triple.object, names) for triple in triples]
            node[_iri(predicate, names)] = values[0] if len(values) == 1 else values
    return node


def _value(term: Term, names: Names) -> object:
    if not isinstance(term, Literal):
        return {"@id": _iri(term, names)}
    if term.datatype is None:
        return term.text
    if term.datatype == _XSD_INTEGER and abs(int(term.text)) <= _LARGEST_EXACT:
        return int(term.text)
    return {"@value": term.text, "@type": _iri(term.datatype, names)}


def _iri(iri: str, names: Names) -> str:
    curie = names.curie(iri)
    if curie is not None:
        return curie
    scheme, _, rest = iri.partition(":")
    if scheme in names.prefixes and not rest.startswith("//"):
        raise ExportError(f"the IRI <{iri}> begins like a prefix", format="jsonld")
    return iri
