"""Fit the confidence of statements: ``python -m training.confidence`` writes ``graphbuild/assets/confidence.json``.

The readings of the relation corpus are judged by its facts, those of CaRB's development half by its tuples (the two things in two
arguments of one tuple). What the trained reader says, and what agreement with it is worth, is fitted on the development part: it was
trained on the training part, and is surer there than it should be.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from graphbuild.extract import extractors
from graphbuild.model import Document, Outcome, RelationMention
from graphbuild.normalize.agreement import TRAINED
from graphbuild.normalize.confidence import confidence_of, features_of
from graphbuild.normalize.ends import Ends
from graphbuild.normalize.relations import Match
from graphbuild.pipeline import Pipeline, make_pipeline
from training.relation_corpus.passage import read_passages
from training.relation_corpus.readings import judge_readings
from training.relation_corpus.split import part_of
from training.shared import SHARED

CORPUS = Path(__file__).parent / "relations"
WEIGHTS = Path(__file__).parent.parent / "graphbuild" / "assets" / "confidence.json"
_RIDGE, _STEPS, _RAREST = 3.0, 30, 4

Vector = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """What a reading is like, what it says of itself, and whether it is right."""

    features: frozenset[str]
    confidence: float
    is_right: bool


class Recorder:
    """Stands for the confidence of statements and remembers what each reading is like."""

    def __init__(self) -> None:
        self.seen: dict[RelationMention, frozenset[str]] = {}

    def __call__(self, mention: RelationMention, ends: Ends, match: Match | None) -> float:
        """Return the confidence as it is now."""
        self.seen[mention] = frozenset(features_of(mention, ends, match))
        return confidence_of(mention, ends, match)


def corpus_samples(parts: frozenset[str], *, rules_alone: bool = False) -> Iterator[Sample]:
    """Yield the readings of the named parts of the relation corpus."""
    recorder, pipeline = _recording(rules_alone=rules_alone)
    passages = [passage for passage in read_passages(sorted(CORPUS.glob("*.jsonl"))) if part_of(passage) in parts]
    for reading in judge_readings(passages, pipeline):
        evidence = reading.statement.evidence[0]
        features = recorder.seen[reading.candidate.mention] | reading.agreement
        yield Sample(features, evidence.confidence, reading.is_right)


def carb_samples() -> Iterator[Sample]:
    """Yield the readings of CaRB's development half; its tuples name no relation, so they judge who is said to do something to whom."""
    recorder, pipeline = _recording(rules_alone=True)
    tuples: dict[str, list[list[str]]] = {}
    for line in (SHARED / "data" / "bench" / "carb" / "dev.tsv").read_text(encoding="utf-8").splitlines():
        sentence, _, *arguments = line.split("\t")
        tuples.setdefault(sentence, []).append([_plain(argument) for argument in arguments])
    documents = (Document(str(number), _untokenized(sentence)) for number, sentence in enumerate(tuples))
    for found, normalized in zip(tuples.values(), pipeline.read(documents), strict=True):
        for candidate in normalized.candidates:
            statement = candidate.statement
            if statement is not None and candidate.outcome is not Outcome.REJECTED:
                evidence = statement.evidence[0]
                is_right = any(_tells(each, evidence.subject.text, evidence.object.text) for each in found)
                yield Sample(recorder.seen[candidate.mention], evidence.confidence, is_right)


def fit(samples: Sequence[Sample]) -> dict[str, float]:
    """Return the weights of a logistic regression with a ridge penalty, by Newton's method; rare features have none."""
    counts = Counter(feature for sample in samples for feature in sample.features)
    names = sorted(feature for feature, count in counts.items() if count >= _RAREST)
    matrix = np.array([[name in sample.features for name in names] for sample in samples], dtype="float64")
    right = np.array([sample.is_right for sample in samples], dtype="float64")
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        foretold = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (foretold - right) + _RIDGE * weights
        curvature = (matrix * (foretold * (1 - foretold))[:, None]).T @ matrix + _RIDGE * np.eye(len(names))
        weights -= np.linalg.solve(curvature, slope)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def _recording(*, rules_alone: bool) -> tuple[Recorder, Pipeline]:
    rules = [name for name in extractors if name not in TRAINED]
    recorder, pipeline = Recorder(), make_pipeline(extractor_names=rules if rules_alone else None)
    return recorder, replace(pipeline, normalize=replace(pipeline.normalize, confidence=recorder))


def _tells(arguments: Iterable[str], subject: str, obj: str) -> bool:
    """Tell whether the two things stand in two arguments of a tuple."""
    sides = list(arguments)
    return any(
        _plain(subject) in left and _plain(obj) in right
        for left_at, left in enumerate(sides)
        for right_at, right in enumerate(sides)
        if left_at != right_at
    )


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _untokenized(sentence: str) -> str:
    for spaced, plain in (
        (" ,", ","),
        (" .", "."),
        (" 's", "'s"),
        ("`` ", '"'),
        (" ''", '"'),
        ("( ", "("),
        (" )", ")"),
        (" n't", "n't"),
    ):
        sentence = sentence.replace(spaced, plain)
    return sentence.replace("-LRB- ", "(").replace(" -RRB-", ")").replace(" - ", "-")


def main() -> None:
    """Fit, and write the weights."""
    samples = [*corpus_samples(frozenset({"train"}), rules_alone=True), *corpus_samples(frozenset({"dev"})), *carb_samples()]
    weights = fit(samples)
    WEIGHTS.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(samples)} readings, {sum(sample.is_right for sample in samples)} right, {len(weights)} weights")


if __name__ == "__main__":
    main()
