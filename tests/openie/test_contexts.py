from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graphbuild.openie import read_tuples

SAID_BEFORE = """
    Abe NNP PROPN nsubj 2
    said/say VBD VERB ROOT
    that IN SCONJ mark 6
    China NNP PROPN nsubj 6
    will MD AUX aux 6
    attack VB VERB ccomp 2
"""
SAID_BEHIND = """
    China NNP PROPN nsubj 3
    will MD AUX aux 3
    attack VB VERB ROOT
    , , PUNCT punct 3
    Abe NNP PROPN nsubj 6
    said/say VBD VERB parataxis 3
"""
ACCORDING = """
    According/accord VBG VERB case 3
    to IN ADP fixed 1
    Abe NNP PROPN obl 6
    China NNP PROPN nsubj 6
    will MD AUX aux 6
    attack VB VERB ROOT
"""
WANTED = """
    Abe NNP PROPN nsubj 2
    hoped/hope VBD VERB ROOT
    that IN SCONJ mark 6
    China NNP PROPN nsubj 6
    would MD AUX aux 6
    go VB VERB ccomp 2
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(SAID_BEFORE, {"said that": "", "will attack": "Abe said that"}, id="who says it stands before"),
        pytest.param(SAID_BEHIND, {"said": "", "will attack": "Abe said"}, id="who says it stands behind"),
        pytest.param(ACCORDING, {"will attack": "According to Abe"}, id="according to"),
        pytest.param(WANTED, {"hoped that": "", "would go": ""}, id="what is hoped is not said"),
    ],
)
def test_speaker_is_told(make_doc: Callable[[str], Doc], table: str, expected: dict[str, str]) -> None:
    found = {each.relation: each.said_by for each in read_tuples(make_doc(table))}

    assert found == expected
