from collections.abc import Callable

import pytest

from graphbuild.extract import Extractor
from graphbuild.extract.noun import extract_nouns

Read = Callable[[Extractor, str], list[str]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            talks/talk NOUN ROOT
            between  ADP   case Japan
            Japan    PROPN nmod talks GPE
            and      CCONJ cc Korea
            Korea    PROPN conj Japan GPE
            """,
            ["Japan | talk between | Korea", "Japan | x-y | talks", "Korea | x-y | talks"],
            id="between two names (UD)",
        ),
        pytest.param(
            """
            talks/talk NOUN ROOT
            between  ADP   prep talks
            Japan    PROPN pobj between GPE
            and      CCONJ cc Japan
            Korea    PROPN conj Japan GPE
            """,
            ["Japan | talk between | Korea", "Japan | x-y | talks", "Korea | x-y | talks"],
            id="between two names (CLEAR)",
        ),
        pytest.param(
            """
            Taiwan   PROPN compound Japan GPE
            -        PUNCT punct Japan
            Japan    PROPN compound ties GPE
            ties/tie NOUN ROOT
            """,
            ["Taiwan | tie between | Japan", "Taiwan | x-y | Taiwan-Japan ties", "Japan | x-y | Taiwan-Japan ties"],
            id="two names before a noun, joined by a hyphen",
        ),
        pytest.param(
            "ties/tie NOUN ROOT\nbetween ADP case Japan\nJapan PROPN nmod ties GPE", ["Japan | x-y | ties"], id="one alone"
        ),
    ],
)
def test_noun_of_two_sides_joins_them(read: Read, table: str, expected: list[str]) -> None:
    assert read(extract_nouns, table) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Japan    PROPN nmod:poss support GPE
            's       PART  case Japan
            support  NOUN  ROOT
            for      ADP   case Taiwan
            Taiwan   PROPN nmod support GPE
            """,
            ["Japan | support for | Taiwan"],
            id="from its possessor to its phrase (UD)",
        ),
        pytest.param(
            """
            Japan    PROPN poss support GPE
            's       PART  case Japan
            support  NOUN  ROOT
            for      ADP   prep support
            Taiwan   PROPN pobj for GPE
            """,
            ["Japan | support for | Taiwan"],
            id="from its possessor to its phrase (CLEAR)",
        ),
        pytest.param(
            """
            a        DET   det ban
            Japanese ADJ   amod ban NORP
            ban      NOUN  ROOT
            on       ADP   case imports
            imports/import NOUN nmod ban
            from     ADP   case Fukushima
            Fukushima PROPN nmod imports GPE
            """,
            ["Japanese | ban on | imports", "Japanese | ban from | Fukushima"],
            id="from its nationality through another noun",
        ),
        pytest.param(
            """
            the      DET   det visit
            visit    NOUN  ROOT
            to       ADP   case Taipei
            Taipei   PROPN nmod visit GPE
            by       ADP   case Abe
            Abe      PROPN nmod visit PERSON
            """,
            ["Abe | visit to | Taipei"],
            id="from who does it (UD)",
        ),
        pytest.param(
            """
            the      DET   det visit
            visit    NOUN  ROOT
            to       ADP   prep visit
            Taipei   PROPN pobj to GPE
            by       ADP   prep visit
            Abe      PROPN pobj by PERSON
            """,
            ["Abe | visit to | Taipei"],
            id="from who does it (CLEAR)",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj praised PERSON
            praised/praise VERB ROOT
            his      PRON  nmod:poss ties
            ties/tie NOUN  obj praised
            to       ADP   case Taiwan
            Taiwan   PROPN nmod ties GPE
            """,
            ["Abe | tie to | Taiwan"],
            id="from whom a pronoun stands for",
        ),
        pytest.param("a DET det ban\nban NOUN ROOT\non ADP case Japan\nJapan PROPN nmod ban GPE", [], id="from nobody"),
        pytest.param("Japan PROPN nmod:poss ban GPE\n's PART case Japan\nban NOUN ROOT", [], id="to nothing"),
        pytest.param(
            """
            Bank     PROPN ROOT ORG
            of       ADP   case Japan +
            Japan    PROPN nmod Bank +
            """,
            [],
            id="within a name is nothing",
        ),
    ],
)
def test_noun_leads_from_its_holder_to_its_phrase(read: Read, table: str, expected: list[str]) -> None:
    assert read(extract_nouns, table) == expected
