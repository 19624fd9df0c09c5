import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from graphbuild.classify import learned
from graphbuild.classify.features import partners
from graphbuild.classify.learned import LearnedReader, LearnedRelation, Rivalry, likelihoods, load_learned
from graphbuild.errors import LearnError

PAIRS = np.array([[0, 1], [1, 0]])


@pytest.fixture
def reader() -> LearnedReader:
    relations = (
        LearnedRelation("owns", "https://example.org/owns", False, 0.5, 20, ["owns"]),
        LearnedRelation("borders", "https://example.org/borders", True, 0.5, 20, ["borders", "near"], ["borders", "near"]),
        LearnedRelation("near", "https://example.org/near", False, 0.3, 20, ["near", "borders"], ["borders"]),
    )
    return LearnedReader(relations, np.zeros((3, 3), "float16"), "0")


def taken(reader: LearnedReader, likely: Iterable[Iterable[float]]) -> list[list[int]]:
    found = reader.rivalry.taken(np.array(likely, "float32"), reader.thresholds, partners(PAIRS))
    return [np.flatnonzero(row).tolist() for row in found]


def test_partner_of_a_pair_has_its_sides_exchanged() -> None:
    assert partners(np.array([[0, 1], [0, 2], [2, 0], [1, 0]])).tolist() == [3, 2, 1, 0]


def test_symmetric_relation_is_as_likely_of_either_direction() -> None:
    weights = np.array([[1.0, 1.0], [0.0, 0.0]], "float32")

    likely = likelihoods(np.array([[2.0], [-1.0]], "float32"), weights, np.array([1, 0]), np.array([False, True]))

    assert likely[:, 1].tolist() == pytest.approx([1 / (1 + np.exp(-0.5))] * 2)
    assert likely[0, 0] > 0.5 > likely[1, 0]


@pytest.mark.parametrize(
    ("likely", "expected"),
    [
        pytest.param([[0.6, 0.1, 0.1], [0.1, 0.1, 0.1]], [[0], []], id="what is likely enough"),
        pytest.param([[0.4, 0.1, 0.4], [0.1, 0.1, 0.1]], [[2], []], id="each by its own threshold"),
        pytest.param([[0.6, 0.7, 0.1], [0.1, 0.7, 0.1]], [[1], [1]], id="the likelier of two that no example has together"),
        pytest.param([[0.6, 0.1, 0.1], [0.8, 0.1, 0.1]], [[], [0]], id="one direction of what no example has in both"),
        pytest.param([[0.1, 0.7, 0.6], [0.1, 0.7, 0.1]], [[1, 2], [1]], id="both of two that examples have together"),
    ],
)
def test_relations_that_go_without_each_other_are_rivals(
    reader: LearnedReader, likely: list[list[float]], expected: list[list[int]]
) -> None:
    assert taken(reader, likely) == expected


def test_rivalry_is_what_examples_never_have_together(reader: LearnedReader) -> None:
    expected = np.array([[1, 0, 0], [0, 0, 0], [0, 1, 1], [0, 1, 0]], dtype=bool)

    found = Rivalry.of(expected, np.array([1, 0, 3, 2]))

    assert np.array_equal(found.beside, reader.rivalry.beside)
    assert np.array_equal(found.turned, reader.rivalry.turned)


def write(folder: Path, **fields: object) -> Path:
    (folder / "relations.json").write_text(json.dumps({"format": 1, "network": "0", "relations": []} | fields), encoding="utf-8")
    np.savez(folder / "weights.npz", weights=np.zeros((3, 0), "float16"))
    return folder


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        pytest.param({"format": 2}, "no folder that this version of graphbuild learn has written", id="a format to come"),
        pytest.param({"network": "1"}, "was learned with another network than this graphbuild has", id="another network"),
        pytest.param({"relations": [{"name": "owns"}]}, "holds no relations that can be read", id="half a relation"),
    ],
)
def test_folder_that_does_not_fit_is_refused(
    tmp_path: Path, fields: dict[str, object], problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learned, "network_digest", lambda: "0")

    with pytest.raises(LearnError, match=problem):
        load_learned(write(tmp_path, **fields))


@pytest.mark.parametrize("content", [None, "", "[]", "{}"])
def test_other_folder_is_no_folder_of_relations(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "relations.json").write_text(content, encoding="utf-8")

    with pytest.raises(LearnError, match=r"graphbuild learn has written$"):
        load_learned(tmp_path)


def test_digest_of_the_network_is_that_of_its_files(tmp_path: Path) -> None:
    for name in ("inventory.json", "mentions.npz", "model.onnx"):
        (tmp_path / name).write_bytes(name.encode())
    before = learned.network_digest(tmp_path)

    (tmp_path / "model.onnx").write_bytes(b"other")

    assert learned.network_digest(tmp_path) != before
