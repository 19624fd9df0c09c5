"""Fit one logistic regression a relation to the features of pairs, and find from how likely on it is to be believed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import Final

import numpy as np
from threadpoolctl import threadpool_limits

from graphbuild.classify.features import Flags, Floats, Ints
from graphbuild.classify.learned import EMPHASES, Rivalry
from graphbuild.errors import LearnError
from graphbuild.learn.pairs import Pairs

FOLDS: Final = 5
_STRENGTH: Final = 1.0
"""How freely the weights follow the examples: the inverse of the penalty."""
_STEPS: Final = 2000
_LEAST_SQUARE: Final = 1e-8
_LEAST_SLOPE: Final = 0.05
_THRESHOLDS: Final = 0.1, 0.5


@dataclass(frozen=True, slots=True)
class Task:
    """Pairs, which relations each is in, for which relations it counts, and in which fold it is tried.

    ``once`` leaves one of the two directions of a symmetric relation out; ``counts`` what no build finds too.
    """

    pairs: Pairs
    expected: Flags
    once: Flags
    counts: Flags
    symmetric: Flags
    folds: Ints

    @property
    def told(self) -> Flags:
        """Which relations of which pairs the examples tell, each once."""
        return self.expected & self.once

    @property
    def rivalry(self) -> Rivalry:
        """Which relations the examples never have together."""
        return Rivalry.of(self.expected, self.pairs.turned)


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights of all the examples with their thresholds, and what was read of each example by weights of others only.

    ``likely`` are how likely each relation is of each pair, ``read`` which are taken to hold, both (pairs, relations).
    """

    weights: Floats
    thresholds: Floats
    likely: Floats
    read: Flags


def make_task(pairs: Pairs, relations: Sequence[str], symmetric: Sequence[bool]) -> Task:
    """Return the task to learn some relations from pairs."""
    expected, is_symmetric = pairs.expected(relations), np.array(symmetric, dtype=bool)
    is_first = np.array([pair.subject <= pair.object for pair in pairs.pairs], dtype=bool)
    is_found = np.array([pair.is_found for pair in pairs.pairs], dtype=bool)
    once = ~is_symmetric | is_first[:, None]
    folds = deal_folds([pair.example for pair in pairs.pairs], expected)
    return Task(pairs, expected, once, once & is_found[:, None], is_symmetric, folds)


def load_linear_models() -> ModuleType:
    """Return scikit-learn's linear models.

    Raises:
        LearnError: scikit-learn is not installed.
    """
    try:
        from sklearn import linear_model
    except ImportError as error:
        raise LearnError("learning relations needs scikit-learn: pip install 'graphbuild[learn]'") from error
    found: ModuleType = linear_model
    return found


def fit(task: Task, *, on_step: Callable[[], None] = lambda: None) -> Fitted:
    """Return what was fitted to all pairs, and what is read of each fold's by what was fitted to the others'.

    ``on_step`` is called after each fit of all relations, of which there is one for each fold and one more.
    """
    with threadpool_limits(1):  # sums of floats depend on how many share in them
        odds = np.zeros(task.expected.shape, "float64")
        for fold in range(int(task.folds.max()) + 1):
            inside = task.folds == fold
            odds[inside] = _odds(task, _weights(task, ~inside))[inside]
            on_step()
        shifts = _shifts(task, odds, np.ones(len(odds), dtype=bool))
        likely = _likely(odds, shifts)
        read = np.zeros_like(task.expected)
        for fold in range(int(task.folds.max()) + 1):
            inside = task.folds == fold
            taken = task.rivalry.taken(likely, _thresholds(task, likely, ~inside), task.pairs.turned)
            read[inside] = taken[inside]
        weights = _weights(task, np.ones(len(odds), dtype=bool))
        on_step()
    calibrated = weights * shifts[:, 0]
    calibrated[-1] += shifts[:, 1]
    return Fitted(calibrated.astype("float16"), _thresholds(task, likely, task.folds >= 0), likely.astype("float32"), read)


