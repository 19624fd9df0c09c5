import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import Iri
from graphbuild.ontology.actors import KnownActor, NameIndex, is_initialism


def make_actor(slug: str) -> KnownActor:
    return KnownActor(Iri(f"https://example.org/{slug}"), "Organization", slug)


UNITED_STATES, WHO, AFD, JAPAN = map(make_actor, ["us", "who", "afd", "japan"])
INDEX = NameIndex(
    [("Japan", JAPAN), ("État du Japon", JAPAN), ("U.S.", UNITED_STATES), ("WHO", WHO)],
    initials=[("AfD", AFD), ("W.H.O.", WHO)],
)


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        pytest.param("japan", JAPAN, id="case is folded"),
        pytest.param("JAPAN", JAPAN, id="a headline is read"),
        pytest.param("the  etat du japon", JAPAN, id="accents, article and spaces are folded"),
        pytest.param("US", UNITED_STATES, id="points may be missing"),
        pytest.param("the U.S.", UNITED_STATES, id="an article before initials is dropped"),
        pytest.param("W.H.O.", WHO, id="points may be there"),
        pytest.param("AfD", AFD, id="an acronym in mixed case"),
    ],
)
def test_name_index_finds(name: str, actor: KnownActor) -> None:
    assert INDEX.find(name) == (actor,)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("us", id="a pronoun is no initialism"),
        pytest.param("who", id="nor is another"),
        pytest.param("Who", id="nor at the start of a sentence"),
        pytest.param("afd", id="an acronym matches in its own case"),
        pytest.param("AFD", id="in that only"),
        pytest.param("Jap", id="a part of a name is none"),
        pytest.param("", id="nothing"),
        pytest.param("the", id="an article"),
        pytest.param("...", id="points"),
    ],
)
def test_name_index_does_not_find(name: str) -> None:
    assert INDEX.find(name) == ()


def test_name_index_returns_all_of_a_name_in_the_order_of_their_iris() -> None:
    index = NameIndex([("Guinea", make_actor("b")), ("Guinea", make_actor("a")), ("Guinea", make_actor("b"))])

    assert [actor.iri for actor in index.find("guinea")] == ["https://example.org/a", "https://example.org/b"]


def test_name_index_returns_initials_first() -> None:
    index = NameIndex([("Labor", make_actor("a"))], initials=[("Labor", make_actor("b"))])

    assert [actor.label for actor in index.find("Labor")] == ["b", "a"]


@given(st.text())
def test_name_index_finds_what_it_was_given_or_what_is_empty(name: str) -> None:
    actor = make_actor("x")

    found = NameIndex([(name, actor)]).find(name)

    assert found == (actor,) or not any(char.isalnum() for char in name.casefold().removeprefix("the"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("NATO", True),
        ("U.K.", True),
        ("G7", False),
        ("AUKUS", True),
        ("Nato", False),
        ("UN WOMEN", False),
        ("日本", False),
        ("", False),
    ],
)
def test_is_initialism_is_one_word_in_capitals(name: str, expected: bool) -> None:  # noqa: FBT001
    assert is_initialism(name) is expected


def test_known_actor_names_begin_with_the_label() -> None:
    actor = KnownActor(Iri("https://example.org/x"), "Country", "Japan", aliases=("Nippon",), acronyms=("JPN",))

    assert actor.names == ("Japan", "Nippon")
