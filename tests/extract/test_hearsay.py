from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract.hearsay import hearsay_of

MakeDoc = Callable[[str], Doc]
PASSIVE = "Japan PROPN nsubj:pass {0}\nis/be AUX aux:pass {0}\n{0}/{1} VERB ROOT\nto PART mark signed\nsigned/sign VERB xcomp {0}"
REPORTED = """
it       PRON  expl reported
was/be   AUX   aux:pass reported
reported/report VERB ROOT
that     SCONJ mark signed
Japan    PROPN nsubj signed
signed/sign VERB {label} reported
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(PASSIVE.format("said", "say"), "said", id="somebody is said to have done it"),
        pytest.param(PASSIVE.format("believed", "believe"), "believed", id="somebody is believed to have done it"),
        pytest.param(REPORTED.format(label="ccomp"), "reported", id="it is reported that"),
        pytest.param(REPORTED.format(label="csubj:pass"), "reported", id="it is reported that, the clause taken for the subject"),
        pytest.param(
            "Japan PROPN nsubj signed\nreportedly ADV advmod signed\nsigned/sign VERB ROOT",
            "reportedly",
            id="an adverb of hearsay",
        ),
        pytest.param(
            """
            rumors/rumor NOUN nsubj spread
            that     SCONJ mark signed
            Japan    PROPN nsubj signed
            signed/sign VERB acl rumors
            spread   VERB ROOT
            """,
            "rumors",
            id="what a noun of speech is about",
        ),
        pytest.param(
            """
            Japan    PROPN nsubj:pass accused
            was/be   AUX   aux:pass accused
            accused/accuse VERB ROOT
            of       SCONJ mark signed
            signed/sign VERB advcl accused
            """,
            "accused",
            id="an accusation by nobody",
        ),
    ],
)
def test_hearsay_is_found_in(make_doc: MakeDoc, table: str, expected: str) -> None:
    doc = make_doc(table)

    found = hearsay_of(next(token for token in doc if token.text == "signed"))

    assert found is not None
    assert found.text == expected


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("Japan PROPN nsubj signed\nsigned/sign VERB ROOT", id="what the author says"),
        pytest.param(PASSIVE.format("asked", "ask"), id="what somebody is asked to do"),
        pytest.param(PASSIVE.format("told", "tell"), id="what somebody is told to do"),
        pytest.param(REPORTED.format(label="ccomp").replace("reported/report", "reported/reveal"), id="what turns out to be so"),
        pytest.param(
            """
            plan     NOUN nsubj:pass rejected
            signed/sign VERB acl plan
            was/be   AUX  aux:pass rejected
            reportedly ADV advmod rejected
            rejected/reject VERB ROOT
            """,
            id="what an adverb does not reach",
        ),
        pytest.param(
            REPORTED.format(label="ccomp").replace("was/be", "must AUX aux reported tag=MD\nbe"), id="what has to be said"
        ),
    ],
)
def test_hearsay_is_not(make_doc: MakeDoc, table: str) -> None:
    doc = make_doc(table)

    assert hearsay_of(next(token for token in doc if token.text == "signed")) is None
