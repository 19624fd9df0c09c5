"""Build the graph of one very long text: time and peak memory.

    python -m benchmarks.long_text [--megabytes 50]

spaCy refuses more than a million characters at once; the text is read in pieces. It is made of the development sentences of GUM,
shuffled with a fixed seed.
"""

import argparse
import random
import resource
import tempfile
import time
from pathlib import Path

from benchmarks.places import SHARED
from graphbuild.pipeline import build
from training.conllu import read_conllu


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--megabytes", type=float, default=50)
    size = int(parser.parse_args().megabytes * 1_000_000)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        path.write_text(make_text(size), encoding="utf-8")
        start = time.process_time()
        graph = build(path)
        seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    print(f"{size / 1e6:.0f} MB: {graph!r}, {seconds:.0f} s, peak memory {memory:.0f} MB")


def make_text(size: int) -> str:
    """Return at least ``size`` characters of prose in paragraphs of five sentences."""
    sentences = [sentence.text for sentence in read_conllu(SHARED / "data" / "treebank" / "gum-dev.conllu.xz")]
    rng = random.Random(0)
    paragraphs, length = [], 0
    while length < size:
        paragraphs.append(" ".join(rng.sample(sentences, 5)))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


if __name__ == "__main__":
    main()
