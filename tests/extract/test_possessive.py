from collections.abc import Callable

import pytest

from graphbuild.extract import Extractor
from graphbuild.extract.possessive import extract_possessives

Read = Callable[[Extractor, str], list[str]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Japan    PROPN nmod:poss Diet GPE
            's       PART  case Japan
            Diet     PROPN ROOT ORG
            """,
            ["Diet | 's | Japan"],
            id="a possessor (UD)",
        ),
        pytest.param(
            """
            Japan    PROPN poss Diet GPE
            's       PART  case Japan
            Diet     PROPN ROOT ORG
            """,
            ["Diet | 's | Japan"],
            id="a possessor (CLEAR)",
        ),
        pytest.param(
            """
            Taiwan   PROPN nmod:poss DPP GPE
            's       PART  case Taiwan
            ruling   ADJ   amod DPP
            DPP      PROPN ROOT ORG
            """,
            ["DPP | 's | Taiwan", "DPP | ruling | Taiwan"],
            id="the adjectives between",
        ),
        pytest.param(
            """
            Lebanon   PROPN compound based GPE
            -         PUNCT punct based
            based     VERB  amod Hezbollah
            Hezbollah PROPN ROOT ORG
            """,
            [],
            id="the first half of a compound is no possessor",
        ),
        pytest.param(
            """
            the      DET   det Guard
            Chinese  ADJ   amod Guard NORP
            Coast    PROPN compound Guard ORG
            Guard    PROPN ROOT +
            """,
            ["Coast Guard | 's | Chinese"],
            id="a nationality",
        ),
        pytest.param(
            """
            the      DET   det Ministry
            Ministry PROPN ROOT ORG
            of       ADP   case Japan
            Japan    PROPN nmod Ministry GPE
            """,
            ["Ministry | of | Japan"],
            id="what stands behind of (UD)",
        ),
        pytest.param(
            """
            the      DET   det Ministry
            Ministry PROPN ROOT ORG
            of       ADP   prep Ministry
            Japan    PROPN pobj of GPE
            """,
            ["Ministry | of | Japan"],
            id="what stands behind of (CLEAR)",
        ),
        pytest.param(
            """
            Japan    PROPN nsubj sent GPE
            sent/send VERB ROOT
            its      PRON  nmod:poss Navy
            Navy     PROPN obj sent ORG
            """,
            ["Navy | 's | Japan"],
            id="whom a pronoun stands for",
        ),
        pytest.param("the DET det Diet\nDiet PROPN ROOT ORG", [], id="a name of nobody is nobody's"),
        pytest.param(
            """
            Japan    PROPN nmod:poss ships GPE
            's       PART  case Japan
            ships/ship NOUN ROOT
            """,
            ["Japan's ships | whose | Japan"],
            id="a description in a form of its own",
        ),
        pytest.param(
            """
            Shinzo   PROPN compound Abe PERSON
            Abe      PROPN ROOT +
            """,
            [],
            id="a first name does not own its last name",
        ),
        pytest.param(
            """
            Tanzania PROPN nmod:poss ruling Country
            's       PART  case Tanzania
            ruling   NOUN  nsubj met
            Ujamaa   PROPN compound Front PoliticalParty
            Front    PROPN appos ruling +
            met/meet VERB  ROOT
            """,
            ["Tanzania's ruling | whose | Tanzania", "Ujamaa Front | 's | Tanzania", "Ujamaa Front | ruling | Tanzania"],
            id="a party in power whatever the parse",
        ),
        pytest.param(
            """
            Maria    PROPN nsubj met PERSON
            Okello   PROPN flat Maria +
            of       ADP   case Institute
            the      DET   det Institute
            Nairobi  PROPN compound Institute ORG
            Institute PROPN nmod Maria +
            met/meet VERB  ROOT
            """,
            ["Maria Okello | of | Nairobi Institute"],
            id="a person of a body",
        ),
        pytest.param(
            """
            Jimena   PROPN ROOT PERSON
            (        PUNCT punct Mexico
            Mexico   PROPN dep Jimena GPE
            )        PUNCT punct Mexico
            """,
            ["Jimena | () | Mexico"],
            id="a person's country in brackets",
        ),
        pytest.param(
            """
            Kenya    PROPN nmod:poss Okello GPE
            's       PART  case Kenya
            minister NOUN  compound Okello
            Okello   PROPN ROOT PERSON
            """,
            [],
            id="the possessor of a title is not the person's",
        ),
        pytest.param(
            """
            Kenya    PROPN nmod:poss parliament GovernmentBody
            's       PART  case Kenya +
            parliament NOUN ROOT +
            """,
            ["Kenya's parliament | 's | Kenya"],
            id="the possessor in a name",
        ),
        pytest.param(
            """
            the      DET   det Museum
            Mombasa  PROPN compound Museum ORG
            Museum   PROPN ROOT +
            in       ADP   case Kenya
            Kenya    PROPN nmod Museum GPE
            """,
            ["Mombasa Museum | in | Kenya"],
            id="where a thing lies",
        ),
        pytest.param(
            """
            soldiers/soldier NOUN ROOT tag=NNS
            of       ADP   case Brigade
            the      DET   det Brigade
            Brigade  PROPN nmod soldiers ORG
            """,
            ["soldiers | several of | Brigade"],
            id="several of a body",
        ),
        pytest.param(
            """
            Reed     PROPN nsubj met PERSON
            of       ADP   case Union
            the      DET   det Union
            Miners   PROPN compound Union ORG
            Union    PROPN nmod Reed +
            met/meet VERB  ROOT
            """,
            ["Reed | among | Miners Union"],
            id="a member of a body of members",
        ),
    ],
)
def test_possessive_says_whose_a_name_is(read: Read, table: str, expected: list[str]) -> None:
    assert read(extract_possessives, table) == expected
