"""Which entities of different documents are one thing."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import Entity, Namespace, slugify
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
        pytest.param(["Lee Teng-hui", "Teng-hui Lee"], {}, id="two full names are two people"),
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


@given(
    st.lists(st.sampled_from([TSAI, "Tsai", ABE, "Abe", "Abe Lincoln", "Lincoln", "Wang Yi", "Wang"]), unique=True), st.randoms()
)
def test_resolution_does_not_depend_on_order_and_names_whom_it_was_given(labels: list[str], random: Random) -> None:
    shuffled = random.sample(labels, len(labels))

    mapping = resolved(*labels)

    assert resolved(*shuffled) == mapping
    assert set(mapping.values()) <= {slugify(label) for label in labels}
    assert not set(mapping) & set(mapping.values())
