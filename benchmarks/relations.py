"""Measure how well the relation of a phrase is found that is no trigger.

    python -m benchmarks.relations [--choose]

``unseen_phrases.tsv`` holds phrases of our own, none a trigger, with the types of their sides and the relation that they mean, or none;
"^" marks one told from the object's side. The threshold is chosen on one half (``--choose`` prints what each would give) and what it
gives is reported on the other. A relation that implies the right one is right.
"""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graphbuild.model import Predicate, Span
from graphbuild.normalize.relations import STRUCTURAL, THRESHOLD
from graphbuild.normalize.similarity import Similar, find_similar
from graphbuild.ontology import Ontology, load_ontology

PHRASES = Path(__file__).with_name("unseen_phrases.tsv")
_NOTHING = "-"
_THRESHOLDS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase between things of two types, and the relation that it means, if any."""

    half: str
    predicate: Predicate
    subject: str
    object: str
    relation: str

    @property
    def is_related(self) -> bool:
        """Whether it means any relation."""
        return self.relation != _NOTHING


@dataclass(frozen=True, slots=True)
class Score:
    """How many phrases were given a relation, how many the right one, and how many have one."""

    given: int
    right: int
    related: int

    @property
    def precision(self) -> float:
        """The share of those given that are right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """The share of the related ones that were given the right relation."""
        return self.right / self.related if self.related else 1.0


def main() -> None:
    """Score the halves, print."""
    ontology = load_ontology()
    phrases = list(read_phrases(PHRASES))
    best = {phrase: find_best(phrase, ontology) for phrase in phrases}
    print(f"{'half':6}{'threshold':>10}{'given':>7}{'right':>7}{'of':>6}{'P':>8}{'R':>8}")
    for half, threshold in _asked("--choose" in sys.argv):
        found = {phrase: similar for phrase, similar in best.items() if phrase.half == half}
        score = evaluate(found, threshold, ontology)
        figures = f"{score.given:7}{score.right:7}{score.related:6}{score.precision:8.3f}{score.recall:8.3f}"
        print(f"{half:6}{threshold:10.2f}{figures}")


def read_phrases(path: Path) -> Iterator[Phrase]:
    """Yield the phrases of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            predicate = Predicate(
                phrase=row["lemma"],
                text=row["lemma"],
                span=Span("", 0, 1),
                lemma=row["lemma"],
                pos=row["pos"],
                particle=row["particle"],
                preposition=row["preposition"],
                noun=row["noun"],
            )
            yield Phrase(row["half"], predicate, row["subject"], row["object"], row["relation"])


def find_best(phrase: Phrase, ontology: Ontology) -> Similar | None:
    """Return the relation that the phrase would be given, whatever its score."""
    best = find_similar(phrase.predicate, phrase.subject, phrase.object, ontology)
    return None if best is None or best.relation.name in STRUCTURAL else best


def evaluate(found: dict[Phrase, Similar | None], threshold: float, ontology: Ontology) -> Score:
    """Return how right the best relations are that reach ``threshold``."""
    given = {phrase: similar for phrase, similar in found.items() if similar is not None and similar.score >= threshold}
    right = sum(_is_right(similar, phrase.relation, ontology) for phrase, similar in given.items())
    return Score(len(given), right, sum(phrase.is_related for phrase in found))


def _is_right(similar: Similar, expected: str, ontology: Ontology) -> bool:
    found = "^" * similar.is_inverse + similar.relation.name
    implied = ontology.relations[similar.relation.name].broader
    return expected in {found, *("^" * similar.is_inverse + name for name in implied)}


def _asked(choose: bool) -> Iterator[tuple[str, float]]:  # noqa: FBT001 - a switch of the command line
    if choose:
        yield from (("dev", threshold) for threshold in _THRESHOLDS)
    else:
        yield from (("dev", THRESHOLD), ("test", THRESHOLD))


if __name__ == "__main__":
    main()
