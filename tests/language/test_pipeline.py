"""The components together, as a spaCy pipeline."""

import pickle
from collections.abc import Callable

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from graphbuild.errors import PipelineError

TEXTS = st.lists(st.text(alphabet=st.sampled_from("abTW 1.\n-"), max_size=90), min_size=1, max_size=6)
HOSTILE = {
    "nothing": "",
    "white space": " \n\t \n ",
    "one word": "Taiwan",
    "no space in 10,000 characters": "x" * 10_000,
    "10,000 words without a full stop": "a " * 10_000,
    "emoji": "👩‍👩‍👧‍👦 met 🇹🇼 ❤️",
    "right to left": "التقى آبي تساي. שלום",
    "control characters": "a\x00b\x01 \x1c \x7f\u200b\ufeff\u202e c",
    "combining marks": "e\u0301" * 50 + " Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚",
    "Chinese": "台灣和日本。",
    "line breaks": "a\r\nb\u2028c\x0bd\n\n\n",
}
Annotation = Callable[[Doc], object]


@settings(max_examples=30)
@given(TEXTS, st.integers(1, 7))
def test_parse_depends_on_nothing_but_the_text(pipeline: Language, texts: list[str], batch_size: int) -> None:
    together = list(pipeline.pipe(texts, batch_size=batch_size))

    for doc, text in zip(together, texts, strict=True):
        alone = pipeline(text)
        assert doc.to_bytes() == alone.to_bytes()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_text_is_parsed(pipeline: Language, text: str) -> None:
    doc = pipeline(text)

    assert doc.text == text
    assert np.isfinite(doc.tensor).all()
    assert all(doc.has_annotation(attribute, require_complete=True) for attribute in ("TAG", "POS", "LEMMA", "DEP", "SENT_START"))
    for sentence in doc.sents:
        assert [token.dep_ for token in sentence].count("ROOT") == 1
        assert len(list(sentence.root.subtree)) == len(sentence)
    assert all(ent[0].sent == ent[-1].sent and not ent[0].is_space and not ent[-1].is_space for ent in doc.ents)


def test_random_weights_say_something(pipeline: Language) -> None:
    doc = pipeline(". ".join(["Abe met Tsai Ing-wen in Taiwan", "the meeting was long", "no one said more than that"] * 5))

    assert doc.ents
    assert 1 < len(list(doc.sents)) < len(doc)
    assert len({token.dep_ for token in doc}) > 2


def test_given_words_and_sentences_are_respected(pipeline: Language) -> None:
    words, starts = ["Abe met", "Tsai", ".", "a"], [True, False, False, True]

    doc = pipeline(Doc(pipeline.vocab, words=words, sent_starts=list(starts)))

    assert [token.text for token in doc] == words
    assert [token.is_sent_start for token in doc] == starts


def test_processes_say_the_same(pipeline: Language, annotation_of: Annotation) -> None:
    texts = ["Abe met Tsai.", "", "the a b c. d e"] * 3
    expected = [annotation_of(doc) for doc in pipeline.pipe(texts)]

    found = [annotation_of(doc) for doc in pipeline.pipe(texts, n_process=2, batch_size=2)]

    assert found == expected


def test_pipeline_survives_being_saved(
    pipeline: Language, tmp_path_factory: pytest.TempPathFactory, annotation_of: Annotation
) -> None:
    folder = tmp_path_factory.mktemp("pipeline")
    expected = annotation_of(pipeline("Abe met Tsai. the end"))

    pipeline.to_disk(folder)

    assert annotation_of(spacy.load(folder)("Abe met Tsai. the end")) == expected


def test_pipeline_survives_being_sent_as_bytes(pipeline: Language, annotation_of: Annotation) -> None:
    copy = spacy.blank("en").from_config(pipeline.config)

    copy.from_bytes(pipeline.to_bytes())

    assert annotation_of(copy("Abe met Tsai.")) == annotation_of(pipeline("Abe met Tsai."))
    assert copy.to_bytes() == pipeline.to_bytes()


def test_pipeline_survives_being_pickled(pipeline: Language, annotation_of: Annotation) -> None:
    expected = annotation_of(pipeline("Abe met Tsai."))

    copy = pickle.loads(pickle.dumps(pipeline))  # noqa: S301 - our own

    assert annotation_of(copy("Abe met Tsai.")) == expected


def test_saved_pipeline_takes_other_settings(pipeline: Language, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("pipeline")
    pipeline.to_disk(folder)
    text = "a b " * 60

    other = spacy.load(folder, config={"components": {"encoder": {"threads": 2, "window": 300}}})

    assert other.config["components"]["encoder"]["threads"] == 2
    assert not np.array_equal(other(text).tensor, pipeline(text).tensor)


@pytest.mark.parametrize(
    ("disabled", "attribute"),
    [
        pytest.param("senter", None, id="sentences"),
        pytest.param("tagger", "TAG", id="tags"),
        pytest.param("lemmatizer", "LEMMA", id="lemmas"),
        pytest.param("parser", "DEP", id="trees"),
        pytest.param("ner", "ENT_IOB", id="names"),
    ],
)
def test_each_component_can_be_left_out(pipeline: Language, disabled: str, attribute: str | None) -> None:
    with pipeline.select_pipes(disable=[disabled]):
        doc = pipeline("Abe met Tsai. the end of it")

    assert attribute is None or not doc.has_annotation(attribute)
    assert list(doc.sents)


def test_encoder_cannot_be_left_out_alone(pipeline: Language) -> None:
    with pipeline.select_pipes(disable=["encoder"]), pytest.raises(PipelineError, match="'encoder' has to run"):
        pipeline("Abe met Tsai.")


def test_component_without_weights_says_so() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("graphbuild_tagger")

    with pytest.raises(PipelineError, match="Tagger has no weights"):
        nlp("Abe")


def test_pipeline_without_weights_is_saved_and_loaded(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("pipeline")
    nlp = spacy.blank("en")
    for factory in ("graphbuild_encoder", "graphbuild_ner"):
        nlp.add_pipe(factory)

    nlp.to_disk(folder)

    assert spacy.load(folder).pipe_names == ["graphbuild_encoder", "graphbuild_ner"]


def test_components_say_what_they_assign(pipeline: Language) -> None:
    analysis = pipeline.analyze_pipes()

    assert analysis is not None
    assert not any(analysis["problems"].values())
    assert pipeline.get_pipe_meta("ner").assigns == ["doc.ents", "token.ent_iob", "token.ent_type"]
