"""What is known of actors before any text is read, and how they are found by name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphbuild.model import Iri
from graphbuild.model.name import normalize_name


@dataclass(frozen=True, slots=True, order=True)
class KnownActor:
    """A thing of the vocabulary.

    ``metonyms`` are names of other things that stand for it: "Tokyo" for the Government of Japan.
    """

    iri: Iri
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    family_name: str = ""
    country: Iri | None = None
    government_of: Iri | None = None
    capital_of: Iri | None = None
    same_as: tuple[Iri, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return what the actor is called in full, the label first."""
        return (self.label, *self.aliases)


_SAME_ROLES = {"defence": "defense", "pm": "prime minister", **dict.fromkeys(("chairman", "chairwoman", "chair"), "chairperson")}


def normalize_role(title: str) -> str:
    """Return a post in the form in which posts are compared.

    >>> normalize_role("Minister of Foreign Affairs"), normalize_role("Defence Minister"), normalize_role("Chairwoman")
    ('foreign minister', 'defense minister', 'chairperson')
    """
    words = [_SAME_ROLES.get(word, word) for word in normalize_name(title).replace("-", " ").split()]
    if len(words) > 2 and words[0] in {"minister", "secretary"} and words[1] in {"of", "for"} and words[2] != "state":
        words = [*words[2:], words[0]]
    return " ".join(word for word in words if word != "affairs")


@dataclass(frozen=True, slots=True, order=True)
class RoleHolding:
    """That somebody held a role from a date until a date; ``end`` is None while it lasts.

    Dates are ISO 8601, as exact as they are known: "2012", "2012-12-26".
    """

    holder: Iri
    role: str
    role_of: Iri
    start: str
    end: str | None = None

    def overlaps(self, first: str, last: str) -> bool:
        """Tell whether the role may have been held on a day from ``first`` to ``last``, as exact as the dates are."""
        return _is_until(self.start, last) and (self.end is None or _is_until(first, self.end))


def _is_until(early: str, late: str) -> bool:
    """Tell whether one date may lie before or on another, as far as both say."""
    length = min(len(early), len(late))
    return early[:length] <= late[:length]


class NameIndex:
    """Finds actors by name: initials ("WHO", "U.S.") in this case only, everything else however it is written."""

    def __init__(self, names: Iterable[tuple[str, KnownActor]], initials: Iterable[tuple[str, KnownActor]] = ()) -> None:
        folded: dict[str, dict[Iri, KnownActor]] = {}
        exact: dict[str, dict[Iri, KnownActor]] = {}
        for name, actor in names:
            if is_initialism(name):
                exact.setdefault(_exact(name), {})[actor.iri] = actor
            else:
                folded.setdefault(normalize_name(name), {})[actor.iri] = actor
        for name, actor in initials:
            exact.setdefault(_exact(name), {})[actor.iri] = actor
        self._folded = _sorted(folded)
        self._exact = _sorted(exact)

    def find(self, name: str) -> tuple[KnownActor, ...]:
        """Return the actors of that name, those whose initials it is first."""
        exact = self._exact.get(_exact(name), ())
        folded = self._folded.get(normalize_name(name), ())
        return tuple(dict.fromkeys((*exact, *folded)))


def is_initialism(name: str) -> bool:
    """Tell whether a name is one word in capitals, which would be another word in small letters ("US", "WHO").

    >>> is_initialism("U.S."), is_initialism("Japan"), is_initialism("UN WOMEN")
    (True, False, False)
    """
    return name.isupper() and len(name.split()) == 1 and sum(map(str.isalpha, name)) > 1


def _exact(name: str) -> str:
    """Return initials without what is not always written: "the U.S." is "US"."""
    words = name.replace(".", "").split()
    return " ".join(words[1:] if len(words) > 1 and words[0].casefold() == "the" else words)


def _sorted(actors_by_name: Mapping[str, Mapping[Iri, KnownActor]]) -> dict[str, tuple[KnownActor, ...]]:
    return {name: tuple(actors[iri] for iri in sorted(actors)) for name, actors in actors_by_name.items() if name}
