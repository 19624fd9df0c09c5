"""Shipped data, and the only code that opens it."""

import json
from pathlib import Path

_HERE = Path(__file__).parent


def pipeline_path() -> Path:
    """Return the folder of the bundled language pipeline, for ``spacy.load``."""
    return _HERE / "pipeline"


def ontology_path() -> Path:
    """Return the folder of the bundled vocabulary."""
    return _HERE / "ontology"


def factuality_path() -> Path:
    """Return the table of words that make what they govern planned, hypothetical or negated."""
    return ontology_path() / "factuality.toml"


def word_vectors_path() -> Path:
    """Return the table of what words mean, by which phrases are compared."""
    return _HERE / "word_vectors.npz"


def relation_reader_path() -> Path:
    """Return the folder of the network that reads relations."""
    return _HERE / "relations"


def html_path() -> Path:
    """Return the folder of the templates, styles and scripts of the pages."""
    return _HERE / "html"


def sample_paths() -> list[Path]:
    """Return the bundled sample articles, sorted by name."""
    return sorted((_HERE / "samples").glob("*.txt"))


def confidence_weights() -> dict[str, float]:
    """Return what each feature of a reading says for or against it, in log-odds."""
    weights: dict[str, float] = json.loads((_HERE / "confidence.json").read_text(encoding="utf-8"))
    return weights
