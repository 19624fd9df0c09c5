from collections.abc import Callable

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span

from graphbuild.language.ner import NameFinder

TAGS = ["O", "B-Person", "I-Person", "E-Person", "S-Person", "B-Country", "I-Country", "E-Country", "S-Country"]


@pytest.fixture(scope="module")
def finder() -> NameFinder:
    """A component to which a state is the scores of the tags."""
    size = len(TAGS)
    weights = {"hidden.weight": np.eye(size), "names.weight": np.eye(size)}
    biases = {f"{name}.bias": np.zeros(size) for name in ("hidden", "names")}
    return NameFinder(spacy.blank("en").vocab, {**weights, **biases}, {"tags": TAGS})


def states(tags: str) -> list[list[float]]:
    """Return states of words with these tags; "_" is white space."""
    return [[float(tag == other) for other in TAGS] for tag in tags.split()]


@pytest.mark.parametrize(
    ("words", "tags", "starts", "expected"),
    [
        pytest.param("Abe met", "S-Person O", None, [("Abe", "Person")], id="one word"),
        pytest.param("Shinzo Abe", "B-Person E-Person", None, [("Shinzo Abe", "Person")], id="several words"),
        pytest.param("New\nZealand", "B-Country _ E-Country", None, [("New\nZealand", "Country")], id="over white space"),
        pytest.param("Abe\nJapan", "S-Person _ S-Country", None, [("Abe", "Person"), ("Japan", "Country")], id="beside it"),
        pytest.param(
            "Abe Tsai", "B-Person E-Person", [True, True], [("Abe", "Person"), ("Tsai", "Person")], id="not over sentences"
        ),
        pytest.param("\n", "_", None, [], id="not in white space"),
        pytest.param("we met", "O O", None, [], id="not everywhere"),
    ],
)
def test_names_are_found(
    finder: NameFinder,
    read_states: Callable[..., Doc],
    words: str,
    tags: str,
    starts: list[bool] | None,
    expected: list[tuple[str, str]],
) -> None:
    forms = [form for part in words.replace("\n", " \n ").split(" ") if (form := part)]
    rows = np.array(states(tags))
    if starts:
        # What cannot be a name of two words is next best a name of one each.
        rows[:, TAGS.index("S-Person")] = 0.9

    doc = read_states(finder, forms, rows, starts)

    assert [(ent.text.replace(" \n ", "\n"), ent.label_) for ent in doc.ents] == expected
    assert all(token.ent_iob_ for token in doc)


def test_names_that_are_there_stay(finder: NameFinder) -> None:
    doc = Doc(finder.vocab, words=["Abe", "of", "Japan", "met", "Tsai"])
    doc.set_ents([Span(doc, 0, 3, "Work")])
    doc.tensor = np.array(states("S-Person O S-Country O S-Person"), "float32")

    finder(doc)

    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Abe of Japan", "Work"), ("Tsai", "Person")]


def test_labels_are_the_types_of_names(finder: NameFinder) -> None:
    assert finder.labels == ("Country", "Person")
