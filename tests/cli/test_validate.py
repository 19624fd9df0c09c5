import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graphbuild.cli import app
from graphbuild.errors import OntologyError, ReadError
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Document, Entity, Evidence, Factuality, Namespace, Quotation, Run, Span, Statement

NAMESPACE = Namespace()
JAPAN, ABE = Entity(NAMESPACE.entity("japan"), "Country", "Japan"), Entity(NAMESPACE.entity("abe"), "Person", "Shinzo Abe")
SHAPE = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix gb: <https://w3id.org/graphbuild/ontology#> .
[] a sh:NodeShape ; sh:targetClass gb:Country ; sh:property [ sh:path gb:motto ; sh:minCount 1 ; sh:message "has no motto" ] .
"""


def write(path: Path, subject: Entity = ABE, obj: Entity = JAPAN, relation: str = "visited") -> Path:
    words = Quotation(Span("a.txt", 0, 5), "Japan")
    evidence = Evidence(words, words, words, words, "visit", "verb.v1", 0.8)
    statement = Statement(subject.iri, NAMESPACE.term(relation), obj.iri, Factuality.PLANNED, evidence=(evidence,))
    KnowledgeGraph([statement], [JAPAN, ABE, subject, obj], [Document("a.txt", "")], run=Run("1")).write(path)
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["validate", *map(str, arguments)])


@pytest.mark.parametrize("suffix", [".ttl", ".trig", ".nt", ".nq", ".jsonld"])
def test_sound_graph_conforms(tmp_path: Path, suffix: str) -> None:
    result = run(write(tmp_path / f"graph{suffix}"))

    assert result.exit_code == 0
    assert re.fullmatch(r"conforms \(1 statement, \d+ triples\)\n", result.stdout)


def test_what_breaks_a_shape_is_a_line_of_a_table(tmp_path: Path) -> None:
    path = write(tmp_path / "graph.ttl")
    path.write_text(path.read_text(encoding="utf-8").replace('rdfs:label "Japan"', 'rdfs:label ""'), encoding="utf-8")

    result = run(path)

    assert result.exit_code == 1
    *table, verdict = result.stdout.splitlines()
    assert [line.split() for line in table] == [
        ["severity", "node", "path", "message"],
        ["error", "gbi:japan", "rdfs:label", "has", "an", "empty", "label"],
    ]
    assert verdict.startswith("does not conform: 1 error, 0 warnings (1 statement, ")


def test_statement_outside_the_domain_is_found_whatever_its_factuality(tmp_path: Path) -> None:
    concept = Entity(NAMESPACE.entity("peace"), "Concept", "peace")

    result = run(write(tmp_path / "graph.ttl", subject=concept))

    assert result.exit_code == 1
    assert "gbi:peace is of class Concept; the subject of visited is of" in result.stdout


def test_shapes_of_a_user_are_checked_too(tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(SHAPE, encoding="utf-8")

    result = run(write(tmp_path / "graph.ttl"), "--shapes", shapes)

    assert result.exit_code == 1
    assert "has no motto" in result.stdout


def test_vocabulary_of_a_user_is_known(tmp_path: Path) -> None:
    vocabulary = tmp_path / "mine.ttl"
    vocabulary.write_text(
        "@prefix gb: <https://w3id.org/graphbuild/ontology#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "gb:toured a owl:ObjectProperty ; rdfs:label 'toured' ; rdfs:domain gb:Person ; rdfs:range gb:Place .",
        encoding="utf-8",
    )
    fitting, other = write(tmp_path / "a.ttl", relation="toured"), write(tmp_path / "b.ttl", JAPAN, ABE, relation="toured")

    assert run(fitting).exit_code == 1
    assert run(fitting, "--ontology", vocabulary).exit_code == 0
    assert run(other, "--ontology", vocabulary).stdout.count("of class") == 2


@pytest.mark.parametrize(
    ("name", "content", "options", "error"),
    [
        pytest.param("graph.ttl", b"nonsense <", [], ReadError, id="no RDF"),
        pytest.param("graph.ttl", b"\xff\xfe\x00", [], ReadError, id="no text"),
        pytest.param("graph.docx", b"", [], ReadError, id="no graph"),
        pytest.param(
            "graph.nt", b"<a:b> <a:c> <a:d> .\n<a:b> <a:c> <a:e> .\n", ["--most", "1"], ReadError, id="too large a graph"
        ),
        pytest.param("graph.ttl", b"", ["--shapes", "nowhere.ttl"], OntologyError, id="shapes that are not there"),
    ],
)
def test_what_cannot_be_checked_is_one_error(
    tmp_path: Path, name: str, content: bytes, options: list[str], error: type[Exception]
) -> None:
    (tmp_path / name).write_bytes(content)

    result = run(tmp_path / name, *options)

    assert isinstance(result.exception, error)
    assert "\n" not in str(result.exception)


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param("[] a sh:NodeShape ; sh:targetClass gb:Country ; sh:property [ sh:path 5 ] .", id="a path that is none"),
        pytest.param("[] a sh:NodeShape ; sh:targetClass gb:Country ; sh:minCount 1 , 2 .", id="a constraint out of place"),
        pytest.param("[] a sh:NodeShape ; sh:targetClass gb:Country ; sh:pattern '(' .", id="a pattern that is none"),
    ],
)
def test_shapes_that_are_no_sound_shacl_are_one_error(tmp_path: Path, shape: str) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text("".join(SHAPE.partition("\n")[:2]) + shape, encoding="utf-8")

    result = run(write(tmp_path / "graph.ttl"), "--shapes", shapes)

    assert isinstance(result.exception, OntologyError)
    assert "\n" not in str(result.exception)
