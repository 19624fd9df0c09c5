"""From the sample articles to a graph that can be asked and trusted."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import lxml.html
import networkx as nx
import pyoxigraph
import pytest
import rdflib

import graphbuild as library
from graphbuild.assets import sample_paths
from graphbuild.cli.build import FILES
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Factuality
from graphbuild.ontology import Ontology, load_ontology
from graphbuild.ontology.conformance import check_graph

pytestmark = pytest.mark.slow

Line = dict[str, Any]
Node = pyoxigraph.NamedNode

FACTS = [
    ("Shinzo Abe", "holdsRole", "Prime Minister", "asserted"),
    ("Eric Chu", "leaderOf", "Kuomintang", "asserted"),
    ("Ma Ying-jeou", "memberOf", "Kuomintang", "asserted"),
    ("Yoshihide Suga", "metWith", "Joe Biden", "asserted"),
    ("Yoshiro Mori", "metWith", "Tsai Ing-wen", "asserted"),
    ("Kuomintang", "criticized", "Democratic Progressive Party", "asserted"),
    ("China", "claimsTerritory", "Senkaku Islands", "asserted"),
    ("Tsai Ing-wen", "metWith", "Shinzo Abe", "hypothetical"),
    ("Japan", "suppliedTo", "Government of Taiwan", "negated"),
]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The articles by the names of their documents."""
    return {document.id: document.text for document in library.read_documents(sample_paths())}


@pytest.fixture(scope="module")
def lines(built: Any) -> list[Line]:
    """The pieces of evidence."""
    return [json.loads(line) for line in built.files["statements.jsonl"].splitlines()]


@pytest.fixture(scope="module")
def graph(built: Any) -> KnowledgeGraph:
    """The graph as it is read back from Turtle."""
    return library.read_graph(built.folder / "graph.ttl")


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


def quotations(value: Any) -> Iterator[tuple[str, int, int]]:
    """Yield every quotation in a line, however deep."""
    if isinstance(value, dict):
        if "start" in value:
            yield value["text"], value["start"], value["end"]
        for part in value.values():
            yield from quotations(part)
    elif isinstance(value, list):
        for part in value:
            yield from quotations(part)


def test_files_are_written_and_what_was_found_is_printed(built: Any) -> None:
    assert (built.done.returncode, built.done.stderr) == (0, "")
    assert sorted(built.files) == sorted(FILES)
    assert re.search(r"3 documents, \d+ entities, \d+ statements", built.done.stdout)
    assert f"Open {built.folder / 'graph.html'} in a browser." in built.done.stdout.splitlines()


def test_turtle_conforms_to_the_shapes(built: Any) -> None:
    written = rdflib.Graph().parse(built.folder / "graph.ttl", format="turtle")

    assert [str(problem) for problem in check_graph(written)] == []


def test_every_quotation_is_at_its_place_in_the_article(lines: list[Line], texts: dict[str, str]) -> None:
    for line in lines:
        text = texts[line["document"]]
        for quoted, start, end in quotations(line):
            assert text[start:end] == quoted
        sentence = line["sentence"]
        for side in ("subject", "object", "relation"):
            assert sentence["start"] <= line[side]["start"] < line[side]["end"] <= sentence["end"] or side != "relation"


def test_every_line_is_complete(lines: list[Line], ontology: Ontology) -> None:
    assert len(lines) > 60
    for line in lines:
        assert re.fullmatch(r"[0-9a-f]{16}", line["statement"])
        assert line["subject"]["iri"] != line["object"]["iri"]
        assert line["relation"]["name"] in {None, *ontology.relations}
        assert line["relation"]["phrase"]
        assert {line["subject"]["type"], line["object"]["type"]} <= ontology.class_names
        assert 0 < line["confidence"] <= 1
        assert all(said["label"] for said in line["attributed_to"])


def test_relations_hold_between_things_of_their_domain_and_range(lines: list[Line], ontology: Ontology) -> None:
    for line in lines:
        if line["relation"]["name"] is not None:
            relation = ontology.relations[line["relation"]["name"]]
            sides = [line["subject"]["type"], line["object"]["type"]]
            assert ontology.fits(relation, *sides) or (relation.is_symmetric and ontology.fits(relation, *reversed(sides)))


