"""Pipelines without weights: English words, and a component that parses as a table says."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc


@pytest.fixture
def blank() -> Language:
    """A pipeline that only cuts words."""
    return spacy.blank("en")


@Language.component("stub_parser", assigns=["token.dep", "token.head", "token.pos", "token.lemma"])
def stub_parser(doc: Doc) -> Doc:
    """Hang each word of a sentence on its first; a sentence starts behind a full stop unless the Doc forbids it."""
    root, heads = 0, []
    for token in doc:
        if token.i and token.nbor(-1).text == "." and token.is_sent_start is not False:
            root = token.i
        heads.append(root - token.i)
        token.pos_ = "PROPN" if token.is_title else "VERB" if token.lower_.endswith("ed") else "NOUN"
        token.lemma_ = token.lower_
    labels = [doc.vocab.strings.add("dep" if head else "ROOT") for head in heads]
    # Heads are distances, and negative ones are kept as what they are in two's complement.
    columns: Any = np.column_stack([np.array(heads, "int64").astype("uint64"), np.array(labels, "uint64")])
    doc.from_array([HEAD, DEP], columns)
    return doc


@pytest.fixture
def stub() -> Language:
    """A pipeline that parses every sentence as one word with the others below it."""
    nlp = spacy.blank("en")
    nlp.add_pipe("stub_parser")
    return nlp


@pytest.fixture
def make_doc(blank: Language) -> Callable[..., Doc]:
    """A function from words and the recognizer's names ("0:2 PERSON" for the first two) to a Doc of one sentence."""

    def make(text: str, *names: str, pos: str = "PROPN") -> Doc:
        words = blank.make_doc(text)
        ents = ["O"] * len(words)
        for name in names:
            place, label = name.split()
            start, end = map(int, place.split(":"))
            ents[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
        return Doc(
            blank.vocab,
            words=[word.text for word in words],
            spaces=[bool(word.whitespace_) for word in words],
            heads=[0] * len(words),
            deps=["ROOT", *["dep"] * (len(words) - 1)],
            pos=[_part_of_speech(word.text, pos) for word in words],
            ents=ents,
        )

    return make


def _part_of_speech(word: str, pos: str) -> str:
    by_word = {"the": "DET", "The": "DET", "In": "ADP", "-": "PUNCT", "'s": "PART", ",": "PUNCT", "of": "ADP"}
    return by_word.get(word, pos)
