"""graphbuild turns text about political actors into knowledge graphs.

>>> import graphbuild
>>> graphbuild.Factuality.PLANNED.value
'planned'

Names are loaded when they are first used, so that importing graphbuild costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from graphbuild.about import VERSION as __version__  # noqa: N811 - the name that Python gives it

if TYPE_CHECKING:
    from graphbuild.comparison import Comparison, compare
    from graphbuild.errors import GraphBuildError
    from graphbuild.export import write_graph
    from graphbuild.graph import KnowledgeGraph
    from graphbuild.model import Document, Entity, Evidence, Factuality, Iri, Span, Statement
    from graphbuild.ontology import Ontology, load_ontology
    from graphbuild.pipeline import Pipeline, build, make_pipeline
    from graphbuild.rdf import read_graph
    from graphbuild.read import read_documents

_MODULE_BY_NAME = {
    "Comparison": "graphbuild.comparison",
    "Document": "graphbuild.model",
    "Entity": "graphbuild.model",
    "Evidence": "graphbuild.model",
    "Factuality": "graphbuild.model",
    "GraphBuildError": "graphbuild.errors",
    "Iri": "graphbuild.model",
    "KnowledgeGraph": "graphbuild.graph",
    "Ontology": "graphbuild.ontology",
    "Pipeline": "graphbuild.pipeline",
    "Span": "graphbuild.model",
    "Statement": "graphbuild.model",
    "build": "graphbuild.pipeline",
    "compare": "graphbuild.comparison",
    "load_ontology": "graphbuild.ontology",
    "make_pipeline": "graphbuild.pipeline",
    "read_documents": "graphbuild.read",
    "read_graph": "graphbuild.rdf",
    "write_graph": "graphbuild.export",
}

__all__ = [
    "Comparison",
    "Document",
    "Entity",
    "Evidence",
    "Factuality",
    "GraphBuildError",
    "Iri",
    "KnowledgeGraph",
    "Ontology",
    "Pipeline",
    "Span",
    "Statement",
    "__version__",
    "build",
    "compare",
    "load_ontology",
    "make_pipeline",
    "read_documents",
    "read_graph",
    "write_graph",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name not in _MODULE_BY_NAME:
        raise AttributeError(f"module 'graphbuild' has no attribute {name!r}")
    value: object = getattr(import_module(_MODULE_BY_NAME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *__all__})
