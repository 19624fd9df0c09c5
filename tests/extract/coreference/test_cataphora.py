from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract.coreference import antecedent_of
from graphbuild.extract.coreference.cataphora import subjects_behind

MakeDoc = Callable[[str], Doc]
SPEECH = """
In       ADP   case speech
her      PRON  nmod:poss speech
speech   NOUN  obl spoke
{subject}
spoke/speak VERB ROOT
"""
CLAUSE = """
After    SCONJ mark left
{pronoun} PRON  nsubj left
left/leave VERB advcl spoke
,        PUNCT punct left
{subject}
spoke/speak VERB ROOT
"""
TSAI = "Tsai PROPN nsubj spoke PERSON"
TAIWAN = "Taiwan PROPN nsubj spoke GPE"
BOTH = "Tsai PROPN nsubj spoke PERSON\nand CCONJ cc Abe\nAbe PROPN conj Tsai PERSON"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(SPEECH.format(subject=TSAI), ["Tsai"], id="an owner before the subject"),
        pytest.param(CLAUSE.format(pronoun="she", subject=TSAI), ["Tsai"], id="the subject of a clause before the main one"),
        pytest.param(CLAUSE.format(pronoun="it", subject=TAIWAN), ["Taiwan"], id="a body"),
        pytest.param(CLAUSE.format(pronoun="they", subject=BOTH), ["Tsai", "Abe"], id="several, all that make up the subject"),
        pytest.param(CLAUSE.format(pronoun="she", subject=TAIWAN), [], id="no body is a she"),
        pytest.param(CLAUSE.format(pronoun="it", subject=TSAI), [], id="no person is an it"),
        pytest.param(CLAUSE.format(pronoun="she", subject="rain NOUN nsubj spoke"), [], id="what has no name"),
        pytest.param(
            "Abe PROPN nsubj came PERSON\ncame/come VERB ROOT\n" + CLAUSE.format(pronoun="he", subject=TSAI),
            ["Abe"],
            id="whoever was named before goes first",
        ),
    ],
)
def test_pronoun_before_its_name_stands_for(make_doc: MakeDoc, table: str, expected: list[str]) -> None:
    doc = make_doc(table)
    pronoun = next(token for token in doc if token.pos_ == "PRON")

    assert [name.text for name in antecedent_of(pronoun)] == expected


def test_argument_of_the_same_verb_is_not_its_subject(make_doc: MakeDoc) -> None:
    doc = make_doc("For ADP case him\nhim PRON obl spoke\nAbe PROPN nsubj spoke PERSON\nspoke/speak VERB ROOT")

    assert list(subjects_behind(doc[1])) == []
