import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from graphbuild.errors import InvalidIriError, OntologyError
from graphbuild.ontology import Ontology, load_ontology

WriteTurtle = Callable[..., Path]

ADDITION = """
ex:Militia a owl:Class ; rdfs:label "militia"@en ; rdfs:subClassOf gb:MilitaryForce .
ex:sponsors a owl:ObjectProperty ; rdfs:label "sponsors"@en ; rdfs:domain gb:Actor ; rdfs:range ex:Militia .
gbi:reds a ex:Militia ; rdfs:label "Reds"@en .
"""


def test_load_ontology_returns_the_bundled_vocabulary(bundled: Ontology) -> None:
    assert "memberOf" in bundled.relations
    assert "Person" in bundled.class_names


def test_load_ontology_adds_files_to_the_bundled_vocabulary(write_turtle: WriteTurtle) -> None:
    ontology = load_ontology([write_turtle(ADDITION)])

    assert ontology.is_a("Militia", "Actor")
    assert ("sponsors", False) in [(relation.name, inverse) for relation, inverse in ontology.find_relations("sponsor", "verb")]
    assert ontology.fits(ontology.relations["sponsors"], "Country", "Militia")
    assert ontology.find_actors("the Reds")[0].type == "Militia"
    assert "memberOf" in ontology.relations


def test_load_ontology_without_the_bundled_vocabulary_has_nothing_else(write_turtle: WriteTurtle) -> None:
    ontology = load_ontology([write_turtle("ex:Dragon a owl:Class .")], bundled=False)

    assert ontology.class_names == {"Dragon"}
    assert ontology.relations == {}


def test_load_ontology_replaces_the_bundled_relations(write_turtle: WriteTurtle) -> None:
    ontology = load_ontology([write_turtle(ADDITION)], replace=True)

    assert [*ontology.relations] == ["sponsors"]
    assert ontology.is_a("Militia", "Actor")
    assert ontology.find_actors("Shinzo Abe")[0].type == "Person"


def test_load_ontology_lets_a_class_take_the_place_of_the_bundled_one(write_turtle: WriteTurtle) -> None:
    ontology = load_ontology([write_turtle('ex:Person a owl:Class ; rdfs:label "human"@en .')], replace=True)

    assert ontology.classes["Person"].iri == "https://example.org/Person"
    assert ontology.classes["Person"].label == "human"
    assert ontology.is_a("Person", "Actor")
    assert ontology.find_actors("Shinzo Abe")[0].type == "Person"


@pytest.mark.parametrize("term", ["ex:Person a owl:Class .", "ex:supports a owl:ObjectProperty ."])
def test_load_ontology_confuses_no_two_terms_of_one_name(write_turtle: WriteTurtle, term: str) -> None:
    with pytest.raises(OntologyError, match="have one local name"):
        load_ontology([write_turtle(term)])


def test_load_ontology_takes_an_equivalent_class_for_the_bundled_one(write_turtle: WriteTurtle) -> None:
    ontology = load_ontology([write_turtle("ex:Person a owl:Class ; owl:equivalentClass gb:Person .")])

    assert ontology.classes["Person"].iri == "https://example.org/Person"
    assert ontology.is_a("Politician", "Person")
    assert "metWith" in ontology.relations


def test_load_ontology_reads_relations_of_the_user_first(write_turtle: WriteTurtle) -> None:
    ontology = load_ontology([write_turtle('ex:backs a owl:ObjectProperty ; rdfs:label "supports" .')])

    names = [relation.name for relation, _ in ontology.find_fitting("support", "verb", "Country", "Country")]

    assert names[:2] == ["backs", "supports"]


def test_load_ontology_finds_actors_in_turtle(write_turtle: WriteTurtle) -> None:
    ontology = load_ontology(actors=[write_turtle('ex:reds a gb:MilitaryForce ; rdfs:label "Reds" ; gb:country gbi:japan .')])

    assert [actor.iri for actor in ontology.find_actors("the Reds")] == ["https://example.org/reds"]


@pytest.mark.parametrize(
    ("turtle", "problem"),
    [
        pytest.param(
            'gbi:x a gb:Persn ; rdfs:label "X" .',
            "line 2: gbi:x: no class is called gb:Persn (did you mean gb:Person?)",
            id="a slip",
        ),
        pytest.param('ex:x rdfs:label "X" .', "has no actors", id="no types"),
        pytest.param("", "has no actors", id="nothing"),
    ],
)
def test_load_ontology_drops_no_actor_in_silence(write_turtle: WriteTurtle, turtle: str, problem: str) -> None:
    with pytest.raises(OntologyError) as caught:
        load_ontology(actors=[write_turtle(turtle)])

    assert problem in str(caught.value)


def test_load_ontology_parses_equal_files_once(core: Path) -> None:
    assert load_ontology([core], bundled=False) is load_ontology((core,), bundled=False)


def test_load_ontology_notices_that_a_file_has_changed(write_turtle: WriteTurtle) -> None:
    before = load_ontology([write_turtle("ex:A a owl:Class .")], bundled=False)
    after = load_ontology([write_turtle("ex:B a owl:Class .")], bundled=False)

    assert before.class_names == {"A"}
    assert after.class_names == {"B"}
    assert before.digest != after.digest


def test_digest_depends_on_content_alone(write_turtle: WriteTurtle, tmp_path: Path) -> None:
    first, second = write_turtle("ex:A a owl:Class .", "a.ttl"), write_turtle("ex:B a owl:Class .", "b.ttl")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(first, elsewhere / "z.ttl")
    shutil.copy(second, elsewhere / "y.ttl")

    assert load_ontology([first, second], bundled=False).digest == load_ontology([elsewhere], bundled=False).digest
    assert load_ontology([first], bundled=False).digest != load_ontology([first, second], bundled=False).digest


def test_load_ontology_names_file_and_line_of_a_syntax_error(write_turtle: WriteTurtle) -> None:
    path = write_turtle("ex:A a owl:Class .\nex:B a owl:Class\nex:C a owl:Class .")

    with pytest.raises(OntologyError) as caught:
        load_ontology([path], bundled=False)

    assert (caught.value.path, caught.value.line) == (path, 4)
    assert str(caught.value).count("\n") == 0


def test_load_ontology_refuses_what_is_no_iri(write_turtle: WriteTurtle) -> None:
    path = write_turtle("ex:A a owl:Class . <not an iri> a ex:A .")

    with pytest.raises(InvalidIriError, match="not an iri"):
        load_ontology([path], bundled=False)
