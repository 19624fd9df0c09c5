"""Examples of a relation reader that needs no weights."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from graphbuild.classify.detector import KINDS, LABELS, Detector
from graphbuild.classify.features import TYPE_NUMBERS, TYPES, Features, Floats, Ints
from graphbuild.classify.network import RelationNetwork, Scores
from graphbuild.classify.reader import RelationReader
from graphbuild.classify.stored import Inventory
from graphbuild.language.encoder import STATES_KEY
from graphbuild.learn.examples import Example, Fact, Range
from graphbuild.learn.fit import Fitted, Task, fit, make_task
from graphbuild.learn.learn import Lesson, make_reader
from graphbuild.learn.pairs import Pair, Pairs
from graphbuild.learn.scores import find_mistakes, find_scores
from graphbuild.model import ORIGIN_KEY, Iri, Origin, Span
from graphbuild.ontology import Relation

WIDTH = 4
RELATIONS = ("owns", "borders")


class Lengths(RelationNetwork):
    """A network that knows of a pair how long its words are."""

    def __init__(self) -> None: ...

    def __call__(self, states: Floats, hints: Floats, features: Features, pairs: Ints) -> Scores:  # noqa: ARG002 - the network's
        count, words = len(pairs), len(features.heads)
        lengths = (features.spans[:, 1] - features.spans[:, 0])[pairs].astype("float32")
        factuality, attention = np.zeros((count, 4), "float32"), np.ones((count, words), "float32")
        return Scores(np.full((count, 1), 0.5, "float32"), factuality, attention, lengths)


@pytest.fixture
def network_reader() -> RelationReader:
    """A reader that takes names for persons, nothing else for a mention, and has a network of no weights."""
    hidden = np.zeros((2 * WIDTH + len(KINDS) + len(LABELS) + 1, 1), "float32")
    hidden[2 * WIDTH] = 1.0
    classes = np.zeros((2, 1 + len(TYPES)), "float32")
    classes[0, TYPE_NUMBERS["Person"]], classes[1, 0] = 9.0, 4.0
    inventory = Inventory(("metWith",), frozenset(), "-", "-", {})
    return RelationReader(Detector(hidden, classes), Lengths(), inventory)


@pytest.fixture(scope="session")
def make_doc() -> Callable[..., Doc]:
    """A function from words, written "Ann/PROPN/nsubj/1/Person", to their Doc; what is left out is of no label, and of the root."""
    vocab = spacy.blank("en").vocab

    def make(text: str, *, document: str = "", offset: int = 0) -> Doc:
        rows = [[*word.split("/"), "", "", "", ""][:5] for word in text.split()]
        root = next(at for at, row in enumerate(rows) if row[2] == "ROOT")
        doc = Doc(
            vocab,
            words=[row[0] for row in rows],
            pos=[row[1] or "X" for row in rows],
            deps=[row[2] or "dep" for row in rows],
            heads=[int(row[3] or root) for row in rows],
            ents=[f"B-{row[4]}" if row[4] else "O" for row in rows],
            lemmas=[row[0].lower() for row in rows],
        )
        doc.user_data[STATES_KEY] = np.zeros((len(doc), 2, WIDTH), "float16")
        if document:
            doc.user_data[ORIGIN_KEY] = Origin("-", document, offset)
        return doc

    return make


def pair(
    example: int, subject: int, obj: int, expected: Sequence[str] = (), lines: tuple[int, ...] = (), *, is_found: bool = True
) -> Pair:
    """Return a pair of two letters of a text."""
    first, second = (Span(str(example), at, at + 1) for at in (subject, obj))
    return Pair(example, Span(str(example), 0, 9), first, second, lines, frozenset(expected), is_found)


@pytest.fixture
def task() -> Task:
    """Forty texts of two pairs: of the even ones the first side owns the second, the odd ones border each other."""
    noise = np.random.default_rng(1)
    pairs, features = [], []
    for text in range(40):
        kind = text % 2
        pairs += [
            pair(text, 0, 2, [RELATIONS[kind]], (text + 1,)),
            pair(text, 2, 0, ["borders"] if kind else [], (text + 1,) if kind else ()),
        ]
        features += [[3.0 * kind, 1.0], [3.0 * kind, 0.0]]
    scattered = np.array(features) + noise.normal(0, 0.1, (80, 2))
    turned = np.arange(80).reshape(-1, 2)[:, ::-1].ravel()
    return make_task(Pairs(tuple(pairs), scattered.astype("float32"), turned, np.zeros(2, "int64")), RELATIONS, [False, True])


@pytest.fixture
def fitted(task: Task) -> Fitted:
    return fit(task)


@pytest.fixture
def lesson(task: Task, fitted: Fitted) -> Lesson:
    """What is learned of the task, with two mistakes: text 0 is read the other way about."""
    read = fitted.read.copy()
    read[0], read[1] = [False, False], [True, False]
    told = Fitted(fitted.weights, fitted.thresholds, fitted.likely, read)
    relations = [Relation(Iri(f"https://example.org/{name}"), name, name, is_symmetric=name == "borders") for name in RELATIONS]
    return Lesson(
        reader=make_reader(task, told, relations),
        scores=find_scores(task, told, RELATIONS),
        mistakes=find_mistakes(task, told, RELATIONS),
        examples=tuple(
            Example("A own B.", (text + 1,), (Fact(text + 1, "owns", ((Range(0, 1), Range(2, 3)),)),)) for text in range(40)
        ),
        remarks=(),
        folds=5,
        pairs=80,
        left_out=0,
    )
