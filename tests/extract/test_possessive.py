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
            ["Ministry | 's | Japan"],
            id="what stands behind of (UD)",
        ),
        pytest.param(
            """
            the      DET   det Ministry
            Ministry PROPN ROOT ORG
            of       ADP   prep Ministry
            Japan    PROPN pobj of GPE
            """,
            ["Ministry | 's | Japan"],
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
            [],
            id="a common noun is left to the extractor of nouns",
        ),
        pytest.param(
            """
            Shinzo   PROPN compound Abe PERSON
            Abe      PROPN ROOT +
            """,
            [],
            id="a first name does not own its last name",
        ),
    ],
)
def test_possessive_says_whose_a_name_is(read: Read, table: str, expected: list[str]) -> None:
    assert read(extract_possessives, table) == expected
