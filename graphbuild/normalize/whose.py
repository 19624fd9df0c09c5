"""Whose a body is, by the country in its name: "the Japanese Diet", "Ministry of Defence of Japan"."""

from dataclasses import dataclass, field
from functools import lru_cache

from graphbuild.model import Iri
from graphbuild.normalize.name_words import words_of
from graphbuild.ontology import Ontology

_MOST_WORDS = 5
_JOINERS = frozenset({"of", "in", "for"})


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of a body without its country, and the country; ``is_behind`` tells that the country stood behind the name."""

    core: tuple[str, ...]
    country: Iri | None = None
    is_behind: bool = False


@dataclass(frozen=True, eq=False)
class Owners:
    """The countries that the names of bodies tell, by a vocabulary."""

    ontology: Ontology
    _country_by_name: dict[tuple[str, ...], Iri | None] = field(default_factory=dict)
    _read: dict[str, BodyName] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Collect what countries and their people are called; a name of two countries tells neither."""
        for actor in self.ontology.actors:
            if self.ontology.is_a(actor.type, "Country"):
                for name in (*actor.names, *actor.acronyms, *actor.demonyms):
                    words = words_of(name)
                    is_new = self._country_by_name.setdefault(words, actor.iri) == actor.iri
                    self._country_by_name[words] = actor.iri if is_new else None

    def read(self, name: str) -> BodyName:
        """Return the name of a body taken apart; one that names two countries is left whole.

        >>> from graphbuild.ontology import load_ontology
        >>> Owners(load_ontology()).read("Japan's Ministry of Defence").core
        ('ministry', 'of', 'defense')
        """
        found = self._read.get(name)
        if found is None:
            found = self._read[name] = self._take_apart(words_of(name), is_bracketed=name.endswith(")"))
        return found

    def _take_apart(self, words: tuple[str, ...], *, is_bracketed: bool) -> BodyName:
        before, after = self._length_before(words), self._start_behind(words, is_bracketed=is_bracketed)
        if before and after is None and before < len(words):
            return BodyName(words[before:], self._country_by_name[words[:before]])
        if after is not None and not before:
            start, country = after
            return BodyName(words[:start], country, is_behind=True)
        return BodyName(words)

    def _length_before(self, words: tuple[str, ...]) -> int:
        lengths = range(min(_MOST_WORDS, len(words) - 1), 0, -1)
        return next((length for length in lengths if self._country_by_name.get(words[:length])), 0)

    def _start_behind(self, words: tuple[str, ...], *, is_bracketed: bool) -> tuple[int, Iri] | None:
        """Return where the words end before an "of" with a country, or a country in brackets, and the country."""
        for start in range(max(1, len(words) - _MOST_WORDS), len(words)):
            country = self._country_by_name.get(words[start:])
            if country is not None:
                end = start - 1 if words[start - 1] == "the" else start
                is_joined = words[end - 1] in _JOINERS
                return (end - is_joined, country) if end > is_joined and (is_joined or is_bracketed) else None
        return None


@lru_cache(maxsize=4)
def owners_of(ontology: Ontology) -> Owners:
    """Return the countries of a vocabulary; they are collected once."""
    return Owners(ontology)
