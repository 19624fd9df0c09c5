from pathlib import Path

import pytest

from graphbuild.errors import QueryError, ReadError, UnsupportedFormatError
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Entity, Factuality, Iri, Namespace, Statement
from graphbuild.query import Rows, Term, query

NAMESPACE = Namespace()
JAPAN, TAIWAN, CHINA = (NAMESPACE.entity(name) for name in ("japan", "taiwan", "china"))
GRAPH = KnowledgeGraph(
    [
        Statement(TAIWAN, NAMESPACE.term("metWith"), JAPAN),
        Statement(CHINA, NAMESPACE.term("threatens"), TAIWAN, Factuality.HYPOTHETICAL),
    ],
    [Entity(JAPAN, "Country", "Japan"), Entity(TAIWAN, "Country", "Taiwan", ("ROC",)), Entity(CHINA, "Country", "China")],
)
MEETINGS = "SELECT ?who ?whom { ?who gb:metWith ?whom }"
STATEMENTS = "SELECT ?f { ?s a rdf:Statement ; gb:factuality ?f } ORDER BY ?f"


def values(rows: Rows) -> list[tuple[str | None, ...]]:
    """Return the plain texts of an answer."""
    return [tuple(row) for row in rows]


@pytest.fixture(params=[".ttl", ".trig", ".nt", ".nq", ".jsonld"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The graph as a file."""
    file: Path = tmp_path / f"graph{request.param}"
    GRAPH.write(file)
    return file


def test_file_is_asked_with_the_usual_prefixes(path: Path) -> None:
    rows = query(path, MEETINGS)

    assert rows.variables == ("who", "whom")
    assert values(rows) == [(TAIWAN, JAPAN)]


def test_graph_is_asked_as_a_whole() -> None:
    assert values(query(GRAPH, MEETINGS)) == values(GRAPH.query(MEETINGS)) == [(TAIWAN, JAPAN)]
    assert [factuality.rpartition("#")[2] for (factuality,) in query(GRAPH, STATEMENTS) if factuality] == [
        "asserted",
        "hypothetical",
    ]


@pytest.mark.parametrize(
    ("suffix", "count"),
    [
        pytest.param(".ttl", 2, id="turtle has one graph"),
        pytest.param(".trig", 0, id="trig keeps statements apart"),
        pytest.param(".nq", 0, id="nquads keeps statements apart"),
    ],
)
def test_query_without_graph_asks_the_default_graph(suffix: str, count: int, tmp_path: Path) -> None:
    path = tmp_path / f"graph{suffix}"
    GRAPH.write(path)

    assert len(query(path, STATEMENTS)) == count


def test_query_with_graph_asks_the_named_graph(tmp_path: Path) -> None:
    path = tmp_path / "graph.trig"
    GRAPH.write(path)

    rows = query(path, "SELECT ?g (COUNT(?s) AS ?n) { GRAPH ?g { ?s a rdf:Statement } } GROUP BY ?g")

    assert values(rows) == [("https://w3id.org/graphbuild/graph/statements", "2")]


def test_prefixes_of_the_query_come_first() -> None:
    rows = query(GRAPH, "PREFIX gb: <https://w3id.org/graphbuild/id/> SELECT ?p { gb:taiwan ?p gb:japan }")

    assert values(rows) == [(NAMESPACE.term("metWith"),)]


def test_prefixes_of_the_file_need_no_declaration(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("@prefix ex: <http://example.org/> . ex:a ex:b ex:c .", encoding="utf-8")

    assert query(path, "ASK { ex:a ex:b ex:c }")


def test_entities_prefix_is_that_of_the_graph() -> None:
    namespace = Namespace("http://example.org/")
    graph = KnowledgeGraph(entities=[Entity(namespace.entity("japan"), "Country", "Japan")], namespace=namespace)

    assert query(graph, "ASK { gbi:japan a gb:Country }")


@pytest.mark.parametrize(
    ("sparql", "answer"),
    [
        pytest.param("ASK { gbi:taiwan gb:metWith gbi:japan }", True, id="yes"),
        pytest.param("ASK { gbi:china gb:threatens gbi:taiwan }", False, id="no, it is only imagined"),
    ],
)
def test_ask_is_answered(sparql: str, *, answer: bool) -> None:
    rows = query(GRAPH, sparql)

    assert rows.answer is answer
    assert bool(rows) is answer
    assert values(rows) == [(str(answer).lower(),)]


@pytest.mark.parametrize(
    "sparql",
    [
        pytest.param("CONSTRUCT { ?x rdfs:label ?l } WHERE { ?x rdfs:label ?l FILTER(?l = 'Japan') }", id="construct"),
        pytest.param("DESCRIBE gbi:japan", id="describe"),
    ],
)
def test_triples_are_rows_of_three(sparql: str) -> None:
    rows = query(GRAPH, sparql)

    assert rows.variables == ("subject", "predicate", "object")
    assert (JAPAN, "http://www.w3.org/2000/01/rdf-schema#label", "Japan") in values(rows)


def test_variable_without_a_value_is_none() -> None:
    rows = query(GRAPH, "SELECT ?label ?other { ?x rdfs:label ?label OPTIONAL { ?x skos:altLabel ?other } } ORDER BY ?label")

    assert values(rows) == [("China", None), ("Japan", None), ("Taiwan", "ROC")]


def test_terms_know_what_they_are() -> None:
    ((iri, plain, number, english, blank),) = query(
        GRAPH, "SELECT ?x (STR(?l) AS ?s) (1 AS ?n) ('Japan'@en AS ?e) (BNODE() AS ?b) { ?x rdfs:label ?l FILTER(?l = 'Japan') }"
    )

    kinds = [(term.kind, term.datatype, term.language) for term in (iri, plain, number, english, blank) if term is not None]
    assert kinds == [
        ("uri", None, None),
        ("literal", None, None),
        ("literal", "http://www.w3.org/2001/XMLSchema#integer", None),
        ("literal", None, "en"),
        ("bnode", None, None),
    ]
    assert isinstance(iri, Term)


@pytest.mark.parametrize(
    ("sparql", "place", "problem"),
    [
        pytest.param(
            "SELECT ?x {\n  ?x a foo:Bar }", (2, None), "prefix foo: is not declared; known .*: dcterms, foaf", id="prefix"
        ),
        pytest.param("SELECT ?x\nWHERE { ?x rdfs:label 'a\n' }", (2, None), "not valid SPARQL near", id="unclosed string"),
        pytest.param("SELECT ?x WHERE {", (1, 18), "not valid SPARQL at its end", id="unclosed group"),
        pytest.param("SELEC ?x {}", (1, None), "begins with SELECT, ASK, CONSTRUCT or DESCRIBE", id="misspelt"),
        pytest.param("", (1, 1), "begins with SELECT", id="nothing"),
    ],
)
def test_broken_query_is_an_error_with_its_place(sparql: str, place: tuple[int, int | None], problem: str) -> None:
    with pytest.raises(QueryError, match=problem) as caught:
        query(GRAPH, sparql)

    line, column = place
    assert caught.value.query == sparql
    assert caught.value.line == line
    assert caught.value.column == column or column is None
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "sparql",
    [
        "INSERT DATA { <a:b> <a:c> <a:d> }",
        "PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:1/>",
        "DROP ALL",
        "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_update_is_refused(sparql: str) -> None:
    with pytest.raises(QueryError, match="changes nothing"):
        query(GRAPH, sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        pytest.param("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", id="plain"),
        pytest.param("SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }", id="silent"),
        pytest.param("PREFIX x: <http://127.0.0.1:1/> SELECT * { SERVICE x:y { ?s ?p ?o } }", id="by prefix"),
    ],
)
def test_other_servers_are_never_asked(sparql: str) -> None:
    with pytest.raises(QueryError, match="SERVICE would ask another server"):
        query(GRAPH, sparql)


def test_unknown_function_is_an_error() -> None:
    with pytest.raises(QueryError, match="function <a:f> is not supported"):
        query(GRAPH, "SELECT (<a:f>(1) AS ?x) {}")


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        pytest.param("graph.ttl", "<a:b> <a:c> <a:d> .\n<a:b> <a:c> .", "graph.ttl, line 2", id="broken"),
        pytest.param("graph.ttl", None, "No such file", id="missing"),
    ],
)
def test_file_that_cannot_be_read_is_an_error(name: str, content: str | None, problem: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")

    with pytest.raises(ReadError, match=problem):
        query(path, "ASK {}")


def test_file_of_another_format_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormatError, match=r"cannot read \.html"):
        query(tmp_path / "graph.html", "ASK {}")


def test_graph_with_an_impossible_iri_is_an_error() -> None:
    graph = KnowledgeGraph([Statement(Iri("http://[x"), Iri("a:b"), Iri("a:c"))])

    with pytest.raises(ReadError, match="an IRI in it is not valid"):
        query(graph, "ASK {}")


def test_broken_query_is_told_keywords_and_no_code_points() -> None:
    with pytest.raises(QueryError, match=r"near '}'$"):
        query(GRAPH, "SELECT ?who { ?who gb:metWith }")
