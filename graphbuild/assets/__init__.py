"""Shipped data, and the only code that opens it."""

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


def html_path() -> Path:
    """Return the folder of the templates, styles and scripts of the pages."""
    return _HERE / "html"


def sample_paths() -> list[Path]:
    """Return the bundled sample articles, sorted by name."""
    return sorted((_HERE / "samples").glob("*.txt"))
