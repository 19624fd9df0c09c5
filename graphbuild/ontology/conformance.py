"""Whether a graph that was written is what the vocabulary and its shapes say that a graph is."""

from collections.abc import Sequence
from pathlib import Path

from rdflib import RDF, RDFS, Graph

from graphbuild.assets import ontology_path
from graphbuild.ontology.load import load_graph, load_ontology, sort_sources
from graphbuild.ontology.misfits import find_misfits
from graphbuild.ontology.problem import Severity
from graphbuild.ontology.shacl import Violation, find_violations
from graphbuild.ontology.turtle import SHAPES, read_sources
from graphbuild.ontology.unknown import find_unknown_terms


def check_graph(
    graph: Graph, paths: Sequence[Path] = (), *, shapes: Sequence[Path] = (), replace: bool = False
) -> tuple[Violation, ...]:
    """Return what is wrong with a graph, errors first: what breaks the shapes, terms that nobody declares, sides that do not fit.

    Args:
        graph: all of it, named graphs merged.
        paths: the vocabulary that it was built with, beside the bundled one.
        shapes: files with shapes that it has to conform to, beside the bundled ones.
        replace: whether the relations of ``paths`` replace the bundled ones.

    Raises:
        OntologyError: a file cannot be read, or the shapes are no sound SHACL.
    """
    ours, theirs, _ = sort_sources(paths)
    vocabulary = load_graph(ours, theirs, (), replace=replace)
    hierarchy = Graph()
    for triple in vocabulary.triples((None, RDFS.subClassOf, None)):
        hierarchy.add(triple)
    found = {
        *find_violations(graph + hierarchy, _shapes(shapes)),
        *find_misfits(graph, load_ontology(paths, replace=replace)),
        *(Violation(problem.severity, problem.term, "", problem.message) for problem in find_unknown_terms(graph, vocabulary)),
    }
    return tuple(sorted(found, key=_order))


def count_statements(graph: Graph) -> int:
    """Return how many statements a graph that was written has."""
    return sum(1 for _ in graph.subjects(RDF.type, RDF.Statement))


def _shapes(paths: Sequence[Path]) -> Graph:
    graph = Graph().parse(ontology_path() / SHAPES, format="turtle")
    for source in read_sources(paths, bundled=False):
        source.parse_into(graph)
    return graph


def _order(violation: Violation) -> tuple[bool, str, str, str, str]:
    is_warning = violation.severity is not Severity.ERROR
    return is_warning, violation.focus, violation.path, violation.message, violation.value
