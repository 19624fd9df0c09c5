"""Relations between any two mentions of a sentence, by networks that were trained on examples."""

from graphbuild.classify.reader import NAME, RelationReader, bundled_reader
from graphbuild.classify.tap import forget_states, tap_encoder

__all__ = ["NAME", "RelationReader", "bundled_reader", "forget_states", "tap_encoder"]
