"""Score open tuples on CaRB, beside published figures.

    python -m benchmarks.carb [MODEL] [--fit]

Bhardwaj, Aggarwal & Mausam, CaRB (EMNLP 2019): tuples that people wrote down for sentences of newspapers and Wikipedia, matched word
by word. We measure on the development half; the published figures are on the test half. ``--fit`` fits the weights of
``graphbuild.openie.confidence`` anew and prints them. Either way the table at the end tells how well confidence foretells
precision on sentences that it was not fitted on (five folds).
"""

import argparse
import importlib.util
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType

import numpy as np
import numpy.typing as npt
from spacy.language import Language

from benchmarks.places import SHARED
from graphbuild.extract.predication import predications
from graphbuild.openie.confidence import features_of
from graphbuild.openie.tuples import read_drafts, read_tuples
from graphbuild.parse import load_pipeline, parse_tokenized

FOLDER = SHARED / "data" / "bench" / "carb"
ASKED = 0.50
PUBLISHED = {"ClausIE": ".450", "OpenIE 5": ".467", "OpenIE 4": ".488", "OpenIE 6 on a GPU": ".52-.54"}
_FOLDS, _RIDGE, _STEPS, _RAREST = 5, 10.0, 25, 8

Vector = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """A tuple's features, the precision that the scorer finds, and the number of its sentence."""

    sentence: int
    features: frozenset[str]
    precision: float


def main() -> None:
    """Read, score, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("model", nargs="?", help="a spaCy pipeline; the bundled one if not given")
    parser.add_argument("--fit", action="store_true", help="fit the weights of confidence and print them")
    arguments = parser.parse_args()
    scorer, nlp = _load_scorer(), load_pipeline(arguments.model)
    gold = scorer.read_tuples(FOLDER / "dev.tsv", has_confidence=False)
    sentences = (FOLDER / "dev.txt").read_text(encoding="utf-8").splitlines()
    _print_scores(scorer.score(gold, _read(nlp, sentences, scorer)))
    samples = list(_samples(nlp, sentences, gold, scorer))
    _print_reliability(samples)
    if arguments.fit:
        names, matrix, precision = _matrix(samples)
        print({name: round(float(weight), 2) for name, weight in zip(names, _fit(matrix, precision), strict=True)})


def _load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_carb", SHARED / "scorers" / "score_carb.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "scorers")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _read(nlp: Language, sentences: Iterable[str], scorer: ModuleType) -> dict[str, list[tuple[float, str, list[list[str]]]]]:
    """Return our tuples by sentence as the scorer reads them from a file."""
    found: dict[str, list[tuple[float, str, list[list[str]]]]] = {}
    for doc in parse_tokenized(nlp, sentences):
        tuples = found.setdefault(scorer.sentence_key(doc.text), [])
        tuples += [(each.confidence, each.relation, scorer.binary(each.arguments)) for each in read_tuples(doc)]
    return found


def _print_scores(figures: Mapping[str, float]) -> None:
    print(f"{'':22}{'P':>8}{'R':>8}{'F1':>8}{'AUC':>8}")
    print(f"{'dev, best threshold':22}" + "".join(f"{figures[name]:8.3f}" for name in ("precision", "recall", "f1", "auc")))
    print(f"{'dev, all':22}" + "".join(f"{figures[f'all_{name}']:8.3f}" for name in ("precision", "recall", "f1")))
    print(f"{'asked':22}{ASKED:24.3f}")
    for system, figure in PUBLISHED.items():
        print(f"{system + ', test':22}{figure:>24}")
    print(f"{figures['extractions']} tuples, {figures['gold_tuples']} in the gold; best threshold {figures['threshold']}")


def _samples(
    nlp: Language, sentences: Iterable[str], gold: Mapping[str, Sequence[object]], scorer: ModuleType
) -> Iterator[Sample]:
    for number, doc in enumerate(parse_tokenized(nlp, sentences)):
        drafts = list(read_drafts(doc, predications(doc)))
        tuples = [(0.0, draft.words[0], scorer.binary(draft.words[1:])) for draft in drafts]
        scores = [
            [scorer.match(reference, found)[0] for found in tuples] for reference in gold.get(scorer.sentence_key(doc.text), ())
        ]
        for column, draft in enumerate(drafts):
            yield Sample(number, frozenset(features_of(draft)), _assigned(scores).get(column, 0.0))


def _assigned(scores: Sequence[Sequence[float]]) -> dict[int, float]:
    """Return the precision of each column in the scorer's assignment of tuples to gold tuples, one to one, the best first."""
    cells = sorted((-score, row, column) for row, line in enumerate(scores) for column, score in enumerate(line))
    rows: set[int] = set()
    found: dict[int, float] = {}
    for negative, row, column in cells:
        if row not in rows and column not in found:
            rows.add(row)
            found[column] = -negative
    return found


def _matrix(samples: Sequence[Sample]) -> tuple[list[str], Vector, Vector]:
    counts: dict[str, int] = {}
    for sample in samples:
        for feature in sample.features:
            counts[feature] = counts.get(feature, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= _RAREST)
    matrix = np.array([[float(name in sample.features) for name in names] for sample in samples])
    return names, matrix, np.array([sample.precision for sample in samples])


def _fit(matrix: Vector, precision: Vector) -> Vector:
    """Return the weights of a logistic regression with a ridge penalty, by Newton's method."""
    weights = np.zeros(matrix.shape[1])
    for _ in range(_STEPS):
        foretold = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (foretold - precision) + _RIDGE * weights
        curvature = (matrix * (foretold * (1 - foretold))[:, None]).T @ matrix + _RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(curvature, slope)
    return weights


def _print_reliability(samples: Sequence[Sample]) -> None:
    _, matrix, precision = _matrix(samples)
    fold = np.array([sample.sentence % _FOLDS for sample in samples])
    foretold = np.zeros(len(samples))
    for held_out in range(_FOLDS):
        weights = _fit(matrix[fold != held_out], precision[fold != held_out])
        foretold[fold == held_out] = 1 / (1 + np.exp(-matrix[fold == held_out] @ weights))
    print(f"{'confidence':22}{'tuples':>8}{'foretold':>10}{'found':>8}")
    tenths = np.floor(foretold * 10) / 10
    for tenth in np.unique(tenths):
        inside = tenths == tenth
        print(
            f"{f'{tenth:.1f} to {tenth + 0.1:.1f}':22}{inside.sum():8}{foretold[inside].mean():10.3f}{precision[inside].mean():8.3f}"
        )


if __name__ == "__main__":
    main()
