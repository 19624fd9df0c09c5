from graphbuild.model import Iri
from graphbuild.ontology.actors import KnownActor
from graphbuild.ontology.ambiguity import find_shared_names, find_shared_triggers
from graphbuild.ontology.problem import Severity
from graphbuild.ontology.terms import Relation, Trigger

BASE = "https://w3id.org/graphbuild/id/"
JAPAN, KOREA = Iri(f"{BASE}japan"), Iri(f"{BASE}korea")


def make_relation(name: str, *triggers: Trigger, domain: str = "Actor") -> Relation:
    return Relation(Iri(f"https://w3id.org/graphbuild/ontology#{name}"), name, name, "", (domain,), ("Actor",), triggers=triggers)


def make_party(
    slug: str, label: str, *, country: Iri | None = None, type_: str = "PoliticalParty", acronym: str = ""
) -> KnownActor:
    return KnownActor(Iri(BASE + slug), type_, label, acronyms=(acronym,) if acronym else (), country=country)


def test_trigger_of_two_relations_between_the_same_classes_is_an_error() -> None:
    meet = Trigger("meet", "verb")

    problems = list(find_shared_triggers([make_relation("metWith", meet), make_relation("encountered", meet)]))

    assert [problem.severity for problem in problems] == [Severity.ERROR]
    assert "gb:metWith and gb:encountered" in problems[0].message
    assert "the verb trigger 'meet'" in problems[0].message
    assert problems[0].term.endswith("#encountered")


def test_triggers_that_something_tells_apart_are_none() -> None:
    relations = [
        make_relation("a", Trigger("meet", "verb")),
        make_relation("b", Trigger("meet", "noun")),
        make_relation("c", Trigger("meet", "verb", is_inverse=True)),
        make_relation("d", Trigger("meet", "verb"), domain="Person"),
    ]

    assert list(find_shared_triggers(relations)) == []


def test_name_of_two_actors_of_one_type_and_country_is_a_warning() -> None:
    actors = [make_party("a", "Democratic Party", country=JAPAN), make_party("b", "The Democratic Párty", country=JAPAN)]

    problems = list(find_shared_names(actors))

    assert [problem.severity for problem in problems] == [Severity.WARNING]
    assert "gbi:a, gbi:b are all called 'The Democratic Párty'" in problems[0].message


def test_acronyms_are_names() -> None:
    assert len(list(find_shared_names([make_party("a", "A", acronym="DPJ"), make_party("b", "B", acronym="DPJ")]))) == 1


def test_names_that_something_tells_apart_are_none() -> None:
    actors = [
        make_party("a", "Democratic Party", country=JAPAN),
        make_party("b", "Democratic Party", country=KOREA),
        make_party("c", "Democratic Party", country=JAPAN, type_="Organization"),
        make_party("d", "Who", country=JAPAN),
        make_party("e", "Health", country=JAPAN, acronym="WHO"),
    ]

    assert list(find_shared_names(actors)) == []


def test_actor_that_has_a_name_twice_shares_it_with_nobody() -> None:
    actor = KnownActor(JAPAN, "Country", "Japan", aliases=("JAPAN", "the Japan"))

    assert list(find_shared_names([actor])) == []
