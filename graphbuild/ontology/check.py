"""Find what is wrong with a vocabulary."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rdflib import Graph

from graphbuild.assets import ontology_path
from graphbuild.errors import InvalidIriError, OntologyError, UnknownTermError
from graphbuild.ontology.actors import RoleHolding
from graphbuild.ontology.ambiguity import find_shared_names, find_shared_triggers
from graphbuild.ontology.combine import combine
from graphbuild.ontology.load import add_actors, sort_sources
from graphbuild.ontology.prefixes import compact
from graphbuild.ontology.problem import Problem, Severity
from graphbuild.ontology.roster import read_actors, read_role_holdings
from graphbuild.ontology.shacl import find_violations
from graphbuild.ontology.turtle import SHAPES, Source
from graphbuild.ontology.unknown import find_unknown_classes, find_unknown_terms
from graphbuild.ontology.vocabulary import read_classes, read_relations


def check_ontology(
    paths: Sequence[Path] = (), *, actors: Sequence[Path] = (), bundled: bool = True, replaces: bool = False
) -> tuple[Problem, ...]:
    """Return what is wrong with the vocabulary of the bundled files and of a user's, errors first.

    A file that cannot be parsed is one of the problems; the others are checked without it.

    Args:
        paths: files of OWL or RDFS, or folders of them.
        actors: files with known actors.
        bundled: whether the bundled vocabulary is part of it.
        replaces: whether the relations of ``paths`` replace the bundled ones.

    Raises:
        OntologyError: a file cannot be read.
    """
    ours, theirs, known = sort_sources(paths, actors, bundled=bundled)
    graph, own = Graph(), Graph()
    problems = [*_parse(ours, graph), *_parse(theirs, own)]
    if theirs:
        graph = combine(graph, own, replace=replaces)
    for source in known:
        try:
            graph = add_actors(graph, source)
        except OntologyError as error:
            problems.append(_problem(error, source))
    problems += _find_problems(graph)
    sources = (*ours, *theirs, *known)
    return tuple(sorted({_locate(problem, sources) for problem in problems}, key=_order))


def _parse(sources: Sequence[Source], graph: Graph) -> Iterator[Problem]:
    for source in sources:
        try:
            source.parse_into(graph)
        except OntologyError as error:
            yield _problem(error, source)


def _problem(error: OntologyError, source: Source) -> Problem:
    return Problem(Severity.ERROR, error.problem, path=source.path, line=error.line)


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
    for violation in find_violations(graph, shapes):
        yield Problem(violation.severity, str(violation), violation.focus)


def _locate(problem: Problem, sources: Sequence[Source]) -> Problem:
    """Return the problem with the place where its term is described."""
    for source in sources if problem.term and problem.path is None else ():
        line = source.find_line(problem.term)
        if line is not None:
            return replace(problem, path=source.path, line=line)
    return problem


def _order(problem: Problem) -> tuple[str, str, int, str]:
    return problem.severity, str(problem.path or ""), problem.line or 0, problem.message
