"""The encoder keeps its inner states for a reader that was trained with them."""

from dataclasses import replace
from hashlib import sha256

import numpy as np
import pytest
from spacy.language import Language

from graphbuild.assets import relation_reader_path
from graphbuild.classify import bundled_reader, forget_states, tap_encoder
from graphbuild.language.encoder import STATES_KEY, Encoder
from graphbuild.language.session import with_output
from graphbuild.parse import load_pipeline

pytestmark = pytest.mark.slow

TEXT = "Ghana met Togo in Accra."


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


def test_bundled_encoder_keeps_two_states_a_word(nlp: Language) -> None:
    before = nlp(TEXT)

    assert tap_encoder(nlp, bundled_reader().inventory)
    doc = nlp(TEXT)

    states = doc.user_data[STATES_KEY]
    assert STATES_KEY not in before.user_data
    assert states.shape == (len(doc), 2, doc.tensor.shape[1])
    assert np.array_equal(doc.tensor, before.tensor)
    assert np.allclose(states[:, 1], doc.tensor, atol=1e-2)
    assert not np.allclose(states[:, 0], states[:, 1], atol=1e-2)
    forget_states(doc)
    assert STATES_KEY not in doc.user_data


def test_files_are_those_that_were_measured() -> None:
    folder = relation_reader_path()
    lines = (folder / "checksums.sha256").read_text(encoding="ascii").splitlines()

    assert {line.split("  ")[1]: line.split("  ")[0] for line in lines} == {
        path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.name != "checksums.sha256"
    }


def test_other_encoder_is_left_alone() -> None:
    nlp = load_pipeline()

    assert not tap_encoder(nlp, replace(bundled_reader().inventory, encoder="another"))
    encoder = nlp.get_pipe("encoder")
    assert isinstance(encoder, Encoder)
    assert encoder.tap == ""


def test_name_of_an_output_that_is_too_long_is_told() -> None:
    with pytest.raises(ValueError, match="too long by"):
        with_output(b"", "n" * 200)
