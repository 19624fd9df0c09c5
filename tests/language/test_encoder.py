import pickle
from collections.abc import Callable, Sequence
from typing import Any
from unittest.mock import Mock

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from tokenizers import Tokenizer

from graphbuild.errors import PipelineError
from graphbuild.language.encoder import Encoder
from graphbuild.language.pieces import GLUED, ON_NEW_LINE, SPACED, WordPieces
from graphbuild.language.session import Session
from graphbuild.language.windows import WindowPlan

TEXTS = st.text(alphabet=st.sampled_from("abe T.\n"), max_size=150)

Expected = Callable[[Sequence[str], Sequence[int]], Any]


@pytest.fixture(scope="session")
def encoder(network: bytes, tokenizer: bytes) -> Encoder:
    return Encoder(network, tokenizer, window=40, context=8)


@pytest.fixture(scope="session")
def wide(network: bytes, tokenizer: bytes) -> Encoder:
    """An encoder whose window holds all texts of these tests."""
    return Encoder(network, tokenizer, window=500)


@pytest.fixture(scope="session")
def words() -> Language:
    return spacy.blank("en")


@pytest.fixture(scope="session")
def expected(network: bytes, tokenizer: bytes) -> Expected:
    """A function that returns words' states as the description of the network has them."""
    cutter = Tokenizer.from_buffer(tokenizer)
    session = Session(network, 1)

    def read(forms: Sequence[str], spacings: Sequence[int]) -> Any:
        pieces = WordPieces(cutter, 1).cut(forms, spacings)
        ids = np.array([cutter.token_to_id("[CLS]"), *pieces.ids, cutter.token_to_id("[SEP]")])
        (found,) = session.run(["states"], {"ids": ids[None], "shapes": np.array([[0, *pieces.shapes, 0]])})
        states = found[0, 1:-1]
        ends = [*pieces.starts[1:], len(pieces)]
        return np.array([states[start:end].mean(0) for start, end in zip(pieces.starts, ends, strict=True)])

    return read


@pytest.mark.parametrize(
    ("forms", "spaces", "spacings"),
    [
        pytest.param(["met", "."], [False, False], [ON_NEW_LINE, GLUED], id="glued"),
        pytest.param(["met", "abe"], [True, False], [ON_NEW_LINE, SPACED], id="spaced"),
        pytest.param(["met", "\n", "abe"], [False, False, False], [ON_NEW_LINE, ON_NEW_LINE], id="behind a line break"),
        pytest.param(["met", "\u2029", "abe"], [False, False, False], [ON_NEW_LINE, ON_NEW_LINE], id="behind another line break"),
        pytest.param(["met", "\n", " ", "abe"], [False, False, False, False], [ON_NEW_LINE, ON_NEW_LINE], id="indented"),
        pytest.param(["met", "  ", "abe"], [True, False, False], [ON_NEW_LINE, SPACED], id="behind many spaces"),
        pytest.param([" ", "met", "abe"], [False, True, False], [ON_NEW_LINE, SPACED], id="a text begins on a new line"),
    ],
)
def test_state_is_the_mean_of_the_pieces(
    wide: Encoder, words: Language, expected: Expected, forms: list[str], spaces: list[bool], spacings: list[int]
) -> None:
    doc = wide(Doc(words.vocab, words=forms, spaces=spaces))

    kept = [form for form in forms if not form.isspace()]
    at = [token.i for token in doc if not token.is_space]
    np.testing.assert_allclose(doc.tensor[at], expected(kept, spacings), rtol=1e-5, atol=1e-5)


@given(TEXTS)
def test_tensor_has_a_row_a_token_and_zeros_for_white_space(encoder: Encoder, words: Language, text: str) -> None:
    doc = encoder(words.make_doc(text))

    assert doc.tensor.shape == (len(doc), 384)
    assert doc.tensor.dtype == np.float32
    assert [bool(row.any()) for row in doc.tensor] == [not token.is_space for token in doc]