def test_plain_triples_are_what_is_asserted_and_not_only_claimed(built: Any, graph: KnowledgeGraph) -> None:
    store = pyoxigraph.Store()
    store.load(built.files["graph.trig"], format=pyoxigraph.RdfFormat.TRIG)
    predicates = {statement.predicate for statement in graph}

    plain = {
        (subject.value, predicate.value, obj.value)
        for subject, predicate, obj, _ in store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())
        if predicate.value in predicates and isinstance(subject, Node) and isinstance(obj, Node)
    }

    assert plain == {(s.subject, s.predicate, s.object) for s in graph if s.is_plain}
    assert any(statement.factuality is not Factuality.ASSERTED for statement in graph)


def test_claim_or_denial_is_no_plain_triple(built: Any, lines: list[Line]) -> None:
    turtle = rdflib.Graph().parse(built.folder / "graph.ttl", format="turtle")
    said_by_author = {
        line["statement"]
        for line in lines
        if line["factuality"] == "asserted" and all(said["iri"] is None for said in line["attributed_to"])
    }
    told = {_triple(line) for line in lines if line["statement"] in said_by_author}

    for line in lines:
        if line["statement"] not in said_by_author and not told & {_triple(line), _triple(line)[::-1]}:
            assert _triple(line) not in turtle


def _triple(line: Line) -> tuple[rdflib.URIRef, rdflib.URIRef, rdflib.URIRef]:
    return rdflib.URIRef(line["subject"]["iri"]), rdflib.URIRef(line["relation"]["iri"]), rdflib.URIRef(line["object"]["iri"])


def test_files_hold_one_graph(built: Any, graph: KnowledgeGraph, lines: list[Line]) -> None:
    network = nx.read_graphml(built.folder / "graph.graphml")

    assert library.read_graph(built.folder / "graph.trig") == graph
    assert len(network.nodes) == len(graph.things)
    assert len(network.edges) == len(graph) == len({line["statement"] for line in lines})
    assert sum(len(statement.evidence) for statement in graph) == len(lines)


def test_page_needs_no_network(built: Any) -> None:
    page = lxml.html.fromstring(built.files["graph.html"].decode())

    addresses = [element.get(name) for element in page.iter("script", "link", "img", "iframe") for name in ("src", "href")]
    assert [address for address in addresses if address is not None and not address.startswith("data:")] == []
    assert b"@import" not in built.files["graph.html"]


@pytest.mark.parametrize(("subject", "relation", "obj", "factuality"), FACTS, ids=[" ".join(fact) for fact in FACTS])
def test_fact_that_any_reader_finds_is_found(subject: str, relation: str, obj: str, factuality: str, lines: list[Line]) -> None:
    found = {(line["subject"]["label"], line["relation"]["name"], line["object"]["label"], line["factuality"]) for line in lines}
    sides = [(subject, obj), (obj, subject)] if relation == "metWith" else [(subject, obj)]

    assert found & {(first, relation, second, factuality) for first, second in sides}


def test_actors_go_by_one_name_in_all_articles(lines: list[Line]) -> None:
    people = {line[side]["label"] for line in lines for side in ("subject", "object") if line[side]["type"] == "Person"}

    assert {"Tsai Ing-wen", "Shinzo Abe"} <= people
    assert not people & {"Tsai", "Abe", "President Tsai", "Prime Minister Abe"}


def test_graph_answers_sparql(built: Any, graphbuild: Callable[..., Any]) -> None:
    question = "SELECT DISTINCT ?name { ?who gb:memberOf gbi:kuomintang ; rdfs:label ?name }"

    done = graphbuild("query", built.folder / "graph.trig", question, "--format", "csv")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Ma Ying-jeou" in done.stdout.splitlines()


def test_library_and_command_line_give_one_graph(graph: KnowledgeGraph) -> None:
    built = library.build(sample_paths())

    assert built == graph
    assert built.runs == graph.runs
