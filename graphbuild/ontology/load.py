"""Load the vocabulary from Turtle."""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from graphbuild.model import digest
from graphbuild.ontology.ontology import Ontology
from graphbuild.ontology.roster import read_actors, read_role_holdings
from graphbuild.ontology.turtle import Source, parse_sources, read_sources
from graphbuild.ontology.vocabulary import read_classes, read_relations


def load_ontology(paths: Sequence[Path] = (), *, bundled: bool = True) -> Ontology:
    """Return the vocabulary of the bundled files and of ``paths``, files or folders of Turtle that extend it.

    Files that have been loaded before are not parsed again unless they changed.

    Args:
        paths: files or folders.
        bundled: whether the bundled vocabulary is part of it.

    Raises:
        OntologyError: a file cannot be read, is no Turtle, or contradicts another.
        UnknownTermError: a domain or range names no class.
    """
    return _load(read_sources(paths, bundled=bundled))


@lru_cache(maxsize=4)
def _load(sources: tuple[Source, ...]) -> Ontology:
    graph = parse_sources(sources)
    classes = read_classes(graph)
    return Ontology(
        classes=classes,
        relations=read_relations(graph, classes),
        actors=read_actors(graph, classes),
        role_holdings=read_role_holdings(graph),
        digest=digest(*sorted(sha256(source.content).hexdigest() for source in sources)),
    )
