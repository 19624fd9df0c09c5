"""Names taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.normalize.name_words import acronym_letters, body_key, person_name, without_titles, words_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Mr. Tsai", "Tsai", id="a form of address"),
        pytest.param("Foreign Minister Wang Yi", "Wang Yi", id="a post with its field"),
        pytest.param("Secretary of State John Kerry", "John Kerry", id="a post of something"),
        pytest.param("former Prime Minister Abe", "Abe", id="a former post"),
        pytest.param("Mr. President", "President", id="not all of it"),
        pytest.param("James Baker", "James Baker", id="a name is no title"),
        pytest.param("Sheikh Hasina", "Sheikh Hasina", id="nor is what belongs to it"),
    ],
)
def test_titles_before_a_name_are_taken_off(name: str, expected: str) -> None:
    assert without_titles(name) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kim Jong Un", "Kim Jong-un"),
        ("Bashar al-Assad", "Bashar al Assad"),
        ("George H.W. Bush", "George H. W. Bush"),
        ("Dalia Grybauskaitė", "Dalia Grybauskaite’s"),
    ],
)
def test_people_are_written_in_several_ways(left: str, right: str) -> None:
    assert person_name(left).squeezed == person_name(right).squeezed


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("U.N. Mission", "UN Mission"),
        ("Seventh Fleet", "7th Fleet"),
        ("World War Two", "World War II"),
        ("Centre for Labour", "Center for Labor"),
        ("Heath & Wells", "Heath and Wells"),
    ],
)
def test_usage_makes_no_other_words(left: str, right: str) -> None:
    assert words_of(left) == words_of(right)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("Orbis Corp.", "Orbis Corporation", True, id="a company's form"),
        pytest.param("Coast Guard Force", "Coast Guard Forces", True, id="a plural"),
        pytest.param("Progress Party", "Progressive Party", False, id="no ending else"),
    ],
)
def test_bodies_are_written_in_several_ways(left: str, right: str, *, expected: bool) -> None:
    assert (body_key(words_of(left)) == body_key(words_of(right))) is expected


@given(st.text(max_size=40))
def test_any_text_can_be_taken_apart(name: str) -> None:
    assert all(words_of(name))
    assert all(person_name(name).words)
    assert acronym_letters(name) is None or name
    assert without_titles(name) == "" or without_titles(name) in " ".join(name.split())
