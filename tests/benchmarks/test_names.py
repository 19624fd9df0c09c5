"""Names are counted by type, over all, and by group of types."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from benchmarks.count import Count
from benchmarks.labels import COARSE, our_label
from benchmarks.names import count_names, found_names, gold_names
from benchmarks.nine_types import NINE, GoldSentence


@pytest.fixture
def doc() -> Doc:
    words = ["Ada", "Byron", "left", "Acme", "in", "Rome", "."]
    return Doc(spacy.blank("en").vocab, words=words, spaces=[True] * 5 + [False, False])


def test_gold_names_are_found_by_their_characters(doc: Doc) -> None:
    sentence = GoldSentence(tuple(token.text for token in doc), frozenset({(0, 2, "politician"), (5, 6, "location")}))

    names = gold_names(doc, sentence)

    assert {(doc.text[start:end], kind) for start, end, kind in names} == {("Ada Byron", "politician"), ("Rome", "location")}


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        pytest.param("Politician", "politician", id="our own label"),
        pytest.param("PERSON", "person", id="a label of OntoNotes"),
        pytest.param("WORK_OF_ART", "misc", id="a label that has no type of its own"),
        pytest.param("City", "location", id="a known actor's class"),
        pytest.param("Date", None, id="a date is no name"),
        pytest.param("MONEY", None, id="nor is money"),
    ],
)
def test_label_of_any_pipeline_is_one_of_the_nine_types_or_none(doc: Doc, label: str, kind: str | None) -> None:
    doc.set_ents([Span(doc, 3, 4, label=label)])

    assert found_names(doc) == ({(15, 19, kind)} if kind else set())


def test_confusion_within_a_group_is_wrong_for_the_types_and_right_for_the_group() -> None:
    gold = {(0, 9, "politician"), (15, 19, "organisation")}
    found = {(0, 9, "person"), (15, 19, "organisation"), (23, 27, "location")}

    counts = count_names([(gold, found)])

    assert counts["politician"] == Count(0, 1, 0)
    assert counts["person"] == Count(0, 0, 1)
    assert counts["all nine"] == Count(1, 2, 3)
    assert counts["Person"] == Count(1, 1, 1)
    assert counts["any place"] == Count(0, 0, 1)


def test_every_label_that_has_a_type_has_a_coarse_one_too() -> None:
    assert set(NINE) == set(COARSE)


def test_foreign_labels_become_labels_of_ours() -> None:
    foreign = ("PER", "ORG", "GPE", "LOC", "FAC", "EVENT", "LAW", "PRODUCT", "LANGUAGE", "MISC", "Demonym", "Group")

    assert {our_label(label) for label in foreign} <= set(COARSE)
