import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graphbuild.model.name import normalize_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("JAPAN", "japan", id="case is folded"),
        pytest.param("Straße", "strasse", id="case is folded fully, not lowered"),
        pytest.param("São Tomé", "sao tome", id="accents are dropped"),
        pytest.param("Lech Wałęsa", "lech walesa", id="a stroke through a letter is dropped"),
        pytest.param("  Prime \t Minister\n", "prime minister", id="white space is collapsed"),
        pytest.param("Tsai\u00a0Ing-wen", "tsai ing wen", id="a hyphen is a space"),
        pytest.param("Molotov–Ribbentrop", "molotov ribbentrop", id="a dash is a space"),
        pytest.param("Xi’an", "xi'an", id="a curly apostrophe is straight"),
        pytest.param("Xi´an", "xi'an", id="an acute accent for an apostrophe is one"),
        pytest.param("Ko\u00adrea\u200b", "korea", id="invisible characters are dropped"),
        pytest.param("ＮＨＫ", "nhk", id="wide letters are narrow"),
        pytest.param("The Hague", "hague", id="a leading article is dropped"),
        pytest.param("Theresa May", "theresa may", id="a word that begins like an article is kept"),
        pytest.param("the", "the", id="an article alone is a name"),
        pytest.param("Bank of the Ryukyus", "bank of the ryukyus", id="an article within is kept"),
        pytest.param("蔡英文", "蔡英文", id="other scripts are kept"),
        pytest.param(" — ", "", id="nothing is left of dashes"),
    ],
)
def test_normalize_name_folds(text: str, expected: str) -> None:
    assert normalize_name(text) == expected


@given(st.text())
@example("the the north")
@example("the-the")
@example("\u0149")
@example("ℝ")
@example("´\u00ad´")
def test_normalize_name_of_a_normalized_name_is_itself(text: str) -> None:
    once = normalize_name(text)

    assert normalize_name(once) == once


@given(st.text())
def test_normalize_name_leaves_no_outer_or_double_spaces(text: str) -> None:
    name = normalize_name(text)

    assert name == " ".join(name.split())
