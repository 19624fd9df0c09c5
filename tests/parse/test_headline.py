import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.parse.headline import is_headline, lower_headline

NAMES = {"Japan", "Taiwan", "Tsai", "Ing", "LDP", "U.S."}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Japan Rejects New Ban on Food Imports", "Japan rejects new ban on food imports", id="in title case, but for names"
        ),
        pytest.param(
            "Tsai Ing-wen Visits Japan Amid Growing Tensions",
            "Tsai Ing-wen visits Japan amid growing tensions",
            id="a name with hyphens",
        ),
        pytest.param("LDP Leader Hails Taiwan Trade Accord", "LDP leader hails Taiwan trade accord", id="an acronym"),
        pytest.param("NATO Allies Weigh Further Sanctions", "NATO allies weigh further sanctions", id="an unknown acronym"),
        pytest.param("Japan's Foreign Minister Resigns Suddenly", "japan's foreign minister resigns suddenly", id="a possessive"),
        pytest.param("Japan rejects a new ban on imports", "Japan rejects a new ban on imports", id="prose stays"),
        pytest.param(
            "Japan Rejects New Ban on Food Imports.", "Japan Rejects New Ban on Food Imports.", id="with a full stop it is prose"
        ),
        pytest.param("Japan Rejects Ban", "Japan Rejects Ban", id="three long words are too few to tell"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_headline_is_read_with_small_letters(text: str, expected: str) -> None:
    assert lower_headline(text, NAMES) == expected


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        pytest.param("Tensions Rise Between Tokyo and Beijing", True, id="small words may be small"),
        pytest.param("Tensions Rise Between Tokyo and Beijing?", False, id="a question"),
        pytest.param("Tensions rise between Tokyo and Beijing", False, id="few capitals"),
        pytest.param("日本 台湾 中国 韓国 関係 強化", False, id="a script without capitals"),
    ],
)
def test_headline_is_told_from_prose(text: str, *, is_one: bool) -> None:
    assert is_headline(text) is is_one


@given(
    st.text()
    | st.lists(st.sampled_from(["İstanbul", "Groß", "ǅungla", "Tokyo", "-", "U.S.", "ΑΣ", "\n"]), max_size=12).map(" ".join)
)
def test_headline_keeps_its_length_and_its_other_characters(text: str) -> None:
    lowered = lower_headline(text, NAMES)

    assert len(lowered) == len(text)
    assert lowered.casefold() == text.casefold() or lowered.lower() == text.lower()
    assert lower_headline(lowered, NAMES) == lowered
