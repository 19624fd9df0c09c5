"""Load the vocabulary: the bundled files, and a user's."""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from rdflib import RDF, Graph

from graphbuild.errors import OntologyError
from graphbuild.model import digest
from graphbuild.ontology.actor_table import parse_actor_table
from graphbuild.ontology.combine import combine
from graphbuild.ontology.ontology import Ontology
from graphbuild.ontology.roster import read_actors, read_role_holdings
from graphbuild.ontology.turtle import Source, parse_sources, read_sources
from graphbuild.ontology.unknown import find_untyped_actors
from graphbuild.ontology.vocabulary import find_classes, read_classes, read_relations


def load_ontology(
    paths: Sequence[Path] = (), *, actors: Sequence[Path] = (), bundled: bool = True, replace: bool = False
) -> Ontology:
    """Return the vocabulary of the bundled files and of a user's that extend it.

    Files that have been loaded before are not parsed again unless they changed.

    Args:
        paths: files of OWL or RDFS in Turtle, N-Triples, RDF/XML or JSON-LD, or folders of them.
        actors: files with known actors: RDF, or tables in CSV with the columns of ``actor_table.COLUMNS``.
        bundled: whether the bundled vocabulary is part of it.
        replace: whether the relations of ``paths`` replace the bundled ones rather than extend them, and its classes those of
            their names.

    Raises:
        OntologyError: a file cannot be read, is not of the syntax that its suffix names, or contradicts another.
        UnknownTermError: a domain or range names no class.
    """
    ours, theirs, known = sort_sources(paths, actors, bundled=bundled)
    return _load(ours, theirs, known, replace)


def sort_sources(
    paths: Sequence[Path], actors: Sequence[Path] = (), *, bundled: bool = True
) -> tuple[tuple[Source, ...], tuple[Source, ...], tuple[Source, ...]]:
    """Return the bundled files, a user's vocabulary and a user's actors, each file once.

    Raises:
        OntologyError: a file or folder cannot be read.
    """
    ours = read_sources((), bundled=bundled)
    theirs = _without(read_sources(paths, bundled=False), ours)
    return ours, theirs, _without(read_sources(actors, bundled=False), (*ours, *theirs))


def load_graph(ours: tuple[Source, ...], theirs: Sequence[Source], known: Sequence[Source], *, replace: bool = False) -> Graph:
    """Return what all files say together.

    Raises:
        OntologyError: one is not of the syntax that its suffix names, or one that is to have actors has none.
    """
    graph = _load_bundled(ours)
    if theirs:
        graph = combine(graph, parse_sources(theirs), replace=replace)
    for source in known:
        graph = add_actors(graph, source)
    return graph


def add_actors(graph: Graph, source: Source) -> Graph:
    """Return a new graph that has the actors of a file too.

    Raises:
        OntologyError: the file cannot be parsed, or one of its actors is of no class.
    """
    own = Graph()
    if source.is_table:
        parse_actor_table(source.text, source.path, graph, own)
    else:
        source.parse_into(own)
        _check_actors(own, graph, source)
    return combine(graph, own)


def _without(sources: Sequence[Source], others: Sequence[Source]) -> tuple[Source, ...]:
    taken = {source.path.resolve() for source in others}
    return tuple(source for source in sources if source.path.resolve() not in taken)


@lru_cache(maxsize=4)
def _load(ours: tuple[Source, ...], theirs: tuple[Source, ...], known: tuple[Source, ...], replace: bool) -> Ontology:  # noqa: FBT001 - part of the key
    graph = load_graph(ours, theirs, known, replace=replace)
    classes = read_classes(graph)
    return Ontology(
        classes=classes,
        relations=read_relations(graph, classes),
        actors=read_actors(graph, classes),
        role_holdings=read_role_holdings(graph),
        digest=digest(*sorted(sha256(source.content).hexdigest() for source in (*ours, *theirs, *known)), *["replace"] * replace),
    )


@lru_cache(maxsize=1)
def _load_bundled(sources: tuple[Source, ...]) -> Graph:
    """Return the bundled vocabulary, which nobody is to change."""
    return parse_sources(sources)


def _check_actors(own: Graph, graph: Graph, source: Source) -> None:
    classes = find_classes(graph) | find_classes(own)
    problem = next(find_untyped_actors(own, classes), None)
    if problem is not None:
        raise OntologyError(problem.message, path=source.path, line=source.find_line(problem.term))
    if not any(type_ in classes for type_ in own.objects(None, RDF.type)):
        raise OntologyError("has no actors: nothing in it is of a class of the vocabulary", path=source.path)
