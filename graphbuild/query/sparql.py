"""Ask a graph in SPARQL."""

import re
from pathlib import Path

import pyoxigraph as ox

from graphbuild.errors import QueryError
from graphbuild.graph import KnowledgeGraph
from graphbuild.query.rows import Row, Rows, Term
from graphbuild.query.scan import asks_another_server, find_undeclared_prefix, first_word
from graphbuild.query.store import open_store

_PLACE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?:expected )?(?P<expected>.*)", re.DOTALL)
_KEYWORD = re.compile(r"\b[A-Z]{2,}\b")
_CODE_POINT = re.compile(r"\\u\{[0-9A-F]+\}")
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_EXCERPT_LENGTH = 30


def query(source: KnowledgeGraph | Path | str, sparql: str) -> Rows:
    """Answer a SPARQL query of a graph or of an RDF file.

    The usual prefixes and those of the file need no declaration. A graph is asked as a whole, and so is a Turtle, N-Triples or
    JSON-LD file; of a TriG or N-Quads file, what stands outside ``GRAPH`` asks the default graph. Nothing else is ever asked.

    Raises:
        QueryError: the query is not valid, would change the graph or would ask another server.
        ReadError: the file cannot be read or is no RDF.
    """
    if asks_another_server(sparql):
        raise QueryError(sparql, "SERVICE would ask another server, and graphbuild uses no network")
    store, known_prefixes = open_store(source)
    try:
        return _rows(store.query(sparql, prefixes=known_prefixes))
    except SyntaxError as error:
        raise _syntax_error(sparql, error.msg, known_prefixes) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(sparql, str(error)) from error


def _rows(answer: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean) -> Rows:
    if isinstance(answer, ox.QueryBoolean):
        is_true = bool(answer)
        return Rows(("answer",), ((Term(str(is_true).lower()),),), answer=is_true)
    if isinstance(answer, ox.QueryTriples):
        return Rows(("subject", "predicate", "object"), tuple(_row(triple) for triple in answer))
    return Rows(tuple(variable.value for variable in answer.variables), tuple(_row(solution) for solution in answer))


def _row(values: ox.QuerySolution | ox.Triple) -> Row:
    return tuple(None if value is None else _term(value) for value in values)


def _term(value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Term:
    if isinstance(value, ox.NamedNode):
        return Term(value.value, "uri")
    if isinstance(value, ox.BlankNode):
        return Term(value.value, "bnode")
    if isinstance(value, ox.Triple):
        return Term(str(value), "triple")
    datatype = None if value.language or value.datatype.value == _STRING else value.datatype.value
    return Term(value.value, datatype=datatype, language=value.language)


def _syntax_error(sparql: str, message: str, known_prefixes: dict[str, str]) -> QueryError:
    match = _PLACE.match(message)
    if match is None:
        return QueryError(sparql, message)
    line, column = int(match["line"]), int(match["column"])
    return QueryError(sparql, _problem(sparql, line, column, match["expected"], known_prefixes), line=line, column=column)


def _problem(sparql: str, line: int, column: int, expected: str, known_prefixes: dict[str, str]) -> str:
    """Say what is wrong in a reader's words; the grammar's own list what characters might have followed."""
    if first_word(sparql) not in _FORMS:
        return "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, and changes nothing"
    prefix = find_undeclared_prefix(sparql, known_prefixes) if "Prefix not found" in expected else None
    if prefix is not None:
        return f"the prefix {prefix}: is not declared; known without declaration: {', '.join(sorted(known_prefixes))}"
    place = _excerpt(sparql, line, column)
    keywords = sorted({*_KEYWORD.findall(_CODE_POINT.sub("", expected))})
    return f"not valid SPARQL {place}" + (f"; possible here: {', '.join(keywords)}" if keywords else "")


def _excerpt(sparql: str, line: int, column: int) -> str:
    rest = "\n".join(sparql.split("\n")[line - 1 :])[column - 1 :].strip()
    return f"near {rest[:_EXCERPT_LENGTH]!r}" if rest else "at its end"
