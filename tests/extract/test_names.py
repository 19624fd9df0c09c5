from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract.names import entity_at, is_common, is_name, may_name_post, names_in

MakeDoc = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param("Abe PROPN ROOT PERSON", (True, False, False), id="a person"),
        pytest.param("Abe PROPN ROOT Politician", (True, False, False), id="a politician"),
        pytest.param("Japanese ADJ ROOT NORP", (True, False, False), id="a nationality"),
        pytest.param("house NOUN ROOT", (False, True, True), id="a common word"),
        pytest.param("Minister PROPN ROOT Role", (False, True, True), id="a post is a common word"),
        pytest.param("two NUM ROOT CARDINAL", (False, False, False), id="a number"),
        pytest.param("two NUM ROOT Cardinal", (False, False, False), id="our number"),
        pytest.param("May PROPN ROOT Date", (False, False, False), id="a date"),
        pytest.param("million NOUN ROOT Money", (False, False, False), id="an amount"),
        pytest.param("first ADJ ROOT Ordinal", (False, False, False), id="a place in a row"),
        pytest.param("First ADJ ROOT Ordinal", (False, False, True), id="a place in a row with a capital may name a post"),
    ],
)
def test_word_is_a_name_or_common_or_a_value(row: str, expected: tuple[bool, bool, bool], make_doc: MakeDoc) -> None:
    (token,) = make_doc(row)

    assert (is_name(token), is_common(token), may_name_post(token)) == expected


def test_names_are_what_is_no_value_and_no_post(make_doc: MakeDoc) -> None:
    doc = make_doc(
        """
        Two       NUM   nummod ministers Cardinal
        ministers NOUN  nsubj  met       Role
        met       VERB  ROOT
        Shinzo    PROPN flat   Abe       Politician
        Abe       PROPN obj    met       +
        Monday    PROPN obl    met       Date
        """
    )

    assert [name.text for name in names_in(doc)] == ["Shinzo Abe"]
    assert [name.text for name in names_in(doc[3:])] == ["Shinzo Abe"]
    assert [entity_at(doc[i]).text for i in (0, 3, 4)] == ["Two", "Shinzo Abe", "Shinzo Abe"]
