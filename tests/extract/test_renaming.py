from collections.abc import Callable

import pytest

from graphbuild.extract import Extractor
from graphbuild.extract.renaming import extract_renamings

Read = Callable[[Extractor, str], list[str]]


def renamed(words: str, *, label: str = "ORG") -> str:
    """Return the table of two names with ``words`` between them."""
    between = "\n".join(f"{word} {'PUNCT punct' if not word.isalpha() else 'ADV advmod'} Forum" for word in words.split())
    return f"Forum PROPN ROOT {label}\n{between}\nLeague PROPN dep Forum {label}\n"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(", formerly", ["Forum | formerly | League"], id="formerly"),
        pytest.param(", now called", ["Forum | now called | League"], id="now called"),
        pytest.param("( previously known as", ["Forum | previously known as | League"], id="in a bracket"),
        pytest.param("formerly", [], id="no mark sets the other name apart"),
        pytest.param(", now in", [], id="other words say something else"),
    ],
)
def test_renaming_is_read_between_two_names(read: Read, words: str, expected: list[str]) -> None:
    assert read(extract_renamings, renamed(words)) == expected


def test_renaming_is_not_read_between_persons(read: Read) -> None:
    assert read(extract_renamings, renamed(", formerly", label="PERSON")) == []
