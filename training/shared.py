"""Where the data that is not ours lies, and what is made from it."""

import os
from pathlib import Path

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("GRAPHBUILD_SHARED", HERE.parent.parent / "shared"))
TREEBANKS = SHARED / "data" / "treebank"
NAMES = SHARED / "data" / "ner"
CORPUS = HERE / "corpus"
VECTORS = HERE / "vectors"
MODEL = HERE / "model"
SEED = 0
