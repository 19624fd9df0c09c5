"""Pronouns as sides of what is said."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract import extractors, mentions_of
from graphbuild.extract.anaphora import is_pronoun, meant_by
from graphbuild.model import MentionKind

MakeDoc = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param("He PRON nsubj left", True, id="a personal pronoun"),
        pytest.param("her DET nmod:poss left", True, id="a possessive that is called a determiner"),
        pytest.param("this PRON nsubj left", True, id="a demonstrative"),
        pytest.param("who PRON nsubj left", False, id="a relative pronoun"),
        pytest.param("what PRON nsubj left", False, id="an interrogative pronoun"),
        pytest.param("the DET det left", False, id="an article"),
        pytest.param("Abe PROPN nsubj left PERSON", False, id="a name"),
    ],
)
def test_pronoun_stands_for_something(row: str, *, expected: bool, make_doc: MakeDoc) -> None:
    doc = make_doc(f"{row}\nleft/leave VERB ROOT")

    assert is_pronoun(doc[0]) is expected


def test_word_that_stands_for_nothing_known_means_itself(make_doc: MakeDoc) -> None:
    doc = make_doc("it PRON nsubj praised\npraised/praise VERB ROOT\nJapan PROPN obj praised GPE")

    assert meant_by(doc[0]) == [doc[0]]
    assert meant_by(doc[2]) == [doc[2]]


def test_unresolved_pronoun_is_a_side_that_says_so(make_doc: MakeDoc) -> None:
    doc = make_doc("it PRON nsubj praised\npraised/praise VERB ROOT\nJapan PROPN obj praised GPE")

    (relation,) = extractors.get("verb.v1")(doc)

    assert (relation.subject.kind, relation.subject.text) == (MentionKind.PRONOUN, "it")
    assert all(mention.kind is not MentionKind.PRONOUN for mention in mentions_of(doc))


def test_those_who_act_together_are_named_before_pronouns(make_doc: MakeDoc) -> None:
    doc = make_doc("""
        it       PRON  nsubj met
        ,        PUNCT punct Japan
        Japan    PROPN conj it GPE
        and      CCONJ cc Taiwan
        Taiwan   PROPN conj it GPE
        met/meet VERB  ROOT
    """)

    pairs = [(relation.subject.text, relation.object.text) for relation in extractors.get("verb.v1")(doc)]

    assert pairs == [("Japan", "Taiwan"), ("Japan", "it")]
