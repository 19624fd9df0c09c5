import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vectors import Vectors
from spacy.vocab import Vocab

from graphbuild.parse.lemmas import mend_lemmas

WORDS = ["smuggle", "sign", "ban", "carry", "meet", "sing", "bring"]


@pytest.fixture
def vocab(blank: Language) -> Vocab:
    """A vocabulary with a vector for each of a few words."""
    vocab = blank.vocab
    for word in WORDS:
        vocab.strings.add(word)
    vocab.vectors = Vectors(strings=vocab.strings, data=np.ones((len(WORDS), 2), dtype="float32"), keys=WORDS)
    return vocab


def lemma_of(vocab: Vocab, word: str, lemma: str, pos: str = "VERB") -> str:
    doc = mend_lemmas(Doc(vocab, words=[word], lemmas=[lemma], pos=[pos]))
    return str(doc[0].lemma_)


@pytest.mark.parametrize(
    ("word", "lemma", "expected"),
    [
        pytest.param("smuggling", "smuggl", "smuggle", id="an e is added"),
        pytest.param("Smuggled", "smuggl", "smuggle", id="also to a past form with a capital"),
        pytest.param("signing", "signe", "sign", id="an e too much is taken off"),
        pytest.param("banning", "bann", "ban", id="a doubled letter is halved"),
        pytest.param("carries", "carri", "carry", id="an i becomes a y"),
        pytest.param("signing", "signing", "sign", id="a form that was left as it is"),
        pytest.param("signed", "sign", "sign", id="a word is left alone"),
        pytest.param("blogging", "blogg", "blogg", id="what no form of is known is left alone"),
        pytest.param("met", "meet", "meet", id="an irregular form is left alone"),
    ],
)
def test_lemma_of_a_verb_is_mended(vocab: Vocab, word: str, lemma: str, expected: str) -> None:
    assert lemma_of(vocab, word, lemma) == expected


def test_lemma_of_another_word_is_left_alone(vocab: Vocab) -> None:
    assert lemma_of(vocab, "smuggling", "smuggl", pos="NOUN") == "smuggl"


def test_lemma_is_left_alone_where_no_vectors_tell_words(blank: Language) -> None:
    assert lemma_of(blank.vocab, "smuggling", "smuggl") == "smuggl"
