"""Errors: one line each, with attributes that a program can read."""

import inspect
import pickle
from pathlib import Path

import pytest

from graphbuild import errors
from graphbuild.errors import (
    DecisionError,
    ExportError,
    GraphBuildError,
    InvalidIriError,
    OntologyError,
    PipelineError,
    QueryError,
    ReadError,
    UnknownPluginError,
    UnknownPrefixError,
    UnknownTermError,
    UnsupportedFormatError,
)

EXAMPLES = [
    pytest.param(ReadError("a.txt", "is empty"), "a.txt: is empty", id="a file"),
    pytest.param(ReadError("a.jsonl", "no text", line=3), "a.jsonl, line 3: no text", id="a line of a file"),
    pytest.param(
        UnsupportedFormatError("a.doc", ".doc", [".txt", ".md"]),
        "a.doc: cannot read .doc; supported: .md, .txt",
        id="an unknown suffix",
    ),
    pytest.param(
        UnsupportedFormatError("a", "", [".txt"]),
        "a: cannot read files without a suffix; supported: .txt",
        id="no suffix",
    ),
    pytest.param(PipelineError("en_x", "has no parser"), "language pipeline en_x: has no parser", id="a pipeline"),
    pytest.param(OntologyError("contradicts itself"), "contradicts itself", id="an ontology in memory"),
    pytest.param(OntologyError("bad IRI", path="o.ttl"), "o.ttl: bad IRI", id="an ontology file"),
    pytest.param(OntologyError("bad IRI", path="o.ttl", line=9), "o.ttl, line 9: bad IRI", id="a line of an ontology file"),
    pytest.param(
        UnknownPrefixError("gx:a", ["gb", "foaf"]),
        "'gx:a' has an undeclared prefix; declared: foaf, gb",
        id="an undeclared prefix",
    ),
    pytest.param(UnknownTermError("gb:x"), "the ontology has no term 'gb:x'", id="an unknown term"),
    pytest.param(
        UnknownTermError("gb:memberof", ["gb:memberOf", "gb:near"]),
        "the ontology has no term 'gb:memberof' (did you mean 'gb:memberOf'?)",
        id="a misspelt term",
    ),
    pytest.param(InvalidIriError("no iri"), "not an absolute IRI: 'no iri'", id="an invalid IRI"),
    pytest.param(DecisionError("d.toml", "is no TOML"), "d.toml: is no TOML", id="a file of decisions"),
    pytest.param(
        DecisionError("d.toml", "name is missing", entry=2, kind="rename"),
        "d.toml: entry 2 (rename): name is missing",
        id="an entry of a file of decisions",
    ),
    pytest.param(ExportError("empty"), "empty", id="an export"),
    pytest.param(ExportError("empty", format="dot"), "dot: empty", id="an export in a format"),
    pytest.param(ExportError("disk full", format="dot", path="a.dot"), "a.dot: disk full", id="an export to a file"),
    pytest.param(QueryError("SELECT", "unexpected end"), "cannot answer the query: unexpected end", id="a query"),
    pytest.param(
        QueryError("SELECT", "unexpected end", line=1, column=7),
        "cannot answer the query at line 1, column 7: unexpected end",
        id="a place in a query",
    ),
    pytest.param(
        UnknownPluginError("exporter", "turtel", ["turtle", "html"]),
        "no exporter named 'turtel' (did you mean 'turtle'?); available: html, turtle",
        id="a misspelt plug-in",
    ),
    pytest.param(
        UnknownPluginError("reader", "xyz", ["text"]),
        "no reader named 'xyz'; available: text",
        id="an unknown plug-in",
    ),
]


@pytest.mark.parametrize(("error", "sentence"), EXAMPLES)
def test_error_says(error: GraphBuildError, sentence: str) -> None:
    assert str(error) == sentence


@pytest.mark.parametrize("hostile", ["two\nlines", "tab\tand\r\nreturn", "  wide   space "])
def test_error_is_one_line_whatever_it_quotes(hostile: str) -> None:
    error = ReadError(hostile, hostile)

    assert len(str(error).splitlines()) == 1


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        pytest.param(UnsupportedFormatError("a", "", []), ValueError, id="an unsupported format is a wrong value"),
        pytest.param(InvalidIriError("x"), ValueError, id="an invalid IRI is a wrong value"),
        pytest.param(UnknownPrefixError("x:y", []), LookupError, id="an unknown prefix is a failed look-up"),
        pytest.param(UnknownTermError("x"), LookupError, id="an unknown term is a failed look-up"),
        pytest.param(UnknownPluginError("x", "y", []), LookupError, id="an unknown plug-in is a failed look-up"),
    ],
)
def test_error_is_also_what_python_calls_it(error: GraphBuildError, kind: type[Exception]) -> None:
    assert isinstance(error, kind)


def test_lists_in_errors_are_sorted_tuples() -> None:
    assert UnsupportedFormatError("a", ".x", {".txt", ".md"}).supported == (".md", ".txt")
    assert UnknownPluginError("reader", "x", {"b", "a"}).available == ("a", "b")
    assert UnknownPrefixError("x:y", {"b", "a"}).declared == ("a", "b")


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(ReadError(Path("a.jsonl"), "no text", line=3), id="with a line"),
        pytest.param(ReadError("a.txt", "is empty"), id="without a line"),
    ],
)
def test_read_error_survives_the_way_between_processes(error: ReadError) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert (str(copy), copy.path, copy.line) == (str(error), error.path, error.line)


def test_every_error_is_drawn_in_the_tree() -> None:
    classes = {name for name, value in vars(errors).items() if inspect.isclass(value) and issubclass(value, GraphBuildError)}

    assert errors.__doc__ is not None
    assert {name for name in classes if f"{name} " not in errors.__doc__ and f"{name}(" not in errors.__doc__} == set()
