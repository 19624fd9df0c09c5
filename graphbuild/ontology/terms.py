"""What the vocabulary declares: classes of things, and relations with the phrases that express them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from graphbuild.model import Iri

TriggerKind: TypeAlias = Literal["verb", "noun", "adjective", "affix"]

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_AUXILIARIES = frozenset({"is", "are", "was", "were", "be", "been", "has", "have", "had"})


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

    ``inverse_name`` is the local name of the property that says the same from the other side, ``broader`` are those of relations
    that this one implies. An empty domain or range excludes nothing.
    """

    iri: Iri
    name: str
    label: str
    definition: str = ""
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    is_symmetric: bool = False
    inverse_name: str | None = None
    broader: tuple[str, ...] = ()
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


def default_triggers(label: str) -> tuple[Trigger, ...]:
    """Return triggers for a relation that declares none: the words of its label, read as a verb, a noun and an adjective.

    >>> [f"{trigger.kind}: {trigger.phrase}" for trigger in default_triggers("is sponsor of")]
    ['adjective: sponsor of', 'noun: sponsor of', 'verb: sponsor of']
    """
    words = split_name(label).split()
    if len(words) > 1 and words[0] in _AUXILIARIES:
        words = words[1:]
    if not words:
        return ()
    first, rest = words[0], words[1:]
    forms: list[tuple[str, TriggerKind]] = [(first, "noun"), (first, "adjective"), *((lemma, "verb") for lemma in _lemmas(first))]
    return tuple(sorted({Trigger(" ".join([form, *rest]), kind) for form, kind in forms}, key=lambda t: (t.kind, t.phrase)))


def _lemmas(verb: str) -> set[str]:
    """Return what a verb may be a form of: "finances" of "finance" (and, harmlessly, of "financ")."""
    lemmas = {verb}
    if verb.endswith("ies"):
        lemmas.add(f"{verb[:-3]}y")
    for ending in ("s", "es", "d", "ed", "ing"):
        stem = verb.removesuffix(ending)
        if stem != verb and len(stem) > 2 and not stem.endswith("s"):
            lemmas.add(stem)
    return lemmas
