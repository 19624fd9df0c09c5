"""Make the language pipeline of an exported network, score it and install it with its model card and checksums.

python -m training.assemble [EXPORT] [--out FOLDER]     # training/model/export → graphbuild/assets/pipeline
"""

import argparse
import hashlib
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks import gold_words, raw_text
from benchmarks.names import count_names, found_names, gold_names
from benchmarks.nine_types import read_gold
from benchmarks.treebank import read_documents, score_gold_words, score_raw_text
from graphbuild.assets import pipeline_path
from graphbuild.language.component import Component
from graphbuild.language.encoder import Encoder
from graphbuild.language.lemmatizer import Lemmatizer
from training.inventory import Inventory
from training.lexicon import load_lexicon
from training.name_types import space
from training.shared import MODEL, NAMES, TREEBANKS
from training.tokenizer import adapt_tokenizer

_SOURCES = [
    {
        "name": "Universal Dependencies English EWT",
        "license": "CC BY-SA 4.0",
        "url": "https://universaldependencies.org/treebanks/en_ewt",
    },
    {
        "name": "Universal Dependencies English GUM (training texts of free licences only)",
        "license": "CC BY 4.0 (annotations)",
        "url": "https://universaldependencies.org/treebanks/en_gum",
    },
    {"name": "CrossNER", "license": "MIT", "url": "https://github.com/zliucr/CrossNER"},
    {"name": "Re-DocRED", "license": "MIT", "url": "https://github.com/tonytan48/Re-DocRED"},
    {
        "name": "all-MiniLM-L6-v2 (the encoder that is fine-tuned)",
        "license": "Apache-2.0",
        "url": "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2",
    },
    {
        "name": "WordNet 3.0, by way of spacy-lookups-data (MIT; the lemmatizer's lexicon)",
        "license": "WordNet licence",
        "url": "https://github.com/explosion/spacy-lookups-data",
    },
]
_DESCRIPTION = "English tags, features, lemmas, dependencies (Universal Dependencies labels), sentences and names for graphbuild."
_COMPONENTS = ("encoder", "senter", "tagger", "lemmatizer", "parser", "ner")
CHECKSUMS = "checksums.sha256"


def main() -> None:
    """Assemble, score, write the card and the checksums, install."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("export", type=Path, nargs="?", default=MODEL / "export")
    parser.add_argument("--out", type=Path, default=pipeline_path())
    arguments = parser.parse_args()
    nlp = assemble(arguments.export)
    performance = measure(nlp)
    nlp.meta["performance"] = performance
    shutil.rmtree(arguments.out, ignore_errors=True)
    nlp.to_disk(arguments.out)
    (arguments.out / "README.md").write_text(card(performance), encoding="utf-8")
    write_checksums(arguments.out)
    size = sum(path.stat().st_size for path in arguments.out.rglob("*") if path.is_file())
    print(f"{arguments.out}: {size / 1e6:.1f} MB")
    print("\n".join(f"{name}: {value}" for name, value in performance.items()))


def assemble(export: Path) -> Language:
    """Return the pipeline."""
    inventory = Inventory.load(export / "inventory.json")
    classes: dict[str, Mapping[str, tuple[str, ...]]] = {
        "senter": {},
        "tagger": {"upos": inventory.upos, "xpos": inventory.xpos, "feats": inventory.feats},
        "lemmatizer": {"scripts": inventory.scripts},
        "parser": {"labels": inventory.labels},
        "ner": {"tags": inventory.names},
    }
    nlp = adapt_tokenizer(spacy.blank("en"))
    for name in _COMPONENTS:
        component = nlp.add_pipe(f"graphbuild_{name}", name=name)
        if isinstance(component, Component):
            with np.load(export / f"{name}.npz") as weights:
                component.load(dict(weights), classes[name])
            if isinstance(component, Lemmatizer):
                component.lexicon = load_lexicon()
        elif isinstance(component, Encoder):
            files = {"model.onnx": export / "encoder.onnx", "tokenizer.json": export / "tokenizer.json"}
            component.load_files({file: path.read_bytes() for file, path in files.items()})
    nlp.meta |= {
        "name": "graphbuild",
        "version": "0.2.0",
        "description": _DESCRIPTION,
        "author": "The graphbuild authors",
        "license": "CC BY-SA 4.0",
        "sources": _SOURCES,
        "spacy_version": ">=3.8,<3.9",
    }
    return nlp


def measure(nlp: Language) -> dict[str, float]:
    """Return the scores on the development parts, in percent."""
    performance: dict[str, float] = {}
    for name in ("gum", "ewt"):
        documents = list(read_documents(TREEBANKS / f"{name}-dev.conllu.xz"))
        given, raw = score_gold_words(nlp, documents), score_raw_text(nlp, documents)
        performance |= {f"{name}_dev_gold_words_{key}": round(given[key], 2) for key in gold_words.MEASURES}
        performance |= {f"{name}_dev_raw_text_{key}": round(raw[key], 2) for key in raw_text.MEASURES}
    sentences = list(read_gold(NAMES / "crossner-politics-dev.tsv"))
    docs = [Doc(nlp.vocab, words=list(sentence.words), spaces=list(space(sentence.words))) for sentence in sentences]
    gold = [gold_names(doc, sentence) for doc, sentence in zip(docs, sentences, strict=True)]
    counts = count_names(zip(gold, map(found_names, nlp.pipe(docs)), strict=True))
    return performance | {f"names_{heading}": round(count.f1, 2) for heading, count in counts.items()}


def write_checksums(folder: Path) -> None:
    """Write the SHA-256 of each file, in the format that ``sha256sum --check`` reads."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != CHECKSUMS)
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in paths)
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8")


