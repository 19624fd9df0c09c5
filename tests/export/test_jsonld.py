import json

import pytest
import rdflib

from graphbuild.errors import ExportError
from graphbuild.export import to_jsonld
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Entity, Evidence, Iri, Namespace, Quotation, Span, Statement
from graphbuild.rdf import to_graph

NAMESPACE = Namespace()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader makes one
def test_jsonld_says_what_rdflib_is_told(hostile_graph: KnowledgeGraph) -> None:
    read = rdflib.Graph().parse(data="".join(to_jsonld(hostile_graph)), format="json-ld")

    assert set(read) == set(to_graph(hostile_graph))


def test_jsonld_has_one_object_for_every_node() -> None:
    japan = NAMESPACE.entity("japan")
    graph = KnowledgeGraph(entities=[Entity(japan, "Country", "Japan", ("Nihon", "Nippon"), (Iri("http://example.org/jp"),))])

    document = json.loads("".join(to_jsonld(graph)))

    assert document["@context"]["gb"] == "https://w3id.org/graphbuild/ontology#"
    assert document["@graph"] == [
        {
            "@id": "gbi:japan",
            "@type": ["gb:Country"],
            "rdfs:label": "Japan",
            "skos:altLabel": ["Nihon", "Nippon"],
            "owl:sameAs": {"@id": "http://example.org/jp"},
        }
    ]


@pytest.mark.parametrize(
    ("number", "value"),
    [
        pytest.param(124, 124, id="a number"),
        pytest.param(2**53 + 1, {"@value": "9007199254740993", "@type": "xsd:integer"}, id="a text if too large to be exact"),
    ],
)
def test_whole_number_is(number: int, value: object) -> None:
    place = Quotation(Span("a.txt", 0, number), "")
    statement = Statement(Iri("a:x"), Iri("a:y"), Iri("a:z"), evidence=(Evidence(place, place, place, place, "", "", 1.0),))

    nodes = json.loads("".join(to_jsonld(KnowledgeGraph([statement]))))["@graph"]

    assert [node["gb:subjectEnd"] for node in nodes if "gb:subjectEnd" in node] == [value]


@pytest.mark.parametrize("iri", ["gb:metWith", "prov:Activity"])
def test_iri_that_begins_like_a_prefix_is_refused(iri: str) -> None:
    graph = KnowledgeGraph([Statement(Iri(iri), Iri("a:y"), Iri("a:z"))])

    with pytest.raises(ExportError, match=f"<{iri}> begins like a prefix"):
        "".join(to_jsonld(graph))
