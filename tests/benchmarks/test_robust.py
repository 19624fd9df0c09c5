"""Lines unlike edited prose: their notation, their expectations, and how a reading of them is counted."""

from collections import Counter

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.count import Count
from benchmarks.robust import LINES, Line, Reading, make_line, read_lines, readers, score, unlabelled

TYPES = {"person", "organisation", "place", "group", "other"}


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    return list(read_lines(LINES))


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A pipeline that ends sentences at full stops, takes every word for a proper noun and knows one name."""

    @Language.component("call_all_proper")
    def call_all_proper(doc: Doc) -> Doc:
        for token in doc:
            token.pos_ = "PROPN"
        return doc

    nlp = spacy.blank("en")
    nlp.add_pipe("call_all_proper")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Ada"}])  # type: ignore[attr-defined]
    return nlp


def test_there_are_lines_of_many_kinds(lines: list[Line]) -> None:
    sizes = Counter(line.kind for line in lines)

    assert sizes.total() >= 150
    assert min(sizes.values()) >= 10
    assert "" not in sizes


def test_no_line_stands_twice(lines: list[Line]) -> None:
    assert [text for text, count in Counter(line.text for line in lines).items() if count > 1] == []


def test_every_mark_is_understood(lines: list[Line]) -> None:
    assert [line.text for line in lines if set(line.text) & set("{}|‖⟨⟩")] == []
    assert {kind for line in lines for _, _, kind in line.names} == TYPES


def test_sentences_hold_all_of_a_line_but_white_space_and_its_label(lines: list[Line]) -> None:
    for line in lines:
        outside = "".join(char for at, char in enumerate(line.text) if not any(a <= at < b for a, b in line.sentences))

        assert "".join(outside.split()) == "".join(line.text[: line.label].split())


def test_every_name_is_at_the_edges_of_words(lines: list[Line]) -> None:
    for line in lines:
        for start, end, _ in line.names:
            assert not line.text[start - 1 : start].isalnum()
            assert not line.text[end : end + 1].isalnum()


def test_marks_are_taken_off() -> None:
    line = make_line("kind", "⟨{ADA|person}:⟩ To {Rome|place}. ‖ Now!‖“{Yes|other}.”")

    assert line.text == "ADA: To Rome. Now!“Yes.”"
    assert line.label == len("ADA:")
    assert [line.text[start:end] for start, end in sorted(line.sentences)] == ["To Rome.", "Now!", "“Yes.”"]
    assert {(line.text[start:end], kind) for start, end, kind in line.names} == {
        ("ADA", "person"),
        ("Rome", "place"),
        ("Yes", "other"),
    }


@given(st.text(alphabet="ab \n", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_unlabelled_sentences_neither_start_nor_end_with_white_space(text: str, cut: int, label: int) -> None:
    places = unlabelled(text, [(0, min(cut, len(text))), (min(cut, len(text)), len(text))], min(label, len(text)))

    assert all(text[start:end] and text[start:end] == text[start:end].strip() for start, end in places)
    assert all(start >= min(label, len(text)) for start, _ in places)


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param({(0, 6)}, id="the label with its sentence"),
        pytest.param({(0, 2), (3, 6)}, id="the label alone"),
        pytest.param({(3, 6)}, id="no label"),
    ],
)
def test_label_may_stand_alone_or_with_its_sentence(sentences: set[tuple[int, int]]) -> None:
    line = make_line("kind", "⟨Q:⟩ Who")

    counts = score([line], [Reading(frozenset(sentences), frozenset())])

    assert counts["all"]["sentences"] == Count(1, 1, 1)


def test_name_of_another_type_is_wrong() -> None:
    line = make_line("kind", "{Ada|person} left {Rome|place}.")

    counts = score([line], [Reading(line.sentences, frozenset({(0, 3, "person"), (9, 13, "group")}))])

    assert counts["kind"]["names"] == Count(1, 2, 2)


def test_every_reader_finds_characters_of_the_line_as_it_was_given(nlp: Language) -> None:
    text = "Now (LDP) Ada slept. Then  she left."

    for reader in readers(nlp).values():
        [reading] = reader([text])

        assert {text[start:end] for start, end in reading.sentences} == {"Now (LDP) Ada slept.", "Then  she left."}
        assert {(text[start:end], kind) for start, end, kind in reading.names} == {("Ada", "person")}


def test_readers_give_a_reading_for_each_line_in_order(nlp: Language) -> None:
    texts = ["Ada", "It rained.", "By: Ada"]

    for reader in readers(nlp).values():
        found = [{text[a:b] for a, b, _ in reading.names} for text, reading in zip(texts, reader(texts), strict=True)]

        assert found == [{"Ada"}, set(), {"Ada"}]
