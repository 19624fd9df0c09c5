from collections.abc import Callable

import pytest

ClausesIn = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Abe      PROPN nsubj resigned PERSON
            ,        PUNCT punct Abe
            who      PRON  nsubj met
            met/meet VERB  acl:relcl Abe
            Tsai     PROPN obj met PERSON
            ,        PUNCT punct Abe
            resigned/resign VERB ROOT
            """,
            ["Abe > met > Tsai", "Abe > resigned > nobody"],
            id="a relative pronoun as subject (UD)",
        ),
        pytest.param(
            """
            Abe      PROPN nsubj resigned PERSON
            ,        PUNCT punct Abe
            who      PRON  nsubj met
            met/meet VERB  relcl Abe
            Tsai     PROPN dobj met PERSON
            ,        PUNCT punct Abe
            resigned/resign VERB ROOT
            """,
            ["Abe > met > Tsai", "Abe > resigned > nobody"],
            id="a relative pronoun as subject (CLEAR)",
        ),
        pytest.param(
            """
            Taiwan    PROPN ROOT GPE
            ,         PUNCT punct Taiwan
            which     PRON  obj supports
            Japan     PROPN nsubj supports GPE
            supports/support VERB acl:relcl Taiwan
            """,
            ["Japan > supports > Taiwan"],
            id="a relative pronoun as object (UD)",
        ),
        pytest.param(
            """
            the      DET  det ally
            ally     NOUN ROOT
            Japan    PROPN nsubj supports GPE
            supports/support VERB acl:relcl ally
            """,
            ["Japan > supports > ally"],
            id="a relative clause without a pronoun lacks its object (UD)",
        ),
        pytest.param(
            """
            the      DET  det ally
            ally     NOUN ROOT
            that     PRON dobj supports
            Japan    PROPN nsubj supports GPE
            supports/support VERB relcl ally
            """,
            ["Japan > supports > ally"],
            id="a relative pronoun as object (CLEAR)",
        ),
        pytest.param(
            """
            Japan    PROPN ROOT GPE
            and      CCONJ cc India
            India    PROPN conj Japan GPE
            ,        PUNCT punct Japan
            which    PRON  nsubj signed
            signed/sign VERB acl:relcl Japan
            a        DET   det pact
            pact     NOUN  obj signed
            """,
            ["Japan and India > signed > pact"],
            id="a relative clause of a coordination speaks of all of it",
        ),
        pytest.param(
            """
            Abe       PROPN ROOT PERSON
            ,         PUNCT punct Abe
            who       PRON  nsubj met
            met/meet  VERB  acl:relcl Abe
            Tsai      PROPN obj met PERSON
            and       CCONJ cc praised
            praised/praise VERB conj met
            Taiwan    PROPN obj praised GPE
            """,
            ["Abe > met > Tsai", "Abe > praised > Taiwan"],
            id="verbs coordinated in a relative clause share its noun",
        ),
    ],
)
def test_clause_finds_what_a_relative_clause_speaks_of(clauses_in: ClausesIn, table: str, expected: list[str]) -> None:
    assert clauses_in(table) == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            a       DET  det force
            force   NOUN ROOT
            modeled/model VERB acl force tag=VBN
            after   ADP  case NATO
            NATO    PROPN obl modeled ORG
            """,
            "nobody > modeled > force",
            id="a participle behind a noun has it done to the noun (UD)",
        ),
        pytest.param(
            """
            a       DET  det force
            force   NOUN ROOT
            modeled/model VERB acl force tag=VBN
            after   ADP  prep modeled
            NATO    PROPN pobj after ORG
            """,
            "nobody > modeled > force",
            id="a participle behind a noun has it done to the noun (CLEAR)",
        ),
        pytest.param(
            """
            the     DET  det alliance
            alliance NOUN ROOT
            led/lead VERB acl alliance morph=VerbForm=Part
            by      ADP  case Washington
            Washington PROPN obl:agent led GPE
            """,
            "Washington > led > alliance",
            id="a participle without a fine tag is known by its form",
        ),
        pytest.param(
            """
            ships/ship NOUN ROOT
            entering/enter VERB acl ships tag=VBG
            the     DET det strait
            strait  NOUN obj entering
            """,
            "ships > entering > strait",
            id="a present participle is done by its noun",
        ),
        pytest.param(
            """
            Beijing    PROPN nsubj protested GPE
            protested/protest VERB ROOT
            ,          PUNCT punct accusing
            accusing/accuse VERB advcl protested tag=VBG
            Japan      PROPN obj accusing GPE
            """,
            "Beijing > accusing > Japan",
            id="a participle beside a clause is done by its subject",
        ),
        pytest.param(
            """
            the     DET  det plan
            plan    NOUN ROOT
            to      PART mark change
            change  VERB acl plan tag=VB
            the     DET  det law
            law     NOUN obj change
            """,
            "nobody > change > law",
            id="an infinitive behind a noun of nobody is done by nobody",
        ),
        pytest.param(
            """
            Abe     PROPN nmod:poss plan PERSON
            's      PART  case Abe
            plan    NOUN  ROOT
            to      PART  mark change
            change  VERB  acl plan tag=VB
            the     DET   det law
            law     NOUN  obj change
            """,
            "Abe > change > law",
            id="an infinitive behind a noun is done by the noun's owner",
        ),
        pytest.param(
            """
            Abe     PROPN nsubj made PERSON
            made/make VERB ROOT
            a       DET   det bid
            bid     NOUN  obj made
            to      PART  aux change
            change  VERB  acl bid tag=VB
            the     DET   det law
            law     NOUN  dobj change
            """,
            "Abe > change > law",
            id="an infinitive behind an object is done by the subject",
        ),
    ],
)
def test_clause_finds_who_does_what_has_no_subject(clauses_in: ClausesIn, table: str, expected: str) -> None:
    assert clauses_in(table)[-1] == expected


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Tsai       PROPN nsubj arrived PERSON
            arrived/arrive VERB ROOT
            .          PUNCT punct arrived
            She        PRON  nsubj praised
            praised/praise VERB ROOT
            Japan      PROPN obj praised GPE
            """,
            "Tsai > praised > Japan",
            id="a personal pronoun is replaced",
        ),
        pytest.param(
            """
            It         PRON  nsubj rained
            rained/rain VERB ROOT
            """,
            "It > rained > nobody",
            id="a pronoun of nothing stays what it is",
        ),
        pytest.param(
            """
            China      PROPN nsubj praised GPE
            praised/praise VERB ROOT
            what       PRON obj did
            Japan      PROPN nsubj did GPE
            did/do     VERB ccomp praised
            """,
            "China > praised > Japan",
            id="praise of what somebody did is praise of them",
        ),
    ],
)
def test_clause_says_who_is_meant(clauses_in: ClausesIn, table: str, expected: str) -> None:
    assert expected in clauses_in(table)


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(
            """
            Abe      PROPN nsubj is PERSON
            is/be    VERB  ROOT
            Japanese ADJ   acomp is
            """,
            id="be under its complement (CLEAR)",
        ),
        pytest.param(
            """
            talks/talk NOUN ROOT
            including/include VERB case Abe
            Abe      PROPN nmod talks PERSON
            """,
            id="a verb that is a preposition (UD)",
        ),
        pytest.param("Japan PROPN ROOT GPE", id="a name alone"),
    ],
)
def test_clauses_leaves_out_what_is_no_event(clauses_in: ClausesIn, table: str) -> None:
    assert clauses_in(table) == []
