"""The measures of speed and memory, on a pipeline that costs nothing."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from benchmarks.language_speed import measure_memory, measure_speed


@pytest.fixture
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    (tmp_path / "1.txt").write_text("One two, three.\n\nFour.", encoding="utf-8")
    (tmp_path / "2.txt").write_text("Five six.", encoding="utf-8")
    return tmp_path


def test_speed_is_told_of_the_whole_and_of_each_component(nlp: Language, articles: Path) -> None:
    figures = measure_speed(nlp, articles)

    assert figures.pop("words") == 6
    assert set(figures) == {"all", "tokenizer", "sentencizer"}
    assert all(seconds >= 0 for seconds in figures.values())


def test_every_component_is_measured_on_what_those_before_it_did(nlp: Language, articles: Path) -> None:
    seen: list[str] = []

    @Language.component("spy_on_sentences")
    def spy(doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
        seen.extend(sent.text for sent in doc.sents)
        return doc

    nlp.add_pipe("spy_on_sentences")

    measure_speed(nlp, articles)

    assert seen == ["One two, three.", "Four.", "Five six."] * 2


def test_memory_is_measured_over_all_articles(nlp: Language, articles: Path) -> None:
    figures = measure_memory(nlp, articles)

    assert figures["words"] == 6
    assert 0 < figures["start"] <= figures["peak"]
