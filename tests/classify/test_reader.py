"""What is read from the scores of a network, here one that is told its scores."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from graphbuild.classify.detector import KINDS, LABELS, Detector
from graphbuild.classify.features import TYPE_NUMBERS, TYPES, Features, Floats, Ints
from graphbuild.classify.network import RelationNetwork, Scores
from graphbuild.classify.reader import NAME, RelationReader, passages_of
from graphbuild.classify.stored import Inventory, dump_inventory, load_inventory
from graphbuild.classify.tap import forget_states
from graphbuild.language.encoder import STATES_KEY
from graphbuild.model import Factuality, MentionKind, RelationMention
from graphbuild.normalize.agreement import TRAINED

WIDTH = 4
INVENTORY = Inventory(("metWith", "visited", "holdsRole"), frozenset({"metWith"}), "-", "-", {})
SENTENCE = [
    # word, part of speech, label, head, entity
    ("Ann", "PROPN", "nsubj", 1, "B-Person"),
    ("met", "VERB", "ROOT", 1, ""),
    ("Bo", "PROPN", "obj", 1, "B-Person"),
    ("and", "CCONJ", "cc", 4, ""),
    ("rebels", "NOUN", "conj", 2, ""),
    (".", "PUNCT", "punct", 1, ""),
]


@dataclass(frozen=True)
class Told(RelationNetwork):
    """A network whose probabilities are given, by words of subject and object and the number of the relation."""

    sure: Mapping[tuple[str, str, int], float]
    doc: Doc

    def __call__(self, states: Floats, hints: Floats, features: Features, pairs: Ints) -> Scores:  # noqa: ARG002 # it is told
        words = [self.doc[start : int(end)].text for start, end in features.spans.tolist()]
        relations = np.zeros((len(pairs), len(INVENTORY.relations)), "float32")
        for row, (subject, obj) in enumerate(pairs.tolist()):
            for number in range(len(INVENTORY.relations)):
                relations[row, number] = self.sure.get((words[subject], words[obj], number), 0.0)
        attention = np.zeros((len(pairs), len(features.heads)), "float32")
        attention[:, 1] = 1.0
        return Scores(relations, np.zeros((len(pairs), 4), "float32"), attention, np.zeros((len(pairs), 2), "float32"))


@pytest.fixture
def doc() -> Doc:
    words, tags, labels, heads, entities = zip(*SENTENCE, strict=True)
    doc = Doc(
        spacy.blank("en").vocab,
        words=list(words),
        pos=list(tags),
        deps=list(labels),
        heads=list(heads),
        ents=[entity or "O" for entity in entities],
        lemmas=[word.lower() for word in words],
    )
    doc.user_data[STATES_KEY] = np.zeros((len(doc), 2, WIDTH), "float16")
    return doc


@pytest.fixture
def read(doc: Doc) -> Callable[..., list[RelationMention]]:
    """A function from probabilities to what is read."""

    def read_with(sure: Mapping[tuple[str, str, int], float], unlikely: Sequence[str] = ()) -> list[RelationMention]:
        inputs = 2 * WIDTH + len(KINDS) + len(LABELS)
        hidden = np.zeros((inputs + 1, 1), "float32")
        hidden[2 * WIDTH + KINDS.index(MentionKind.DESCRIPTION)] = 1.0 if "rebels" in unlikely else 0.0
        classes = np.zeros((2, len(TYPES) + 1), "float32")
        classes[0, 0], classes[1, TYPE_NUMBERS["Person"]] = 20.0, 5.0
        network = Told.__new__(Told)
        object.__setattr__(network, "sure", sure)
        object.__setattr__(network, "doc", doc)
        return list(RelationReader(Detector(hidden, classes), network, INVENTORY)(doc))

    return read_with


def test_what_is_likely_is_read_with_its_trigger(read: Callable[..., list[RelationMention]]) -> None:
    (found,) = read({("Ann", "Bo", 1): 0.8, ("Bo", "Ann", 1): 0.1})

    assert (found.subject.text, found.predicate.relation, found.object.text) == ("Ann", "visited", "Bo")
    assert found.predicate.text == "met"
    assert found.confidence == pytest.approx(0.8)
    assert found.factuality is Factuality.ASSERTED


def test_symmetric_relation_is_read_once(read: Callable[..., list[RelationMention]]) -> None:
    (found,) = read({("Ann", "Bo", 0): 0.8, ("Bo", "Ann", 0): 0.6})

    assert found.confidence == pytest.approx(0.7)
    assert [each.confidence for each in read({("Bo", "Ann", 0): 0.7})] == [pytest.approx(0.35)]


def test_what_is_no_mention_has_no_relations(read: Callable[..., list[RelationMention]]) -> None:
    sure = {("Ann", "rebels", 1): 0.9}

    assert len(read(sure)) == 1
    assert read(sure, unlikely=["rebels"]) == []


def test_post_is_read_as_a_role(read: Callable[..., list[RelationMention]]) -> None:
    (found,) = read({("Ann", "rebels", 2): 0.9})

    assert found.object.kind is MentionKind.ROLE


def test_what_is_only_listed_together_is_not_related(read: Callable[..., list[RelationMention]]) -> None:
    assert read({("Bo", "rebels", 1): 0.9, ("Bo", "rebels", 0): 0.9, ("rebels", "Bo", 0): 0.9}) == []


def test_text_that_the_encoder_has_not_read_says_nothing(doc: Doc, read: Callable[..., list[RelationMention]]) -> None:
    forget_states(doc)

    assert read({("Ann", "Bo", 1): 0.8}) == []


def numbered(words: int, sentence: int) -> Doc:
    doc = spacy.blank("en")("word " * words)
    for token in doc:
        token.is_sent_start = token.i % sentence == 0
    return doc


def test_passages_are_whole_sentences() -> None:
    passages = list(passages_of(numbered(180, 4), range(180)))

    assert [len(passage) for passage in passages] == [96, 84]
    assert all(passage[0].is_sent_start for passage in passages)


def test_long_sentence_is_a_passage() -> None:
    assert [len(passage) for passage in passages_of(numbered(200, 200), range(2))] == [200]


def test_passage_begins_and_ends_with_sentences_of_two_mentions() -> None:
    passages = passages_of(numbered(300, 3), [0, 3, 4, 9, 10, 200, 290, 291])

    assert [(passage.start, passage.end) for passage in passages] == [(3, 12)]


def test_text_without_pairs_has_no_passage() -> None:
    assert list(passages_of(numbered(12, 3), [0, 3, 6])) == []


def test_inventory_is_read_as_written(tmp_path: Path) -> None:
    inventory = replace(INVENTORY, hints={"meet": [0]}, threshold=0.4)
    path = tmp_path / "inventory.json"
    path.write_text(dump_inventory(inventory), encoding="utf-8")

    assert load_inventory(path) == inventory


def test_weighing_knows_the_trained_reader() -> None:
    assert {NAME} == TRAINED
