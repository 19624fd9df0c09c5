"""Score a language pipeline on lines unlike edited prose: sentences and names, exact spans, by kind of line.

    python -m benchmarks.robust [MODEL] [--show]

Each line is read in three ways: by the pipeline alone; as graphbuild parses, without known names; and as ``graphbuild build`` does,
with the actors of the ontology. ``tests/language/robust_lines.txt`` holds the lines and says what is expected of them.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from benchmarks.count import Count
from benchmarks.labels import COARSE, our_label
from benchmarks.places import ROOT
from graphbuild.model import ORIGIN_KEY, Document, Origin
from graphbuild.ontology import load_ontology
from graphbuild.parse import Parser, load_pipeline
from graphbuild.pipeline import known_names, titles

LINES = ROOT / "tests" / "language" / "robust_lines.txt"
Place = tuple[int, int]
Name = tuple[int, int, str]
"""First character, end, coarse type."""
_MARK = re.compile(r"\{(?P<name>[^{}|]+)\|(?P<type>[a-z]+)\}|(?P<sentence>‖ ?)|(?P<opens>⟨)|(?P<closes>⟩)")


@dataclass(frozen=True, slots=True)
class Line:
    """A text of some kind with what a reader expects; ``label`` is the end of what labels the line, 0 if nothing does."""

    kind: str
    text: str
    sentences: frozenset[Place]
    names: frozenset[Name]
    label: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What a pipeline finds in a text."""

    sentences: frozenset[Place]
    names: frozenset[Name]


Reader = Callable[[Iterable[str]], Iterator[Reading]]


def main() -> None:
    """Print F1 for each kind of line, and on demand every line that was not read as expected."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("model", nargs="?", help="a spaCy pipeline; the bundled one if not given")
    parser.add_argument("--show", action="store_true", help="also what differs when the line is read as graphbuild build does")
    arguments = parser.parse_args()
    lines = list(read_lines(LINES))
    found = {
        title: list(reader(line.text for line in lines)) for title, reader in readers(load_pipeline(arguments.model)).items()
    }
    if arguments.show:
        _print_differences(lines, found["with known names"])
    _print_table({title: score(lines, readings) for title, readings in found.items()})


def read_lines(path: Path) -> Iterator[Line]:
    """Yield the lines of a file in the notation that its head explains."""
    kind = ""
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("== "):
            kind = row.removeprefix("== ")
        elif row and not row.startswith("# "):
            yield make_line(kind, row)


def make_line(kind: str, marked: str) -> Line:
    """Take the marks off a line.

    >>> make_line("transcripts", "⟨Q:⟩ {Ada|person}?")
    Line(kind='transcripts', text='Q: Ada?', sentences=frozenset({(3, 7)}), names=frozenset({(3, 6, 'person')}), label=2)
    """
    text, at, label = "", 0, 0
    starts, names = [0], set()
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark["name"]:
            names.add((len(text), len(text) + len(mark["name"]), mark["type"]))
            text += mark["name"]
        elif mark["sentence"]:
            starts.append(len(text))
        elif mark["closes"]:
            label = len(text)
    text += marked[at:]
    places = zip(starts, [*starts[1:], len(text)], strict=True)
    return Line(kind, text, unlabelled(text, places, label), frozenset(names), label)


def unlabelled(text: str, places: Iterable[Place], label: int = 0) -> frozenset[Place]:
    """Return sentences without the line's label and the white space around them, those left out of which nothing remains."""
    trimmed = (_trimmed(text, max(start, label), end) for start, end in places)
    return frozenset((start, end) for start, end in trimmed if start < end)


def readers(nlp: Language) -> dict[str, Reader]:
    """Return the three ways to read, by title."""
    ontology = load_ontology()
    return {
        "pipeline alone": partial(_read_alone, nlp),
        "as parsed": partial(_read_parsed, Parser(nlp)),
        "with known names": partial(_read_parsed, Parser(nlp, known_names(ontology), titles(ontology))),
    }


def score(lines: Sequence[Line], readings: Iterable[Reading]) -> dict[str, dict[str, Count]]:
    """Return counts of sentences and names for each kind of line and for all."""
    counts: defaultdict[str, dict[str, Count]] = defaultdict(lambda: {"sentences": Count(), "names": Count()})
    for line, reading in zip(lines, readings, strict=True):
        found = unlabelled(line.text, reading.sentences, line.label)
        for kind in (line.kind, "all"):
            counts[kind]["sentences"] += _count(line.sentences, found)
            counts[kind]["names"] += _count(line.names, reading.names)
    total = counts.pop("all")
    return {**counts, "all": total}


def _count(gold: frozenset[object], found: frozenset[object]) -> Count:
    return Count(len(gold & found), len(gold), len(found))


def _read_alone(nlp: Language, texts: Iterable[str]) -> Iterator[Reading]:
    for doc in nlp.pipe(texts):
        yield _reading(doc.text, [(doc, Origin("-", doc.text))])


def _read_parsed(parser: Parser, texts: Iterable[str]) -> Iterator[Reading]:
    documents = (Document(f"line-{number}", text) for number, text in enumerate(texts))
    for parsed in parser(documents):
        yield _reading(parsed.document.text, [(doc, doc.user_data[ORIGIN_KEY]) for doc in parsed.docs])


def _reading(text: str, docs: Iterable[tuple[Doc, Origin]]) -> Reading:
    """Return what Docs find, in characters of ``text``, from which each was cut."""
    sentences: list[Place] = []
    names: set[Name] = set()
    for doc, origin in docs:
        sentences += (_place(sent, origin) for sent in doc.sents)
        kinds = ((ent, COARSE.get(our_label(ent.label_))) for ent in doc.ents)
        names |= {(*_place(ent, origin), kind) for ent, kind in kinds if kind is not None}
    return Reading(unlabelled(text, sentences), frozenset(names))


def _place(span: Span, origin: Origin) -> Place:
    place = origin.span(span.start_char, span.end_char)
    return place.start, place.end


def _trimmed(text: str, start: int, end: int) -> Place:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _print_table(counts_by_reading: Mapping[str, Mapping[str, Mapping[str, Count]]]) -> None:
    print(f"{'F1':24}" + "".join(f"{title:^24}" for title in counts_by_reading))
    print(f"{'':24}" + f"{'sentences':>12}{'names':>9}   " * len(counts_by_reading))
    for kind in next(iter(counts_by_reading.values())):
        cells = (counts[kind] for counts in counts_by_reading.values())
        print(f"{kind:24}" + "".join(f"{count['sentences'].f1:12.1f}{count['names'].f1:9.1f}   " for count in cells).rstrip())


def _print_differences(lines: Iterable[Line], readings: Iterable[Reading]) -> None:
    for line, reading in zip(lines, readings, strict=True):
        found = unlabelled(line.text, reading.sentences, line.label)
        if found != line.sentences or reading.names != line.names:
            print(line.text)
            print("   expected: " + _shown(line.text, line.sentences, line.names))
            print("   found:    " + _shown(line.text, found, reading.names))


def _shown(text: str, sentences: Iterable[Place], names: Iterable[Name]) -> str:
    cut = " ‖ ".join(text[start:end] for start, end in sorted(sentences))
    return f"{cut}   {', '.join(f'{text[start:end]} ({kind})' for start, end, kind in sorted(names))}"


if __name__ == "__main__":
    main()
