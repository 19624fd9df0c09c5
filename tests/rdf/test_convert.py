import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Entity, Factuality, Namespace, Statement
from graphbuild.rdf import from_rdf, to_graph, to_rdf

NAMESPACE = Namespace()
JAPAN, TAIWAN = NAMESPACE.entity("japan"), NAMESPACE.entity("taiwan")
MET = NAMESPACE.term("metWith")
GRAPH = KnowledgeGraph(
    [Statement(TAIWAN, MET, JAPAN), Statement(JAPAN, NAMESPACE.term("visited"), TAIWAN, Factuality.PLANNED)],
    [Entity(JAPAN, "Country", "Japan")],
)


@settings(max_examples=40)
@given(data=st.data())
def test_dataset_gives_the_same_graph_back(graphs: SearchStrategy[KnowledgeGraph], data: st.DataObject) -> None:
    graph = data.draw(graphs)

    back = from_rdf(to_rdf(graph))

    assert back == graph
    assert back.runs == tuple(run for run in graph.runs if len(graph))


@settings(max_examples=40)
@given(data=st.data())
def test_single_graph_gives_the_same_graph_back(graphs: SearchStrategy[KnowledgeGraph], data: st.DataObject) -> None:
    graph = data.draw(graphs)

    assert from_rdf(to_graph(graph)) == graph


def test_default_graph_holds_entities_and_plain_triples_only() -> None:
    default = {(subject, predicate) for subject, predicate, _ in to_rdf(GRAPH).graph(DATASET_DEFAULT_GRAPH_ID)}

    assert default == {
        (rdflib.URIRef(JAPAN), rdflib.RDF.type),
        (rdflib.URIRef(JAPAN), rdflib.RDFS.label),
        (rdflib.URIRef(TAIWAN), rdflib.URIRef(MET)),
    }


def test_statement_nodes_are_in_the_graph_of_statements() -> None:
    statements = to_rdf(GRAPH).graph(rdflib.URIRef(NAMESPACE.graph("statements")))

    nodes = set(statements.subjects(rdflib.RDF.type, rdflib.RDF.Statement))

    assert nodes == {rdflib.URIRef(NAMESPACE.statement(statement.id)) for statement in GRAPH}


def test_inferred_triples_are_not_read() -> None:
    dataset = to_rdf(GRAPH)
    inferred = dataset.graph(rdflib.URIRef(NAMESPACE.graph("inferred")))
    inferred.add((rdflib.URIRef(TAIWAN), rdflib.RDF.type, rdflib.URIRef(NAMESPACE.term("Country"))))
    inferred.add((rdflib.URIRef(TAIWAN), rdflib.RDFS.label, rdflib.Literal("Taiwan")))

    assert from_rdf(dataset) == GRAPH


def test_there_are_no_blank_nodes() -> None:
    terms = {term for triple in to_graph(GRAPH) for term in triple}

    assert not [term for term in terms if isinstance(term, rdflib.BNode)]


def test_usual_prefixes_are_bound() -> None:
    bound = {prefix: str(iri) for prefix, iri in to_rdf(GRAPH).namespaces()}

    assert bound["gb"] == "https://w3id.org/graphbuild/ontology#"
    assert bound["gbi"] == "https://w3id.org/graphbuild/id/"
