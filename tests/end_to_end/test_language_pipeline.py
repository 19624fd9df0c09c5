"""The bundled language pipeline as users of spaCy meet it."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from graphbuild.assets import pipeline_path, sample_paths
from graphbuild.model.labels import CLASS_BY_LABEL
from graphbuild.ontology import load_ontology

pytestmark = pytest.mark.slow

TEXT = (
    "President Tsai Ing-wen did not meet Shinzo Abe in Taipei on Monday, officials of the Democratic Progressive Party said. "
    "The ministries were studying the agreement that both countries had signed in 2013."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(pipeline_path())


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sample_paths()]
    return [part for text in texts for part in text.split("\n\n")] + [TEXT, "", "\n", "Taiwan"]


def content_of(doc: Doc) -> tuple[object, bytes]:
    return doc.to_json(), doc.tensor.tobytes()


def test_files_are_those_that_were_made() -> None:
    folder = Path(pipeline_path())
    lines = (folder / "checksums.sha256").read_text(encoding="utf-8").splitlines()
    expected = {name: digest for digest, name in (line.split("  ") for line in lines)}

    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "checksums.sha256"
    }

    assert found == expected


def test_pipeline_is_no_larger_than_forty_megabytes() -> None:
    assert sum(path.stat().st_size for path in Path(pipeline_path()).rglob("*") if path.is_file()) < 40e6


def test_text_gets_tags_lemmas_trees_sentences_and_names(nlp: Language) -> None:
    doc = nlp(TEXT)

    assert [sent[0].text for sent in doc.sents] == ["President", "The"]
    by_word = {token.text: token for token in doc}
    assert [by_word[word].tag_ for word in ("Tsai", "meet", "ministries")] == ["NNP", "VB", "NNS"]
    assert [by_word[word].lemma_ for word in ("did", "ministries", "studying", "signed")] == ["do", "ministry", "study", "sign"]
    assert "Number=Plur" in str(by_word["ministries"].morph)
    assert {word: (by_word[word].dep_, by_word[word].head.text) for word in ("Tsai", "not", "Shinzo")} == {
        "Tsai": ("nsubj", "meet"),
        "not": ("advmod", "meet"),
        "Shinzo": ("obj", "meet"),
    }
    names = {ent.text: ent.label_ for ent in doc.ents}
    assert names.items() >= {
        ("Shinzo Abe", "Politician"),
        ("Taipei", "Place"),
        ("Democratic Progressive Party", "PoliticalParty"),
        ("2013", "Date"),
    }


def test_labels_of_names_are_classes_of_the_ontology(nlp: Language) -> None:
    labels = set(nlp.get_pipe("ner").labels)  # type: ignore[attr-defined]

    assert len(labels) > 20
    assert {CLASS_BY_LABEL.get(label, label) for label in labels} <= load_ontology().classes.keys()


@pytest.mark.parametrize("batch_size", [1, 7, 100])
def test_company_changes_nothing(nlp: Language, paragraphs: list[str], batch_size: int) -> None:
    alone = [content_of(nlp(text)) for text in paragraphs]

    together = [content_of(doc) for doc in nlp.pipe(paragraphs, batch_size=batch_size)]
    reversed_ = [content_of(doc) for doc in nlp.pipe(paragraphs[::-1], batch_size=batch_size)]

    assert together == alone
    assert reversed_[::-1] == alone


def test_threads_change_nothing(nlp: Language, paragraphs: list[str]) -> None:
    threaded = spacy.load(pipeline_path(), config={"components": {"encoder": {"threads": 2}}})

    found = [doc.to_json() for doc in threaded.pipe(paragraphs)]

    assert threaded.get_pipe("encoder").threads == 2  # type: ignore[attr-defined]
    assert found == [doc.to_json() for doc in nlp.pipe(paragraphs)]


def test_processes_change_nothing(nlp: Language, paragraphs: list[str]) -> None:
    found = [doc.to_json() for doc in nlp.pipe(paragraphs, n_process=2, batch_size=5)]

    assert found == [doc.to_json() for doc in nlp.pipe(paragraphs)]


def test_long_text_is_read_in_windows_as_well_as_a_short_one(nlp: Language) -> None:
    short = nlp(TEXT)
    before = "It rained in the north, and the harvest was late again, farmers said on the radio. " * 60

    long = nlp(before + TEXT)[-len(short) :]

    same = [
        (one.head.i - one.i, one.dep_) == (other.head.i - other.i, other.dep_) for one, other in zip(short, long, strict=True)
    ]
    assert np.mean(same) > 0.9
    assert [ent.text for ent in long.ents] == [ent.text for ent in short.ents]


def test_component_can_be_disabled(nlp: Language) -> None:
    with nlp.select_pipes(disable=["parser", "ner"]):
        doc = nlp(TEXT)

    assert not doc.has_annotation("DEP")
    assert not doc.ents
    assert len(list(doc.sents)) == 2


def test_pipeline_survives_bytes(nlp: Language) -> None:
    copy = spacy.blank("en")
    for name in nlp.pipe_names:
        copy.add_pipe(nlp.get_pipe_meta(name).factory, name=name)

    copy.from_bytes(nlp.to_bytes())

    assert content_of(copy(TEXT)) == content_of(nlp(TEXT))


def test_pipeline_needs_no_training_library() -> None:
    code = (
        "import sys, spacy; from graphbuild.assets import pipeline_path; spacy.load(pipeline_path())('Japan.'); "
        "print(*({'torch', 'transformers', 'onnx'} & sys.modules.keys()))"
    )

    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == ""


def test_card_names_sources_and_their_licences() -> None:
    folder = Path(pipeline_path())
    sources = json.loads((folder / "meta.json").read_text(encoding="utf-8"))["sources"]
    card = (folder / "README.md").read_text(encoding="utf-8")

    assert sources
    assert all(source["name"] in card and source["license"] in card for source in sources)
    assert re.search(r"LAS \| \d\d\.\d+ \| \d\d\.\d+ \|", card)
