from collections.abc import Callable

import pytest

from graphbuild.extract import Extractor
from graphbuild.extract.inclusion import extract_inclusions

Read = Callable[[Extractor, str], list[str]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            LDP      PROPN compound members ORG
            members/member NOUN ROOT tag=NNS
            —        PUNCT punct Abe
            including/include VERB case Abe
            Abe      PROPN nmod members PERSON
            and      CCONJ cc Aso
            Aso      PROPN conj Abe PERSON
            —        PUNCT punct Abe
            """,
            ["Abe | member | members", "Abe | member of | LDP", "Aso | member | members", "Aso | member of | LDP"],
            id="names behind including (UD)",
        ),
        pytest.param(
            """
            LDP      PROPN compound members ORG
            members/member NOUN ROOT tag=NNS
            ,        PUNCT punct members
            including/include VERB prep members
            Abe      PROPN pobj including PERSON
            and      CCONJ cc Abe
            Aso      PROPN conj Abe PERSON
            """,
            ["Abe | member | members", "Abe | member of | LDP", "Aso | member | members", "Aso | member of | LDP"],
            id="names behind including (CLEAR)",
        ),
        pytest.param(
            """
            countries/country NOUN ROOT morph=Number=Plur
            such     ADJ   case Japan
            as       ADP   fixed such
            Japan    PROPN nmod countries GPE
            """,
            ["Japan | country | countries"],
            id="a name behind such as",
        ),
        pytest.param(
            """
            parties/party NOUN ROOT tag=NNS
            including/include VERB case LDP
            LDP      PROPN nmod parties ORG
            ,        PUNCT punct DPJ
            DPJ      PROPN nmod parties ORG
            and      CCONJ cc Komeito
            Komeito  PROPN nmod parties ORG
            """,
            ["LDP | party | parties", "DPJ | party | parties", "Komeito | party | parties"],
            id="a series, whatever the parse makes of it",
        ),
        pytest.param(
            """
            parties/party NOUN nsubj met tag=NNS
            including/include VERB case LDP
            LDP      PROPN nmod parties ORG
            met/meet VERB  ROOT
            ,        PUNCT punct met
            DPJ      PROPN obj met ORG
            """,
            ["LDP | party | parties"],
            id="a series ends at a verb",
        ),
        pytest.param(
            """
            the      DET   det meeting
            meeting  NOUN  ROOT tag=NN
            including/include VERB case Abe
            Abe      PROPN nmod meeting PERSON
            """,
            [],
            id="one thing includes nobody as its member",
        ),
        pytest.param("Including/include VERB case Abe\nAbe PROPN ROOT PERSON", [], id="nothing before including"),
        pytest.param("members/member NOUN ROOT tag=NNS\nincluding/include VERB dep members", [], id="nothing behind including"),
        pytest.param("an DET det such\nsuch ADJ ROOT", [], id="such at the end"),
        pytest.param(
            """
            members/member NOUN ROOT tag=NNS
            of       ADP   case Party
            the      DET   det Party
            Party    PROPN nmod members ORG
            ,        PUNCT punct Abe
            including/include VERB case Abe
            Abe      PROPN nmod members PERSON
            """,
            ["Abe | member | members", "Abe | member of | Party"],
            id="over what they are members of",
        ),
    ],
)
def test_inclusion_makes_members_of_a_list(read: Read, table: str, expected: list[str]) -> None:
    assert read(extract_inclusions, table) == expected
