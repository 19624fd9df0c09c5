from collections.abc import Callable, Sequence

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from graphbuild.language.parser import Parser

VOCAB = spacy.blank("en").vocab
LABELS = ["root", "nsubj", "obj"]
MOST = 8
"""How many words the sentences of this file have at most, long ones aside."""


@pytest.fixture(scope="module")
def parser() -> Parser:
    """A component to which a state says which word it is, which one is its head, and its label.

    The first numbers (one a word) mark the word, the next ones its head, the root's first, the last ones the label.
    """
    words, heads = MOST, MOST + 1
    width = words + heads + len(LABELS)
    arc_head = np.zeros((heads, width))
    arc_head[1:, :words] = np.eye(words)
    arc_head[0, -1] = 1
    arc_child = np.zeros((heads, width))
    arc_child[:, words : words + heads] = np.eye(heads)
    label_child = np.zeros((3, width))
    label_child[:, -3:] = np.eye(3)
    label = np.zeros((3, 4, 4))
    label[range(3), range(3), 3] = 1
    weights = {
        "arc_head.weight": arc_head,
        "arc_child.weight": arc_child,
        "label_head.weight": np.zeros((3, width)),
        "label_child.weight": label_child,
        "arc": np.vstack([np.eye(heads), np.zeros((1, heads))]),
        "label": label,
        "root": np.eye(width)[-1],
    }
    biases = {f"{name}.bias": np.zeros(len(weights[f"{name}.weight"])) for name in ("arc_head", "arc_child")}
    biases |= {f"{name}.bias": np.zeros(3) for name in ("label_head", "label_child")}
    return Parser(VOCAB, {**weights, **biases}, {"labels": LABELS})


def states(heads: Sequence[int | None], labels: Sequence[str] | None = None) -> list[list[float]]:
    """Return states that say each word's head: 0 is the root, 1 the first word; None for white space."""
    rows = []
    for place, head in enumerate(heads):
        row = np.zeros(MOST + MOST + 1 + len(LABELS))
        if head is not None:
            row[place] = 1
            row[MOST + head] = 1
            row[-len(LABELS) + LABELS.index(labels[place] if labels else "obj")] = 0.5
        rows.append(row.tolist())
    return rows


def parsed(doc: Doc) -> list[tuple[str, str, str]]:
    return [(token.text, token.dep_, token.head.text) for token in doc]


def test_words_get_heads_and_labels(parser: Parser, read_states: Callable[..., Doc]) -> None:
    doc = read_states(parser, ["Abe", "met", "Tsai"], states([2, 0, 2], ["nsubj", "obj", "obj"]))

    assert parsed(doc) == [("Abe", "nsubj", "met"), ("met", "ROOT", "met"), ("Tsai", "obj", "met")]


def test_word_below_another_is_no_root_whatever_its_label(parser: Parser, read_states: Callable[..., Doc]) -> None:
    doc = read_states(parser, ["Abe", "met"], states([2, 0], ["root", "root"]))

    assert doc[0].dep_ in {"nsubj", "obj"}


@pytest.mark.parametrize(
    ("words", "heads", "starts", "expected"),
    [
        pytest.param(["a", "b", "\n"], [2, 0, None], [True, False, False], [1, 1, 1], id="on the word before"),
        pytest.param(["a", "\n", " ", "b"], [0, None, None, 1], [True, False, False, False], [0, 0, 0, 0], id="each of two"),
        pytest.param(
            ["\n", "a", "b"], [None, 3, 0], [True, False, False], [1, 2, 2], id="on the first word if there is none before"
        ),
        pytest.param(["a", "\n", "b"], [0, None, 0], [True, True, False], [0, 2, 2], id="not on another sentence's"),
        pytest.param(["a", "\n", " "], [0, None, None], [True, True, False], [0, 1, 1], id="on itself in a sentence of its own"),
        pytest.param(["\n", " "], [None, None], [True, False], [0, 0], id="on itself where there is nothing else"),
    ],
)
def test_white_space_hangs(
    parser: Parser,
    read_states: Callable[..., Doc],
    words: list[str],
    heads: list[int | None],
    starts: list[bool],
    expected: list[int],
) -> None:
    doc = read_states(parser, words, states(heads), starts)

    assert [token.head.i for token in doc] == expected
    assert [token.is_sent_start for token in doc] == starts
    assert doc.has_annotation("DEP", require_complete=True)


@given(st.lists(st.tuples(st.integers(0, MOST), st.booleans()), min_size=1, max_size=MOST))
def test_sentences_stay_what_they_are(parser: Parser, wanted: list[tuple[int, bool]]) -> None:
    starts = [True, *(start for _, start in wanted[1:])]
    doc = Doc(VOCAB, words=["w"] * len(wanted), sent_starts=list(starts))
    doc.tensor = np.array(states([head for head, _ in wanted]), "float32")

    parser(doc)

    assert [token.is_sent_start for token in doc] == starts
    for sentence in doc.sents:
        assert [token.dep_ for token in sentence].count("ROOT") == 1
        assert all(token.head in sentence for token in sentence)
        assert len(list(sentence.root.subtree)) == len(sentence)


def test_text_whose_sentences_nobody_knows_is_one(parser: Parser, read_states: Callable[..., Doc]) -> None:
    doc = read_states(parser, ["a", "b"], states([0, 0]))

    assert len(list(doc.sents)) == 1


def test_very_long_sentence_is_one_tree() -> None:
    rng = np.random.default_rng(3)
    shapes = {"arc_head": (8, 16), "arc_child": (8, 16), "label_head": (4, 16), "label_child": (4, 16)}
    weights = {f"{name}.weight": rng.normal(size=shape) for name, shape in shapes.items()}
    weights |= {f"{name}.bias": np.zeros(shape[0]) for name, shape in shapes.items()}
    weights |= {"arc": rng.normal(size=(9, 8)), "label": rng.normal(size=(3, 5, 5)), "root": rng.normal(size=16)}
    doc = Doc(VOCAB, words=["w"] * 1500)
    doc.tensor = rng.normal(size=(1500, 16)).astype("float32")

    Parser(VOCAB, weights, {"labels": LABELS})(doc)

    (sentence,) = doc.sents
    assert [token.dep_ for token in doc].count("ROOT") == 1
    assert len(list(sentence.root.subtree)) == 1500


def test_labels_are_as_docs_have_them(parser: Parser) -> None:
    assert parser.labels == ("ROOT", "nsubj", "obj")


def test_weights_of_other_labels_are_refused(parser: Parser) -> None:
    with pytest.raises(ValueError, match="weights of 2 labels, got 3"):
        Parser(VOCAB, parser.weights, {"labels": LABELS[:2]})
