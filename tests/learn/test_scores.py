import json
from dataclasses import replace

import pytest

from graphbuild.learn.fit import Fitted, Task
from graphbuild.learn.learn import Lesson
from graphbuild.learn.scores import Score, find_mistakes, find_scores, to_json, total


@pytest.mark.parametrize(
    ("score", "shares"),
    [
        pytest.param(Score(4, 2, 1), (0.5, 0.25, 1 / 3), id="some"),
        pytest.param(Score(4, 0, 0), (0.0, 0.0, 0.0), id="none read"),
        pytest.param(Score(0, 0, 0), (0.0, 0.0, 0.0), id="none at all"),
    ],
)
def test_shares_are_of_what_is_read_and_of_what_is_expected(score: Score, shares: tuple[float, ...]) -> None:
    assert (score.precision, score.recall, score.f1) == pytest.approx(shares)


def test_total_adds_counts() -> None:
    assert total({"a": Score(1, 2, 1), "b": Score(3, 0, 0)}) == Score(4, 2, 1)


def test_symmetric_relation_counts_once(task: Task, fitted: Fitted) -> None:
    assert [score.expected for score in find_scores(task, fitted, ["owns", "borders"]).values()] == [20, 20]


def test_what_no_build_finds_is_missed(task: Task, fitted: Fitted) -> None:
    counts = task.counts.copy()
    counts[0] = False

    blind = replace(task, counts=counts)

    assert find_scores(blind, fitted, ["owns", "borders"])["owns"] == Score(20, 19, 19)
    assert [(mistake.expected, mistake.read) for mistake in find_mistakes(blind, fitted, ["owns", "borders"])] == [
        (("owns",), ())
    ]


def test_mistakes_are_what_was_expected_and_what_was_read(lesson: Lesson) -> None:
    assert {(mistake.pair.subject.start, mistake.expected, mistake.read) for mistake in lesson.mistakes} == {
        (0, ("owns",), ()),
        (2, (), ("owns",)),
    }


def test_surest_mistake_is_first(lesson: Lesson) -> None:
    doubts = [mistake.likely["owns"] if mistake.read else 1 - mistake.likely["owns"] for mistake in lesson.mistakes]

    assert doubts == sorted(doubts, reverse=True)


def test_scores_are_written_as_json() -> None:
    written = json.loads(to_json({"a": Score(4, 2, 1)}, {"a": 0.25}, texts=4))

    counts = {"expected": 4, "read": 2, "right": 1, "precision": 0.5, "recall": 0.25, "f1": 0.333}
    assert written == {"texts": 4, "all": counts, "relations": {"a": {**counts, "threshold": 0.25}}}
