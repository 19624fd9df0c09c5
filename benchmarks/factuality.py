"""Measure how often it is read right whether a text asserts, plans, imagines or denies something.

    python -m benchmarks.factuality [MODEL]

First on sentences of our own, by construction: a table of construction, expected factuality and sentence, with the word that states
the relation in brackets. Then on the annotated article, where the relation was found.
"""

import csv
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from benchmarks.places import ROOT, SHARED
from graphbuild.extract.factuality import factuality_of
from graphbuild.graph.score import evaluate
from graphbuild.model import Factuality
from graphbuild.parse.load import load_pipeline
from graphbuild.pipeline import build, make_pipeline

SENTENCES = ROOT / "tests" / "extract" / "factuality_sentences.tsv"
CORPUS = SHARED / "corpus"
ASKED = {"sentences": 0.90, "article": 0.85}


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with the factuality of one of its words, which starts at ``start``."""

    construction: str
    expected: Factuality
    text: str
    start: int


def read_cases(path: Path = SENTENCES) -> Iterator[Case]:
    """Yield the sentences of a table, their brackets taken out."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            sentence = row["sentence"]
            text = sentence.replace("[", "").replace("]", "")
            yield Case(row["construction"], Factuality(row["expected"]), text, sentence.index("["))


def read_factualities(nlp: Language, cases: Iterable[Case]) -> Iterator[tuple[Case, Factuality]]:
    """Yield each case with what is read."""
    contexts = ((case.text, case) for case in cases)
    for doc, case in nlp.pipe(contexts, as_tuples=True):
        trigger = next(token for token in doc if token.idx + len(token) > case.start)
        yield case, factuality_of(trigger)


def score_article(model: str | None) -> float:
    """Return how often the factuality is right where the relation is, on the annotated article."""
    graph = build(CORPUS / "china_brief.txt", pipeline=make_pipeline(model=model))
    with tempfile.TemporaryDirectory() as folder:
        statements = Path(folder) / "statements.jsonl"
        graph.write(statements)
        evaluation = evaluate(
            CORPUS / "gold_a.jsonl", CORPUS / "entities_a.jsonl", statements, extra=CORPUS / "gold_a_extra.jsonl"
        )
    return evaluation.factuality_accuracy


def main() -> None:
    """Read, count, print."""
    model = sys.argv[1] if len(sys.argv) > 1 else None
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for case, found in read_factualities(load_pipeline(model), read_cases()):
        total[case.construction] += 1
        right[case.construction] += found is case.expected
        if found is not case.expected:
            print(f"{case.construction}: {found}, not {case.expected}: {case.text}")
    print(f"{'construction':36}{'right':>8}{'of':>6}")
    for construction, count in total.items():
        print(f"{construction:36}{right[construction]:8}{count:6}")
    print(f"{'sentences':36}{right.total() / total.total():8.3f}{total.total():6}   asked {ASKED['sentences']:.2f}")
    print(f"{'the article, where the relation is':36}{score_article(model):8.3f}{'':6}   asked {ASKED['article']:.2f}")


if __name__ == "__main__":
    main()
