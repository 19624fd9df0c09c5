import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.language.edit_scripts import apply_script, make_script, straighten

WORDS = st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=12)
HOSTILE = st.text(alphabet="ab|\\p", min_size=1, max_size=6)


@given(WORDS | HOSTILE, WORDS | HOSTILE)
def test_script_turns_the_form_into_the_lemma(form: str, lemma: str) -> None:
    assert apply_script(form, make_script(form, lemma)) == lemma


def test_script_whose_parts_hold_its_separator_has_three_parts_nevertheless() -> None:
    script = make_script("a|b", "a|c|d")

    assert script.count("|") == 2
    assert apply_script("x|b", script) == "x|c|d"


@pytest.mark.parametrize(
    ("form", "script", "expected"),
    [
        pytest.param("parties", "lower|ies|y", "party", id="ending replaced"),
        pytest.param("Parties", "lower|ies|y", "party", id="ending replaced, small letters"),
        pytest.param("Taiwan", "keep||", "Taiwan", id="as it is"),
        pytest.param("TAIWAN", "capital||", "Taiwan", id="first letter large"),
        pytest.param("WAS", "whole|was|be", "be", id="whole word"),
        pytest.param("were", "whole|was|be", None, id="another word"),
        pytest.param("talk", "lower|ies|y", None, id="another ending"),
        pytest.param("S", "lower|s|", None, id="nothing would be left"),
    ],
)
def test_script_gives(form: str, script: str, expected: str | None) -> None:
    assert apply_script(form, script) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("’s", "'s", id="an apostrophe"),
        pytest.param("“‘x’”", "\"'x'\"", id="quotation marks of both kinds"),
        pytest.param("Société", "Société", id="nothing else"),
    ],
)
def test_straightening_replaces(text: str, expected: str) -> None:
    assert straighten(text) == expected
