from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract.attribution import Source, attributions_of, sources_of
from graphbuild.model import ORIGIN_KEY, Mention, MentionKind, Origin, Quote, Span

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
            ["said"],
            id="what is said by nobody in the text is hearsay",
        ),
        pytest.param(
            """
            In       ADP   case view
            the      DET   det view
            view     NOUN  obl signed
            of       ADP   case Abe
            Abe      PROPN nmod view PERSON
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ROOT
            """,
            ["Abe"],
            id="in the view of",
        ),
        pytest.param(
            """
            In       ADP   case words
            Abe      PROPN nmod:poss words PERSON
            's       PART  case Abe
            words/word NOUN  obl signed
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ROOT
            """,
            ["Abe"],
            id="in Abe's words",
        ),
        pytest.param(
            """
            as       SCONJ mark noted
            Abe      PROPN nsubj noted PERSON
            noted/note VERB advcl signed
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ROOT
            """,
            ["Abe"],
            id="as Abe noted",
        ),
        pytest.param(
            """
            Tsai     PROPN nsubj rejected PERSON
            rejected/reject VERB ROOT
            a        DET   det statement
            statement NOUN obj rejected
            by       ADP   case Abe
            Abe      PROPN nmod statement PERSON
            that     SCONJ mark signed
            Japan    PROPN nsubj signed GPE
            signed/sign VERB acl statement
            """,
            ["Abe"],
            id="a statement by Abe that, not who rejects it",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj issued PERSON
            issued/issue VERB ROOT
            a        DET   det statement
            statement NOUN obj issued
            that     SCONJ mark signed
            Japan    PROPN nsubj signed GPE
            signed/sign VERB acl statement
            """,
            ["Abe"],
            id="a statement of who issues it",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj said PERSON
            said/say VERB ROOT
            in       ADP   case interview
            an       DET   det interview
            interview NOUN obl said
            that     SCONJ mark signed
            Japan    PROPN nsubj signed GPE
            signed/sign VERB acl interview
            """,
            ["Abe"],
            id="said in an interview that",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj:pass quoted PERSON
            was/be   AUX   aux:pass quoted
            quoted/quote VERB ROOT
            as       SCONJ mark saying
            saying/say VERB advcl quoted
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp saying
            """,
            ["Abe"],
            id="quoted as saying",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj spoke PERSON
            spoke/speak VERB ROOT
            but      CCONJ cc said
            said/say VERB conj spoke
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp said
            """,
            ["Abe"],
            id="a subject shared with another verb",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj left PERSON
            who      PRON  nsubj said
            said/say VERB acl:relcl Abe
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp said
            left/leave VERB ROOT
            """,
            ["Abe"],
            id="who said that",
        ),
        pytest.param(
            """
            reports/report NOUN ROOT
            saying/say VERB acl reports
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp saying
            """,
            ["reports"],
            id="reports saying that",
        ),
        pytest.param(
            """
            It       PRON  expl reported
            was/be   AUX   aux:pass reported
            reported/report VERB ROOT
            by       ADP   case Reuters
            Reuters  PROPN obl:agent reported ORG
            that     SCONJ mark signed
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp reported
            """,
            ["Reuters"],
            id="reported by",
        ),
        pytest.param(
            """
            Tsai     PROPN nsubj:pass told PERSON
            was/be   AUX   aux:pass told
            told/tell VERB ROOT
            that     SCONJ mark signed
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp told
            """,
            ["told"],
            id="who is told says nothing, the telling is hearsay",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj accused PERSON
            accused/accuse VERB ROOT
            Tsai     PROPN obj accused PERSON
            of       SCONJ mark signed
            having/have AUX aux signed
            signed/sign VERB advcl accused
            """,
            ["Abe"],
            id="accused of having signed",
        ),
        pytest.param(
            """
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ROOT
            ,        PUNCT punct warned
            so       CCONJ cc warned
            Abe      PROPN nsubj warned PERSON
            warned/warn VERB parataxis signed
            """,
            [],
            id="a clause that goes on is no aside",
        ),
        pytest.param(
            """
            Japan    PROPN nsubj signed GPE
            ,        PUNCT punct Japan
            Abe      PROPN nsubj says PERSON
            says/say VERB  acl:relcl Japan
            ,        PUNCT punct says
            signed/sign VERB ROOT
            """,
            ["Abe"],
            id="an aside taken for a relative clause",
        ),
        pytest.param(
            """
            Japan    PROPN nsubj signed GPE
            ,        PUNCT punct Japan
            which    PRON  obl says
            Abe      PROPN nsubj says PERSON
            says/say VERB  acl:relcl Japan
            ,        PUNCT punct says
            signed/sign VERB ROOT
            """,
            [],
            id="a relative clause is no aside",
        ),
        pytest.param(
            """
            pact     NOUN  ROOT
            which    PRON  obj signed
            Abe      PROPN nsubj says PERSON
            says/say VERB  acl:relcl pact
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp says
            """,
            ["Abe"],
            id="a relative clause asks nothing",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj claims PERSON
            claims/claim VERB ROOT
            to       PART  mark signed
            have     AUX   aux signed
            signed/sign VERB xcomp claims
            """,
            ["Abe"],
            id="claims to have signed",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj asked PERSON
            said/say VERB ROOT
            whether  SCONJ mark signed
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp said
            asked/ask VERB dep said
            """,
            [],
            id="nobody says what is asked",
        ),
        pytest.param(
            """
            I        PRON  nsubj think
            think    VERB ROOT
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp think
            """,
            [],
            id="who says I is the author",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj said PERSON
            and      CCONJ cc Tsai
            Tsai     PROPN conj Abe PERSON
            said/say VERB ROOT
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp said
            """,
            ["Abe", "Tsai"],
            id="two who say it together",
        ),
        pytest.param(
            """
            One      NUM   nsubj said
            minister NOUN  nmod One
            ,        PUNCT punct Abe
            Abe      PROPN appos One PERSON
            said/say VERB ROOT
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp said
            """,
            ["Abe"],
            id="the name in apposition",
        ),
        pytest.param(
            """
            “        PUNCT punct signed
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ccomp said
            ”        PUNCT punct signed
            said/say VERB ROOT
            Abe      PROPN obj said PERSON
            """,
            ["Abe"],
            id="who follows a quotation, taken for an object",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj called PERSON
            called/call VERB ROOT
            it       PRON  obj called
            “        PUNCT punct pact
            a        DET   det pact
            pact     NOUN  xcomp called
            Japan    PROPN nsubj signed GPE
            signed/sign VERB acl:relcl pact
            ”        PUNCT punct pact
            """,
            ["Abe"],
            id="words quoted below another verb",
        ),
    ],
)
def test_attribution_names_who_says_it(make_doc: MakeDoc, table: str, expected: list[str]) -> None:
    doc = make_doc(table)

    assert [said.text for said in attributions_of(next(token for token in doc if token.text == "signed"))] == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            “        PUNCT punct won
            We       PRON  nsubj won
            won/win  VERB  ccomp said
            ,        PUNCT punct won
            ”        PUNCT punct won
            Abe      PROPN nsubj said PERSON
            said/say VERB ROOT
            .        PUNCT punct said
            “        PUNCT punct signed
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ROOT
            .        PUNCT punct signed
            ”        PUNCT punct signed
            """,
            ["Abe"],
            id="a quotation goes on behind who says it",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj said PERSON
            said/say VERB ROOT
            :        PUNCT punct said
            “        PUNCT punct won
            We       PRON  nsubj won
            won/win  VERB  ccomp said
            .        PUNCT punct won
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ROOT
            .        PUNCT punct signed
            ”        PUNCT punct signed
            """,
            ["Abe"],
            id="a quotation of two sentences",
        ),
        pytest.param(
            """
            “        PUNCT punct signed
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ROOT
            .        PUNCT punct signed
            ”        PUNCT punct signed
            said/say VERB ROOT
            Abe      PROPN nsubj said PERSON
            .        PUNCT punct said
            """,
            ["Abe"],
            id="who says it in a sentence of its own",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj smiled PERSON
            smiled/smile VERB ROOT
            .        PUNCT punct smiled
            “        PUNCT punct signed
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ROOT
            .        PUNCT punct signed
            ”        PUNCT punct signed
            """,
            [],
            id="who smiles need not speak",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj spoke PERSON
            said/say VERB ROOT
            so       ADV   advmod said
            .        PUNCT punct said
            Japan    PROPN nsubj signed GPE
            signed/sign VERB ROOT
            the      DET   det pact
            “        PUNCT punct pact
            pact     NOUN  obj signed
            ”        PUNCT punct pact
            spoke/speak VERB dep signed
            """,
            [],
            id="what stands outside the marks is not quoted",
        ),
    ],
)
def test_attribution_finds_the_speaker_in_a_neighbouring_sentence(make_doc: MakeDoc, table: str, expected: list[str]) -> None:
    doc = make_doc(table)

    assert [said.text for said in attributions_of(next(token for token in doc if token.text == "signed"))] == expected


