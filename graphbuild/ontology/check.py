"""Find what is wrong with a vocabulary, or with a graph that was written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from pyshacl import validate
from rdflib import RDFS, SH, Graph
from rdflib.term import BNode, Node

from graphbuild.assets import ontology_path
from graphbuild.errors import InvalidIriError, OntologyError, UnknownTermError
from graphbuild.ontology.actors import RoleHolding
from graphbuild.ontology.ambiguity import find_shared_names, find_shared_triggers
from graphbuild.ontology.prefixes import compact
from graphbuild.ontology.problem import Problem, Severity
from graphbuild.ontology.roster import read_actors, read_role_holdings
from graphbuild.ontology.turtle import SHAPES, Source, parse_sources, read_sources
from graphbuild.ontology.unknown import find_unknown_classes, find_unknown_terms
from graphbuild.ontology.vocabulary import read_classes, read_relations


def check_ontology(paths: Sequence[Path] = (), *, bundled: bool = True) -> tuple[Problem, ...]:
    """Return what is wrong with the vocabulary of the bundled files and of ``paths``, errors first.

    A file that is no Turtle is one of the problems; the others are checked without it.

    Args:
        paths: files or folders.
        bundled: whether the bundled vocabulary is part of it.

    Raises:
        OntologyError: a file cannot be read.
    """
    sources = read_sources(paths, bundled=bundled)
    graph = Graph()
    problems = [*_parse(sources, graph), *_find_problems(graph)]
    return tuple(sorted({_locate(problem, sources) for problem in problems}, key=_order))


def check_graph(graph: Graph, paths: Sequence[Path] = ()) -> tuple[Problem, ...]:
    """Return what is wrong with a graph that was written, by the shapes of the bundled vocabulary and the terms that it declares.

    Args:
        graph: all of it, named graphs merged.
        paths: files or folders of Turtle that extend the vocabulary.
    """
    vocabulary = _load(read_sources(paths))
    hierarchy = Graph()
    for triple in vocabulary.triples((None, RDFS.subClassOf, None)):
        hierarchy.add(triple)
    problems = [*_validate(graph + hierarchy), *find_unknown_terms(graph, vocabulary)]
    return tuple(sorted(set(problems), key=_order))


@lru_cache(maxsize=1)
def _load(sources: tuple[Source, ...]) -> Graph:
    """Return the vocabulary, which nobody is to change."""
    return parse_sources(sources)


def _parse(sources: Sequence[Source], graph: Graph) -> Iterator[Problem]:
    for source in sources:
        try:
            source.parse_into(graph)
        except OntologyError as error:
            yield Problem(Severity.ERROR, error.problem, path=source.path, line=error.line)


def _find_problems(graph: Graph) -> Iterator[Problem]:
    yield from _validate(graph)
    yield from find_unknown_terms(graph)
    yield from find_unknown_classes(graph)
    try:
        yield from _find_contradictions(graph)
    except UnknownTermError:
        return  # found above
    except (InvalidIriError, OntologyError) as error:
        yield Problem(Severity.ERROR, str(error))


def _find_contradictions(graph: Graph) -> Iterator[Problem]:
    """Yield what only shows in the vocabulary as it is loaded."""
    classes = read_classes(graph)
    relations = read_relations(graph, classes)
    yield from find_shared_triggers(relations.values())
    yield from find_shared_names(read_actors(graph, classes))
    yield from _find_late_beginnings(read_role_holdings(graph))


def _find_late_beginnings(holdings: Iterable[RoleHolding]) -> Iterator[Problem]:
    for held in holdings:
        end = held.end or held.start
        if end < held.start[: len(end)]:
            message = f"{compact(held.holder)} is {held.role} until {held.end}, before {held.start}, when that began"
            yield Problem(Severity.ERROR, message, held.holder)


def _validate(graph: Graph) -> Iterator[Problem]:
    """Yield what breaks the shapes."""
    shapes = Graph().parse(ontology_path() / SHAPES, format="turtle")
    _, report, _ = validate(graph, shacl_graph=shapes, inplace=True, do_owl_imports=False)
    for result in report.objects(None, SH.result):
        yield _read_result(report, result)


def _read_result(report: Graph, result: Node) -> Problem:
    focus, value, severity = (report.value(result, key) for key in (SH.focusNode, SH.value, SH.resultSeverity))
    message = "; ".join(sorted(map(str, report.objects(result, SH.resultMessage))))
    term = "" if focus is None or isinstance(focus, BNode) else str(focus)
    shown = f" ({compact(str(value))})" if value is not None and value != focus and not isinstance(value, BNode) else ""
    return Problem(
        Severity.ERROR if severity == SH.Violation else Severity.WARNING,
        f"{compact(term) or 'a node without IRI'}: {message}{shown}",
        term,
    )


def _locate(problem: Problem, sources: Sequence[Source]) -> Problem:
    """Return the problem with the place where its term is described."""
    for source in sources if problem.term and problem.path is None else ():
        line = source.find_line(problem.term)
        if line is not None:
            return replace(problem, path=source.path, line=line)
    return problem


def _order(problem: Problem) -> tuple[str, str, int, str]:
    return problem.severity, str(problem.path or ""), problem.line or 0, problem.message
