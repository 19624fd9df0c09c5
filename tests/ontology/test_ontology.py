import pickle

import pytest

from graphbuild.model import Iri
from graphbuild.ontology.actors import KnownActor, RoleHolding
from graphbuild.ontology.ontology import Ontology
from graphbuild.ontology.terms import EntityClass, Relation, Trigger

BASE = "https://example.org/"


def make_class(name: str, *broader: str, nouns: tuple[str, ...] = ()) -> EntityClass:
    return EntityClass(Iri(BASE + name), name, name, broader=broader, nouns=nouns)


def make_relation(name: str, domain: str, range_: str, *triggers: Trigger) -> Relation:
    return Relation(Iri(BASE + name), name, name, "", tuple(domain.split()), tuple(range_.split()), triggers=triggers)


CLASSES = [
    make_class("Thing"),
    make_class("Actor", "Thing"),
    make_class("Place", "Thing"),
    make_class("Person", "Actor"),
    make_class("Organization", "Actor"),
    make_class("Ministry", "Organization", nouns=("ministry", "department")),
    make_class("Country", "Actor", "Place", nouns=("country",)),
    make_class("Office", nouns=("department",)),
]
OWNS = Trigger("'s", "affix")
RELATIONS = [
    make_relation("affiliatedWith", "Person Organization", "Actor Country", OWNS),
    make_relation("partOf", "Organization Ministry Place", "Organization Place Country", OWNS),
    make_relation("leaderOf", "Person", "Organization Place", Trigger("'s", "affix", is_inverse=True), Trigger("lead", "verb")),
    make_relation("visited", "Actor", "Place", Trigger("enter", "verb"), Trigger("visit to", "noun")),
    make_relation("memberOf", "Actor", "Organization", Trigger("enter", "verb")),
    make_relation("mentions", "", "", Trigger("mention", "verb")),
]
JAPAN = KnownActor(Iri(BASE + "japan"), "Country", "Japan", ("Nippon",), ("JPN",), ("Japanese",))
CABINET = KnownActor(
    Iri(BASE + "cabinet"), "Organization", "Government of Japan", metonyms=("Tokyo",), country=JAPAN.iri, government_of=JAPAN.iri
)
TOKYO = KnownActor(Iri(BASE + "tokyo"), "Place", "Tokyo", capital_of=JAPAN.iri)
ABE = KnownActor(Iri(BASE + "abe"), "Person", "Shinzo Abe", family_name="Abe", country=JAPAN.iri)
SECOND_TERM = RoleHolding(ABE.iri, "Prime Minister", JAPAN.iri, "2012-12-26", "2020-09-16")
FIRST_TERM = RoleHolding(ABE.iri, "Prime Minister", JAPAN.iri, "2006", "2007")


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return Ontology(
        classes={class_.name: class_ for class_ in CLASSES},
        relations={relation.name: relation for relation in sorted(RELATIONS)},
        actors=(ABE, CABINET, JAPAN, TOKYO),
        role_holdings=(SECOND_TERM, FIRST_TERM),
    )


@pytest.mark.parametrize(
    ("type_", "ancestor", "expected"),
    [
        pytest.param("Person", "Person", True, id="a class is one of itself"),
        pytest.param("Ministry", "Actor", True, id="through another class"),
        pytest.param("Country", "Place", True, id="through either parent"),
        pytest.param("Office", "Thing", True, id="a class without parents is one of things"),
        pytest.param("Actor", "Person", False, id="not downwards"),
        pytest.param("", "Thing", False, id="no type is of no class"),
        pytest.param("Dragon", "Thing", False, id="nor is an unknown one"),
        pytest.param("Person", "Dragon", False, id="nor of an unknown class"),
    ],
)
def test_is_a_follows_the_hierarchy(ontology: Ontology, type_: str, ancestor: str, expected: bool) -> None:  # noqa: FBT001
    assert ontology.is_a(type_, ancestor) is expected


def test_class_names_are_those_of_the_classes(ontology: Ontology) -> None:
    assert ontology.class_names == {class_.name for class_ in CLASSES}


@pytest.mark.parametrize(
    ("relation", "subject", "object_", "expected"),
    [
        pytest.param("visited", "Person", "Country", True, id="subclasses fit"),
        pytest.param("visited", "Country", "Person", False, id="the sides are not exchanged"),
        pytest.param("visited", "", "Country", True, id="no type fits anywhere"),
        pytest.param("visited", "Person", "Thing", True, id="so does one that says nothing"),
        pytest.param("visited", "", "Person", False, id="the other side is still looked at"),
        pytest.param("visited", "Dragon", "Country", False, id="an unknown type fits nowhere"),
        pytest.param("mentions", "Office", "Dragon", True, id="without domain and range, everything fits"),
    ],
)
def test_fits_looks_at_domain_and_range(ontology: Ontology, relation: str, subject: str, object_: str, expected: bool) -> None:  # noqa: FBT001
    assert ontology.fits(ontology.relations[relation], subject, object_) is expected


