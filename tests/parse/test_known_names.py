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
    "Greens": "PoliticalParty",
    "Shinzo Abe": "Person",
    "New Albion": "Place",
    "US": "Country",
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
        pytest.param(
            "Chinese Democratic Party",
            "0:3 PoliticalParty",
            [("Chinese Democratic Party", "PoliticalParty")],
            id="but not the nationality of a party",
        ),
        pytest.param("Ann in The Hague", "2:4 Place", [("The Hague", "Place")], id="no article with a capital"),
        pytest.param("The Diet", "0:2 ORG", [("Diet", "ORG")], id="unless the sentence starts with it"),
        pytest.param("won two", "1:2 Cardinal", [("two", "Cardinal")], id="nothing of a number"),
        pytest.param("Ann met taro", "2:3 Person", [], id="all of it, if it has no capital"),
        pytest.param("ann met taro", "2:3 Person", [("taro", "Person")], id="unless nothing there has one"),
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

    assert names_in(docs) == [("Lee", "Person")]


def test_words_behind_a_title_are_what_a_fine_recognizer_says(known_names: KnownNames, make_doc: MakeDoc) -> None:
    docs = [make_doc("Minister Green Party", "1:3 PoliticalParty"), make_doc("President Lee", "1:2 Politician")]

    known_names(docs)

    assert names_in(docs) == [("Green Party", "PoliticalParty"), ("Lee", "Politician")]


@pytest.mark.parametrize(
    ("text", "recognized", "expected"),
    [
        pytest.param("Shinzo Abe won", "0:2 Politician", ("Shinzo Abe", "Politician"), id="a politician is more than a person"),
        pytest.param("New Albion won", "0:2 Country", ("New Albion", "Country"), id="a country is more than a place"),
        pytest.param("Democratic Party", "0:2 Event", ("Democratic Party", "PoliticalParty"), id="several words are as known"),
        pytest.param("Shinzo Abe won", "0:2 Country", ("Shinzo Abe", "Person"), id="and somebody is no country"),
        pytest.param("Japan won", "0:1 Politician", ("Japan", "Politician"), id="a single word may be somebody's name"),
        pytest.param("Japan won", "0:1 Government", ("Japan", "Government"), id="or that of something else"),
        pytest.param("Japan won", "0:1 PERSON", ("Japan", "Country"), id="not by labels of another pipeline"),
        pytest.param("Japan won", "0:1 NORP", ("Japan", "Country"), id="and not as a people"),
        pytest.param("Japan won", "0:1 DATE", ("Japan", "DATE"), id="unless it is a date there"),
        pytest.param("Japan won", "0:1 Date", ("Japan", "Date"), id="by any pipeline's label"),
        pytest.param("Chinese won", "0:1 NORP", ("Chinese", "Demonym"), id="a nationality is one"),
        pytest.param("Chinese won", "0:1 Country", ("Chinese", "Demonym"), id="and no country"),
        pytest.param("Chinese won", "0:1 Person", ("Chinese", "Person"), id="but perhaps somebody"),
        pytest.param("Greens won", "0:1 NORP", ("Greens", "NORP"), id="members are not their party"),
        pytest.param("Japan won", "0:1 Role", ("Japan", "Country"), id="a post is no name"),
    ],
)
def test_known_name_is_what_the_recognizer_knows_better(
    known_names: KnownNames, make_doc: MakeDoc, text: str, recognized: str, expected: tuple[str, str]
) -> None:
    docs = [make_doc(text, recognized)]

    known_names(docs)

    assert names_in(docs) == [expected]


@pytest.mark.parametrize(
    ("text", "pos", "expected"),
    [
        pytest.param("US won", "PROPN", [("US", "Country")], id="a noun"),
        pytest.param("US won", "", [("US", "Country")], id="a word that no tagger has seen"),
        pytest.param("TELL US", "PRON", [], id="no pronoun"),
        pytest.param("US won", "VERB", [], id="no verb"),
        pytest.param("Democratic Party", "VERB", [("Democratic Party", "PoliticalParty")], id="several words whatever they are"),
    ],
)
def test_known_name_that_the_recognizer_left_alone_is_a_noun(
    known_names: KnownNames, make_doc: MakeDoc, text: str, pos: str, expected: list[tuple[str, str]]
) -> None:
    docs = [make_doc(text, pos=pos)]

    known_names(docs)

    assert names_in(docs) == expected


def test_post_is_no_name_and_hides_none(known_names: KnownNames, make_doc: MakeDoc) -> None:
    docs = [make_doc("Japan Minister Lee", "0:2 Role", "2:3 Politician")]

    known_names(docs)

    assert names_in(docs) == [("Japan", "Country"), ("Lee", "Politician")]


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
        pytest.param(
            [("Murata Renho won", "0:2 Politician"), ("Renho lost", "0:1 ORG"), ("Renho left", "0:1 ORG")],
            "Politician",
            id="the one that the full name has",
        ),
        pytest.param(
            [("Renho won", "0:1 Person"), ("Renho lost", "0:1 Politician"), ("Renho left", "0:1 Event"), ("Renho", "0:1 Event")],
            "Politician",
            id="a politician's, who is a person too",
        ),
        pytest.param([("Japan won", "0:1 PERSON"), ("Japan lost", "0:1 PERSON")], "Country", id="a known name's own"),
        pytest.param(
            [("Japan won", "0:1 Place"), ("Japan lost", "0:1 Country")], "Country", id="a known name's own where they are even"
        ),
        pytest.param([("Japan won", "0:1 Person"), ("Japan lost",)], "Country", id="a known name's own over one person's"),
        pytest.param(
            [("Ann Japan won", "0:2 Person"), ("Japan lost", "0:1 Person"), ("Japan left",)],
            "Person",
            id="a person's over a known name's where a full name has it and they are even",
        ),
        pytest.param(
            [("Ann Japan won", "0:2 Person"), ("Japan lost", "0:1 Country"), ("Japan left",)],
            "Country",
            id="a known name's, full name or not, where nobody is seen",
        ),
    ],
)
def test_name_has_one_label_throughout_a_document(
    known_names: KnownNames, make_doc: MakeDoc, texts: list[tuple[str, str]], expected: str
) -> None:
    docs = [make_doc(*text) for text in texts]

    known_names(docs)

    assert {label for _, label in names_in(docs[-2:])} == {expected}


def test_date_is_one_where_it_stands_as_one(known_names: KnownNames, make_doc: MakeDoc) -> None:
    docs = [make_doc("Theresa May", "0:2 Politician"), make_doc("in May", "1:2 Date"), make_doc("May won", "0:1 ORG")]

    known_names(docs)

    assert names_in(docs) == [("Theresa May", "Politician"), ("May", "Date"), ("May", "Politician")]


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
