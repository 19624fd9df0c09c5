"""What words mean, as it is stored."""

from pathlib import Path

import numpy as np
import pytest

from graphbuild.normalize.word_vectors import WordVectors, load_word_vectors


@pytest.fixture
def vectors(tmp_path: Path) -> WordVectors:
    """Three verbs and a noun, of which the last verb is rare."""
    path = tmp_path / "vectors.npz"
    text = "VERB like\nVERB love\nNOUN law\nVERB adore"
    rows = np.array([[3, 4], [5, 0], [0, 7], [127, 0]], np.int8)
    np.savez(path, words=np.frombuffer(text.encode(), np.uint8), vectors=rows, common_count=np.int64(3))
    return load_word_vectors(path)


def test_vectors_have_length_one(vectors: WordVectors) -> None:
    like = vectors.find(("VERB", "like"))

    assert like is not None
    assert like.tolist() == pytest.approx([0.6, 0.8])


@pytest.mark.parametrize("word", [("NOUN", "like"), ("VERB", "hate"), ("VERB", "")])
def test_unknown_word_has_none(word: tuple[str, str], vectors: WordVectors) -> None:
    assert vectors.find(word) is None


def test_common_words_are_those_of_a_part_of_speech_that_are_not_left_out(vectors: WordVectors) -> None:
    assert vectors.common("VERB", {("VERB", "like")}).tolist() == [[1.0, 0.0]]
    assert vectors.common("NOUN", ()).tolist() == [[0.0, 1.0]]
    assert vectors.common("ADJ", ()).shape == (0, 2)


@pytest.mark.parametrize(
    ("word", "like", "unlike"),
    [
        (("VERB", "despise"), ("VERB", "dislike"), ("VERB", "visit")),
        (("VERB", "bomb"), ("VERB", "attack"), ("VERB", "praise")),
        (("NOUN", "treaty"), ("NOUN", "agreement"), ("NOUN", "fish")),
    ],
)
def test_bundled_vectors_are_near_where_words_mean_the_same(
    word: tuple[str, str], like: tuple[str, str], unlike: tuple[str, str]
) -> None:
    bundled = load_word_vectors()
    here, near, far = (bundled.matrix[bundled.rows[each]] for each in (word, like, unlike))

    assert here @ near > 0.5
    assert here @ far < 0.3
    assert np.linalg.norm(bundled.matrix, axis=1) == pytest.approx(1.0)
    assert {part for part, _ in bundled.rows} == {"VERB", "NOUN", "ADJ"}
