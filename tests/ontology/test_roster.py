import pytest
from rdflib import Graph

from graphbuild.ontology.actors import KnownActor, RoleHolding
from graphbuild.ontology.roster import read_actors, read_role_holdings
from graphbuild.ontology.vocabulary import read_classes

PREFIXES = """
@prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix gbi: <https://w3id.org/graphbuild/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
gb:Actor a owl:Class . gb:Place a owl:Class . gb:Person rdfs:subClassOf gb:Actor .
gb:Country rdfs:subClassOf gb:Actor , gb:Place .
"""
ID = "https://w3id.org/graphbuild/id/"


def read(turtle: str) -> dict[str, KnownActor]:
    graph = Graph().parse(data=PREFIXES + turtle, format="turtle")
    return {actor.iri.local_name: actor for actor in read_actors(graph, read_classes(graph))}


def read_roles(turtle: str) -> tuple[RoleHolding, ...]:
    return read_role_holdings(Graph().parse(data=PREFIXES + turtle, format="turtle"))


def test_actor_is_read_in_full() -> None:
    japan = read(
        """gbi:japan a gb:Country ; rdfs:label "Japan"@en , "Japon"@fr ; skos:altLabel "Nippon"@en , "Japan"@de ;
           gb:acronym "JPN" ; gb:demonym "Japanese"@en ; gb:metonym "Tokyo"@en ; owl:sameAs wd:Q17 ;
           gb:country gbi:japan ; gb:governmentOf gbi:japan ; gb:familyName "none" ."""
    )["japan"]

    assert (japan.type, japan.label, japan.names) == ("Country", "Japan", ("Japan", "Japon", "Nippon"))
    assert (japan.acronyms, japan.demonyms, japan.metonyms) == (("JPN",), ("Japanese",), ("Tokyo",))
    assert japan.country == japan.government_of == f"{ID}japan"
    assert japan.same_as == ("http://www.wikidata.org/entity/Q17",)
    assert japan.family_name == "none"


def test_actor_with_a_type_alone_is_called_by_its_local_name() -> None:
    actor = read("gbi:shinzo-abe a gb:Person .")["shinzo-abe"]

    assert actor == KnownActor(actor.iri, "Person", "shinzo abe")


@pytest.mark.parametrize("link", ["gbi:japan gb:capital gbi:tokyo .", "gbi:tokyo gb:capitalOf gbi:japan ."])
def test_capital_is_read_from_either_side(link: str) -> None:
    assert read(f"gbi:tokyo a gb:Place . gbi:japan a gb:Country . {link}")["tokyo"].capital_of == f"{ID}japan"


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        pytest.param("gb:Actor , gb:Person", "Person", id="the more specific type"),
        pytest.param("gb:Place , gb:Person", "Person", id="the first of two by name"),
        pytest.param("gb:Country , gb:Place , gb:Actor", "Country", id="the subclass of both others"),
        pytest.param("gb:Person , wd:Q5", "Person", id="the one that is ours"),
    ],
)
def test_actor_of_several_types_has_one(types: str, expected: str) -> None:
    assert read(f"gbi:x a {types} .")["x"].type == expected


def test_nodes_of_other_types_are_no_actors() -> None:
    assert read("gbi:x a gb:RoleHolding . gbi:y a wd:Q5 . [] a gb:Person .") == {}


def test_role_holdings_are_read_in_order() -> None:
    roles = read_roles(
        """gbi:a_2 a gb:RoleHolding ; gb:holder gbi:a ; gb:role "President"@en ; gb:roleOf gbi:x ;
               gb:from "2016-05-20"^^xsd:date .
           gbi:a_1 a gb:RoleHolding ; gb:holder gbi:a ; gb:role "Mayor"@en ; gb:roleOf gbi:y ; gb:from "2010"^^xsd:gYear ;
               gb:until "2014-01"^^xsd:gYearMonth ."""
    )

    assert [(held.role, held.start, held.end) for held in roles] == [
        ("Mayor", "2010", "2014-01"),
        ("President", "2016-05-20", None),
    ]
    assert {(held.holder, held.role_of) for held in roles} == {(f"{ID}a", f"{ID}x"), (f"{ID}a", f"{ID}y")}


@pytest.mark.parametrize("missing", ["gb:holder", "gb:roleOf"])
def test_role_holding_of_nobody_or_of_nothing_is_left_out(missing: str) -> None:
    properties = {"gb:holder": "gbi:a", "gb:roleOf": "gbi:x", "gb:role": '"President"'}
    del properties[missing]

    assert read_roles(f"gbi:r a gb:RoleHolding ; {' ; '.join(map(' '.join, properties.items()))} .") == ()
