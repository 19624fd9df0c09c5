"""Which entities of different documents are one thing."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import Entity, MergeReason, Namespace, slugify
from graphbuild.normalize import resolve_entities

TSAI, ABE = "Tsai Ing-wen", "Shinzo Abe"


def person(label: str, kind: str = "Person") -> Entity:
    return Entity(Namespace().entity(slugify(label)), kind, label)


def resolved(*labels: str) -> dict[str, str]:
    return {old.local_name: new.local_name for old, new in resolve_entities(map(person, labels)).items()}


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param([TSAI, "Tsai"], {"tsai": "tsai-ing-wen"}, id="a family name that comes first"),
        pytest.param([ABE, "Abe"], {"abe": "shinzo-abe"}, id="a family name that comes last"),
        pytest.param([ABE, "ABE"], {"abe": "shinzo-abe"}, id="in capitals"),
        pytest.param([TSAI, "Tsai", ABE, "Abe"], {"tsai": "tsai-ing-wen", "abe": "shinzo-abe"}, id="each to their own"),
        pytest.param(["Wang Yi", "Wang Jin-pyng", "Wang"], {}, id="who fits two people stays apart"),
        pytest.param([TSAI, "Ing"], {}, id="a part of a word is no name"),
        pytest.param(["Lee Teng-hui", "Teng-hui Lee"], {"teng-hui-lee": "lee-teng-hui"}, id="names in another order"),
        pytest.param(
            ["Jan Kowal", "Jan Kowall", "Kowal"], {"jan-kowal": "jan-kowall", "kowal": "jan-kowall"}, id="two spellings"
        ),
        pytest.param(["Jan Kowal", "Ewa Kowal", "Kowal"], {}, id="wife and husband leave it open"),
        pytest.param(["Jan Kowal", "Jan Kowal Jr.", "J. Kowal"], {}, id="father and son are two, and initials too little"),
        pytest.param(["Tsai"], {}, id="nobody else is there"),
        pytest.param([], {}, id="nobody is there"),
    ],
)
def test_person_of_one_word_is_the_only_one_of_that_name(labels: list[str], expected: dict[str, str]) -> None:
    assert resolved(*labels) == expected


@pytest.mark.parametrize(
    ("full", "short"),
    [
        pytest.param(person("Ford Foundation", "Organization"), person("Ford"), id="an organization is no person"),
        pytest.param(person("Gerald Ford"), person("Ford", "Organization"), id="a person is no organization"),
    ],
)
def test_only_people_are_taken_for_one_another(full: Entity, short: Entity) -> None:
    assert resolve_entities([full, short]) == {}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Danube Commission", "Danube Commision", True, id="a slip of the pen"),
        pytest.param("Danube Commission", "Danube Commission, Inc.", True, id="a company's form"),
        pytest.param("Latvian Fish Council", "Fish Council of Latvia", True, id="a country before or behind"),
        pytest.param("Latvian Fish Council", "Fish Council", False, id="other documents may mean another country's"),
        pytest.param("Danube Commission 12", "Danube Commission 21", False, id="numbers are never misspelt"),
    ],
)
def test_bodies_are_one_by_their_names(left: str, right: str, *, expected: bool) -> None:
    assert bool(resolve_entities([person(left, "Organization"), person(right, "Organization")])) is expected


def test_known_actors_are_never_one() -> None:
    assert resolve_entities([person("Guinea", "Country"), person("Guinea-Bissau", "Country")]) == {}


def test_names_that_somebody_keeps_apart_stay_apart() -> None:
    apart = [frozenset({"tsai", "tsai ing wen"})]

    assert resolve_entities([person(TSAI), person("Tsai")], apart=apart) == {}


def test_resolution_says_why_and_how_sure_it_is() -> None:
    (merge,) = resolve_entities([person(TSAI), person("Tsai")]).merges

    assert (merge.entity.local_name, merge.name, merge.reason) == ("tsai-ing-wen", "Tsai", MergeReason.PART_OF_NAME)
    assert 0.7 <= merge.score < 1


@given(
    st.lists(st.sampled_from([TSAI, "Tsai", ABE, "Abe", "Abe Lincoln", "Lincoln", "Wang Yi", "Wang"]), unique=True), st.randoms()
)
def test_resolution_does_not_depend_on_order_and_names_whom_it_was_given(labels: list[str], random: Random) -> None:
    shuffled = random.sample(labels, len(labels))

    mapping = resolved(*labels)

    assert resolved(*shuffled) == mapping
    assert set(mapping.values()) <= {slugify(label) for label in labels}
    assert not set(mapping) & set(mapping.values())
