"""Score a language pipeline on the treebanks' development parts, from raw text.

    python -m benchmarks.treebank [MODEL]

The measure is that of the CoNLL 2018 shared task (Zeman et al. 2018): words are aligned by their characters, a word counts as
right if the same characters are a word in both, and F1 is taken over the gold words and the system's.
"""

import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.places import SHARED
from graphbuild.assets import pipeline_path
from training.conllu import Sentence, read_conllu

Place = tuple[int, int]
MEASURES = ("words", "sentences", "UPOS", "XPOS", "lemmas", "UAS", "LAS")
ASKED = {"gum": {"LAS": 83.5}, "ewt": {"LAS": 81.0}}


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its characters (white space not counted), with its annotation; ``head`` is the place of its head."""

    place: Place
    upos: str
    xpos: str
    lemma: str
    head: Place | None
    deprel: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text's words and sentences, by place."""

    words: dict[Place, Word]
    sentences: frozenset[Place]


def gold_documents(path: Path) -> Iterator[list[Sentence]]:
    """Yield the sentences of each document of a treebank."""
    document: list[Sentence] = []
    for sentence in read_conllu(path):
        if sentence.starts_document and document:
            yield document
            document = []
        document.append(sentence)
    yield document


def text_of(document: list[Sentence]) -> str:
    """Return the raw text: sentences joined by a space, paragraphs by an empty line."""
    parts = []
    for index, sentence in enumerate(document):
        separator = "" if index == 0 else "\n\n" if sentence.starts_paragraph else " "
        parts.append(separator + sentence.text)
    return "".join(parts)


def gold_analysis(document: list[Sentence]) -> Analysis:
    """Return the gold words and sentences."""
    words: dict[Place, Word] = {}
    sentences = set()
    at = 0
    for sentence in document:
        places = []
        for word in sentence.words:
            length = len("".join(word.form.split()))
            places.append((at, at + length))
            at += length
        sentences.add((places[0][0], at))
        for word, place in zip(sentence.words, places, strict=True):
            head = places[word.head - 1] if word.head else None
            words[place] = Word(place, word.upos, word.xpos, word.lemma, head, word.deprel)
    return Analysis(words, frozenset(sentences))


def system_analysis(docs: Iterable[Doc]) -> Analysis:
    """Return the words and sentences of the parsed paragraphs of one document."""
    words: dict[Place, Word] = {}
    sentences = set()
    at = 0
    for doc in docs:
        places = {}
        for token in doc:
            if not token.is_space:
                places[token.i] = (at, at + len("".join(token.text.split())))
                at = places[token.i][1]
        for sent in doc.sents:
            inside = [places[token.i] for token in sent if token.i in places]
            if inside:
                sentences.add((inside[0][0], inside[-1][1]))
        for token in doc:
            if token.i in places:
                head = places.get(token.head.i) if token.head != token else None
                deprel = "root" if token.dep_ == "ROOT" else token.dep_
                words[places[token.i]] = Word(places[token.i], token.pos_, token.tag_, token.lemma_, head, deprel)
    return Analysis(words, frozenset(sentences))


def count_right(gold: Analysis, system: Analysis) -> dict[str, tuple[int, int, int]]:
    """Return, for each measure, how many are right, how many gold has, how many the system has."""
    pairs = [(gold.words[place], word) for place, word in system.words.items() if place in gold.words]
    both = (len(gold.words), len(system.words))
    uas = [(g, s) for g, s in pairs if g.head == s.head]
    return {
        "words": (len(pairs), *both),
        "sentences": (len(gold.sentences & system.sentences), len(gold.sentences), len(system.sentences)),
        "UPOS": (sum(g.upos == s.upos for g, s in pairs), *both),
        "XPOS": (sum(g.xpos == s.xpos for g, s in pairs), *both),
        "lemmas": (sum(g.lemma == s.lemma for g, s in pairs), *both),
        "UAS": (len(uas), *both),
        "LAS": (sum(g.deprel.split(":")[0] == s.deprel.split(":")[0] for g, s in uas), *both),
    }


def score(nlp: Language, path: Path) -> tuple[dict[str, float], float]:
    """Return F1 in percent for each measure, and words per second."""
    totals = dict.fromkeys(MEASURES, (0, 0, 0))
    seconds, words = 0.0, 0
    for document in gold_documents(path):
        paragraphs = text_of(document).split("\n\n")
        start = time.process_time()
        docs = list(nlp.pipe(paragraphs))
        seconds += time.process_time() - start
        counts = count_right(gold_analysis(document), system_analysis(docs))
        words += sum(len(sentence.words) for sentence in document)
        for name in MEASURES:
            totals[name] = tuple(map(sum, zip(totals[name], counts[name], strict=True)))  # type: ignore[assignment]
    return {name: 200 * right / (gold + system) for name, (right, gold, system) in totals.items()}, words / seconds


def main() -> None:
    """Print the figures for both treebanks."""
    nlp = spacy.load(sys.argv[1] if len(sys.argv) > 1 else pipeline_path())
    print(f"{'':10}" + "".join(f"{name:>11}" for name in MEASURES) + f"{'words/s':>11}")
    for name in ("gum", "ewt"):
        figures, speed = score(nlp, SHARED / "data" / "treebank" / f"{name}-dev.conllu.xz")
        print(f"{name + ' dev':10}" + "".join(f"{figures[m]:11.2f}" for m in MEASURES) + f"{speed:11.0f}")
        print(f"{'  asked':10}" + "".join(f"{ASKED[name].get(m, ''):>11}" for m in MEASURES))


if __name__ == "__main__":
    main()