@given(st.text(alphabet="abe", min_size=1, max_size=6), st.integers(1, 6))
def test_window_does_not_matter_to_what_fits(encoder: Encoder, wide: Encoder, words: Language, word: str, count: int) -> None:
    text = " ".join([word] * count)

    short, long = encoder(words.make_doc(text)), wide(words.make_doc(text))

    assert short.tensor.tobytes() == long.tensor.tobytes()


def test_long_text_is_read_window_by_window(encoder: Encoder, words: Language, expected: Expected) -> None:
    forms = list("abcdefgh" * 20)
    spacings = [ON_NEW_LINE, *[SPACED] * 159]

    doc = encoder(Doc(words.vocab, words=forms))

    windows = list(WindowPlan(40, 8).windows(np.arange(160), 160))
    assert len(windows) > 4
    for window in windows:
        states = expected(forms[window.read], spacings[window.read])
        kept = states[window.kept.start - window.read.start :][: window.kept.stop - window.kept.start]
        np.testing.assert_allclose(doc.tensor[window.kept], kept, rtol=1e-5, atol=1e-5)


def test_very_long_word_is_read(encoder: Encoder, words: Language) -> None:
    doc = encoder(Doc(words.vocab, words=["a." * 5000, "b"]))

    assert np.isfinite(doc.tensor).all()


def test_encoder_survives_being_pickled(encoder: Encoder, words: Language) -> None:
    expected = encoder(words.make_doc("Taiwan met abe.")).tensor

    copy = pickle.loads(pickle.dumps(encoder))  # noqa: S301 - our own

    assert np.array_equal(copy(words.make_doc("Taiwan met abe.")).tensor, expected)


def test_encoder_works_with_all_cores(network: bytes, tokenizer: bytes, encoder: Encoder, words: Language) -> None:
    parallel = Encoder(network, tokenizer, threads=0, window=40, context=8)

    np.testing.assert_allclose(parallel(words.make_doc("met abe")).tensor, encoder(words.make_doc("met abe")).tensor, rtol=1e-5)


def test_encoder_without_network_says_so(words: Language) -> None:
    with pytest.raises(PipelineError, match="has no network"):
        Encoder()(words.make_doc("met"))


def test_threads_below_none_are_refused() -> None:
    with pytest.raises(ValueError, match="got -1"):
        Encoder(threads=-1)


def test_tokenizer_without_marks_is_refused(network: bytes, tokenizer: bytes) -> None:
    with pytest.raises(ValueError, match=r"must know \[UNK\], \[CLS\], \[SEP\]"):
        Encoder(network, tokenizer.replace(b"[CLS]", b"[BOS]"))


def test_network_that_is_none_is_refused(tokenizer: bytes, words: Language) -> None:
    encoder = Encoder(b"not a network", tokenizer)

    with pytest.raises(PipelineError, match="its network cannot be run"):
        encoder(words.make_doc("met"))


@pytest.mark.parametrize("left_out", ["model", "model.onnx", "tokenizer"])
def test_file_that_is_excluded_is_not_saved(
    encoder: Encoder, tmp_path_factory: pytest.TempPathFactory, left_out: str, words: Language
) -> None:
    folder = tmp_path_factory.mktemp("encoder")

    encoder.to_disk(folder, exclude=[left_out])
    restored = Encoder().from_disk(folder, exclude=[left_out])

    assert [path.stem for path in folder.iterdir()] == [({"model", "tokenizer"} - {left_out.removesuffix(".onnx")}).pop()]
    with pytest.raises(PipelineError):
        restored(words.make_doc("met"))


def test_session_is_made_in_each_process(network: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    session, pieces = Session(network, 1), np.array([1, 2, 3])
    make = Mock(wraps=session._make)
    monkeypatch.setattr(session, "_make", make)

    first = session.run(["states"], {"ids": pieces[None], "shapes": pieces[None]})[0]
    session.run(["states"], {"ids": pieces[None], "shapes": pieces[None]})[0]
    monkeypatch.setattr("os.getpid", lambda: -1)
    child = session.run(["states"], {"ids": pieces[None], "shapes": pieces[None]})[0]

    assert make.call_count == 2
    assert np.array_equal(first, child)
