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
