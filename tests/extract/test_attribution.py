from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract.attribution import attributions_of
from graphbuild.model import ORIGIN_KEY, Origin, Quote, Span

MakeDoc = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Abe      PROPN nsubj said PERSON
            said/say VERB  ROOT
            that     SCONJ mark signed
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp said
            """,
            ["Abe"],
            id="Abe said that",
        ),
        pytest.param(
            """
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp said
            ,        PUNCT punct said
            Abe      PROPN nsubj said PERSON
            said/say VERB  ROOT
            """,
            ["Abe"],
            id="Abe said, behind (CLEAR)",
        ),
        pytest.param(
            """
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ROOT
            ,        PUNCT punct said
            Abe      PROPN nsubj said PERSON
            said/say VERB  parataxis signed
            """,
            ["Abe"],
            id="Abe said, behind (UD)",
        ),
        pytest.param(
            """
            According/accord VERB case Abe
            to       ADP   fixed According
            Abe      PROPN obl signed PERSON
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ROOT
            """,
            ["Abe"],
            id="according to (UD)",
        ),
        pytest.param(
            """
            According/accord VERB prep signed
            to       ADP   prep According
            Abe      PROPN pobj to PERSON
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ROOT
            """,
            ["Abe"],
            id="according to (CLEAR)",
        ),
        pytest.param(
            """
            Tsai     PROPN nsubj claimed PERSON
            claimed/claim VERB ROOT
            Abe      PROPN nsubj said PERSON
            said/say VERB  ccomp claimed
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp said
            """,
            ["Tsai", "Abe"],
            id="what one says that another says, in the order of the text",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj wanted PERSON
            wanted/want VERB ROOT
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp wanted
            """,
            [],
            id="a wish is no speech",
        ),
        pytest.param(
            """
            it       PRON  nsubj said
            was/be   AUX   aux:pass said
            said/say VERB  ROOT
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp said
            """,
            [],
            id="a pronoun of nobody says nothing",
        ),
    ],
)
def test_attribution_names_who_says_it(make_doc: MakeDoc, table: str, expected: list[str]) -> None:
    doc = make_doc(table)

    assert [said.text for said in attributions_of(next(token for token in doc if token.text == "signed"))] == expected


def test_attribution_leaves_out_what_is_said_of_the_speaker(make_doc: MakeDoc) -> None:
    doc = make_doc("""
        Abe      PROPN nsubj said PERSON
        ,        PUNCT punct Abe
        who      PRON nsubj met
        met/meet VERB acl:relcl Abe
        Tsai     PROPN obj met PERSON
        ,        PUNCT punct Abe
        said/say VERB parataxis signed
        Japan    PROPN nsubj signed GPE
        signed/sign VERB ROOT
    """)

    assert attributions_of(doc[3]) == ()


def test_attribution_cites_what_stands_in_brackets_in_its_sentence(make_doc: MakeDoc) -> None:
    doc = make_doc("Japan PROPN nsubj won\nwon/win VERB ROOT\n. PUNCT punct won\nAbe PROPN nsubj left\nleft/leave VERB ROOT")
    first, second = (
        Quote(text, Span("a.txt", start, start + len(text))) for text, start in (("Times, 2015", 11), ("BBC, 2016", 40))
    )
    doc.user_data[ORIGIN_KEY] = Origin("a.txt", " " * 60, citations=((9, first), (len(doc.text), second)))

    assert attributions_of(doc[1]) == (first,)
    assert attributions_of(doc[4]) == (second,)
