"""A language pipeline of random weights: true in form, small, made in a moment."""

import string
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import spacy
from onnx import TensorProto, helper, numpy_helper
from spacy.language import Language
from spacy.tokens import Doc
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

import graphbuild.language.factories  # noqa: F401 - registers the components
from graphbuild.language.component import Component
from graphbuild.language.pieces import SHAPES

WIDTH = 384
MARKS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
LETTERS = [*string.ascii_lowercase, *string.digits]
PIECES = [*MARKS, *LETTERS, *(f"##{letter}" for letter in LETTERS), *".,!?-'\"", "the", "tai", "##wan", "##ing", "met"]

Weights = dict[str, npt.NDArray[np.float32]]


@pytest.fixture(scope="session")
def tokenizer() -> bytes:
    """A tokenizer of some 90 pieces that cuts nearly every word into letters."""
    cutter = Tokenizer(models.WordPiece({piece: number for number, piece in enumerate(PIECES)}, unk_token=MARKS[1]))
    cutter.normalizer = normalizers.BertNormalizer()
    cutter.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return cutter.to_str().encode()


@pytest.fixture(scope="session")
def network() -> bytes:
    """A network in which a piece's state tells the piece, its shape, and of everything that was read with it the average."""
    rng = np.random.default_rng(7)
    tables = {"pieces": rng.normal(size=(len(PIECES), WIDTH)), "forms": rng.normal(size=(SHAPES, WIDTH))}
    nodes = [
        helper.make_node("Gather", ["pieces", "ids"], ["piece"]),
        helper.make_node("Gather", ["forms", "shapes"], ["form"]),
        helper.make_node("Add", ["piece", "form"], ["alone"]),
        helper.make_node("ReduceMean", ["alone"], ["company"], axes=[1]),
        helper.make_node("Add", ["alone", "company"], ["states"]),
    ]
    graph = helper.make_graph(
        nodes,
        "encoder",
        [helper.make_tensor_value_info(name, TensorProto.INT64, [1, "n"]) for name in ("ids", "shapes")],
        [helper.make_tensor_value_info("states", TensorProto.FLOAT, [1, "n", WIDTH])],
        [numpy_helper.from_array(table.astype("float32"), name) for name, table in tables.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    content: bytes = model.SerializeToString()
    return content


CLASSES: Mapping[str, Mapping[str, Sequence[str]]] = {
    "senter": {},
    "tagger": {
        "upos": ["NOUN", "PROPN", "PUNCT", "VERB"],
        "xpos": ["NN", "NNP", ".", "VBD"],
        "feats": ["_", "Number=Sing", "Number=Plur", "Person=3|Number=Sing"],
    },
    "lemmatizer": {"scripts": ["keep||", "lower||", "lower|s|", "whole|was|be"]},
    "parser": {"labels": ["nsubj", "obj", "punct", "root", "nsubj:pass"]},
    "ner": {"tags": ["O", *(f"{place}-{name}" for name in ("Person", "Country") for place in "BIES")]},
}
SIZES = {
    "senter": {"starts": 1},
    "tagger": {"upos": 4, "xpos": 4, "feats": 4},
    "lemmatizer": {"scripts": 4},
    "parser": {"arc_head": 12, "arc_child": 12, "label_head": 6, "label_child": 6},
    "ner": {"hidden": 10},
}


def _weights(component: str) -> Weights:
    rng = np.random.default_rng(len(component))
    shapes: dict[str, tuple[int, ...]] = {}
    for name, size in SIZES[component].items():
        shapes |= {f"{name}.weight": (size, WIDTH), f"{name}.bias": (size,)}
    if component == "ner":
        shapes |= {"names.weight": (9, 10), "names.bias": (9,)}
    if component == "parser":
        shapes |= {"arc": (13, 12), "label": (5, 7, 7), "root": (WIDTH,)}
    return {name: rng.normal(size=shape).astype("float32") for name, shape in shapes.items()}


@pytest.fixture(scope="session")
def make_nlp(network: bytes, tokenizer: bytes) -> Callable[..., Language]:
    """A function that makes the pipeline; keywords are settings of the encoder."""

    def make(**settings: int) -> Language:
        nlp = spacy.blank("en")
        encoder: Any = nlp.add_pipe("graphbuild_encoder", name="encoder", config=settings)
        encoder.load_files({"model.onnx": network, "tokenizer.json": tokenizer})
        for name, classes in CLASSES.items():
            component: Any = nlp.add_pipe(f"graphbuild_{name}", name=name)
            component.load(_weights(name), classes)
        return nlp

    return make


@pytest.fixture(scope="session")
def pipeline(make_nlp: Callable[..., Language]) -> Language:
    """The whole pipeline; windows are short, so that texts of few words are long."""
    return make_nlp(window=40, context=8)


@pytest.fixture
def annotation_of() -> Callable[[Doc], object]:
    """A function that returns all that the pipeline says of a Doc, comparable."""

    def annotation(doc: Doc) -> object:
        columns: list[int | str] = ["SENT_START", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]
        return doc.text, doc.to_array(columns).tolist(), doc.tensor.tobytes()

    return annotation


@pytest.fixture
def read_states() -> Callable[..., Doc]:
    """A function that makes a Doc of words whose states are given, and lets a component annotate it."""

    def read(
        component: Component, words: Sequence[str], states: npt.ArrayLike, starts: Sequence[bool | None] | None = None
    ) -> Doc:
        doc = Doc(component.vocab, words=list(words), sent_starts=None if starts is None else list(starts))
        doc.tensor = np.array(states, "float32").reshape(len(words), -1)
        return component(doc)

    return read
