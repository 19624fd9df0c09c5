"""Put the trained parts into one pipeline, score it and install it with its model card.

python -m training.assemble [--parser PATH] [--lemmatizer PATH] [--names PATH]
"""

import argparse
import shutil
from pathlib import Path

import spacy
from spacy.language import Language

from benchmarks.treebank import MEASURES, score
from graphbuild.assets import pipeline_path
from training.shared import MODEL, TREEBANKS
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
        "name": "all-MiniLM-L6-v2 (static vectors distilled from it)",
        "license": "Apache-2.0",
        "url": "https://huggingface.co/sentence-transformers",
    },
]
_LEMMATIZER = "trainable_lemmatizer"
_DESCRIPTION = "English tags, features, lemmas, dependencies (Universal Dependencies labels), sentences and names for graphbuild."


def main() -> None:
    """Assemble, score, write the card, install."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--parser", type=Path, default=MODEL / "finish" / "model-last")
    parser.add_argument("--lemmatizer", type=Path, default=MODEL / "parser" / "model-best")
    parser.add_argument("--names", type=Path, default=MODEL / "names" / "model-best")
    arguments = parser.parse_args()

    nlp = assemble(arguments.parser, arguments.lemmatizer, arguments.names)
    nlp.meta["performance"] = {}
    for name in ("gum", "ewt"):
        figures, _ = score(nlp, TREEBANKS / f"{name}-dev.conllu.xz")
        nlp.meta["performance"] |= {f"{name}_dev_{measure}": round(figures[measure], 2) for measure in MEASURES}
    target = pipeline_path()
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
    (target / "README.md").write_text(card(nlp), encoding="utf-8")
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    print(f"{target}: {size / 1e6:.1f} MB")


def assemble(parser: Path, lemmatizer: Path, names: Path) -> Language:
    """Return one pipeline.

    The recognizer keeps the word representations that it was trained with. The lemmatizer is that of the first round: the second
    begins with its edit trees anew and would need as many steps again.
    """
    nlp, recognizer = spacy.load(parser), spacy.load(names)
    nlp.remove_pipe(_LEMMATIZER)
    nlp.add_pipe(_LEMMATIZER, source=spacy.load(lemmatizer), after="morphologizer")
    recognizer.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=recognizer)
    # What only training needs would name files and functions that users do not have.
    nlp.config["initialize"] |= {"before_init": None, "vectors": None, "init_tok2vec": None}
    nlp.config["paths"] |= {"train": None, "dev": None, "vectors": None}
    adapt_tokenizer(nlp)
    nlp.meta |= {
        "name": "graphbuild",
        "version": "0.1.0",
        "description": _DESCRIPTION,
        "author": "The graphbuild authors",
        "license": "CC BY-SA 4.0",
        "sources": _SOURCES,
        "spacy_version": ">=3.8,<3.9",
    }
    return nlp


def card(nlp: Language) -> str:
    """Return the model card."""
    figures = nlp.meta["performance"]
    rows = "\n".join(f"| {measure} | {figures[f'gum_dev_{measure}']} | {figures[f'ewt_dev_{measure}']} |" for measure in MEASURES)
    sources = "\n".join(f"- {source['name']}: {source['license']}, <{source['url']}>" for source in _SOURCES)
    return f"""# The bundled language pipeline

{_DESCRIPTION}
A convolutional network of width 96 and depth 4 over hashed words and static vectors, one for syntax, one for names; made by
`training/` with a fixed seed, for spaCy {nlp.meta["spacy_version"]}.

## Licence

CC BY-SA 4.0. Made from:

{sources}

## Scores

F1 in percent from raw text by the measure of the CoNLL 2018 shared task (punctuation counts, subtypes of labels do not):

| | GUM dev | EWT dev |
|---|---|---|
{rows}

Names: see `benchmarks/RESULTS.md`.

## Limits

Trained on web texts, Wikipedia and other free genres, mostly of the 2000s and 2010s; headlines, transcripts and texts without
punctuation are read less well. Labels of names: PERSON, ORG, LOC, NORP, EVENT, WORK_OF_ART, DATE, MISC.
"""


if __name__ == "__main__":
    main()
