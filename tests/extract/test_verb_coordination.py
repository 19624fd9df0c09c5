from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract import Extractor
from graphbuild.extract.verb import extract_verbs

Read = Callable[[Extractor, str], list[str]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            """
            Tsai      PROPN nsubj praised PERSON
            and       CCONJ cc Abe
            Abe       PROPN conj Tsai PERSON
            praised/praise VERB ROOT
            Japan     PROPN obj praised GPE
            and       CCONJ cc India
            India     PROPN conj Japan GPE
            """,
            ["Tsai | praise | Japan", "Tsai | praise | India", "Abe | praise | Japan", "Abe | praise | India"],
            id="each subject with each object",
        ),
        pytest.param(
            """
            Japan     PROPN nsubj supports GPE
            supports/support VERB ROOT
            Taiwan    PROPN obj supports GPE
            and       CCONJ cc opposes
            opposes/oppose VERB conj supports
            China     PROPN obj opposes GPE
            """,
            ["Japan | support | Taiwan", "Japan | oppose | China"],
            id="a coordinated verb has the first one's subject",
        ),
        pytest.param(
            """
            Tsai      PROPN nsubj met PERSON
            and       CCONJ cc Abe
            Abe       PROPN conj Tsai PERSON
            met/meet  VERB ROOT
            """,
            ["Tsai | meet with | Abe"],
            id="several subjects without an object do it together",
        ),
        pytest.param(
            """
            Tsai      PROPN nsubj held PERSON
            and       CCONJ cc Abe
            Abe       PROPN conj Tsai PERSON
            held/hold VERB ROOT
            talks/talk NOUN obj held
            """,
            ["Tsai | hold | talks", "Abe | hold | talks", "Tsai | hold talk with | Abe"],
            id="several subjects of a light verb do it together",
        ),
    ],
)
def test_verb_shares_what_is_coordinated(read: Read, table: str, expected: list[str]) -> None:
    assert read(extract_verbs, table) == expected


def test_verb_of_several_subjects_is_marked_as_mutual(make_doc: Callable[[str], Doc]) -> None:
    doc = make_doc("""
        Tsai      PROPN nsubj met PERSON
        and       CCONJ cc Abe
        Abe       PROPN conj Tsai PERSON
        met/meet  VERB ROOT
    """)

    (relation,) = extract_verbs(doc)

    assert relation.predicate.modifiers == ("each other",)
