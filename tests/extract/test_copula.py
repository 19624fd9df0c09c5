from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract import Extractor
from graphbuild.extract.copula import extract_copulas
from graphbuild.model import MentionKind

Read = Callable[[Extractor, str], list[str]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Abe      PROPN nsubj leader PERSON
            is/be    AUX   cop leader
            the      DET   det leader
            leader   NOUN  ROOT
            of       ADP   case Japan
            Japan    PROPN nmod leader GPE
            """,
            ["Abe | leader | leader", "Abe | leader of | Japan"],
            id="a role with whose it is (UD)",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj is PERSON
            is/be    AUX   ROOT
            the      DET   det leader
            leader   NOUN  attr is
            of       ADP   prep leader
            Japan    PROPN pobj of GPE
            """,
            ["Abe | leader | leader", "Abe | leader of | Japan"],
            id="a role with whose it is (CLEAR)",
        ),
        pytest.param(
            """
            Taiwan   PROPN nsubj partner GPE
            is/be    AUX   cop partner
            Japan    PROPN nmod:poss partner GPE
            's       PART  case Japan
            main     ADJ   amod partner
            partner  NOUN  ROOT
            """,
            ["Taiwan | partner | main partner", "Taiwan | partner of | Japan"],
            id="a role with its possessor (UD)",
        ),
        pytest.param(
            """
            Taiwan   PROPN nsubj is GPE
            is/be    AUX   ROOT
            Japan    PROPN poss partner GPE
            's       PART  case Japan
            main     ADJ   amod partner
            partner  NOUN  attr is
            """,
            ["Taiwan | partner | main partner", "Taiwan | partner of | Japan"],
            id="a role with its possessor (CLEAR)",
        ),
        pytest.param(
            """
            Taiwan    PROPN nsubj reliant GPE
            is/be     AUX   cop reliant
            reliant   ADJ   ROOT
            on        ADP   case Washington
            Washington PROPN obl reliant GPE
            """,
            ["Taiwan | reliant on | Washington"],
            id="an adjective with its phrase (UD)",
        ),
        pytest.param(
            """
            Taiwan    PROPN nsubj is GPE
            is/be     AUX   ROOT
            reliant   ADJ   acomp is
            on        ADP   prep reliant
            Washington PROPN pobj on GPE
            """,
            ["Taiwan | reliant on | Washington"],
            id="an adjective with its phrase (CLEAR)",
        ),
        pytest.param(
            """
            Japan     PROPN nsubj close GPE
            and       CCONJ cc India
            India     PROPN conj Japan GPE
            are/be    AUX   cop close
            close     ADJ   ROOT
            to        ADP   case Taiwan
            Taiwan    PROPN obl close GPE
            """,
            ["Japan | close to | Taiwan", "India | close to | Taiwan"],
            id="each of several subjects",
        ),
        pytest.param(
            """
            Abe      PROPN ROOT PERSON
            ,        PUNCT punct Abe
            who      PRON  nsubj leader
            is/be    AUX   cop leader
            leader   NOUN  acl:relcl Abe
            of       ADP   case Japan
            Japan    PROPN nmod leader GPE
            """,
            ["Abe | leader | leader", "Abe | leader of | Japan"],
            id="a relative clause speaks of its noun",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj ill PERSON
            is/be    AUX   cop ill
            ill      ADJ   ROOT
            """,
            [],
            id="an adjective alone says nothing",
        ),
        pytest.param(
            """
            it       PRON  nsubj clear
            is/be    AUX   cop clear
            clear    ADJ   ROOT
            to       ADP   case Abe
            Abe      PROPN obl clear PERSON
            """,
            ["it | clear to | Abe"],
            id="an it that stands for nothing stays what it is",
        ),
    ],
)
def test_copula_says_what_its_subject_is(read: Read, table: str, expected: list[str]) -> None:
    assert read(extract_copulas, table) == expected


def test_copula_tells_a_role_from_whose_it_is(make_doc: Callable[[str], Doc]) -> None:
    doc = make_doc("""
        Renho     PROPN nsubj president PERSON
        was/be    AUX   cop president
        the       DET   det president
        former    ADJ   amod president
        party     NOUN  compound president
        president NOUN  ROOT
        of        ADP   case DPJ
        DPJ       PROPN nmod president ORG
    """)

    role, owner = extract_copulas(doc)

    assert (role.predicate.pos, owner.predicate.pos) == ("TITLE", "ROLE")
    assert role.object.kind is MentionKind.ROLE
    assert role.object.text == "party president"
    assert role.object.modifiers == ("DPJ",)
    assert role.predicate.modifiers == ("former", "party")
