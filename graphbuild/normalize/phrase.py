"""What of a predicate or a trigger carries its meaning, and what only joins it to its object."""

from dataclasses import dataclass

from graphbuild.model import Predicate
from graphbuild.ontology import Trigger

# Prepositions that say the same in front of an object.
_ALIKE = {"upon": "on", "towards": "to", "toward": "to", "between": "with", "among": "with", "within": "in", "inside": "in"}
_PREPOSITIONS = frozenset(
    "about across after against alongside among around as at before behind between by during for from in inside into like near of "
    "off on outside over through to toward towards under upon via with within without".split()
)
_PARTICLES = frozenset("apart aside away back down forward off out together up".split())
# Verbs that leave the meaning to their noun; all are as one, and like no other: who gives support is not who receives it.
_LIGHT = frozenset(
    "be begin conduct continue deliver express extend give grant have hold issue keep launch lend maintain make mount offer present "
    "provide put render show stage start undertake voice".split()
)
_LIGHT_VERB = "have"
_PARTS = {"verb": "VERB", "noun": "NOUN", "adjective": "ADJ"}
_KINDS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}

Word = tuple[str, str]
"""A part of speech and a lemma."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb, noun or adjective, the preposition that leads to its object, and a verb's own noun: "voice sympathy for"."""

    kind: str
    head: str
    noun: str = ""
    preposition: str = ""

    @property
    def form(self) -> tuple[str, str, str]:
        """What two phrases share that can be compared: the kind, what leads to the object, and whether the verb or its noun matters."""
        return self.kind, self._layout, self.preposition

    @property
    def _layout(self) -> str:
        if not self.noun:
            return "alone"
        return "light" if self.head == _LIGHT_VERB else "full"

    @property
    def words(self) -> tuple[Word, Word]:
        """The words that have a meaning: the head, and the verb's noun, if it has one."""
        return (_PARTS[self.kind], self.head), ("NOUN", self.noun)

    @property
    def others(self) -> str:
        """The part of speech of the word that matters most."""
        return "NOUN" if self.noun else _PARTS[self.kind]


def read_predicate(predicate: Predicate) -> Phrase | None:
    """Return what a predicate's words mean by; None for an affix, a title and a verb whose particle makes it another ("dress down")."""
    kind = _KINDS.get(predicate.pos)
    if kind is None or (predicate.particle and not predicate.noun):
        return None
    head = _LIGHT_VERB if predicate.noun and predicate.lemma in _LIGHT else predicate.lemma
    return Phrase(kind, head, predicate.noun if kind == "verb" else "", _preposition(predicate.preposition))


def read_trigger(trigger: Trigger) -> Phrase | None:
    """Return what a trigger's words mean by; None for an affix and for what means more than its words do one by one.

    That are verbs with a particle ("dress down") and nouns and adjectives that others qualify ("opposition party in").
    """
    words = trigger.phrase.split()
    preposition = words.pop() if len(words) > 1 and words[-1] in _PREPOSITIONS else ""
    head, *rest = words
    nouns = [word for word in rest if word not in _PARTICLES and word not in _PREPOSITIONS]
    if trigger.kind not in _PARTS or len(nouns) < len(rest) or len(nouns) > (trigger.kind == "verb"):
        return None
    return Phrase(trigger.kind, _LIGHT_VERB if nouns and head in _LIGHT else head, "".join(nouns), _preposition(preposition))


def _preposition(word: str) -> str:
    return _ALIKE.get(word, word)