def card(performance: Mapping[str, float]) -> str:
    """Return the model card."""
    sources = "\n".join(f"- {source['name']}: {source['license']}, <{source['url']}>" for source in _SOURCES)
    given = _rows(performance, "gold_words", gold_words.MEASURES)
    raw = _rows(performance, "raw_text", raw_text.MEASURES)
    names = "\n".join(
        f"| {key.removeprefix('names_')} | {value} |" for key, value in performance.items() if key.startswith("names_")
    )
    return f"""# The bundled language pipeline

{_DESCRIPTION}
One transformer of six layers (all-MiniLM-L6-v2, fine-tuned) reads a text once, window by window; its states feed the heads for tags,
features, lemmas, sentence starts, trees and names. The encoder is ONNX in eight bits and runs on ONNX Runtime; the heads are NumPy.
A text's parse depends on nothing but the text: windows are never read together with others. Made by `training/` with fixed seeds.
`checksums.sha256` lists the files (`sha256sum --check checksums.sha256`).

Components: `encoder` (sets `doc.tensor`), `senter`, `tagger`, `lemmatizer`, `parser`, `ner`; all but the first read the tensor.
`spacy.load(path, config={{"components": {{"encoder": {{"threads": 4}}}}}})` lets four cores read.

## Licence

CC BY-SA 4.0. Made from:

{sources}

## Scores

On gold words and sentences, percent of words, labels with their subtypes:

| | GUM dev | EWT dev |
|---|---|---|
{given}

From raw text, F1 by the measure of the CoNLL 2018 shared task (punctuation counts, subtypes of labels do not):

| | GUM dev | EWT dev |
|---|---|---|
{raw}

Names, CrossNER politics dev, exact spans, F1 on gold words:

| | |
|---|---|
{names}

## Labels of names

Each is a class of the ontology: Person, Politician, NORP (a nationality, religious or political group), PoliticalParty,
Government, GovernmentBody, MilitaryForce, Organization, Country, Place, Facility, Event, Election, Agreement (a law, a
treaty), Equipment (a weapon, a vehicle, a product), Work, Role (a title before a name), Concept (a named ideology, language,
award), Date, Time, Money, Percent, Quantity, Ordinal, Cardinal.

## Limits

Trained on web texts, Wikipedia and other free genres, mostly of the 2000s and 2010s, and on names from Wikipedia. English
only. The types of names are learned in part from what the ontology's known actors and head nouns tell: Government, Equipment
and Agreement are the least certain. Texts in capitals, without capitals or without punctuation are read less well.
"""


def _rows(performance: Mapping[str, float], kind: str, measures: Iterable[str]) -> str:
    return "\n".join(
        f"| {measure} | {performance[f'gum_dev_{kind}_{measure}']} | {performance[f'ewt_dev_{kind}_{measure}']} |"
        for measure in measures
    )


if __name__ == "__main__":
    main()
