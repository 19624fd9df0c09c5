from collections.abc import Callable

import pytest

from graphbuild.extract import Extractor
from graphbuild.extract.apposition import extract_appositions

Read = Callable[[Extractor, str], list[str]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Renho    PROPN ROOT PERSON
            ,        PUNCT punct leader
            leader   NOUN  appos Renho
            of       ADP   case DPJ
            the      DET   det DPJ
            DPJ      PROPN nmod leader ORG
            """,
            ["Renho | leader | leader", "Renho | leader of | DPJ"],
            id="a description behind a name (UD)",
        ),
        pytest.param(
            """
            Renho    PROPN ROOT PERSON
            ,        PUNCT punct Renho
            leader   NOUN  appos Renho
            of       ADP   prep leader
            the      DET   det DPJ
            DPJ      PROPN pobj of ORG
            """,
            ["Renho | leader | leader", "Renho | leader of | DPJ"],
            id="a description behind a name (CLEAR)",
        ),
        pytest.param(
            """
            Japan    PROPN nmod:poss party GPE
            's       PART  case Japan
            main     ADJ   amod party
            party    NOUN  ROOT
            ,        PUNCT punct DPJ
            the      DET   det DPJ
            DPJ      PROPN appos party ORG
            """,
            ["DPJ | party | main party", "DPJ | party of | Japan"],
            id="a name behind its description (UD)",
        ),
        pytest.param(
            """
            Japan    PROPN poss party GPE
            's       PART  case Japan
            main     ADJ   amod party
            party    NOUN  ROOT
            ,        PUNCT punct party
            the      DET   det DPJ
            DPJ      PROPN appos party ORG
            """,
            ["DPJ | party | main party", "DPJ | party of | Japan"],
            id="a name behind its description (CLEAR)",
        ),
        pytest.param(
            """
            Abe      PROPN ROOT PERSON
            ,        PUNCT punct minister
            minister NOUN  appos Abe
            and      CCONJ cc leader
            leader   NOUN  conj minister
            """,
            ["Abe | minister | minister", "Abe | leader | leader"],
            id="each of several descriptions",
        ),
        pytest.param(
            """
            NPR      PROPN ROOT ORG
            ,        PUNCT punct force
            a        DET   det force
            force    NOUN  appos NPR
            reliant  ADJ   amod force
            upon     ADP   case Washington
            Washington PROPN obl reliant GPE
            """,
            ["NPR | force | force", "NPR | reliant upon | Washington"],
            id="an adjective behind the description",
        ),
        pytest.param(
            """
            Taipei   PROPN ROOT GPE
            ,        PUNCT punct Taiwan
            Taiwan   PROPN appos Taipei GPE
            """,
            [],
            id="a name beside a name is no role",
        ),
        pytest.param(
            """
            an       DET  det offer
            offer    NOUN ROOT
            ,        PUNCT punct surprise
            a        DET  det surprise
            surprise NOUN appos offer
            """,
            [],
            id="a description of no name says nothing",
        ),
        pytest.param(
            """
            Okello   PROPN nsubj spoke PERSON
            ,        PUNCT punct spoke
            the      DET   det mediator
            chief    ADJ   amod mediator
            mediator NOUN  dep spoke
            ,        PUNCT punct spoke
            spoke/speak VERB ROOT
            """,
            ["Okello | mediator | chief mediator"],
            id="a description between commas behind a person whatever the parse",
        ),
        pytest.param(
            """
            the      DET   det head
            head     NOUN  nsubj spoke
            of       ADP   case Board
            the      DET   det Board
            Board    PROPN nmod head ORG
            ,        PUNCT punct spoke
            Okello   PROPN dep spoke PERSON
            ,        PUNCT punct spoke
            spoke/speak VERB ROOT
            """,
            ["Okello | head | head", "Okello | head of | Board"],
            id="a description before a person between commas",
        ),
    ],
)
def test_apposition_gives_a_name_its_role(read: Read, table: str, expected: list[str]) -> None:
    assert read(extract_appositions, table) == expected
