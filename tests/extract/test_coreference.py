from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract.coreference import antecedent_of

MakeDoc = Callable[[str], Doc]


def sentence(*rows: str) -> str:
    return "\n".join(rows)


TSAI_CAME = sentence("Tsai PROPN nsubj came PERSON", "came/come VERB ROOT")
TAIWAN_WON = sentence("Taiwan PROPN nsubj won GPE", "won/win VERB ROOT")
BOTH_MET = sentence("Abe PROPN nsubj met PERSON", "and CCONJ cc Aso", "Aso PROPN conj Abe PERSON", "met/meet VERB ROOT")
SHE_LEFT = sentence("She PRON nsubj left", "left/leave VERB ROOT")
IT_LEFT = sentence("It PRON nsubj left", "left/leave VERB ROOT")
THEY_LEFT = sentence("They PRON nsubj left", "left/leave VERB ROOT")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(sentence(TSAI_CAME, SHE_LEFT), ["Tsai"], id="a person of the sentence before"),
        pytest.param(sentence(TAIWAN_WON, IT_LEFT), ["Taiwan"], id="a body of the sentence before"),
        pytest.param(sentence(BOTH_MET, THEY_LEFT), ["Abe", "Aso"], id="several persons together"),
        pytest.param(sentence(TAIWAN_WON, SHE_LEFT), [], id="no body is a she"),
        pytest.param(sentence(TSAI_CAME, IT_LEFT), [], id="no person is an it"),
        pytest.param(sentence(TSAI_CAME, THEY_LEFT), [], id="no one person is a they"),
        pytest.param(SHE_LEFT, [], id="nobody before, nobody meant"),
        pytest.param(
            sentence(TSAI_CAME, "Rain NOUN nsubj fell", "fell/fall VERB ROOT", SHE_LEFT),
            ["Tsai"],
            id="a sentence without names between is passed over",
        ),
        pytest.param(
            sentence(
                TSAI_CAME, *[f"Rain{number} NOUN nsubj fell{number}\nfell{number} VERB ROOT" for number in range(3)], SHE_LEFT
            ),
            [],
            id="three sentences back is too far",
        ),
        pytest.param(
            sentence("Tsai PROPN nsubj met PERSON", "met/meet VERB ROOT", "Su PROPN obj met PERSON", SHE_LEFT),
            ["Tsai"],
            id="a subject before an object",
        ),
        pytest.param(
            sentence(
                "Japan PROPN nmod:poss leader GPE", "'s PART case Japan", "leader NOUN nsubj won", "won/win VERB ROOT", IT_LEFT
            ),
            [],
            id="what only qualifies another noun is not meant",
        ),
    ],
)
def test_pronoun_stands_for_the_likeliest_name_before_it(make_doc: MakeDoc, table: str, expected: list[str]) -> None:
    doc = make_doc(table)
    pronoun = next(token for token in reversed(doc) if token.pos_ == "PRON")

    assert [token.text for token in antecedent_of(pronoun)] == expected


def test_pronoun_in_a_name_s_own_sentence_prefers_it(make_doc: MakeDoc) -> None:
    doc = make_doc(
        sentence(
            TSAI_CAME, "Abe PROPN nsubj praised PERSON", "praised/praise VERB ROOT", "his PRON poss aide", "aide NOUN obj praised"
        )
    )

    assert [token.text for token in antecedent_of(doc[4])] == ["Abe"]


@pytest.mark.parametrize("word", ["I", "you", "we", "this", "who", "one"])
def test_pronoun_of_another_kind_is_left_alone(make_doc: MakeDoc, word: str) -> None:
    doc = make_doc(sentence(TSAI_CAME, f"{word} PRON nsubj left", "left/leave VERB ROOT"))

    assert antecedent_of(doc[2]) == []
