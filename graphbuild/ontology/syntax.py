"""RDF in the syntax that the suffix of a file names, and what is wrong with it in one line."""

import json
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn
from xml.sax import SAXParseException

from rdflib import Graph
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax

from graphbuild.errors import OntologyError
from graphbuild.model import DEFAULT_BASE

_REASON = re.compile(r"Bad syntax \((.*?)\) at \^ in:", re.DOTALL)
_XML = re.compile(r"\s*<(?:\?xml|!DOCTYPE|!--|rdf:RDF)")
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_RDF_NAMESPACE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_STUMBLES = (AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What rdflib's parsers raise beside their own errors."""


def parse_rdf(text: str, path: Path, graph: Graph) -> None:
    """Add what ``text`` says to ``graph``, in the syntax that the suffix of ``path`` names; no other file is ever asked.

    Raises:
        OntologyError: the suffix names no syntax, or the text is not of it.
    """
    suffix = path.suffix.lower()
    if suffix not in _PARSER_BY_SUFFIX:
        known = ", ".join(sorted(_PARSER_BY_SUFFIX))
        raise OntologyError(f"cannot read {suffix or 'files without a suffix'}; supported: {known}", path=path)
    _PARSER_BY_SUFFIX[suffix](text, path, graph)


def _parse_turtle(text: str, path: Path, graph: Graph) -> None:
    try:
        graph.parse(data=text, format="turtle", publicID=DEFAULT_BASE)
    except BadSyntax as error:
        reason = _REASON.search(error.message)
        problem = f"not Turtle: {reason[1] if reason else 'bad syntax'}"
        raise OntologyError(problem, path=path, line=error.lines + 1) from error
    except _STUMBLES as error:
        raise OntologyError(f"not Turtle: {error}", path=path) from error


def _parse_ntriples(text: str, path: Path, graph: Graph) -> None:
    try:
        graph.parse(data=text, format="nt")
    except (ParserError, *_STUMBLES) as error:
        raise OntologyError(f"not N-Triples: {error}", path=path) from error


def _parse_owl(text: str, path: Path, graph: Graph) -> None:
    """Read a file that is called .owl, which editors write in several syntaxes."""
    (_parse_xml if _XML.match(text) else _parse_turtle)(text, path, graph)


def _parse_xml(text: str, path: Path, graph: Graph) -> None:
    root = _ROOT.search(text)
    if root is not None and root[1] == "Ontology" and _RDF_NAMESPACE not in text:
        raise OntologyError("is OWL/XML, not RDF/XML; save it as Turtle or RDF/XML", path=path)
    try:
        graph.parse(data=text, format="xml", publicID=DEFAULT_BASE)
    except SAXParseException as error:
        raise OntologyError(f"not RDF/XML: {error.getMessage()}", path=path, line=error.getLineNumber()) from error
    except (ParserError, *_STUMBLES) as error:
        raise OntologyError(f"not RDF/XML: {error}", path=path) from error


def _parse_jsonld(text: str, path: Path, graph: Graph) -> None:
    try:
        data = json.loads(text)
        remote = next(_remote_contexts(data), None)
    except json.JSONDecodeError as error:
        raise OntologyError(f"not JSON: {error.msg}", path=path, line=error.lineno) from error
    except RecursionError as error:
        raise OntologyError("not JSON-LD: brackets without end", path=path) from error
    if remote is not None:
        _refuse_context(remote, path)
    size = len(graph)
    try:
        with warnings.catch_warnings():  # rdflib uses a class of its own that it has deprecated
            warnings.simplefilter("ignore", DeprecationWarning)
            graph.parse(data=text, format="json-ld", base=DEFAULT_BASE)
    except _STUMBLES as error:
        raise OntologyError(f"not JSON-LD: {error}", path=path) from error
    if data and len(graph) == size:
        raise OntologyError("not JSON-LD: no key of it stands for an IRI; has it an @context?", path=path)


def _refuse_context(context: str, path: Path) -> NoReturn:
    raise OntologyError(
        f"its JSON-LD context {context} lies elsewhere and nothing is fetched; put the context into the file", path=path
    )


def _remote_contexts(data: object) -> Iterator[str]:
    """Yield the contexts that are only pointed at, wherever in the data they are."""
    if isinstance(data, list):
        for item in data:
            yield from _remote_contexts(item)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key == "@context":
                yield from (item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str))
            elif key == "@import" and isinstance(value, str):
                yield value
            yield from _remote_contexts(value)


_PARSER_BY_SUFFIX: dict[str, Callable[[str, Path, Graph], None]] = {
    ".json": _parse_jsonld,
    ".jsonld": _parse_jsonld,
    ".nt": _parse_ntriples,
    ".owl": _parse_owl,
    ".rdf": _parse_xml,
    ".ttl": _parse_turtle,
    ".xml": _parse_xml,
}
