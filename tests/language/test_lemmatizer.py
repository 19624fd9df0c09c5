import pickle
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from graphbuild.language.lemmatizer import Lemmatizer
from graphbuild.language.lexicon import Entries, Lexicon

SCRIPTS = ["lower|ies|y", "whole|was|be", "lower||"]
LEXICON = Lexicon(
    {
        "NOUN": Entries(frozenset({"library", "study"}), {"mice": "mouse"}),
        "VERB": Entries(frozenset({"saw", "study", "talk"}), {"iodised": "iodise"}),
        "PRON": Entries(frozenset(), {"i": "I"}),
        "PART": Entries(frozenset(), {"'s": "'s"}),
    }
)


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    """A component to which a state is the scores of the scripts."""
    return make_lemmatizer(SCRIPTS)


@pytest.fixture
def lemma_of() -> Callable[..., str]:
    """A function that returns the lemma of a word by scripts, the best one first, and the lexicon."""

    def lemma(word: str, part: str, scripts: list[str]) -> str:
        lemmatizer = make_lemmatizer(scripts)
        lemmatizer.lexicon = LEXICON
        doc = Doc(lemmatizer.vocab, words=[word], pos=[part])
        doc.tensor = np.array([range(len(scripts), 0, -1)], "float32")
        found: str = lemmatizer(doc)[0].lemma_
        return found

    return lemma


def make_lemmatizer(scripts: list[str]) -> Lemmatizer:
    weights = {"scripts.weight": np.eye(len(scripts)), "scripts.bias": np.zeros(len(scripts))}
    return Lemmatizer(spacy.blank("en").vocab, weights, {"scripts": scripts})


@pytest.mark.parametrize(
    ("word", "scores", "expected"),
    [
        pytest.param("Ministries", [3, 2, 1], "ministry", id="the best script"),
        pytest.param("Was", [3, 2, 1], "be", id="the next one where that does not fit"),
        pytest.param("Talk", [3, 2, 1], "talk", id="the last one where none before it fits"),
        pytest.param("\n", [3, 2, 1], "\n", id="white space is its own"),
    ],
)
def test_lemma_is_made_by(
    lemmatizer: Lemmatizer, read_states: Callable[..., Doc], word: str, scores: list[int], expected: str
) -> None:
    doc = read_states(lemmatizer, [word], [scores])

    assert doc[0].lemma_ == expected


def test_word_that_no_script_fits_is_its_own_lemma(read_states: Callable[..., Doc]) -> None:
    doc = read_states(make_lemmatizer(["lower|ies|y"]), ["Talk"], [[1]])

    assert doc[0].lemma_ == "Talk"


@pytest.mark.parametrize(
    ("word", "part", "scripts", "expected"),
    [
        pytest.param("studies", "NOUN", ["lower|s|", "lower|ies|y"], "study", id="the best lemma that is listed"),
        pytest.param("saw", "VERB", ["whole|saw|see", "lower||"], "saw", id="listed for its part of speech"),
        pytest.param("mice", "NOUN", ["lower||"], "mouse", id="that of an irregular form"),
        pytest.param("mice", "VERB", ["lower||"], "mice", id="not that of another part of speech"),
        pytest.param("i", "PRON", ["lower||"], "I", id="that of a form as it is written"),
        pytest.param("Libraries", "PROPN", ["keep|s|", "keep|ies|y"], "Library", id="a noun's where a name is changed"),
        pytest.param("Studies", "PROPN", ["keep||", "keep|ies|y"], "Studies", id="a name that is left as it is"),
        pytest.param("O’Brien", "PROPN", ["keep||"], "O’Brien", id="a name spelt as it is"),
        pytest.param("O’Clock", "ADV", ["lower||"], "o'clock", id="other words with straight marks"),
        pytest.param("’s", "PART", ["keep||"], "'s", id="that of the form with straight marks"),
        pytest.param("’s", "AUX", ["whole|'s|be"], "be", id="by a script for straight marks"),
        pytest.param("'s", "AUX", ["whole|’s|be"], "be", id="by a script for typographic marks"),
        pytest.param("studies", "", ["lower|s|", "lower|ies|y"], "studie", id="the best script's where there are no tags"),
    ],
)
def test_lemma_by_the_lexicon_is(lemma_of: Callable[..., str], word: str, part: str, scripts: list[str], expected: str) -> None:
    assert lemma_of(word, part, scripts) == expected


def test_lemmas_of_a_long_text_are_those_of_its_words(lemmatizer: Lemmatizer, read_states: Callable[..., Doc]) -> None:
    words = ["Ministries", "was", "\n", "talk"] * 1000
    states = [[3, 2, 1]] * len(words)

    doc = read_states(lemmatizer, words, states)

    assert [token.lemma_ for token in doc] == ["ministry", "be", "\n", "talk"] * 1000


def test_lexicon_is_saved_in_a_file_of_its_own(tmp_path: Path) -> None:
    lemmatizer = make_lemmatizer(SCRIPTS)
    lemmatizer.lexicon = LEXICON

    lemmatizer.to_disk(tmp_path)
    read = Lemmatizer(lemmatizer.vocab).from_disk(tmp_path)

    assert {path.name for path in tmp_path.iterdir()} == {"weights.npz", "classes.json", "lexicon.json.gz"}
    assert read.lexicon == LEXICON


def test_lexicon_goes_along_in_bytes_and_to_other_processes() -> None:
    lemmatizer = make_lemmatizer(SCRIPTS)
    lemmatizer.lexicon = LEXICON

    assert Lemmatizer(lemmatizer.vocab).from_bytes(lemmatizer.to_bytes()).lexicon == LEXICON
    assert pickle.loads(pickle.dumps(lemmatizer)).lexicon == LEXICON  # noqa: S301 - our own


def test_lexicon_of_one_component_is_not_that_of_another(lemmatizer: Lemmatizer) -> None:
    other = make_lemmatizer(SCRIPTS)
    other.lexicon = LEXICON

    assert lemmatizer.lexicon == Lexicon()
