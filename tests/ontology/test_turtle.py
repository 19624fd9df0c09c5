from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph, URIRef

from graphbuild.assets import ontology_path
from graphbuild.errors import OntologyError
from graphbuild.ontology.turtle import Source, read_sources

WriteTurtle = Callable[..., Path]


def parse(content: bytes) -> Graph:
    graph = Graph()
    Source(Path("some.ttl"), content).parse_into(graph)
    return graph


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        pytest.param(b"@prefix a: <http://a/> .\n\na:b a c:d .", 3, 'Prefix "c:" not bound', id="a prefix that is not declared"),
        pytest.param(b'\n<http://a> <http://b> "x\n" .', 2, "newline found in string literal", id="a text that is not closed"),
        pytest.param(
            b"<http://a> <http://b> <http://c>\n<http://d> a <http://e> .", 2, "expected '.'", id="a full stop is missing"
        ),
        pytest.param(b"\n\n{", 3, "expected directive or statement", id="another language"),
        pytest.param(b"ok\n\xff\xfe", 2, "not UTF-8", id="another encoding"),
    ],
)
def test_parse_into_names_file_and_line_of_an_error(content: bytes, line: int, reason: str) -> None:
    with pytest.raises(OntologyError, match=r"^some\.ttl, line ") as caught:
        parse(content)

    assert caught.value.path == Path("some.ttl")
    assert caught.value.line == line
    assert reason in caught.value.problem


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b'<http://a> <http://b> "x"@1 .', id="a language tag that is none"),
        pytest.param(b"<http://a>", id="a file that was cut off"),
        pytest.param(b"@prefix a: <http://a/> . a:b l 'x' .", id="a quotation mark out of place"),
        pytest.param(b"<http://a> <http://b> " + b"[ <http://c> " * 5000, id="brackets without end"),
    ],
)
def test_parse_into_translates_whatever_the_parser_raises(content: bytes) -> None:
    with pytest.raises(OntologyError, match="not Turtle") as caught:
        parse(content)

    assert caught.value.path == Path("some.ttl")


def test_parse_into_reads_a_file_that_begins_with_a_byte_order_mark() -> None:
    assert len(parse(b"\xef\xbb\xbf<http://a> <http://b> <http://c> .")) == 1


def test_parse_into_resolves_relative_iris_wherever_the_file_lies() -> None:
    assert (URIRef("https://w3id.org/graphbuild/x"), None, None) in parse(b"<x> <http://b> <http://c> .")


@pytest.mark.parametrize(
    ("iri", "line"),
    [
        ("https://example.org/a", 3),
        ("https://example.org/b", 5),
        ("https://example.org/c-d.e", 6),
        ("https://example.org/absent", None),
        ("https://example.org/object", None),
    ],
)
def test_find_line_is_where_a_description_begins(iri: str, line: int | None) -> None:
    text = (
        "@prefix ex: <https://example.org/> .\n"
        "# ex:a is described below\n"
        "ex:a a ex:object ;\n"
        "    ex:b ex:object .\n"
        "<https://example.org/b> a ex:object .\n"
        "ex:c-d.e a ex:object .\n"
        "ex:a ex:again ex:object .\n"
    )

    assert Source(Path("some.ttl"), text.encode()).find_line(iri) == line


def test_find_line_in_a_file_that_is_no_text_finds_nothing() -> None:
    assert Source(Path("some.ttl"), b"\x00\xff ex:a b c").find_line("https://example.org/a") is None


def test_read_sources_begins_with_the_bundled_vocabulary(write_turtle: WriteTurtle) -> None:
    extra = write_turtle("")

    paths = {source.path for source in read_sources([extra])}

    assert extra in paths
    assert ontology_path() / "core.ttl" in paths
    assert {source.path for source in read_sources([extra], bundled=False)} == {extra}


def test_read_sources_takes_each_file_once_and_leaves_out_the_shapes() -> None:
    twice = read_sources([ontology_path(), ontology_path() / "core.ttl"])

    assert [source.path.name for source in twice].count("core.ttl") == 1
    assert "shapes.ttl" not in {source.path.name for source in twice}


def test_read_sources_looks_into_folders(write_turtle: WriteTurtle, tmp_path: Path) -> None:
    paths = [write_turtle("", "a.ttl"), write_turtle("", "b.ttl")]
    write_turtle("", "notes.txt")

    assert [source.path for source in read_sources([tmp_path], bundled=False)] == paths


def test_read_sources_refuses_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="cannot be read: No such file") as caught:
        read_sources([tmp_path / "absent.ttl"])

    assert caught.value.path == tmp_path / "absent.ttl"


def test_read_sources_refuses_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"no file in this folder whose name ends in \.jsonld"):
        read_sources([tmp_path])
