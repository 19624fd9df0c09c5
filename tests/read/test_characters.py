"""Which characters survive."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.read.characters import clean_line, clean_text

any_text = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a\r\nb\rc\n", "a\nb\nc\n", id="every line end is a newline"),
        pytest.param("a\fb\vc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf", id="page breaks and separators are line ends"),
        pytest.param("a\x00\x07b\x1b[0m\x7f", "a  b [0m ", id="controls are spaces, one for one"),
        pytest.param("a\tb", "a\tb", id="a tab is kept"),
        pytest.param("\ufeffa\ufffeb\uffffc\ufdd0", " a b c ", id="marks and noncharacters are spaces"),
        pytest.param("a\ud800b\udfff", "a b ", id="lone surrogates are spaces"),
        pytest.param(
            "蔡英文 – תל אביב\u200f \u202eabc\u202c",
            "蔡英文 – תל אביב\u200f \u202eabc\u202c",
            id="all scripts and their marks are kept",
        ),
        pytest.param("\U0001f1f9\U0001f1fc", "\U0001f1f9\U0001f1fc", id="characters beyond the basic plane are kept"),
    ],
)
def test_clean_text_keeps_what_is_text(text: str, expected: str) -> None:
    assert clean_text(text) == expected


@given(any_text)
def test_clean_text_leaves_no_control_character(text: str) -> None:
    cleaned = clean_text(text)

    assert not {char for char in cleaned if unicodedata.category(char) in {"Cc", "Cs"}} - {"\n", "\t"}


@given(any_text)
def test_clean_text_is_idempotent(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(any_text)
def test_clean_line_is_one_line_without_outer_space(text: str) -> None:
    line = clean_line(text)

    assert line == line.strip()
    assert len(line.splitlines()) <= 1
