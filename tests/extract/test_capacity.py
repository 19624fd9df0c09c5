from collections.abc import Callable

import pytest

from graphbuild.extract import Extractor
from graphbuild.extract.capacity import extract_capacities

Read = Callable[[Extractor, str], list[str]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Abe         PROPN nsubj named PERSON
            named/name  VERB  ROOT
            Suga        PROPN obj named PERSON
            minister    NOUN  xcomp named
            """,
            ["Suga | minister | minister"],
            id="whom a verb of naming gives a post",
        ),
        pytest.param(
            """
            Abe         PROPN nsubj named PERSON
            named/name  VERB  ROOT
            Suga        PROPN compound minister PERSON
            minister    NOUN  xcomp named
            """,
            ["Suga | minister | minister"],
            id="whom a verb of naming gives a post, though the parse takes the name for a part of it",
        ),
        pytest.param(
            """
            Abe         PROPN nsubj named PERSON
            named/name  VERB  ROOT
            a           DET   det minister
            minister    NOUN  obj named
            """,
            [],
            id="nobody, where a verb of naming names no one",
        ),
        pytest.param(
            """
            Suga              PROPN nsubj succeeded PERSON
            succeeded/succeed VERB  ROOT
            Abe               PROPN obj succeeded PERSON
            as                ADP   case premier
            premier           NOUN  obl succeeded
            """,
            ["Suga | premier | premier", "Abe | premier | premier"],
            id="both who takes over and who had it before",
        ),
        pytest.param(
            """
            the      DET   det election
            election NOUN  ROOT
            of       ADP   case Renho
            Renho    PROPN nmod election PERSON
            as       ADP   case leader
            leader   NOUN  nmod election
            of       ADP   case DPJ
            DPJ      PROPN nmod leader ORG
            """,
            ["Renho | leader | leader", "Renho | leader of | DPJ"],
            id="whom a noun is of (UD)",
        ),
        pytest.param(
            """
            the      DET   det election
            election NOUN  ROOT
            of       ADP   prep election
            Renho    PROPN pobj of PERSON
            as       ADP   prep election
            leader   NOUN  pobj as
            of       ADP   prep leader
            DPJ      PROPN pobj of:2 ORG
            """,
            ["Renho | leader | leader", "Renho | leader of | DPJ"],
            id="whom a noun is of (CLEAR)",
        ),
        pytest.param(
            """
            Taiwan   PROPN nmod:poss place GPE
            's       PART  case Taiwan
            place    NOUN  ROOT
            as       ADP   case partner
            Japan    PROPN nmod:poss partner GPE
            's       PART  case Japan
            partner  NOUN  nmod place
            """,
            ["Taiwan | partner | partner", "Taiwan | partner of | Japan"],
            id="whose a noun is",
        ),
        pytest.param(
            """
            Tsai     PROPN nsubj served PERSON
            served/serve VERB ROOT
            as       ADP   case president
            president NOUN obl served
            """,
            ["Tsai | president | president"],
            id="who does it, where it is done to nobody (UD)",
        ),
        pytest.param(
            """
            Tsai     PROPN nsubj appointed PERSON
            appointed/appoint VERB ROOT
            Su       PROPN dobj appointed PERSON
            as       ADP   prep appointed
            premier  NOUN  pobj as
            """,
            ["Su | premier | premier"],
            id="to whom it is done (CLEAR)",
        ),
        pytest.param(
            """
            Su       PROPN nsubj:pass appointed PERSON
            was/be   AUX   aux:pass appointed
            appointed/appoint VERB ROOT tag=VBN
            as       ADP   case premier
            premier  NOUN  obl appointed
            by       ADP   case Tsai
            Tsai     PROPN obl:agent appointed PERSON
            """,
            ["Su | premier | premier"],
            id="to whom it is done in a passive",
        ),
        pytest.param(
            """
            it       PRON  nsubj acts
            acts/act VERB  ROOT
            as       ADP   case leader
            leader   NOUN  obl acts
            """,
            ["it | leader | leader"],
            id="a pronoun that stands for nothing stays what it is",
        ),
        pytest.param(
            """
            Tsai     PROPN nsubj spoke PERSON
            spoke/speak VERB ROOT
            to       ADP   case president
            president NOUN obl spoke
            """,
            [],
            id="nobody under another preposition",
        ),
    ],
)
def test_capacity_finds_who_is_as_something(read: Read, table: str, expected: list[str]) -> None:
    assert read(extract_capacities, table) == expected
