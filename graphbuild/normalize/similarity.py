"""Which relation the words of a predicate mean that are no trigger: that of the triggers that mean nearly the same."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graphbuild.model import Predicate
from graphbuild.normalize.phrase import Phrase, read_predicate, read_trigger
from graphbuild.normalize.word_vectors import WordVectors, load_word_vectors
from graphbuild.ontology import Ontology, Relation, Trigger

# How fast a trigger counts less the less alike it is: a cosine that is lower by 0.1 halves its weight.
_SHARPNESS = 8.0
# How many triggers the common words count for that are none: a phrase has to be nearer to a relation than to everything else.
_OTHERS = 1000
# How much of the meaning of "voice sympathy for" lies in its noun.
_NOUN = 0.7
# How alike two verbs have to be for their nouns to matter: who opposes a deal makes none.
_VERB_AT_LEAST = 0.4

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Similar:
    """A relation that a phrase may mean, the trigger that is nearest to the phrase, and how much of all that is near speaks for it."""

    relation: Relation
    is_inverse: bool
    nearest: str
    score: float


@dataclass(frozen=True, slots=True)
class _Known:
    """The triggers of one form, with the vectors of their words: a row each."""

    triggers: tuple[str, ...]
    meanings: tuple[tuple[Relation, bool], ...]
    """The relations that they mean, each with whether the trigger is inverse."""
    meaning_by_row: NDArray[np.intp]
    heads: Vector
    nouns: Vector | None


@dataclass(frozen=True, eq=False)
class SimilarPhrases:
    """The triggers of a vocabulary, to find those that a phrase is like."""

    ontology: Ontology
    vectors: WordVectors

    def find(self, phrase: Phrase, subject_type: str, object_type: str) -> Similar | None:
        """Return the relation that can hold between things of these types and whose triggers are most like ``phrase``."""
        known = self._known.get(phrase.form)
        head, noun = (self.vectors.find(word) for word in phrase.words)
        if known is None or head is None or (noun is None and phrase.noun):
            return None
        weights = np.exp(_SHARPNESS * (self._alike(known, head, noun) - 1.0))
        sums = np.bincount(known.meaning_by_row, weights, len(known.meanings))
        sums[[not self._fits(meaning, subject_type, object_type) for meaning in known.meanings]] = 0.0
        best = int(sums.argmax())
        if not sums[best]:
            return None
        total = float(weights.sum()) + self._weigh_others(phrase.others, head if noun is None else noun)
        nearest = int(np.where(known.meaning_by_row == best, weights, -1.0).argmax())
        return Similar(*known.meanings[best], known.triggers[nearest], float(sums[best]) / total)

    def _fits(self, meaning: tuple[Relation, bool], subject_type: str, object_type: str) -> bool:
        relation, is_inverse = meaning
        return self.ontology.fits(relation, *((object_type, subject_type) if is_inverse else (subject_type, object_type)))

    def _alike(self, known: _Known, head: Vector, noun: Vector | None) -> Vector:
        heads: Vector = known.heads @ head
        if noun is None or known.nouns is None:
            return heads
        together: Vector = (1 - _NOUN) * heads + _NOUN * (known.nouns @ noun)
        return np.where(heads < _VERB_AT_LEAST, -1.0, together)

    def _weigh_others(self, part: str, vector: Vector) -> float:
        """Return how much the common words count that are no trigger."""
        alike = self._others[part] @ vector
        return _OTHERS * float(np.exp(_SHARPNESS * (alike - 1.0)).mean())

    @cached_property
    def _known(self) -> Mapping[tuple[str, str, str], _Known]:
        rows: defaultdict[tuple[str, str, str], list[_Row]] = defaultdict(list)
        for relation, trigger, phrase in self._phrases():
            head, noun = (self.vectors.find(word) for word in phrase.words)
            if head is not None and (noun is not None or not phrase.noun):
                rows[phrase.form].append(_Row(trigger.phrase, (relation, trigger.is_inverse), head, noun))
        return {form: _gather(found) for form, found in rows.items()}

    @cached_property
    def _others(self) -> Mapping[str, Vector]:
        """The vectors of the common words that no trigger has, by part of speech."""
        taken = {word for _, _, phrase in self._phrases() for word in phrase.words}
        return {part: self.vectors.common(part, taken) for part in ("VERB", "NOUN", "ADJ")}

    def _phrases(self) -> Iterator[tuple[Relation, Trigger, Phrase]]:
        for relation in self.ontology.relations.values():
            for trigger in relation.triggers:
                phrase = read_trigger(trigger)
                if phrase is not None:
                    yield relation, trigger, phrase


def find_similar(predicate: Predicate, subject_type: str, object_type: str, ontology: Ontology) -> Similar | None:
    """Return the relation of ``ontology`` that the words of ``predicate`` are most likely to mean between things of these types."""
    phrase = read_predicate(predicate)
    return None if phrase is None else _similar_phrases(ontology).find(phrase, subject_type, object_type)


@lru_cache(maxsize=4)
def _similar_phrases(ontology: Ontology) -> SimilarPhrases:
    return SimilarPhrases(ontology, load_word_vectors())


class _Row(NamedTuple):
    trigger: str
    meaning: tuple[Relation, bool]
    head: Vector
    noun: Vector | None


def _gather(rows: Sequence[_Row]) -> _Known:
    number_by_meaning = {meaning: number for number, meaning in enumerate(dict.fromkeys(row.meaning for row in rows))}
    nouns = [row.noun for row in rows if row.noun is not None]
    return _Known(
        triggers=tuple(row.trigger for row in rows),
        meanings=tuple(number_by_meaning),
        meaning_by_row=np.array([number_by_meaning[row.meaning] for row in rows]),
        heads=np.stack([row.head for row in rows]),
        nouns=np.stack(nouns) if nouns else None,
    )
