"""Triggers for a relation that declares none, from its label alone."""

from collections.abc import Iterator

from graphbuild.ontology.terms import Trigger, TriggerKind, split_name

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_HAVE = frozenset({"has", "have", "had"})
_ARTICLES = frozenset({"a", "an", "the"})
_PREPOSITIONS = frozenset(
    "about against among as at between by for from in into of off on onto out over to toward towards under upon with".split()
)
_LEMMA_BY_PAST = {
    past: lemma
    for lemma, pasts in {
        "beat": "beaten",
        "become": "became",
        "begin": "began begun",
        "bid": "bade bidden",
        "bind": "bound",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "choose": "chose chosen",
        "deal": "dealt",
        "draw": "drew drawn",
        "drive": "drove driven",
        "fall": "fell fallen",
        "feed": "fed",
        "fight": "fought",
        "find": "found",
        "fly": "flew flown",
        "forbid": "forbade forbidden",
        "forgive": "forgave forgiven",
        "get": "got gotten",
        "give": "gave given",
        "go": "went gone",
        "grow": "grew grown",
        "hear": "heard",
        "hide": "hid hidden",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lay": "laid",
        "lead": "led",
        "leave": "left",
        "lend": "lent",
        "lose": "lost",
        "make": "made",
        "meet": "met",
        "overthrow": "overthrew overthrown",
        "pay": "paid",
        "ride": "rode ridden",
        "rise": "rose risen",
        "run": "ran",
        "say": "said",
        "see": "saw seen",
        "seek": "sought",
        "sell": "sold",
        "send": "sent",
        "shoot": "shot",
        "sit": "sat",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "steal": "stole stolen",
        "strike": "struck stricken",
        "swear": "swore sworn",
        "take": "took taken",
        "teach": "taught",
        "tell": "told",
        "think": "thought",
        "undertake": "undertook undertaken",
        "win": "won",
        "withdraw": "withdrew withdrawn",
        "withhold": "withheld",
        "write": "wrote written",
    }.items()
    for past in pasts.split()
}


def default_triggers(label: str) -> tuple[Trigger, ...]:
    """Return the triggers that the words of a label suggest, read as a verb, a noun and an adjective.

    A passive ("was acquired by") and a possession ("has capital") are the inverse of what a text says of the other side.

    >>> [f"{trigger.kind}: {trigger.phrase}" for trigger in default_triggers("is sponsor of")]
    ['adjective: sponsor of', 'noun: sponsor of', 'verb: be sponsor of']
    >>> [f"{trigger.kind}: {trigger.phrase} (inverse: {trigger.is_inverse})" for trigger in default_triggers("hasCapital")]
    ['noun: capital of (inverse: True)']
    """
    words = [word for word in split_name(label).split() if word not in _ARTICLES] or split_name(label).split()
    auxiliaries = words[: _count_auxiliaries(words)]
    words = words[len(auxiliaries) :]
    if not words:
        return ()
    if words[-1] == "by" and len(words) > 1 and _is_past(words[0]):
        found = _passive(words[:-1])
    elif auxiliaries and auxiliaries[-1] in _HAVE and not _is_past(words[0]):
        found = _possession(words)
    else:
        found = _plain(words, is_copular=bool(auxiliaries) and auxiliaries[-1] in _BE)
    return tuple(sorted(set(found), key=lambda trigger: (trigger.kind, trigger.phrase)))


def _count_auxiliaries(words: list[str]) -> int:
    """Return how many auxiliaries stand before the first other word; the last word of a label is none."""
    return next((place for place, word in enumerate(words[:-1]) if word not in _BE | _HAVE), len(words[:-1]))


def _passive(words: list[str]) -> Iterator[Trigger]:
    """Yield what the agent does: texts' own passives are turned by the reader."""
    for lemma in _lemmas(words[0]) - {words[0]}:
        yield from _forms([lemma, *words[1:]], "verb", is_inverse=True)


def _possession(words: list[str]) -> Iterator[Trigger]:
    if words[-1] not in _PREPOSITIONS:
        yield from _forms([*words, "of"], "noun", is_inverse=True)
        return
    yield from _forms(["have", *words], "verb")
    yield from _forms(words, "noun")


def _plain(words: list[str], *, is_copular: bool) -> Iterator[Trigger]:
    yield from _forms(words, "noun")
    yield from _forms(words, "adjective")
    if is_copular and not _is_past(words[0]):
        yield from _forms(["be", *words], "verb")
        return
    for lemma in _lemmas(words[0]):
        yield from _forms([lemma, *words[1:]], "verb")


def _forms(words: list[str], kind: TriggerKind, *, is_inverse: bool = False) -> Iterator[Trigger]:
    """Yield the words as they are, and with a later noun in the singular: "hold talk with"."""
    first, *rest = words
    yield Trigger(" ".join(words), kind, is_inverse)
    yield Trigger(" ".join([first, *map(_singular, rest)]), kind, is_inverse)


def _is_past(word: str) -> bool:
    return word in _LEMMA_BY_PAST or (word.endswith("ed") and len(word) > 3)


def _singular(word: str) -> str:
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
    return (f"{word[:-3]}y" if word.endswith("ies") else word[:-1]) if is_plural else word


def _lemmas(verb: str) -> set[str]:
    """Return what a verb may be a form of: "finances" of "finance" (and, harmlessly, of "financ")."""
    lemmas = {verb, _LEMMA_BY_PAST.get(verb, verb)}
    if verb.endswith(("ies", "ied")):
        lemmas.add(f"{verb[:-3]}y")
    for ending in ("s", "es", "d", "ed", "ing"):
        stem = verb.removesuffix(ending)
        if stem != verb and len(stem) > 2 and not stem.endswith("s"):
            lemmas.add(stem)
            if ending in {"ed", "ing"} and stem[-1] == stem[-2]:
                lemmas.add(stem[:-1])
    return lemmas
