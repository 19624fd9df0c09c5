"""The shorter names that a full name leaves room for: "Tsai", "the Diet", "JSDF"."""

from collections.abc import Collection, Iterator, Mapping
from enum import Enum, auto

from graphbuild.model import Iri, MergeReason
from graphbuild.normalize.compare import Comparer, Named, Verdict, sound_or_none
from graphbuild.normalize.name_words import PARTICLES, PersonName, acronym_letters, body_key, initials_of, person_name, words_of

_LEAST_INITIALS = 3


class Scope(Enum):
    """Where names are compared: a document names one thing fully once, a collection speaks of many."""

    DOCUMENT = auto()
    COLLECTION = auto()


_SCORES: Mapping[tuple[str, Scope], Verdict] = {
    ("middle", Scope.DOCUMENT): (MergeReason.PART_OF_NAME, 0.92),
    ("middle", Scope.COLLECTION): (MergeReason.PART_OF_NAME, 0.85),
    ("last", Scope.DOCUMENT): (MergeReason.PART_OF_NAME, 0.9),
    ("last", Scope.COLLECTION): (MergeReason.PART_OF_NAME, 0.74),
    ("first", Scope.DOCUMENT): (MergeReason.PART_OF_NAME, 0.82),
    ("first", Scope.COLLECTION): (MergeReason.PART_OF_NAME, 0.72),
    ("sound", Scope.DOCUMENT): (MergeReason.SPELLING, 0.78),
    ("initial", Scope.DOCUMENT): (MergeReason.PART_OF_NAME, 0.8),
    ("country", Scope.DOCUMENT): (MergeReason.WITHOUT_COUNTRY, 0.8),
    ("head", Scope.DOCUMENT): (MergeReason.PART_OF_NAME, 0.75),
    ("owner", Scope.DOCUMENT): (MergeReason.PART_OF_NAME, 0.78),
    ("initials", Scope.DOCUMENT): (MergeReason.INITIALS, 0.8),
}
"""How a name is shorter, and where: why it is one with the full name, and how sure. What is missing is too unsure."""


def shorter_names(named: Named, comparer: Comparer, scope: Scope, homes: Collection[Iri] = ()) -> Iterator[tuple[str, Verdict]]:
    """Yield what a thing may be called for short, each with why and how sure that is.

    The countries ``homes`` are those that go without saying: "the Diet" in a text on Japan.
    """
    is_person = comparer.is_person(named)
    forms = _of_person(person_name(named.name), comparer) if is_person else _of_body(named, comparer, homes)
    for form, kind in forms:
        verdict = _SCORES.get((kind, scope))
        if verdict is not None:
            yield form, verdict


def short_keys(named: Named, comparer: Comparer) -> Iterator[str]:
    """Yield under what a name is looked up among the shorter names of others."""
    if comparer.is_person(named):
        name = person_name(named.name)
        yield f"person {name.squeezed} {name.generation}"
        sound = sound_or_none(name.words[0]) if len(name.words) == 1 else None
        if sound is not None:
            yield f"person sounds {sound}"
        return
    body = comparer.owners.read(named.name)
    if body.country is None:
        yield f"body {body_key(body.core)}"
    letters = acronym_letters(named.name)
    if letters is not None and len(letters) >= _LEAST_INITIALS:
        yield f"initials {letters}"


def _of_person(name: PersonName, comparer: Comparer) -> Iterator[tuple[str, str]]:
    words, generation = name.words, name.generation
    if len(words) < 2:
        return
    first, last = words[0], words[-1]
    if len(words) > 2:
        yield from _without_middle(name)
        for length in range(2, len(words)):
            if words[length - 1] not in comparer.given_names | PARTICLES:
                yield f"person {''.join(words[:length])} {generation}", "first"
    if len(first) > 1:
        yield f"person {first[0]}{last} {generation}", "initial"
    for start in _family_starts(words):
        yield from ((f"person {''.join(words[start:])} {each}", "last") for each in {generation, ""})
    yield f"person {first} ", "first"
    yield from ((f"person sounds {sound}", "sound") for sound in {sound_or_none(first), sound_or_none(last)} if sound)


def _without_middle(name: PersonName) -> Iterator[tuple[str, str]]:
    first, last = name.words[0], name.words[-1]
    yield f"person {first}{last} {name.generation}", "middle"
    if len(name.middle) == 1:
        yield f"person {first}{name.middle[0][0]}{last} {name.generation}", "middle"


def _family_starts(words: tuple[str, ...]) -> Iterator[int]:
    """Yield where a family name may start: at the last word, at a particle before it, at the first of two in a long name."""
    for start in range(1, len(words)):
        if start == len(words) - 1 or words[start] in PARTICLES or (start == len(words) - 2 > 1):
            yield start


def _of_body(named: Named, comparer: Comparer, homes: Collection[Iri]) -> Iterator[tuple[str, str]]:
    body = comparer.owners.read(named.name)
    if body.country in homes and comparer.is_of_state(named.type):
        yield f"body {body_key(body.core)}", "country"
    if not comparer.ontology.is_a(named.type, "Organization"):
        return
    first, *rest = body.core
    if rest and body.country is None and all(comparer.is_generic(word) for word in rest) and not comparer.is_generic(first):
        yield f"body {first}", "head"
    owned = _owned(named.name)
    if owned is not None:
        yield f"body {body_key(comparer.owners.read(owned).core)}", "owner"
    spellings = {initials_of(words_of(named.name)), initials_of(body.core)}
    yield from ((f"initials {letters}", "initials") for letters in spellings)


def _owned(name: str) -> str | None:
    """Return the name without the acronym or the owner before it: "LDP Youth Division", "the party's Youth Division"."""
    words = name.split()
    if len(words) > 2 and (acronym_letters(words[0]) is not None or words[0].endswith(("'s", "’s"))):
        return " ".join(words[1:])
    return None
