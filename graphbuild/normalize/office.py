"""Who is meant by a post: "the Taiwanese president" in a text of December 2016."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from graphbuild.model import Iri, Mention
from graphbuild.model.name import normalize_name
from graphbuild.ontology import KnownActor, Ontology

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_NOW = frozenset({"current", "incumbent", "sitting", "the", "of"})
# Behind them a post is anybody's, or not held at the time.
_NOT_HIS = frozenset("a an another any every each no some former ex next future first last previous new would-be".split())
_SAME_POST = {"premier": "prime minister", "prime minister": "premier"}
_LEADERS = ("leader", "president", "chairperson", "general secretary", "secretary general")
_SURE, _NAMED_IN_TEXT = 0.9, 0.8


@dataclass(frozen=True, slots=True)
class Offices:
    """Finds the holder of a post at a date."""

    ontology: Ontology

    def find_holder(
        self, mention: Mention, body: Iri, when: str, *, before: str, named: Collection[str] = ()
    ) -> tuple[KnownActor, float] | None:
        """Return who is meant by a description of a post, and how sure that is; None unless only one person can be.

        Args:
            mention: the description: "Taiwanese president".
            body: whose post it is.
            when: an ISO 8601 date or interval.
            before: the text before the description.
            named: the local names of the people whom the text names, who are more likely meant.
        """
        post = post_of(mention)
        days = _days(when)
        if post is None or days is None or _last_word(before) in _NOT_HIS:
            return None
        for title in self._titles(post, body):
            holders = self.ontology.find_holders(title, body, *days)
            in_text = [holder for holder in holders if holder.iri.local_name in named]
            if len(holders) == 1:
                return holders[0], _SURE
            if len(in_text) == 1:
                return in_text[0], _NAMED_IN_TEXT
            if holders:
                return None
        return None

    def _titles(self, post: str, body: Iri) -> tuple[str, ...]:
        """Return what the post may be called: whoever heads a party may be its president or its chairman."""
        if post in _LEADERS and any(
            actor.type == "PoliticalParty" and actor.iri.local_name == body.local_name for actor in self.ontology.actors
        ):
            return tuple(dict.fromkeys((post, *(_LEADERS if post == "leader" else ()))))
        return (post, _SAME_POST[post]) if post in _SAME_POST else (post,)


def post_of(mention: Mention) -> str | None:
    """Return the post that a description names, without whose it is and since when, None if it says anything else.

    >>> from graphbuild.model import Span
    >>> post_of(Mention(Span("a", 0, 1), "", name="Taiwan's current president", modifiers=("Taiwan",)))
    'president'
    """
    words = f" {normalize_name(mention.name)} "
    for modifier in sorted(mention.modifiers, key=len, reverse=True):
        words = re.sub(rf" {re.escape(normalize_name(modifier))}(?:'s|')? ", " ", words, count=1)
    return " ".join(word for word in words.split() if word not in _NOW and word != "'s") or None


def _last_word(text: str) -> str:
    words = text[-40:].casefold().split()
    return words[-1].strip('-–“"(') if words else ""


def _days(when: str) -> tuple[str, str] | None:
    """Return the first and the last day of a date or interval, as exact as it says."""
    first, _, last = when.partition("/")
    last = last or first
    return (first, last) if _DATE.fullmatch(first) and _DATE.fullmatch(last) else None
