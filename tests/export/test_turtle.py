import pyoxigraph as ox
import rdflib

from graphbuild.export import to_trig, to_turtle
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Document, Entity, Iri, Namespace, Statement
from graphbuild.rdf import to_graph

NAMESPACE = Namespace()
JAPAN, TAIWAN = NAMESPACE.entity("japan"), NAMESPACE.entity("taiwan")
SMALL = KnowledgeGraph(
    [Statement(TAIWAN, NAMESPACE.term("metWith"), JAPAN)],
    [Entity(JAPAN, "Country", "Japan", ("Nihon", "Nippon"))],
    [Document("a b.txt", "", published="2016-08-16")],
)
HEADER = """\
@base <https://w3id.org/graphbuild/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix gbi: <https://w3id.org/graphbuild/id/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
WORLD = """
gbi:japan a gb:Country ;
    rdfs:label "Japan" ;
    skos:altLabel "Nihon", "Nippon" .

gbi:taiwan gb:metWith gbi:japan .
"""
STATEMENTS = """
<document/a%20b.txt> a gb:Document ;
    dcterms:identifier "a b.txt" ;
    dcterms:issued "2016-08-16"^^xsd:date .

<statement/d34d7afb65071ab4> a rdf:Statement ;
    rdf:subject gbi:taiwan ;
    rdf:predicate gb:metWith ;
    rdf:object gbi:japan ;
    gb:factuality gb:asserted ;
    gb:confidence 0.0 ;
    gb:evidenceCount 0 .
"""


def test_turtle_is_made_to_be_read() -> None:
    assert "".join(to_turtle(SMALL)) == HEADER + WORLD + STATEMENTS


def test_trig_keeps_statements_apart() -> None:
    assert "".join(to_trig(SMALL)) == f"{HEADER}{WORLD}\n<graph/statements> {{\n{STATEMENTS}\n}}\n"


def test_turtle_says_what_rdflib_is_told(graph: KnowledgeGraph) -> None:
    read = rdflib.Graph().parse(data="".join(to_turtle(graph)), format="turtle")

    assert set(read) == set(to_graph(graph))


def test_hostile_text_stays_in_its_literal(hostile_graph: KnowledgeGraph) -> None:
    expected = {(str(subject), str(predicate), str(value)) for subject, predicate, value in to_graph(hostile_graph)}

    quads = list(ox.parse("".join(to_turtle(hostile_graph)), format=ox.RdfFormat.TURTLE))

    assert {(quad.subject.value, quad.predicate.value, quad.object.value) for quad in quads} == expected


def test_no_character_moves_the_cursor(hostile_graph: KnowledgeGraph) -> None:
    text = "".join(to_turtle(hostile_graph))

    assert not [char for char in text if ord(char) < 0x20 and char != "\n"]


def test_base_without_a_slash_is_not_declared() -> None:
    graph = KnowledgeGraph([Statement(Iri("a:x"), Iri("a:y"), Iri("gb:z"))], namespace=Namespace("http://example.org/#"))

    text = "".join(to_turtle(graph))

    assert "@base" not in text
    assert "<http://example.org/#statement/" in text
    assert "<a:x> <a:y> <gb:z> ." in text
