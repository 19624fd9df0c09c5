"""Score a language pipeline on treebanks: from raw text, and on gold words and sentences.

    python -m benchmarks.treebank [MODEL] [--file FILE ...]

Without a file these are the development parts of GUM and EWT. Every document is read paragraph by paragraph. Punctuation counts.
From raw text labels are compared without their subtypes, as in the CoNLL 2018 shared task; on gold words with them.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from benchmarks import gold_words, raw_text
from benchmarks.count import Count
from benchmarks.places import SHARED
from graphbuild.assets import pipeline_path
from training.conllu import Sentence, read_conllu

Figures = Mapping[str, float]
Document = list[list[Sentence]]
_FILES = tuple(SHARED / "data" / "treebank" / f"{name}-dev.conllu.xz" for name in ("gum", "ewt"))


@dataclass(frozen=True, slots=True)
class Table:
    """A measure's columns, and rows that stand beside what is measured: figures by the treebank's name."""

    title: str
    columns: Sequence[str]
    beside: Mapping[str, Mapping[str, Figures]]

    def print(self, rows: Mapping[str, Figures]) -> None:
        """Print what was measured on each file, and below it what that treebank is compared with."""
        print(f"{self.title:28}" + "".join(f"{column:>11}" for column in self.columns))
        for name, figures in rows.items():
            self._print_row(name, figures)
            for label, figures_by_treebank in self.beside.items():
                self._print_row(f"  {label}", figures_by_treebank.get(name.split("-")[0], {}))

    def _print_row(self, name: str, figures: Figures) -> None:
        if figures:
            cells = (_cell(figures[column]) if column in figures else "" for column in self.columns)
            print(f"{name:28}" + "".join(f"{cell:>11}" for cell in cells).rstrip())


def _cell(figure: float) -> str:
    return f"{figure:.2f}" if figure <= 100 else f"{figure:.0f}"


RAW = Table(
    "from raw text, F1",
    (*raw_text.MEASURES, "words/s"),
    {"asked": {"gum": {"sentences": 93, "lemmas": 98, "LAS": 88}, "ewt": {"sentences": 87, "LAS": 87}}},
)
GOLD = Table(
    "on gold words and sentences",
    gold_words.MEASURES,
    {
        "asked": {
            "gum": {"UPOS": 97.4, "UAS": 91.5, "LAS": 89.3},
            "ewt": {"UPOS": 97.0, "UAS": 92.0, "LAS": 89.8},
        },
        "prototype": {
            "gum": {"UPOS": 96.7, "UAS": 90.6, "LAS": 88.2},
            "ewt": {"UPOS": 96.0, "UAS": 90.8, "LAS": 88.1},
        },
    },
)


def main() -> None:
    """Print the figures of both measures for each file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("model", nargs="?", default=pipeline_path(), help="a spaCy pipeline; the bundled one if not given")
    parser.add_argument("--file", type=Path, nargs="+", default=_FILES, help="CoNLL-U files, compressed by xz or not")
    arguments = parser.parse_args()
    nlp = spacy.load(arguments.model)
    treebanks = {path.name.split(".")[0]: list(read_documents(path)) for path in arguments.file}
    GOLD.print({name: score_gold_words(nlp, documents) for name, documents in treebanks.items()})
    print()
    RAW.print({name: score_raw_text(nlp, documents) for name, documents in treebanks.items()})


def read_documents(path: Path) -> Iterator[Document]:
    """Yield the documents of a treebank, each as its paragraphs."""
    document: Document = []
    for sentence in read_conllu(path):
        if sentence.starts_document and document:
            yield document
            document = []
        if sentence.starts_paragraph or not document:
            document.append([])
        document[-1].append(sentence)
    if document:
        yield document


def score_gold_words(nlp: Language, documents: Iterable[Document]) -> Figures:
    """Return the percentage of words that are right, given the gold words and sentences."""
    right: Counter[str] = Counter()
    for document in documents:
        docs = nlp.pipe([gold_words.gold_doc(nlp.vocab, paragraph) for paragraph in document])
        for doc, paragraph in zip(docs, document, strict=True):
            right += gold_words.count_right(doc, paragraph)
    return gold_words.percentages(right)


def score_raw_text(nlp: Language, documents: Iterable[Document]) -> Figures:
    """Return F1 in percent for each measure from raw text, and words per second."""
    totals = dict.fromkeys(raw_text.MEASURES, Count())
    seconds = 0.0
    for document in documents:
        texts = [raw_text.text_of(paragraph) for paragraph in document]
        start = time.process_time()
        docs = list(nlp.pipe(texts))
        seconds += time.process_time() - start
        counts = raw_text.count_right(raw_text.gold_analysis(document), raw_text.system_analysis(docs))
        totals = {measure: totals[measure] + counts[measure] for measure in raw_text.MEASURES}
    speed = totals["words"].gold / seconds if seconds else 0.0
    return {measure: total.f1 for measure, total in totals.items()} | {"words/s": speed}


if __name__ == "__main__":
    main()
