"""What tests of more than one part share."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from spacy.language import Language

ROOT = Path(__file__).parent.parent

# Examples are judged by what they give, not by how long they take on a busy machine; CI draws the same ones every time.
settings.register_profile(
    "graphbuild", deadline=None, derandomize="CI" in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("graphbuild")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the corpora, the annotations and their scorers; they are not part of the repository."""
    folder = Path(os.environ.get("GRAPHBUILD_SHARED", ROOT.parent / "shared")).resolve()
    if not (folder / "corpus").is_dir():
        pytest.skip(f"no corpora in {folder}; set GRAPHBUILD_SHARED to the folder that holds corpus/ and scorers/")
    return folder


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The bundled language pipeline; for tests that are marked slow."""
    from graphbuild.parse.load import load_pipeline

    return load_pipeline()
