"""Score the names of a language pipeline on CrossNER's politics: its nine types, exact spans.

    python -m benchmarks.names [MODEL] [--file FILE]

The main measure is on gold words; beside it stands the one from raw text, and both with the known actors of the ontology taking
part as they do in ``graphbuild build``. Labels of OntoNotes and CoNLL are mapped to ours, but know no politicians, parties or
elections: other pipelines compare best by the three groups at the end.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.count import Count
from benchmarks.labels import our_label
from benchmarks.nine_types import GROUPS, NINE, GoldSentence, read_gold
from benchmarks.places import SHARED
from graphbuild.assets import pipeline_path
from graphbuild.ontology import load_ontology
from graphbuild.parse import KnownNames
from graphbuild.pipeline import known_names, titles
from training.name_types import space

Name = tuple[int, int, str]
"""First character, end, one of the nine types."""
_ALL = "all nine"
_HEADINGS = (*sorted(set(NINE.values())), _ALL, *GROUPS)
_ASKED = {_ALL: "75 (BERT-base, test part, from memory: 67-72)", **dict.fromkeys(GROUPS, "85")}


def main() -> None:
    """Print precision, recall and F1 per type, over all nine, and per group of types."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("model", nargs="?", default=pipeline_path(), help="a spaCy pipeline; the bundled one if not given")
    parser.add_argument("--file", type=Path, default=SHARED / "data" / "ner" / "crossner-politics-dev.tsv")
    arguments = parser.parse_args()
    nlp = spacy.load(arguments.model)
    ontology = load_ontology()
    known = KnownNames(nlp, known_names(ontology), titles(ontology))
    print_table(score_readings(nlp, known, list(read_gold(arguments.file))))


def score_readings(nlp: Language, known: KnownNames, sentences: Sequence[GoldSentence]) -> dict[str, dict[str, Count]]:
    """Return the counts of each type and group in each way of reading the sentences."""
    docs = [Doc(nlp.vocab, words=list(sentence.words), spaces=list(space(sentence.words))) for sentence in sentences]
    gold = [gold_names(doc, sentence) for doc, sentence in zip(docs, sentences, strict=True)]
    texts = [doc.text for doc in docs]
    readings = {}
    for title, given in (("gold words", docs), ("raw text", texts)):
        parsed = list(nlp.pipe(given))
        readings[title] = count_names(zip(gold, map(found_names, parsed), strict=True))
        for doc in parsed:
            known([doc])
        readings[f"{title}, known actors"] = count_names(zip(gold, map(found_names, parsed), strict=True))
    return readings


def gold_names(doc: Doc, sentence: GoldSentence) -> frozenset[Name]:
    """Return the gold names by their characters in ``doc``, a Doc of the sentence's words."""
    return frozenset((doc[start].idx, doc[end - 1].idx + len(doc[end - 1]), kind) for start, end, kind in sentence.spans)


def found_names(doc: Doc) -> frozenset[Name]:
    """Return the names of the nine types in ``doc``."""
    kinds = ((ent, NINE.get(our_label(ent.label_))) for ent in doc.ents)
    return frozenset((ent.start_char, ent.end_char, kind) for ent, kind in kinds if kind is not None)


def count_names(pairs: Iterable[tuple[AbstractSet[Name], AbstractSet[Name]]]) -> dict[str, Count]:
    """Count gold and found names under each heading: their type, all nine, and their group, within which types may be confused."""
    right, wanted, had = Counter[str](), Counter[str](), Counter[str]()
    for gold, found in pairs:
        gold_entries, found_entries = set(_entries(gold)), set(_entries(found))
        right.update(heading for heading, *_ in gold_entries & found_entries)
        wanted.update(heading for heading, *_ in gold_entries)
        had.update(heading for heading, *_ in found_entries)
    return {heading: Count(right[heading], wanted[heading], had[heading]) for heading in _HEADINGS}


def print_table(readings: Mapping[str, Mapping[str, Count]]) -> None:
    """Print a line for each heading, three columns for each reading."""
    print(f"{'':18}" + "".join(f"{title:^30}" for title in readings))
    print(f"{'':18}" + f"{'P':>9}{'R':>8}{'F1':>8}     " * len(readings) + "asked F1")
    for heading in _HEADINGS:
        cells = (counts[heading] for counts in readings.values())
        row = "".join(f"{count.precision:9.1f}{count.recall:8.1f}{count.f1:8.1f}     " for count in cells)
        print(f"{heading:18}{row}{_ASKED.get(heading, '')}".rstrip())


def _entries(names: AbstractSet[Name]) -> Iterator[tuple[str, int, int, str]]:
    for start, end, kind in names:
        yield kind, start, end, kind
        yield _ALL, start, end, kind
        yield from ((group, start, end, group) for group, kinds in GROUPS.items() if kind in kinds)


if __name__ == "__main__":
    main()