def test_source_keeps_a_pronoun_as_the_text_has_it(make_doc: MakeDoc) -> None:
    doc = make_doc("""
        he       PRON  nsubj said
        said/say VERB  ROOT
        Japan    PROPN nsubj signed GPE
        signed/sign VERB ccomp said
    """)

    assert sources_of(doc[3]) == (Source(doc[0], doc[1]),)


@pytest.mark.parametrize(
    "speaker",
    [
        pytest.param("he       PRON  nsubj said", id="a pronoun that nothing is known to be meant by"),
        pytest.param("two      NUM   nsubj said", id="a number"),
        pytest.param("many     ADJ   nsubj said", id="an adjective"),
    ],
)
def test_attribution_keeps_who_has_no_name_in_the_words_of_the_text(make_doc: MakeDoc, speaker: str) -> None:
    doc = make_doc(f"{speaker}\nsaid/say VERB ROOT\nJapan PROPN nsubj signed GPE\nsigned/sign VERB ccomp said")

    (said,) = attributions_of(doc[3])

    assert isinstance(said, Mention)
    assert (said.kind, said.text) == (MentionKind.PRONOUN, doc[0].text)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        pytest.param(("(", ")"), [], id="is the author's"),
        pytest.param(("“", "”"), ["Abe"], id="is the speaker's within quotation marks"),
    ],
)
def test_what_is_said_by_the_way(make_doc: MakeDoc, marks: tuple[str, str], expected: list[str]) -> None:
    doc = make_doc(f"""
        Abe      PROPN nsubj said PERSON
        said/say VERB  ROOT
        {marks[0]} PUNCT punct left
        minister NOUN  compound Aso
        Aso      PROPN nsubj left PERSON
        left/leave VERB ccomp said
        {marks[1]} PUNCT punct left
    """)

    assert [said.text for said in attributions_of(doc[3], is_granted=True)] == expected
    assert [said.text for said in attributions_of(doc[3])] == ["Abe"]


def test_what_the_author_thinks_is_the_authors(make_doc: MakeDoc) -> None:
    doc = make_doc("I PRON nsubj think\nthink VERB ROOT\nJapan PROPN nsubj signed GPE\nsigned/sign VERB ccomp think")

    assert attributions_of(doc[3]) == ()


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
