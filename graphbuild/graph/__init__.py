"""The knowledge graph, and what can be computed from it."""

from graphbuild.graph.graph import KnowledgeGraph
from graphbuild.graph.network import edge_label
from graphbuild.graph.prune import leave_out
from graphbuild.graph.score import Evaluation, Score, Strictness, evaluate

__all__ = ["Evaluation", "KnowledgeGraph", "Score", "Strictness", "edge_label", "evaluate", "leave_out"]
