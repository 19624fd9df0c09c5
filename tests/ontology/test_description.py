import pytest
from rdflib import RDFS, SKOS, Graph, URIRef

from graphbuild.ontology.description import Description

NODE = URIRef("https://example.org/x")


def describe(turtle: str) -> Description:
    prefixes = f"@prefix rdfs: <{RDFS}> . @prefix skos: <{SKOS}> . @prefix ex: <https://example.org/> ."
    return Description(Graph().parse(data=f"{prefixes} ex:x {turtle} .", format="turtle"), NODE)


@pytest.mark.parametrize(
    ("turtle", "label"),
    [
        pytest.param('rdfs:label "Deutschland"@de , "Germany"@en', "Germany", id="English first"),
        pytest.param('rdfs:label "Allemagne"@fr , "Germany"@en-GB', "Germany", id="any English"),
        pytest.param('rdfs:label "Deutschland"@de , "Germany"', "Germany", id="no language before another one"),
        pytest.param('rdfs:label "Deutschland"@de , "Allemagne"@fr', "Allemagne", id="else the first in order"),
        pytest.param("rdfs:label ex:y", "", id="an IRI is no text"),
        pytest.param("ex:p 1", "", id="none"),
    ],
)
def test_text_is_what_an_english_reader_can_read(turtle: str, label: str) -> None:
    assert describe(turtle).text(RDFS.label) == label


def test_text_takes_the_first_property_that_has_one() -> None:
    description = describe('rdfs:comment "a comment" ; rdfs:label "a label"')

    assert description.text(SKOS.definition, RDFS.label, RDFS.comment) == "a label"


def test_texts_are_sorted_and_each_there_once() -> None:
    description = describe('skos:altLabel "b"@en , "a" , "b"@de , ex:c ; rdfs:label "d"')

    assert description.texts(SKOS.altLabel, RDFS.label) == ("a", "b", "d")


def test_iris_leave_out_texts_and_blank_nodes() -> None:
    description = describe('rdfs:seeAlso ex:b , ex:a , "c" , []')

    assert description.iris(RDFS.seeAlso) == ("https://example.org/a", "https://example.org/b")
    assert description.iri(RDFS.seeAlso) == "https://example.org/a"
    assert description.iri(RDFS.label) is None


def test_has_tells_whether_any_property_has_a_value() -> None:
    description = describe('rdfs:label "x"')

    assert description.has(RDFS.comment, RDFS.label)
    assert not description.has(RDFS.comment)
    assert not description.has()
