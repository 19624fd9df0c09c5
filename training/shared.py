"""Where the data that is not ours lies, and what is made from it."""

import lzma
import os
from pathlib import Path
from typing import TextIO

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("GRAPHBUILD_SHARED", HERE.parent.parent / "shared"))
TREEBANKS = SHARED / "data" / "treebank"
NAMES = SHARED / "data" / "ner"
CORPUS = HERE / "corpus"
VECTORS = HERE / "vectors"
MODEL = HERE / "model"
SEED = 0


def open_text(path: Path) -> TextIO:
    """Open a text file, compressed or not."""
    return lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8")
