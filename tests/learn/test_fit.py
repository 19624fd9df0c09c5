import sys
from dataclasses import replace

import numpy as np
import pytest

from graphbuild.classify.learned import likelihoods
from graphbuild.errors import LearnError
from graphbuild.learn.fit import FOLDS, Fitted, Task, deal_folds, fit, load_linear_models
from graphbuild.learn.scores import find_scores, total


def test_what_features_tell_is_learned(task: Task, fitted: Fitted) -> None:
    assert total(find_scores(task, fitted, ["owns", "borders"])).f1 > 0.95


def test_weights_of_all_examples_read_the_examples(task: Task, fitted: Fitted) -> None:
    likely = likelihoods(task.pairs.features, fitted.weights, task.pairs.turned, task.symmetric)

    assert np.array_equal(likely >= fitted.thresholds, task.expected)


def test_nothing_is_learned_of_what_features_do_not_tell(task: Task) -> None:
    noise = np.random.default_rng(0).normal(size=(80, 2)).astype("float32")

    fitted = fit(replace(task, pairs=replace(task.pairs, features=noise)))

    assert total(find_scores(task, fitted, ["owns", "borders"])).f1 < 0.75


def test_example_is_read_by_weights_of_other_texts_only(task: Task) -> None:
    features = np.eye(80, dtype="float32").repeat(2, axis=0)[::2]  # each pair is known by itself alone

    fitted = fit(replace(task, pairs=replace(task.pairs, features=features, blocks=np.zeros(80, "int64"))))

    assert np.ptp(fitted.likely[task.expected[:, 0], 0]) < 0.4
    assert total(find_scores(task, fitted, ["owns", "borders"])).precision < 0.75


def test_symmetric_relation_is_as_likely_of_either_direction(task: Task, fitted: Fitted) -> None:
    assert np.allclose(fitted.likely[:, 1], fitted.likely[task.pairs.turned, 1])


def test_same_pairs_give_the_same_bytes(task: Task, fitted: Fitted) -> None:
    assert fit(task).weights.tobytes() == fitted.weights.tobytes()


def test_each_fit_is_told(task: Task) -> None:
    steps: list[int] = []

    fit(task, on_step=lambda: steps.append(1))

    assert len(steps) == FOLDS + 1


@pytest.mark.parametrize(
    ("texts", "folds"), [pytest.param(40, 5, id="many"), pytest.param(6, 3, id="few"), pytest.param(2, 2, id="hardly any")]
)
def test_folds_share_the_texts_of_each_relation(texts: int, folds: int) -> None:
    groups = np.arange(texts).repeat(3)
    expected = np.zeros((3 * texts, 2), dtype=bool)
    expected[::6, 0], expected[3::6, 1] = True, True

    dealt = deal_folds(groups.tolist(), expected)

    assert sorted(set(dealt.tolist())) == list(range(folds))
    assert all(len(set(dealt[groups == text].tolist())) == 1 for text in range(texts))
    for relation in expected.T:
        counts = np.bincount(dealt[relation], minlength=folds)
        assert counts.max() - counts.min() <= 1


def test_without_scikit_learn_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sklearn", None)

    with pytest.raises(LearnError, match=r"^learning relations needs scikit-learn: pip install 'graphbuild\[learn\]'$"):
        load_linear_models()
