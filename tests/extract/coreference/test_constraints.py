from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract.coreference.constraints import governor_of, may_corefer
from graphbuild.extract.coreference.pronouns import pronoun_of

MakeDoc = Callable[[str], Doc]

ABE_PRAISED = "Abe PROPN nsubj praised PERSON\npraised/praise VERB ROOT\n"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(f"{ABE_PRAISED}him PRON obj praised", False, id="Abe praised him: another"),
        pytest.param(f"{ABE_PRAISED}himself PRON obj praised", True, id="Abe praised himself"),
        pytest.param(f"{ABE_PRAISED}his PRON nmod:poss aide\naide NOUN obj praised", True, id="Abe praised his aide"),
        pytest.param(f"{ABE_PRAISED}near ADP prep praised\nhim PRON pobj near", False, id="under a preposition that is a head"),
        pytest.param(
            "Abe PROPN nsubj said PERSON\nsaid/say VERB ROOT\nhe PRON nsubj won\nwon/win VERB ccomp said",
            True,
            id="Abe said he won",
        ),
        pytest.param(
            "mayor NOUN ROOT\nof ADP case town\nhis PRON nmod:poss town\ntown NOUN nmod mayor", False, id="the mayor of his town"
        ),
        pytest.param("Abe PROPN nsubj won PERSON\nand CCONJ cc he\nhe PRON conj Abe\nwon/win VERB ROOT", False, id="Abe and he"),
        pytest.param(
            "Abe PROPN nsubj said PERSON\nsaid/say VERB ROOT\nSu PROPN nsubj hurt PERSON\nhurt VERB ccomp said\nhimself PRON obj hurt",
            False,
            id="a reflexive of another clause",
        ),
    ],
)
def test_grammar_allows_what_is_bound_as_it_should_be(make_doc: MakeDoc, table: str, expected: bool) -> None:  # noqa: FBT001
    doc = make_doc(table)
    token = next(token for token in doc if token.pos_ == "PRON")
    pronoun = pronoun_of(token)

    assert pronoun is not None
    assert may_corefer(token, pronoun, doc[0]) is expected


def test_governor_of_a_conjunct_is_that_of_the_first(make_doc: MakeDoc) -> None:
    doc = make_doc("Abe PROPN nsubj met PERSON\nand CCONJ cc Aso\nAso PROPN conj Abe PERSON\nmet/meet VERB ROOT")

    assert governor_of(doc[2]) == doc[3]
