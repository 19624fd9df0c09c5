from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from graphbuild.parse import KnownNames

MakeDoc = Callable[..., Doc]

TYPE_BY_NAME = {
    "Japan": "Country",
    "Taiwan": "Country",
    "U.S.": "Country",
    "Chinese": "Demonym",
    "People's Liberation Army": "MilitaryForce",
    "Democratic Party": "PoliticalParty",
    "Liberal Democratic Party": "PoliticalParty",
}


@pytest.fixture
def known_names(blank: Language) -> KnownNames:
    """Some names and a title."""
    return KnownNames(blank, TYPE_BY_NAME, {"President", "Minister"})


def names_in(docs: list[Doc]) -> list[tuple[str, str]]:
    return [(ent.text, ent.label_) for doc in docs for ent in doc.ents]


@pytest.mark.parametrize(
    ("text", "recognized", "expected"),
    [
        pytest.param("Japan won", (), [("Japan", "Country")], id="where the recognizer saw none"),
        pytest.param("Japan won", ("0:1 ORG",), [("Japan", "Country")], id="whatever the recognizer took it for"),
        pytest.param("Liberal Democratic Party", (), [("Liberal Democratic Party", "PoliticalParty")], id="the longer of two"),
        pytest.param(
            "Liberal Democratic Party", ("1:3 ORG",), [("Liberal Democratic Party", "PoliticalParty")], id="over a shorter one"
        ),
        pytest.param("Bank of Japan", ("0:3 ORG",), [("Bank of Japan", "ORG")], id="unless a longer name holds it"),
        pytest.param(
            "Taiwan - Japan", ("0:3 ORG",), [("Taiwan", "Country"), ("Japan", "Country")], id="even if a longer one joins two"
        ),
        pytest.param("Japan Abe", ("1:2 PERSON",), [("Japan", "Country"), ("Abe", "PERSON")], id="beside another"),
        pytest.param("japan won", (), [], id="only as it is written"),
        pytest.param("Japanese won", (), [], id="only as a whole word"),
    ],
)
def test_known_name_is_set(
    known_names: KnownNames, make_doc: MakeDoc, text: str, recognized: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    docs = [make_doc(text, *recognized)]

    known_names(docs)

    assert names_in(docs) == expected


@pytest.mark.parametrize(
    ("text", "recognized", "expected"),
    [
        pytest.param("In Tokyo", "0:2 GPE", [("Tokyo", "GPE")], id="a preposition before it"),
        pytest.param("the Diet", "0:2 ORG", [("Diet", "ORG")], id="an article before it"),
        pytest.param("Tokyo's", "0:2 GPE", [("Tokyo", "GPE")], id="a clitic behind it"),
        pytest.param("Tokyo, ", "0:2 GPE", [("Tokyo", "GPE")], id="a comma behind it"),
        pytest.param("pro-Abe", "0:3 PERSON", [("Abe", "PERSON")], id="a prefix before it"),
        pytest.param("the", "0:1 ORG", [], id="all of it, if nothing is left"),
        pytest.param("of the", "0:2 ORG", [], id="all of it, if no word of it is part of a name"),
        pytest.param("Ann Foreign Minister", "0:2 PERSON", [("Ann", "PERSON")], id="the field of a post behind it"),
        pytest.param("the last year", "0:3 DATE", [("the last year", "DATE")], id="nothing of a date"),
        pytest.param(
            "Chinese People's Liberation Army",
            "0:5 ORG",
            [("Chinese", "Demonym"), ("People's Liberation Army", "MilitaryForce")],
            id="a nationality before a known one",
        ),
    ],
)
def test_recognized_name_loses_what_is_no_part_of_it(
    known_names: KnownNames, make_doc: MakeDoc, text: str, recognized: str, expected: list[tuple[str, str]]
) -> None:
    docs = [make_doc(text, recognized)]

    known_names(docs)

    assert names_in(docs) == expected


def test_name_behind_a_title_is_a_person_s(known_names: KnownNames, make_doc: MakeDoc) -> None:
    docs = [make_doc("President Lee won", "1:2 ORG")]

    known_names(docs)

    assert names_in(docs) == [("Lee", "PERSON")]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            [("Renho won", "0:1 PERSON"), ("Renho lost", "0:1 PERSON"), ("Renho left", "0:1 ORG")],
            "PERSON",
            id="the most frequent label",
        ),
        pytest.param([("Renho won", "0:1 ORG"), ("Renho lost", "0:1 PERSON")], "PERSON", id="a person's where they are even"),
        pytest.param(
            [("Renho won", "0:1 GPE"), ("Renho lost", "0:1 ORG")], "GPE", id="the first by letter where nothing else tells"
        ),
        pytest.param(
            [("Murata Renho won", "0:2 PERSON"), ("Renho lost", "0:1 ORG"), ("Renho left", "0:1 ORG")],
            "PERSON",
            id="a person's where a full name has it",
        ),
        pytest.param([("Japan won", "0:1 PERSON"), ("Japan lost", "0:1 PERSON")], "Country", id="a known name's own"),
    ],
)
def test_name_has_one_label_throughout_a_document(
    known_names: KnownNames, make_doc: MakeDoc, texts: list[tuple[str, str]], expected: str
) -> None:
    docs = [make_doc(*text) for text in texts]

    known_names(docs)

    assert {label for _, label in names_in(docs[-2:])} == {expected}


def test_names_of_one_document_say_nothing_of_another(known_names: KnownNames, make_doc: MakeDoc) -> None:
    first, second = [make_doc("Renho won", "0:1 PERSON")], [make_doc("Renho won", "0:1 ORG")]

    known_names(first)
    known_names(second)

    assert (names_in(first), names_in(second)) == ([("Renho", "PERSON")], [("Renho", "ORG")])


def test_names_are_found_in_words_alone(known_names: KnownNames, blank: Language) -> None:
    assert [span.text for span in known_names.find(blank.make_doc("Japan and Taiwan"))] == ["Japan", "Taiwan"]


def test_no_paragraph_has_no_name(known_names: KnownNames) -> None:
    assert list(known_names([])) == []


def test_no_known_name_leaves_the_recognizer_s(blank: Language, make_doc: MakeDoc) -> None:
    docs = [make_doc("Japan won", "0:1 GPE")]

    KnownNames(blank, {})(docs)

    assert names_in(docs) == [("Japan", "GPE")]
