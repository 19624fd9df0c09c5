"""The table of word vectors as it is written."""

from pathlib import Path

import numpy as np
import pytest

from graphbuild.normalize.word_vectors import load_word_vectors
from training.word_table import mix, write


def test_what_all_words_of_a_frame_have_in_common_is_taken_off() -> None:
    frame = np.array([[10, 1, 0], [10, -1, 0]], np.float32)
    other = np.array([[0, 5, 3], [0, -5, 3]], np.float32)

    assert mix([frame, other]).tolist() == [[0, 2, 0], [0, -2, 0]]


def test_table_is_read_as_it_was_written_with_the_common_words_first(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    words = {"VERB": ["adore", "eat", "like"], "NOUN": ["bread", "love"]}
    vectors = {part: rng.normal(size=(len(lemmas), 8)).astype(np.float32) for part, lemmas in words.items()}

    write(words, vectors, {"eat", "like", "love"}, tmp_path / "table.npz")

    table = load_word_vectors(tmp_path / "table.npz")
    assert [lemma for _, lemma in table.rows] == ["eat", "like", "love", "adore", "bread"]
    assert table.common_count == 3
    assert np.linalg.norm(table.matrix, axis=1) == pytest.approx(1.0)
