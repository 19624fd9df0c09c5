"""The terms of the vocabulary that decisions speak of."""

from collections.abc import Collection
from difflib import get_close_matches

from graphbuild.decisions.decision import Decisions, Kind
from graphbuild.errors import DecisionError


def check_terms(decisions: Decisions, *, relations: Collection[str], classes: Collection[str]) -> None:
    """Refuse decisions that give a relation or a type which the vocabulary does not have.

    Args:
        decisions: what to look through.
        relations: the local names of the relations.
        classes: the local names of the types.

    Raises:
        DecisionError: an entry names one that is not there.
    """
    given: list[tuple[int, Kind, str, str, Collection[str]]]
    given = [(entry.number, entry.kind, "type", entry.to, classes) for entry in decisions.names if entry.kind is Kind.RETYPE]
    given += [(entry.number, entry.kind, "relation", entry.change.relation, relations) for entry in decisions.statements]
    for number, kind, what, name, known in sorted(given, key=lambda each: each[0]):
        if name and name not in known:
            close = get_close_matches(name, sorted(known), n=1)
            hint = f" (did you mean {close[0]!r}?)" if close else ""
            raise DecisionError(decisions.path, f"there is no {what} {name!r}{hint}", entry=number, kind=kind)
