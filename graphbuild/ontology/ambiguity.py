"""Triggers that could mean either of two relations, and names that could mean either of two actors."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from graphbuild.model.name import normalize_name
from graphbuild.ontology.actors import KnownActor, is_initialism
from graphbuild.ontology.prefixes import compact
from graphbuild.ontology.problem import Problem, Severity
from graphbuild.ontology.terms import Relation, Trigger


def find_shared_triggers(relations: Iterable[Relation]) -> Iterator[Problem]:
    """Yield the triggers that two relations of the same domain and range have, so that no type tells which is meant."""
    claims: dict[tuple[Trigger, tuple[str, ...], tuple[str, ...]], list[Relation]] = defaultdict(list)
    for relation in relations:
        for trigger in relation.triggers:
            claims[trigger, relation.domain, relation.range].append(relation)
    for (trigger, *_), claimants in claims.items():
        for first, second in combinations(claimants, 2):
            names = f"{compact(first.iri)} and {compact(second.iri)}"
            message = f"{names} have the same domain and range, and both the {trigger.kind} trigger {trigger.phrase!r}"
            yield Problem(Severity.ERROR, message, second.iri)


def find_shared_names(actors: Iterable[KnownActor]) -> Iterator[Problem]:
    """Yield the names that several actors of one type and one country have, so that nothing tells which is meant."""
    claims: dict[tuple[object, ...], dict[str, str]] = defaultdict(dict)
    for actor in actors:
        for name in (*actor.names, *actor.acronyms):
            is_exact = is_initialism(name) or name in actor.acronyms
            key = name if is_exact else normalize_name(name)
            claims[key, actor.type, actor.country].setdefault(actor.iri, name)
    for names in claims.values():
        if len(names) > 1:
            *_, last = names
            message = f"{', '.join(map(compact, names))} are all called {names[last]!r}, and no type or country tells them apart"
            yield Problem(Severity.WARNING, message, last)