@pytest.mark.parametrize(
    ("phrase", "kind", "names"),
    [
        pytest.param("visit to", "noun", ["visited"], id="by phrase and kind"),
        pytest.param("Visit  TO", "noun", ["visited"], id="case and spacing do not matter"),
        pytest.param("visit to", "verb", [], id="the kind does"),
        pytest.param("visit", "noun", [], id="so does every word"),
        pytest.param("enter", "verb", ["memberOf", "visited"], id="several, by name where they are equally broad"),
        pytest.param("", "verb", [], id="nothing"),
    ],
)
def test_find_relations_returns_all_of_a_trigger(ontology: Ontology, phrase: str, kind: str, names: list[str]) -> None:
    assert [relation.name for relation, _ in ontology.find_relations(phrase, kind)] == names


def test_find_relations_puts_the_narrowest_first(ontology: Ontology) -> None:
    found = ontology.find_relations("'s", "affix")

    assert [(relation.name, is_inverse) for relation, is_inverse in found] == [
        ("leaderOf", True),
        ("affiliatedWith", False),
        ("partOf", False),
    ]


@pytest.mark.parametrize(
    ("subject", "object_", "first"),
    [
        pytest.param("Ministry", "Country", ("partOf", False), id="the nearest classes win"),
        pytest.param("Organization", "Country", ("affiliatedWith", False), id="among equally near ones the narrower relation"),
        pytest.param("Organization", "Person", ("leaderOf", True), id="an inverse trigger exchanges the sides"),
        pytest.param("Place", "Country", ("partOf", False), id="what does not fit is left out"),
    ],
)
def test_find_fitting_ranks_by_type(ontology: Ontology, subject: str, object_: str, first: tuple[str, bool]) -> None:
    relation, is_inverse = ontology.find_fitting("'s", "affix", subject, object_)[0]

    assert (relation.name, is_inverse) == first


def test_find_fitting_returns_only_what_fits(ontology: Ontology) -> None:
    for subject in ontology.class_names:
        for object_ in ontology.class_names:
            for relation, is_inverse in ontology.find_fitting("'s", "affix", subject, object_):
                assert ontology.fits(relation, *((object_, subject) if is_inverse else (subject, object_)))


def test_find_fitting_of_an_unknown_phrase_is_empty(ontology: Ontology) -> None:
    assert ontology.find_fitting("zzz", "verb", "Person", "Person") == ()


@pytest.mark.parametrize(
    ("name", "actors"),
    [
        ("Nippon", (JAPAN,)),
        ("JPN", (JAPAN,)),
        ("jpn", ()),
        ("tokyo", (TOKYO,)),
        ("Japanese", ()),
        ("Abe", ()),
    ],
)
def test_find_actors_looks_at_labels_aliases_and_acronyms(ontology: Ontology, name: str, actors: tuple[KnownActor, ...]) -> None:
    assert ontology.find_actors(name) == actors


def test_other_names_have_lookups_of_their_own(ontology: Ontology) -> None:
    assert ontology.find_by_demonym("japanese") == (JAPAN,)
    assert ontology.find_by_metonym("Tokyo") == (CABINET,)
    assert ontology.find_by_family_name("abe") == (ABE,)
    assert ontology.find_by_family_name("") == ()


def test_find_government_goes_by_local_name(ontology: Ontology) -> None:
    assert ontology.find_government(JAPAN.iri) == CABINET
    assert ontology.find_government(Iri("https://elsewhere.example/id/japan")) == CABINET
    assert ontology.find_government(ABE.iri) is None


def test_find_roles_are_in_the_order_of_their_beginning(ontology: Ontology) -> None:
    assert ontology.find_roles(ABE.iri) == (FIRST_TERM, SECOND_TERM)
    assert ontology.find_roles(JAPAN.iri) == ()


def test_find_classes_returns_all_classes_of_a_noun(ontology: Ontology) -> None:
    assert ontology.find_classes("Department") == {"Ministry", "Office"}
    assert ontology.find_classes("dragon") == frozenset()


def test_ontology_survives_pickling(ontology: Ontology) -> None:
    copy = pickle.loads(pickle.dumps(ontology))  # noqa: S301 - our own bytes

    assert copy.relations == ontology.relations
    assert copy.find_actors("Japan") == ontology.find_actors("Japan")


def test_empty_ontology_answers_everything_with_nothing() -> None:
    empty = Ontology()

    assert empty.class_names == frozenset()
    assert not empty.is_a("Person", "Actor")
    assert empty.find_relations("meet", "verb") == ()
    assert empty.find_actors("Japan") == empty.find_by_demonym("Japanese") == ()


def test_ontology_with_a_circle_of_classes_is_readable() -> None:
    circle = Ontology(classes={"A": make_class("A", "B"), "B": make_class("B", "A")})

    assert circle.is_a("A", "B")
    assert circle.is_a("B", "A")
