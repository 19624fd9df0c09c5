from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.openie.phrases import clause_phrase, noun_phrase, text_of

SHIP = """
    the DT DET det 2
    ship NN NOUN ROOT
    and CC CCONJ cc 4
    boat NN NOUN conj 2
    , , PUNCT punct 6
    sunk VBN VERB acl 2
    , , PUNCT punct 2
"""


@pytest.mark.parametrize(
    ("head", "alone", "expected"),
    [
        pytest.param(1, False, "the ship and boat", id="a clause behind a comma is left out"),
        pytest.param(1, True, "the ship", id="alone"),
        pytest.param(3, False, "boat", id="a member leaves its conjunction out"),
    ],
)
def test_noun_phrase_has_the_words_that_belong_to_it(
    make_doc: Callable[[str], Doc], head: int, *, alone: bool, expected: str
) -> None:
    doc = make_doc(SHIP)

    assert text_of(noun_phrase(doc[head], alone=alone)) == expected


def test_clause_phrase_has_all_words_but_loose_ends(make_doc: Callable[[str], Doc]) -> None:
    doc = make_doc(SHIP)

    assert text_of(clause_phrase(doc[1])) == "the ship and boat , sunk"


def test_closing_quotation_mark_goes_where_the_opening_one_is_not(make_doc: Callable[[str], Doc]) -> None:
    doc = make_doc("a DT DET det 2\nship NN NOUN ROOT\n'' '' PUNCT punct 2")

    assert text_of(noun_phrase(doc[1])) == "a ship"


def test_text_of_nothing_is_empty() -> None:
    assert text_of(()) == ""
