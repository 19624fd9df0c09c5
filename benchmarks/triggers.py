"""Count in how many sentences each row of the table of factuality triggers decides on something.

    python -m benchmarks.triggers [--least N]

Read are all the texts at hand: the treebanks as they are annotated, and parsed the sentences of CrossNER, Re-DocRED and CaRB and the
annotated article. A row counts once a sentence, however many words hang on it. Printed are the rows with fewer than N sentences.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from benchmarks.places import SHARED
from graphbuild.assets import pipeline_path
from graphbuild.extract.factuality import factuality_of
from graphbuild.extract.factuality_triggers import Trigger, Triggers, load_triggers
from training.conllu import Sentence, read_conllu
from training.crossner import crossner_rows
from training.shared import open_text

_STATING = frozenset({"VERB", "NOUN", "ADJ", "AUX"})
_NAMES = SHARED / "data" / "ner"
_LEAST = 2


class CountedTriggers(Triggers):
    """A table that remembers which of its rows were found."""

    def __init__(self, rows: Iterable[Trigger]) -> None:
        super().__init__(rows)
        self.found: set[Trigger] = set()

    def find(self, words: Iterable[str], links: Iterable[str]) -> Trigger | None:
        """Return what a table returns, and remember it."""
        row = super().find(words, links)
        if row is not None:
            self.found.add(row)
        return row


def main() -> None:
    """Read, count, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--least", type=int, default=_LEAST, help="print the rows with fewer sentences than this")
    least: int = parser.parse_args().least
    nlp = spacy.load(pipeline_path())
    texts = (Doc(nlp.vocab, words=words) for words in unparsed())
    counts = count_rows(chain(treebanks(nlp.vocab), nlp.pipe(texts)), load_triggers())
    rows = list(load_triggers())
    rare = [row for row in rows if counts[row] < least]
    for row in sorted(rare, key=lambda row: (row.kind, row.words)):
        print(f"{counts[row]:4}  {row.kind:22}{', '.join(row.words):28}{' '.join(sorted(row.links))}")
    print(f"{len(rare)} of {len(rows)} rows decide in fewer than {least} sentences")


def count_rows(docs: Iterable[Doc], triggers: Triggers) -> Counter[Trigger]:
    """Return in how many sentences each row was found."""
    counted, counts = CountedTriggers(triggers), Counter[Trigger]()
    for doc in docs:
        for sentence in doc.sents:
            counted.found.clear()
            for token in sentence:
                if token.pos_ in _STATING:
                    factuality_of(token, triggers=counted)
            counts.update(counted.found)
    return counts


def treebanks(vocab: Vocab) -> Iterator[Doc]:
    """Yield the sentences of the treebanks with their gold annotation."""
    for path in sorted((SHARED / "data" / "treebank").glob("*.conllu.xz")):
        for sentence in read_conllu(path):
            yield gold_doc(vocab, sentence)


def gold_doc(vocab: Vocab, sentence: Sentence) -> Doc:
    """Return a sentence of a treebank as it is annotated."""
    words = sentence.words
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space_after for word in words],
        pos=[word.upos for word in words],
        tags=[word.xpos for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head - 1 if word.head else number for number, word in enumerate(words)],
        deps=[word.deprel if word.head else "ROOT" for word in words],
    )


def unparsed() -> Iterator[list[str]]:
    """Yield the words of the sentences that no treebank has, each sentence once."""
    found: dict[tuple[str, ...], None] = {}
    for path in sorted(_NAMES.glob("crossner-*")):
        found.update((tuple(word for word, _ in rows), None) for rows in crossner_rows(path))
    for path in sorted(_NAMES.glob("redocred-*.json.xz")):
        with open_text(path) as lines:
            found.update((tuple(words), None) for document in json.load(lines) for words in document["sents"])
    found.update((tuple(line.split()), None) for line in _lines(SHARED / "data" / "bench" / "carb" / "dev.txt"))
    found.update(
        (tuple(line.split("\t")[0].split()), None) for line in _lines(SHARED / "data" / "bench" / "carb" / "said_type.tsv")
    )
    found.update((tuple(line.split()), None) for line in _lines(SHARED / "corpus" / "china_brief.txt"))
    yield from (list(words) for words in found if words)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    main()
