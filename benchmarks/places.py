"""Where the data lies that benchmarks read and that is not ours to ship."""

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("GRAPHBUILD_SHARED", ROOT.parent / "shared"))
