"""What breaks shapes in SHACL."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pyshacl import validate
from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError, RuleLoadError, ShapeLoadError
from rdflib import SH, Graph, URIRef
from rdflib.term import BNode, Node

from graphbuild.errors import OntologyError
from graphbuild.ontology.prefixes import compact
from graphbuild.ontology.problem import Severity


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with a node: ``focus`` is its IRI, ``path`` the property, as far as there is one, and ``value`` its value."""

    severity: Severity
    focus: str
    path: str
    message: str
    value: str = ""

    def __str__(self) -> str:
        shown = f" ({compact(self.value)})" if self.value else ""
        return f"{compact(self.focus) or 'a node without IRI'}: {self.message}{shown}"


def find_violations(graph: Graph, shapes: Graph) -> Iterator[Violation]:
    """Yield what breaks ``shapes``; the graph may be changed by that.

    Raises:
        OntologyError: the shapes are no sound SHACL.
    """
    try:
        _, report, _ = validate(graph, shacl_graph=shapes, inplace=True, do_owl_imports=False)
    except (ConstraintLoadError, ReportableRuntimeError, RuleLoadError, ShapeLoadError, re.error) as error:
        raise OntologyError(f"the shapes are no sound SHACL: {str(error).partition('https://')[0]}") from error
    for result in report.objects(None, SH.result):
        yield _read_result(report, result)


def _read_result(report: Graph, result: Node) -> Violation:
    focus, value, path, severity = (
        report.value(result, key) for key in (SH.focusNode, SH.value, SH.resultPath, SH.resultSeverity)
    )
    return Violation(
        Severity.ERROR if severity == SH.Violation else Severity.WARNING,
        str(focus) if isinstance(focus, URIRef) else "",
        str(path) if isinstance(path, URIRef) else "",
        "; ".join(sorted(map(str, report.objects(result, SH.resultMessage)))),
        "" if value is None or value == focus or isinstance(value, BNode) else str(value),
    )
