from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract import Extractor
from graphbuild.extract.title import extract_titles

Read = Callable[[Extractor, str], list[str]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Prime    PROPN compound Abe
            Minister PROPN compound Abe
            Shinzo   PROPN compound Abe PERSON
            Abe      PROPN nsubj spoke +
            spoke/speak VERB ROOT
            """,
            ["Shinzo Abe | minister | Prime Minister"],
            id="a title alone",
        ),
        pytest.param(
            """
            Prime    PROPN compound Abe Role
            Minister PROPN compound Abe +
            Shinzo   PROPN compound Abe Politician
            Abe      PROPN nsubj spoke +
            spoke/speak VERB ROOT
            """,
            ["Shinzo Abe | minister | Prime Minister"],
            id="a title that the recognizer marks as a post",
        ),
        pytest.param(
            """
            First    ADJ   amod Minister Ordinal
            Minister PROPN compound Sturgeon
            Sturgeon PROPN nsubj spoke Politician
            spoke/speak VERB ROOT
            """,
            ["Sturgeon | minister | First Minister"],
            id="an ordinal with a capital in it",
        ),
        pytest.param(
            """
            second    ADJ   amod Abe ORDINAL
            President PROPN compound Abe
            Abe       PROPN nsubj spoke PERSON
            spoke/speak VERB ROOT
            """,
            ["Abe | president | President"],
            id="no number before it",
        ),
        pytest.param(
            """
            Taiwanese ADJ  amod President NORP
            President PROPN compound Tsai
            Tsai     PROPN nsubj spoke PERSON
            Ing      PROPN flat Tsai +
            -        PUNCT punct wen +
            wen      PROPN flat Tsai +
            spoke/speak VERB ROOT
            """,
            ["Tsai Ing-wen | president | President", "Tsai Ing-wen | president of | Taiwanese"],
            id="a nationality before it (UD)",
        ),
        pytest.param(
            """
            Japan    PROPN poss Minister GPE
            's       PART  case Japan
            Foreign  PROPN compound Minister
            Minister PROPN compound Kishida
            Kishida  PROPN nsubj spoke PERSON
            spoke/speak VERB ROOT
            """,
            ["Kishida | minister | Foreign Minister", "Kishida | minister of | Japan"],
            id="a possessor before it (CLEAR)",
        ),
        pytest.param(
            """
            former   ADJ   amod Minister
            Minister PROPN nsubj spoke
            of       ADP   case Finance
            Finance  PROPN nmod Minister
            Shoichi  PROPN appos Minister PERSON
            Nakagawa PROPN flat Shoichi +
            spoke/speak VERB ROOT
            """,
            ["Shoichi Nakagawa | minister | Minister of Finance"],
            id="an of that belongs to the title",
        ),
        pytest.param(
            """
            the      DET   det president
            LDP      PROPN compound president ORG
            president NOUN compound Abe
            Abe      PROPN nsubj spoke PERSON
            spoke/speak VERB ROOT
            """,
            ["Abe | president | president", "Abe | president of | LDP"],
            id="the body whose title it is",
        ),
        pytest.param(
            """
            On       ADP   case Monday
            Monday   PROPN obl spoke DATE
            Abe      PROPN nsubj spoke PERSON
            spoke/speak VERB ROOT
            """,
            [],
            id="a date before a name is none",
        ),
        pytest.param(
            """
            Japan    PROPN nmod:poss Abe GPE
            's       PART  case Japan
            Abe      PROPN nsubj spoke PERSON
            spoke/speak VERB ROOT
            """,
            [],
            id="a country before a name is none",
        ),
        pytest.param(
            """
            President PROPN compound Japan
            Japan     PROPN ROOT GPE
            """,
            [],
            id="what stands before no person is none",
        ),
        pytest.param(
            """
            He       PRON  nsubj became
            became/become VERB ROOT
            President PROPN xcomp became
            .        PUNCT punct became
            Abe      PROPN nsubj spoke PERSON
            spoke/speak VERB ROOT
            """,
            [],
            id="what stands in the sentence before is none",
        ),
        pytest.param(
            """
            deputies/deputy NOUN compound Novak tag=NNS
            Novak    PROPN nsubj spoke PERSON
            and      CCONJ cc Kral
            Kral     PROPN conj Novak PERSON
            spoke/speak VERB ROOT
            """,
            ["Novak | deputy | deputies", "Kral | deputy | deputies"],
            id="a title of several persons",
        ),
        pytest.param(
            """
            President PROPN compound Kodjo
            Kodjo    PROPN nsubj spoke PERSON
            of       ADP   case Togo
            Togo     PROPN nmod Kodjo GPE
            spoke/speak VERB ROOT
            """,
            ["Kodjo | president | President", "Kodjo | president of | Togo"],
            id="whose it is behind the name",
        ),
        pytest.param(
            """
            Hassan   PROPN nmod:poss Omar PERSON
            's       PART  case Hassan
            brother  NOUN  compound Omar
            Omar     PROPN nsubj spoke PERSON
            spoke/speak VERB ROOT
            """,
            ["Omar | brother | brother", "Omar | brother of | Hassan"],
            id="a person's relative",
        ),
        pytest.param(
            """
            leader   NOUN  nsubj spoke
            of       ADP   case Renho
            Renho    PROPN nmod leader PERSON
            spoke/speak VERB ROOT
            """,
            [],
            id="what is of somebody is not the title",
        ),
    ],
)
def test_title_before_a_name_is_read(read: Read, table: str, expected: list[str]) -> None:
    assert read(extract_titles, table) == expected


@pytest.mark.parametrize("word", ["former", "then", "late"])
def test_title_of_the_past_is_marked_as_such(make_doc: Callable[[str], Doc], word: str) -> None:
    doc = make_doc(f"""
        {word}    ADJ   amod President
        President PROPN compound Lee
        Lee       PROPN nsubj spoke PERSON
        spoke/speak VERB ROOT
    """)

    (relation,) = extract_titles(doc)

    assert relation.predicate.modifiers == ("former",)
    assert relation.object.text == "President"
