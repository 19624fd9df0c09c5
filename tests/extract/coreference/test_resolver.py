from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.extract.coreference.pronouns import Kind
from graphbuild.extract.coreference.resolver import resolve
from graphbuild.extract.coreference.weights import WEIGHTS

MakeDoc = Callable[[str], Doc]

STORY = """
    Tsai PROPN nsubj came PERSON
    came/come VERB ROOT
    She PRON nsubj won
    won/win VERB ROOT
    She PRON nsubj left
    left/leave VERB ROOT
"""


def test_confidence_falls_along_the_pronouns_and_rises_with_a_name(make_doc: MakeDoc) -> None:
    doc = make_doc(f"{STORY}\nTsai PROPN nsubj fell PERSON\nfell/fall VERB ROOT")

    found = [(referent.token.text, chain.confidence) for referent, chain in resolve([doc])]

    assert [word for word, _ in found] == ["Tsai", "She", "She", "Tsai"]
    assert found[0][1] == found[3][1] == 1
    assert 1 > found[1][1] > found[2][1] > 0


def test_chooser_decides(make_doc: MakeDoc) -> None:
    chains = [chain for _, chain in resolve([make_doc(STORY)], lambda _, choices: (choices[0], 1.0))]

    assert len(set(map(id, chains))) == 3


def test_post_before_a_name_is_whom_the_post_means_later(make_doc: MakeDoc) -> None:
    doc = make_doc(
        """
        Mayor PROPN compound Su
        Su PROPN nsubj came PERSON
        came/come VERB ROOT
        The DET det mayor
        mayor NOUN nsubj left
        left/leave VERB ROOT
        """
    )

    chain_by_word = {referent.token.text: chain for referent, chain in resolve([doc])}

    assert chain_by_word["Su"] is chain_by_word["mayor"]


def test_predicate_is_its_subject(make_doc: MakeDoc) -> None:
    doc = make_doc("Phoenix PROPN nsubj capital GPE\nis/be AUX cop capital\nthe DET det capital\ncapital NOUN ROOT")

    chains = {id(chain) for _, chain in resolve([doc])}

    assert len(chains) == 1


@pytest.mark.parametrize("name", sorted(WEIGHTS))
def test_weight_is_given_for_each_kind_of_pronoun(name: str) -> None:
    assert len(WEIGHTS[name]) == len(Kind)
    assert any(WEIGHTS[name])
