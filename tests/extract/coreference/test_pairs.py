from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract.coreference import antecedent_of

MakeDoc = Callable[[str], Doc]

TWO_COUNTRIES = """
    Taiwan PROPN nsubj won GPE
    and CCONJ cc Japan
    Japan PROPN conj Taiwan GPE
    won/win VERB ROOT
"""
TWO_PERSONS = TWO_COUNTRIES.replace("GPE", "PERSON")
TIES = """
    Taiwan PROPN compound ties GPE
    - PUNCT punct Japan
    Japan PROPN compound ties GPE
    ties/tie NOUN nsubj won
    won/win VERB ROOT
"""
PLURAL = "tag=NNS morph=Number=Plur"
BOTH = ["Taiwan", "Japan"]


@pytest.mark.parametrize(
    ("before", "description", "expected"),
    [
        pytest.param(TWO_COUNTRIES, f"both DET det sides\nsides/side NOUN nsubj lost {PLURAL}", BOTH, id="both sides"),
        pytest.param(TIES, f"both DET det sides\nsides/side NOUN nsubj lost {PLURAL}", BOTH, id="of a compound"),
        pytest.param(
            TWO_COUNTRIES,
            f"the DET det countries\ntwo NUM nummod countries\ncountries/country NOUN nsubj lost {PLURAL}",
            BOTH,
            id="the two countries",
        ),
        pytest.param(
            TWO_PERSONS,
            f"the DET det ministers\ntwo NUM nummod ministers\nministers/minister NOUN nsubj lost {PLURAL}",
            BOTH,
            id="the two ministers",
        ),
        pytest.param(TWO_COUNTRIES, "Both PRON nsubj lost", BOTH, id="both, alone"),
        pytest.param(
            TWO_COUNTRIES,
            f"two NUM nummod countries\ncountries/country NOUN nsubj lost {PLURAL}",
            [],
            id="two countries: any two",
        ),
        pytest.param(
            TWO_COUNTRIES, f"both DET det ministers\nministers/minister NOUN nsubj lost {PLURAL}", [], id="not their kind"
        ),
        pytest.param(
            TWO_COUNTRIES,
            f"both DET det sides\nangry ADJ amod sides\nsides/side NOUN nsubj lost {PLURAL}",
            [],
            id="with more words: something else",
        ),
        pytest.param("Taiwan PROPN nsubj won GPE\nwon/win VERB ROOT", "Both PRON nsubj lost", [], id="of one name"),
    ],
)
def test_pair_is_the_two_names_before_it(make_doc: MakeDoc, before: str, description: str, expected: list[str]) -> None:
    doc = make_doc(f"{before}\n{description}\nlost/lose VERB ROOT")

    assert [token.text for token in antecedent_of(doc[-2])] == expected


def test_pair_far_back_is_not_meant(make_doc: MakeDoc) -> None:
    between = "\n".join(f"Rain{number} NOUN nsubj fell{number}\nfell{number} VERB ROOT" for number in range(4))
    doc = make_doc(f"{TWO_COUNTRIES}\n{between}\nBoth PRON nsubj lost\nlost/lose VERB ROOT")

    assert antecedent_of(doc[-2]) == []


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        pytest.param("Abe PROPN nsubj met PERSON\nand CCONJ cc Aso\nAso PROPN conj Abe PERSON", ["Abe", "Aso"], id="two names"),
        pytest.param("Abe PROPN nsubj met PERSON", [], id="one cannot"),
    ],
)
def test_each_other_is_who_does_it(make_doc: MakeDoc, subject: str, expected: list[str]) -> None:
    doc = make_doc(f"{subject}\nmet/meet VERB ROOT\neach DET det other\nother ADJ obj met")

    assert [token.text for token in antecedent_of(doc[-1])] == expected
