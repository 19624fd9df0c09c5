"""A build with a vocabulary and actors of the user's own."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from graphbuild.graph import KnowledgeGraph
from graphbuild.rdf import read_graph

pytestmark = pytest.mark.slow

Run = Callable[..., CompletedProcess[str]]

VOCABULARY = {
    "@context": {
        "ex": "https://example.org/vocab#",
        "gb": "https://w3id.org/graphbuild/ontology#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "label": "rdfs:label",
        "domain": {"@id": "rdfs:domain", "@type": "@id"},
        "range": {"@id": "rdfs:range", "@type": "@id"},
        "below": {"@id": "rdfs:subClassOf", "@type": "@id"},
        "equivalent": {"@id": "owl:equivalentClass", "@type": "@id"},
    },
    "@graph": [
        {"@id": "ex:Militia", "@type": "owl:Class", "label": "militia", "below": "gb:MilitaryForce"},
        {"@id": "ex:Person", "@type": "owl:Class", "label": "person", "equivalent": "gb:Person"},
        {"@id": "ex:funds", "@type": "owl:ObjectProperty", "label": "funds", "domain": "gb:Actor", "range": "gb:Actor"},
        {"@id": "ex:acquiredBy", "@type": "owl:ObjectProperty", "label": "was acquired by"},
        {"@id": "ex:ambassadorTo", "@type": "owl:ObjectProperty", "label": "is ambassador to", "domain": "ex:Person"},
    ],
}
ACTORS = "label,type,aliases,country,iri\nBlue Lions,militia,Lions of Basra,Iraq,https://example.org/id/lions\n"
TEXT = (
    "Iran funds the Lions of Basra. Google acquired YouTube. Caroline Kennedy is ambassador to Japan. "
    "Shinzo Abe met Caroline Kennedy in Tokyo."
)
EX, GB, GBI = "https://example.org/vocab#", "https://w3id.org/graphbuild/ontology#", "https://w3id.org/graphbuild/id/"


@pytest.fixture(scope="module", params=[[], ["--replace-ontology"]], ids=["extended", "replaced"])
def options(request: pytest.FixtureRequest) -> list[str]:
    found: list[str] = request.param
    return found


@pytest.fixture(scope="module")
def folder(graphbuild: Run, tmp_path_factory: pytest.TempPathFactory, options: list[str]) -> Path:
    folder = tmp_path_factory.mktemp("own")
    (folder / "mine.jsonld").write_text(json.dumps(VOCABULARY), encoding="utf-8")
    (folder / "actors.csv").write_text(ACTORS, encoding="utf-8")
    (folder / "news.txt").write_text(TEXT, encoding="utf-8")
    files = ["--ontology", folder / "mine.jsonld", "--actors", folder / "actors.csv"]
    done = graphbuild("build", folder / "news.txt", *files, *options, "-o", folder / "output")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def graph(folder: Path) -> KnowledgeGraph:
    return read_graph(folder / "output" / "graph.ttl")


def test_relations_are_written_under_their_own_iris(graph: KnowledgeGraph) -> None:
    said = {(statement.subject, statement.predicate, statement.object) for statement in graph}

    assert {
        (f"{GBI}iran", f"{EX}funds", "https://example.org/id/lions"),
        (f"{GBI}youtube", f"{EX}acquiredBy", f"{GBI}google"),
        (f"{GBI}caroline-kennedy", f"{EX}ambassadorTo", f"{GBI}japan"),
    } <= said


def test_bundled_relations_are_there_unless_they_are_replaced(graph: KnowledgeGraph, options: list[str]) -> None:
    bundled = {statement.predicate for statement in graph} - {f"{GB}relatedTo"}

    assert any(predicate.startswith(GB) for predicate in bundled) is not bool(options)


def test_classes_are_written_under_their_own_iris(graph: KnowledgeGraph) -> None:
    type_by_label = {entity.label: entity.type for entity in graph.entities}

    assert type_by_label["Blue Lions"] == f"{EX}Militia"
    assert type_by_label["Caroline Kennedy"] == f"{EX}Person"
    assert type_by_label["Iran"] == "Country"


def test_graph_conforms(folder: Path, graphbuild: Run, options: list[str]) -> None:
    done = graphbuild("validate", folder / "output" / "graph.trig", "--ontology", folder / "mine.jsonld", *options)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("conforms")


@pytest.mark.parametrize(
    ("name", "text", "option", "problem"),
    [
        pytest.param(
            "a.jsonld", '{"@context": "https://schema.org/"}', "--ontology", "nothing is fetched", id="a remote context"
        ),
        pytest.param("a.rdf", "<rdf:RDF>", "--ontology", "a.rdf, line 1: not RDF/XML", id="broken XML"),
        pytest.param(
            "a.csv", "label,type\nAda,Persn", "--actors", "a.csv, line 2: no class is called 'Persn'", id="a wrong line"
        ),
        pytest.param("a.txt", "", "--ontology", "cannot read .txt", id="another format"),
    ],
)
def test_mistake_is_one_line(graphbuild: Run, tmp_path: Path, name: str, text: str, option: str, problem: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    done = graphbuild("build", "--samples", option, tmp_path / name, "-o", tmp_path / "output")

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert problem in done.stderr
