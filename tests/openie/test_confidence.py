from collections.abc import Callable

from spacy.tokens import Doc

from graphbuild.openie import read_tuples

MAIN = """
    Tsai NNP PROPN nsubj 2
    met/meet VBD VERB ROOT
    Abe NNP PROPN obj 2
"""
POSSESSIVE = """
    dog NN NOUN nmod:poss 3
    's POS PART case 1
    tail NN NOUN ROOT
"""


def test_main_clause_is_trusted_more_than_a_possessor(make_doc: Callable[[str], Doc]) -> None:
    (main,) = read_tuples(make_doc(MAIN))
    (possessor,) = read_tuples(make_doc(POSSESSIVE))

    assert main.confidence > possessor.confidence + 0.2
