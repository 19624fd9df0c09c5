"""How well relations were read of the examples by weights of other examples only, and what was read wrongly."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from graphbuild.learn.fit import Fitted, Task
from graphbuild.learn.pairs import Pair


@dataclass(frozen=True, slots=True)
class Score:
    """How many pairs are in a relation, how many were taken for it, and how many of these rightly."""

    expected: int
    read: int
    right: int

    @property
    def precision(self) -> float:
        """How many of those read are right; 0 if none is read."""
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """How many of those expected are read; 0 if none is expected."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.expected + self.read) if self.expected + self.read else 0.0

    def to_dict(self) -> dict[str, float]:
        """Return counts and shares, these rounded."""
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {**asdict(self), **{name: round(share, 3) for name, share in shares.items()}}


@dataclass(frozen=True, slots=True)
class Mistake:
    """A pair, what it should be read as and what it was, and how likely each of these relations was."""

    pair: Pair
    expected: tuple[str, ...]
    read: tuple[str, ...]
    likely: Mapping[str, float]


def find_scores(task: Task, fitted: Fitted, relations: Sequence[str]) -> dict[str, Score]:
    """Return the score of each relation; what no build finds is expected and never read."""
    scores = {}
    for number, name in enumerate(relations):
        read = fitted.read[:, number] & task.counts[:, number]
        right = read & task.expected[:, number]
        scores[name] = Score(int(task.told[:, number].sum()), int(read.sum()), int(right.sum()))
    return scores


def total(scores: Mapping[str, Score]) -> Score:
    """Return the score of all relations together."""
    return Score(*(sum(getattr(score, name) for score in scores.values()) for name in ("expected", "read", "right")))


def find_mistakes(task: Task, fitted: Fitted, relations: Sequence[str]) -> tuple[Mistake, ...]:
    """Return the pairs that were read wrongly, the surest mistakes first."""
    mistakes = []
    for row, pair in enumerate(task.pairs.pairs):
        expected = [name for number, name in enumerate(relations) if task.told[row, number]]
        read = [name for number, name in enumerate(relations) if fitted.read[row, number] and task.counts[row, number]]
        if expected != read:
            concerned = sorted({*expected, *read})
            likely = {name: round(float(fitted.likely[row, relations.index(name)]), 3) for name in concerned}
            mistakes.append(Mistake(pair, tuple(expected), tuple(read), likely))
    return tuple(sorted(mistakes, key=_sureness))


def to_json(scores: Mapping[str, Score], thresholds: Mapping[str, float], **more: object) -> str:
    """Return the scores as JSON, with ``more`` about the examples."""
    each = {name: {**score.to_dict(), "threshold": round(thresholds[name], 3)} for name, score in scores.items()}
    return json.dumps({**more, "all": total(scores).to_dict(), "relations": each}, ensure_ascii=False, indent=1) + "\n"


def _sureness(mistake: Mistake) -> tuple[float, int, int, int]:
    """Return what sorts a mistake: how likely the wrong was, or how unlikely the right, then its place."""
    wrong = [mistake.likely[name] for name in mistake.read if name not in mistake.expected]
    missed = [1 - mistake.likely[name] for name in mistake.expected if name not in mistake.read]
    pair = mistake.pair
    return -max(wrong + missed), pair.example, pair.subject.start, pair.object.start
