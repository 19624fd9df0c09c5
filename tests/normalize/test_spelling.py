"""Words that are one name in two spellings."""

import pytest

from graphbuild.normalize.spelling import is_typo, sounds_like


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("zelensky", "zelenskyy"),
        ("zelenskiy", "zelensky"),
        ("gaddafi", "kadhafi"),
        ("gaddafi", "qadhafi"),
        ("mohammed", "muhammad"),
        ("rouhani", "ruhani"),
        ("hussein", "husayn"),
        ("sergei", "sergey"),
        ("yevgeny", "evgeny"),
        ("aleksey", "alexei"),
        ("moammar", "muammar"),
        ("philip", "phillip"),
        ("ingwen", "yingwen"),
    ],
)
def test_transliterations_of_one_name_sound_alike(left: str, right: str) -> None:
    assert sounds_like(left, right)
    assert sounds_like(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("khamenei", "khomeini", id="two ayatollahs"),
        pytest.param("hassan", "hussein", id="two brothers"),
        pytest.param("francis", "frances", id="he and she"),
        pytest.param("julia", "julie", id="a last vowel counts"),
        pytest.param("andersen", "anderson", id="so do endings of family names"),
        pytest.param("zhaoxing", "zhaoxiang", id="syllables of Chinese"),
        pytest.param("zhensheng", "zhenshang", id="and their vowels"),
        pytest.param("marc", "mark", id="short words"),
        pytest.param("un1701", "un1710", id="what has digits in it"),
    ],
)
def test_other_names_do_not_sound_alike(left: str, right: str) -> None:
    assert not sounds_like(left, right)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param("commission", "commision", True, id="a letter missing"),
        pytest.param("poroshenkov", "poroshnekov", True, id="two exchanged"),
        pytest.param("inspectorate", "insqectorate", True, id="one wrong"),
        pytest.param("inspectorate", "insqectarate", False, id="two wrong"),
        pytest.param("johnston", "johnson", False, id="near the end it is another name"),
        pytest.param("fernandez", "hernandez", False, id="so it is at the beginning"),
        pytest.param("miner", "minor", False, id="and in short words"),
        pytest.param("resolution1", "resolution2", False, id="digits are never slips"),
    ],
)
def test_slip_of_the_pen_is_one_letter_in_the_middle_of_a_long_word(left: str, right: str, *, expected: bool) -> None:
    assert is_typo(left, right) is expected
