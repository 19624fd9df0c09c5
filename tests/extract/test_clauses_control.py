from collections.abc import Callable

import pytest

ClausesIn = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Tsai      PROPN nsubj accused PERSON
            accused/accuse VERB ROOT
            Japan     PROPN obj accused GPE
            of        SCONJ mark breaking
            breaking/break VERB advcl accused tag=VBG
            a         DET  det pact
            pact      NOUN obj breaking
            """,
            "Japan > breaking > pact",
            id="the object, where a preposition says what it is charged with",
        ),
        pytest.param(
            """
            Tsai      PROPN nsubj praised PERSON
            praised/praise VERB ROOT
            Japan     PROPN obj praised GPE
            without   SCONJ mark breaking
            breaking/break VERB advcl praised tag=VBG
            a         DET  det pact
            pact      NOUN obj breaking
            """,
            "Tsai > breaking > pact",
            id="the subject, where a preposition says how",
        ),
        pytest.param(
            """
            Japan     PROPN ROOT GPE
            to        PART mark sign
            sign      VERB acl Japan tag=VB
            a         DET  det pact
            pact      NOUN obj sign
            """,
            "Japan > sign > pact",
            id="the name that a headline begins with",
        ),
        pytest.param(
            """
            It        PRON expl Japan
            was/be    AUX  cop Japan
            Japan     PROPN ROOT GPE
            that      PRON nsubj signed
            signed/sign VERB advcl:relcl Japan
            a         DET  det pact
            pact      NOUN obj signed
            """,
            "Japan > signed > pact",
            id="what a cleft sentence puts first",
        ),
        pytest.param(
            """
            the       DET  det Diet
            Diet      PROPN nsubj voted ORG
            voted/vote VERB ROOT
            to        PART mark change
            change    VERB xcomp voted tag=VB
            the       DET  det constitution
            constitution NOUN obj change
            """,
            "Diet > change > constitution",
            id="the subject, where no object stands between (UD)",
        ),
        pytest.param(
            """
            the       DET  det Diet
            Diet      PROPN nsubj voted ORG
            voted/vote VERB ROOT
            to        PART aux change
            change    VERB xcomp voted tag=VB
            the       DET  det constitution
            constitution NOUN dobj change
            """,
            "Diet > change > constitution",
            id="the subject, where no object stands between (CLEAR)",
        ),
        pytest.param(
            """
            Tsai      PROPN nsubj urged PERSON
            urged/urge VERB ROOT
            Japan     PROPN obj urged GPE
            to        PART mark sign
            sign      VERB xcomp urged tag=VB
            a         DET  det pact
            pact      NOUN obj sign
            """,
            "Japan > sign > pact",
            id="the object, where one stands between (UD)",
        ),
        pytest.param(
            """
            Tsai      PROPN nsubj urged PERSON
            urged/urge VERB ROOT
            Japan     PROPN nsubj sign GPE
            to        PART aux sign
            sign      VERB ccomp urged tag=VB
            a         DET  det pact
            pact      NOUN dobj sign
            """,
            "Japan > sign > pact",
            id="the object, which is the infinitive's subject (CLEAR)",
        ),
        pytest.param(
            """
            Tsai      PROPN nsubj promised PERSON
            promised/promise VERB ROOT
            Japan     PROPN iobj promised GPE
            to        PART mark sign
            sign      VERB xcomp promised tag=VB
            a         DET  det pact
            pact      NOUN obj sign
            """,
            "Tsai > sign > pact",
            id="the subject of a promise, whoever is promised",
        ),
        pytest.param(
            """
            Japan     PROPN nsubj:pass urged GPE
            was/be    AUX  aux:pass urged
            urged/urge VERB ROOT tag=VBN
            to        PART mark sign
            sign      VERB xcomp urged tag=VB
            a         DET  det pact
            pact      NOUN obj sign
            """,
            "Japan > sign > pact",
            id="the subject of a passive",
        ),
        pytest.param(
            """
            Abe       PROPN nsubj insisted PERSON
            insisted/insist VERB ROOT
            on        ADP  prep insisted
            changing/change VERB pcomp on tag=VBG
            the       DET  det law
            law       NOUN dobj changing
            """,
            "Abe > changing > law",
            id="the subject, over a preposition (CLEAR)",
        ),
        pytest.param(
            """
            Tsai      PROPN nsubj denied PERSON
            denied/deny VERB ROOT
            claims/claim NOUN obj denied
            ,         PUNCT punct reports
            reports/report VERB parataxis denied tag=VBZ
            nothing   NOUN obj reports
            """,
            "nobody > reports > nothing",
            id="nobody, where a finite verb stands beside the clause",
        ),
    ],
)
def test_clause_finds_who_controls_an_infinitive(clauses_in: ClausesIn, table: str, expected: str) -> None:
    assert clauses_in(table)[-1] == expected


def test_clause_of_a_long_chain_of_infinitives_ends(clauses_in: ClausesIn) -> None:
    chain = "\n".join(f"v{number} VERB xcomp v{number - 1}" for number in range(1, 50))

    assert clauses_in(f"Tsai PROPN nsubj v0 PERSON\nv0 VERB ROOT\n{chain}")[-1] == "nobody > v49 > nobody"
