"""What the vocabulary declares: classes of things, and relations with the phrases that express them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from graphbuild.model import Iri

TriggerKind: TypeAlias = Literal["verb", "noun", "adjective", "affix"]

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True, order=True)
class EntityClass:
    """A type of things.

    ``broader`` are the local names of its superclasses, ``nouns`` the lemmas that head names of such things.
    """

    iri: Iri
    name: str
    label: str
    definition: str = ""
    broader: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Trigger:
    """Lemmas that express a relation; with an inverse one, the subject in the text is the relation's object."""

    phrase: str
    kind: TriggerKind
    is_inverse: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """A property of the ontology. Its subjects are of any class of ``domain``, its objects of any of ``range``.

    ``inverse`` is the property that says the same from the other side, ``inverse_name`` its local name; ``broader`` are the local
    names of relations that this one implies, ``opposites`` of those that cannot hold beside it, ``ended_by`` of those that hold once
    it is over. An empty domain or range excludes nothing.
    """

    iri: Iri
    name: str
    label: str
    definition: str = ""
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    is_symmetric: bool = False
    inverse_name: str | None = None
    inverse: Iri | None = None
    broader: tuple[str, ...] = ()
    opposites: tuple[str, ...] = ()
    ended_by: tuple[str, ...] = ()
    triggers: tuple[Trigger, ...] = field(default=(), repr=False, hash=False)


def count_steps(name: str, classes: Mapping[str, EntityClass]) -> dict[str, int]:
    """Return how many steps up from a class each of its ancestors is; itself is none."""
    steps = {name: 0}
    for ancestor in (queue := [name]):
        for parent in classes[ancestor].broader:
            if parent in classes and parent not in steps:
                steps[parent] = steps[ancestor] + 1
                queue.append(parent)
    return steps


def normalize_phrase(text: str) -> str:
    """Return a trigger in the form in which it is looked up."""
    return " ".join(text.casefold().split())


def split_name(name: str) -> str:
    """Return the words of a local name.

    >>> split_name("holdsRole")
    'holds role'
    """
    return " ".join(_HUMP.sub(" ", name).replace("_", " ").replace("-", " ").lower().split())
