from collections.abc import Iterable

import pytest

from graphbuild.language.lexicon import Entries
from training.conllu import Sentence, Word
from training.lexicon import make_lexicon

INDEX = {"NOUN": ["study", "run", "42nd", "face_card"], "VERB": ["study", "run", "saw", "see"]}
EXCEPTIONS = {"NOUN": {"axes": ["ax", "axis"], "mice": ["mouse"]}, "VERB": {"ran": ["run"], "saw": ["see"]}}


def treebank(*words: tuple[str, str, str], xpos: str = "_") -> Iterable[Sentence]:
    found = tuple(Word(form, lemma, part, xpos, "_", 0, "root", space_after=True) for form, part, lemma in words)
    return [Sentence(found, "", starts_document=True, starts_paragraph=True)]


def entries(part: str, *words: tuple[str, str, str], xpos: str = "_") -> Entries:
    return make_lexicon(INDEX, EXCEPTIONS, treebank(*words, xpos=xpos)).entries(part)


def test_lexicon_lists_lemmas_that_are_words() -> None:
    assert entries("NOUN").lemmas == {"study", "run"}


def test_lexicon_lists_lemmas_seen_twice() -> None:
    seen = [("Blogs", "NOUN", "blog"), ("blog", "NOUN", "blog"), ("blgos", "NOUN", "blgo")]

    assert entries("NOUN", *seen).lemmas == {"study", "run", "blog"}


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        pytest.param("NOUN", {"mice": "mouse"}, id="without those of two words"),
        pytest.param("VERB", {"ran": "run"}, id="without those that are lemmas too"),
    ],
)
def test_lexicon_lists_irregular_forms(part: str, expected: dict[str, str]) -> None:
    assert entries(part).forms == expected


@pytest.mark.parametrize(
    ("part", "words", "expected"),
    [
        pytest.param("PRON", [("i", "PRON", "I")] * 2, {"i": "I"}, id="that are seen twice"),
        pytest.param("PRON", [("i", "PRON", "I")], {}, id="not those seen once"),
        pytest.param("PRON", [("’s", "PRON", "we"), ("'s", "PRON", "we")], {"'s": "we"}, id="with straight marks"),
        pytest.param("AUX", [("'s", "AUX", "be")] * 9 + [("'s", "AUX", "have")], {}, id="not those of two lemmas"),
        pytest.param("AUX", [("'s", "AUX", "be")] * 19 + [("'s", "AUX", "have")], {"'s": "be"}, id="but for a slip"),
        pytest.param("PROPN", [("O’Neill", "PROPN", "O’Neill")] * 2, {}, id="of names, not those left as they are"),
        pytest.param("PROPN", [("Dems", "PROPN", "Dem")] * 2, {"Dems": "Dem"}, id="of names, the others"),
        pytest.param("X", [("ever", "X", "_")] * 2, {}, id="not those without a lemma"),
    ],
)
def test_lexicon_lists_forms_of_the_treebank(part: str, words: list[tuple[str, str, str]], expected: dict[str, str]) -> None:
    assert entries(part, *words).forms == expected


def test_word_written_apart_by_mistake_teaches_nothing() -> None:
    assert entries("PROPN", *[("Lorie", "PROPN", "LorieLeigh@ECT")] * 2, xpos="GW").forms == {}


def test_treebank_outweighs_the_dictionary() -> None:
    assert entries("NOUN", *[("mice", "NOUN", "mice")] * 2).forms["mice"] == "mice"


def test_closed_class_lists_no_lemmas() -> None:
    assert entries("PRON", *[("him", "PRON", "he")] * 2) == Entries(frozenset(), {"him": "he"})
