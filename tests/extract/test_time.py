from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract.time import time_of

MakeDoc = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Tsai     PROPN nsubj met PERSON
            met/meet VERB  ROOT
            Abe      PROPN obj met PERSON
            in       ADP   case May
            May      PROPN obl met DATE
            2016     NUM   nmod May +
            """,
            "May 2016",
            id="under a preposition (UD)",
        ),
        pytest.param(
            """
            Tsai     PROPN nsubj met PERSON
            met/meet VERB  ROOT
            Abe      PROPN dobj met PERSON
            in       ADP   prep met
            May      PROPN pobj in DATE
            """,
            "May",
            id="under a preposition (CLEAR)",
        ),
        pytest.param(
            """
            met/meet VERB  ROOT
            yesterday NOUN obl:tmod met DATE
            """,
            "yesterday",
            id="without one",
        ),
        pytest.param(
            """
            plans/plan VERB ROOT
            next     ADJ   amod year DATE
            year     NOUN  obl plans +
            to       PART  mark met
            met/meet VERB  xcomp plans
            """,
            "next year",
            id="of the verb that governs it",
        ),
        pytest.param(
            """
            said/say VERB  ROOT
            Monday   PROPN obl said DATE
            Tsai     PROPN nsubj met PERSON
            met/meet VERB  ccomp said
            """,
            None,
            id="not when it was said",
        ),
        pytest.param(
            """
            came/come VERB ROOT
            Monday   PROPN obl came DATE
            .        PUNCT punct came
            Tsai     PROPN nsubj met PERSON
            met/meet VERB  ROOT
            """,
            None,
            id="not the sentence before's",
        ),
        pytest.param(
            """
            met/meet VERB  ROOT
            three    NUM   nummod men CARDINAL
            men/man  NOUN  obj met
            """,
            None,
            id="not another number",
        ),
        pytest.param(
            """
            met/meet VERB  ROOT
            since    ADP   case July
            late     ADJ   amod July
            July     PROPN obl met DATE
            """,
            "since late July",
            id="with the preposition that it needs",
        ),
        pytest.param(
            """
            met/meet VERB  ROOT
            during   ADP   case War
            World    PROPN compound War EVENT
            War      PROPN obl met +
            II       NUM   flat War +
            """,
            "during World War II",
            id="an event",
        ),
        pytest.param(
            """
            met/meet VERB  ROOT
            after    ADP   case election
            her      PRON  nmod:poss election
            election NOUN  obl met
            ,        PUNCT punct held
            held/hold VERB acl election
            """,
            "after her election",
            id="an event without a name, and nothing more of it",
        ),
        pytest.param(
            """
            met/meet VERB  ROOT
            after    ADP   case Abe
            Abe      PROPN obl met PERSON
            """,
            None,
            id="a person is no time",
        ),
        pytest.param(
            """
            two      NUM   nummod days DATE
            days/day NOUN  obl:unmarked later +
            later    ADV   advmod met
            Tsai     PROPN nsubj met PERSON
            met/meet VERB  ROOT
            """,
            "two days later",
            id="counted from another time",
        ),
        pytest.param(
            """
            met/meet VERB  ROOT
            early    ADJ   amod year
            next     ADJ   amod year DATE
            year     NOUN  obl:unmarked met +
            """,
            "early next year",
            id="a part of it",
        ),
        pytest.param(
            """
            met/meet VERB  ROOT
            from     ADP   case 2006
            2006     NUM   obl met DATE
            to       ADP   case 2007
            2007     NUM   obl met DATE
            """,
            "from 2006 to 2007",
            id="a range",
        ),
        pytest.param(
            """
            met/meet VERB  ROOT
            at       ADP   case end
            the      DET   det end
            end      NOUN  obl met
            of       ADP   case war
            the      DET   det war
            war      NOUN  nmod end
            """,
            "the end of the war",
            id="the edge of an event",
        ),
        pytest.param(
            """
            met/meet VERB  ROOT
            this     DET   det year
            year     NOUN  obl:unmarked met
            """,
            "this year",
            id="a period that no recognizer marks",
        ),
        pytest.param(
            """
            recently ADV   advmod met
            met/meet VERB  ROOT
            """,
            "recently",
            id="an adverb",
        ),
        pytest.param(
            """
            asked/ask VERB ROOT
            after    ADP   case health
            health   NOUN  obl asked
            met/meet VERB  conj asked
            """,
            None,
            id="not what a verb goes after",
        ),
    ],
)
def test_time_of_a_clause_is_found(make_doc: MakeDoc, table: str, expected: str | None) -> None:
    doc = make_doc(table)

    found = time_of(next(token for token in doc if token.text == "met"))

    assert (found.text if found else None) == expected


def test_time_nearest_the_verb_is_meant(make_doc: MakeDoc) -> None:
    doc = make_doc("""
        Monday   PROPN obl met DATE
        Tsai     PROPN nsubj met PERSON
        and      CCONJ cc Abe
        Abe      PROPN conj Tsai PERSON
        met/meet VERB  ROOT
        today    NOUN  obl met DATE
    """)

    found = time_of(doc[4])

    assert found is not None
    assert (found.text, doc.text[found.span.start : found.span.end]) == ("today", "today")
