"""What two graphs share, add and contradict."""

from graphbuild.comparison.compare import compare
from graphbuild.comparison.comparison import Comparison, Difference, Kind, SharedEntity, SharedStatement, Why

__all__ = ["Comparison", "Difference", "Kind", "SharedEntity", "SharedStatement", "Why", "compare"]
