"""Write a sentence again with other names of the same types."""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from training.name_types import ORGANIZATIONS, PLACES, NamedSentence, NameSpan, space

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_SHARE = 0.5
_WITH_ARTICLE = re.compile(r"Republic|Kingdom|Union|United|States|Islands|Emirates|Federation|Netherlands|Philippines|^U")


@dataclass(frozen=True, slots=True)
class NamePools:
    """Names to choose from, by type; ``acronyms`` are the names that have one."""

    names: dict[str, tuple[tuple[str, ...], ...]]
    acronyms: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    demonyms: tuple[str, ...]

    def choose(self, words: Sequence[str], type_: str, rng: random.Random) -> tuple[str, ...]:
        """Return another name like ``words``: a surname for a single word, an election of another year and country."""
        if type_ == "Election":
            return self._election(words, rng)
        names = self.names.get(type_)
        if not names:
            return tuple(words)
        if len(words) == 1 and len(words[0]) > 1 and words[0].isupper() and type_ in self.acronyms:
            return (rng.choice(self.acronyms[type_])[1],)
        name = rng.choice(names)
        if type_ in {"Politician", "Person"} and len(words) == 1:
            return name[-1:]
        return name

    def _election(self, words: Sequence[str], rng: random.Random) -> tuple[str, ...]:
        varied = []
        for word in words:
            if _YEAR.fullmatch(word):
                varied.append(str(rng.randint(1900, 2024)))
            else:
                varied.append(rng.choice(self.demonyms) if word in self.demonyms else word)
        return tuple(varied)


def vary_sentence(sentence: NamedSentence, pools: NamePools, rng: random.Random) -> NamedSentence:
    """Return the sentence with about half of its names of one type replaced, the same name by the same name."""
    chosen: dict[tuple[tuple[str, ...], frozenset[str]], tuple[str, ...]] = {}
    words: list[str] = []
    spans: list[NameSpan] = []
    place: dict[int, int] = {}
    at = 0
    for index, span in enumerate(sentence.names.spans):
        for number in range(at, span.start):
            place[number] = len(words)
            words.append(sentence.words[number])
        old = sentence.words[span.start : span.end]
        key = (old, span.types)
        if key not in chosen:
            before = sentence.words[span.start - 1] if span.start else ""
            chosen[key] = _replacement(old, before, span, pools, rng)
            _bind_acronym(sentence, index, chosen, pools, rng)
        new = chosen[key]
        types = span.types if new == old else frozenset({_type(span)})
        spans.append(NameSpan(len(words), len(words) + len(new), types))
        words += new
        at = span.end
    for number in range(at, len(sentence.words)):
        place[number] = len(words)
        words.append(sentence.words[number])
    unknown = frozenset(place[index] for index in sentence.names.unknown if index in place)
    names = replace(sentence.names, spans=tuple(spans), unknown=unknown)
    return NamedSentence(tuple(words), space(words), names)


def _replacement(old: tuple[str, ...], before: str, span: NameSpan, pools: NamePools, rng: random.Random) -> tuple[str, ...]:
    type_ = _type(span)
    if not type_ or rng.random() >= _SHARE:
        return old
    new = pools.choose(old, type_, rng)
    fits = type_ != "Country" or before.casefold() == "the" or not _WITH_ARTICLE.search(" ".join(new))
    return new if fits else old


def _type(span: NameSpan) -> str:
    """Return the type of names that may stand in a span's place; "" if it is too uncertain."""
    if len(span.types) == 1:
        return next(iter(span.types))
    if span.types <= PLACES:
        return "Place"
    return "Organization" if span.types <= ORGANIZATIONS else ""


def _bind_acronym(
    sentence: NamedSentence,
    index: int,
    chosen: dict[tuple[tuple[str, ...], frozenset[str]], tuple[str, ...]],
    pools: NamePools,
    rng: random.Random,
) -> None:
    """Where "(DPP)" follows a name, keep both, or replace both by a name that has an acronym."""
    span, following = sentence.names.spans[index], sentence.names.spans[index + 1 : index + 2]
    old = sentence.words[span.start : span.end]
    if not following:
        return
    short = following[0]
    bracketed = short.start == span.end + 1 and sentence.words[span.end] == "(" and short.end - short.start == 1
    if not bracketed or short.types != span.types:
        return
    if chosen[old, span.types] == old:
        chosen[(sentence.words[short.start],), short.types] = (sentence.words[short.start],)
        return
    name, acronym = rng.choice(pools.acronyms.get(_type(span), ((old, sentence.words[short.start]),)))
    chosen[old, span.types] = name
    chosen[(sentence.words[short.start],), short.types] = (acronym,)


def tokenize(name: str) -> tuple[str, ...]:
    """Split a name as the corpora do: at spaces, and before a possessive and a comma.

    >>> tokenize("Taiwan's Democratic Progressive Party")
    ('Taiwan', "'s", 'Democratic', 'Progressive', 'Party')
    """
    return tuple(re.sub(r"(['’]s\b|,)", r" \1", name).split())


def seen_names(sentences: Iterable[NamedSentence]) -> dict[str, set[tuple[str, ...]]]:
    """Return the names of each type where the type is certain."""
    names: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for sentence in sentences:
        for span in sentence.names.spans:
            if len(span.types) == 1:
                names[next(iter(span.types))].add(sentence.words[span.start : span.end])
    return names
