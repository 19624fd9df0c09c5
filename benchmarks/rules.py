"""Count in how many sentences each extractor and each finder of aliases reads something.

    python -m benchmarks.rules [--limit N] [--least N]

Read are all the texts at hand as raw text, the way a build reads them: the treebanks, CrossNER, Re-DocRED, CaRB's development sentences
and the annotated article. A sentence counts once for an extractor, however much that reads from it. The whole takes some minutes.
"""

import argparse
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from rich.console import Console
from rich.progress import track
from spacy.tokens import Doc

from benchmarks.places import SHARED
from graphbuild.extract import AliasFinder, Extractor, alias_finders, extractors, load_triggers, read_parsed
from graphbuild.extract.mentions import origin_of
from graphbuild.model import Alias, Document, Span
from graphbuild.pipeline import make_pipeline
from training.conllu import read_conllu
from training.crossner import crossner_rows
from training.name_types import space
from training.shared import open_text

_LEAST = 2


@dataclass(slots=True)
class Fires:
    """The sentences in which each rule reads something, and how much it reads in all."""

    sentences: dict[str, set[Span]] = field(default_factory=dict)
    readings: Counter[str] = field(default_factory=Counter)

    def add(self, rule: str, sentence: Span) -> None:
        """Count a reading."""
        self.sentences.setdefault(rule, set()).add(sentence)
        self.readings[rule] += 1

    def ranked(self, rules: Iterable[str]) -> list[tuple[str, int, int]]:
        """Return each of ``rules`` with its sentences and readings, that with most sentences first."""
        counts = [(rule, len(self.sentences.get(rule, ())), self.readings[rule]) for rule in rules]
        return sorted(counts, key=lambda count: (-count[1], count[0]))


def main() -> None:
    """Read, count, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--limit", type=int, help="how many texts of each file; all if not given")
    parser.add_argument("--least", type=int, default=_LEAST, help="name the rules with fewer sentences than this")
    arguments = parser.parse_args()
    documents = list(shared_documents(arguments.limit))
    readers = {name: extractors.get(name) for name in extractors}
    finders = {name: alias_finders.get(name) for name in alias_finders}
    progress = track(documents, console=Console(stderr=True), description="reading", transient=True)
    ranked = count_fires(progress, readers, finders).ranked([*readers, *finders])
    print(f"{len(documents)} texts, {sum(len(document.text.split()) for document in documents)} words")
    print(f"{'rule':18}{'sentences':>10}{'readings':>10}")
    for rule, sentences, readings in ranked:
        print(f"{rule:18}{sentences:10}{readings:10}")
    rare = [rule for rule, sentences, _ in ranked if sentences < arguments.least]
    print(f"in fewer than {arguments.least} sentences: {', '.join(rare) or 'none'}")


def count_fires(documents: Iterable[Document], readers: Mapping[str, Extractor], finders: Mapping[str, AliasFinder]) -> Fires:
    """Return where the rules read something in ``documents``; what an extractor reads bears its name."""
    fires, pipeline = Fires(), make_pipeline()
    recorded = [_recorded(name, find, fires) for name, find in finders.items()]
    for parsed in pipeline.parse(documents):
        reading = read_parsed(
            parsed.document,
            parsed.docs,
            extractors=tuple(readers.values()),
            alias_finders=recorded,
            triggers=load_triggers(),
        )
        for relation in reading.relations:
            fires.add(relation.extractor, relation.sentence)
    return fires


def _recorded(name: str, find: AliasFinder, fires: Fires) -> AliasFinder:
    """Return a finder that finds what ``find`` does and counts it: an alias does not tell who found it."""

    def find_and_count(doc: Doc) -> Iterator[Alias]:
        for alias in find(doc):
            fires.add(name, _sentence_at(doc, alias.mention.span))
            yield alias

    return find_and_count


def _sentence_at(doc: Doc, span: Span) -> Span:
    """Return the sentence that a mention stands in, or right behind where brackets were taken out."""
    origin = origin_of(doc)
    sentences = [origin.span(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    return sentences[max(0, bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1)]


def shared_documents(limit: int | None) -> Iterator[Document]:
    """Yield the texts at hand, at most ``limit`` of each file."""
    for path in [*sorted((SHARED / "data").glob("*/*")), SHARED / "data" / "bench" / "carb" / "dev.txt"]:
        texts = islice(_texts(path), limit)
        yield from (Document(f"{path.name}-{number}", text) for number, text in enumerate(texts) if text.strip())
    article = SHARED / "corpus" / "china_brief.txt"
    yield Document(article.name, article.read_text(encoding="utf-8"))


def _texts(path: Path) -> Iterator[str]:
    if ".conllu" in path.name:
        yield from _treebank(path)
    elif path.name.startswith("crossner"):
        yield from (prose([word for word, _ in rows]) for rows in crossner_rows(path))
    elif path.name.startswith("redocred"):
        with open_text(path) as file:
            yield from (prose(list(chain(*document["sents"]))) for document in json.load(file))
    elif path.name == "dev.txt":
        yield from (prose(line.split()) for line in path.read_text(encoding="utf-8").splitlines())


def _treebank(path: Path) -> Iterator[str]:
    """Yield the documents of a treebank, a paragraph a line with an empty one between."""
    text: list[str] = []
    for sentence in read_conllu(path):
        if sentence.starts_document and text:
            yield "".join(text)
            text = []
        text.append("\n\n" * (sentence.starts_paragraph and bool(text)) + sentence.text + " ")
    yield "".join(text)


def prose(words: Sequence[str]) -> str:
    """Return words as they are written in a text: a space after all but brackets and before all but marks."""
    return "".join(word + " " * after for word, after in zip(words, space(words), strict=True)).strip()


if __name__ == "__main__":
    main()