def deal_folds(groups: Sequence[int], expected: Flags) -> Ints:
    """Return the fold of each pair: the pairs of a text are in one, and of each relation's texts each fold has as many."""
    texts = np.array(groups, "int64")
    count = int(texts.max()) + 1
    said = np.zeros((count, expected.shape[1]), dtype=bool)
    np.logical_or.at(said, texts, expected)
    rarest = np.argsort(said.sum(0), kind="stable")
    folds = np.full(count, -1)
    number = max(2, min(FOLDS, int(said.sum(0).min())))
    following = 0
    order = np.random.default_rng(0).permutation(count)
    for members in (*(said[:, relation] for relation in rarest.tolist()), np.ones(count, dtype=bool)):
        for text in order[members[order] & (folds[order] < 0)].tolist():
            folds[text] = following % number
            following += 1
    dealt: Ints = folds[texts]
    return dealt


def _weights(task: Task, rows: Flags) -> Floats:
    """Return the weights that fit some of the pairs best, (features + 1, relations)."""
    features = task.pairs.features[rows].astype("float64")
    middle = features.mean(0)
    scale = _scale(features - middle, task.pairs.blocks)
    scaled = (features - middle) * scale
    make = partial(load_linear_models().LogisticRegression, C=_STRENGTH, class_weight="balanced", max_iter=_STEPS)
    columns = []
    for expected in task.expected[rows].T:
        model = make().fit(scaled, expected)
        weights = model.coef_[0] * scale
        columns.append([*weights, model.intercept_[0] - weights @ middle])
    return np.array(columns, "float64").T


def _scale(features: Floats, blocks: Ints) -> Floats:
    """Return the factor of each feature that makes a block's features together, of a pair on average, what the block is worth."""
    squares = np.bincount(blocks, (features**2).mean(0), len(EMPHASES))
    factors = np.array(EMPHASES) / np.sqrt(np.maximum(squares, _LEAST_SQUARE))
    return factors.astype("float32")[blocks]


def _odds(task: Task, weights: Floats) -> Floats:
    odds = task.pairs.features.astype("float64") @ weights[:-1] + weights[-1]
    found: Floats = np.where(task.symmetric, (odds + odds[task.pairs.turned]) / 2, odds)
    return found


def _shifts(task: Task, odds: Floats, rows: Flags) -> Floats:
    """Return slope and offset that make of odds how likely a relation is, for each relation (Platt 1999)."""
    make = partial(load_linear_models().LogisticRegression, C=10.0)
    shifts = []
    for relation, expected in enumerate(task.expected.T):
        counted = rows & task.counts[:, relation]
        model = make().fit(odds[counted, relation, None], expected[counted])
        shifts.append((max(float(model.coef_[0, 0]), _LEAST_SLOPE), float(model.intercept_[0])))
    return np.array(shifts)


def _likely(odds: Floats, shifts: Floats) -> Floats:
    found: Floats = 1 / (1 + np.exp(-np.clip(odds * shifts[:, 0] + shifts[:, 1], -30, 30)))
    return found


def _thresholds(task: Task, likely: Floats, rows: Flags) -> Floats:
    """Return from how likely on each relation's pairs are best taken for it, by F1."""
    found = [
        _best_threshold(likely[counted, relation], task.expected[counted, relation])
        for relation, counted in enumerate((rows[:, None] & task.counts).T)
    ]
    return np.array(found, "float32")


def _best_threshold(likely: Floats, expected: Flags) -> float:
    """Return half of the best F1, which is the best threshold for what is as often right as it is likely to be.

    It varies less with the examples than the threshold at which they happen to be read best (Lipton, Elkan and Naryanaswamy 2014,
    https://arxiv.org/abs/1402.1892).
    """
    right = np.cumsum(expected[np.argsort(-likely, kind="stable")])
    scores = 2 * right / (np.arange(1, len(right) + 1) + max(int(expected.sum()), 1))
    return round(float(np.clip(scores.max() / 2, *_THRESHOLDS)), 3)
