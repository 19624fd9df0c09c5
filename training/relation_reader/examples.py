"""What the relation reader is trained on: passages in numbers, with the facts between their mentions."""

import random
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from graphbuild.classify.candidates import MentionCandidate, find_candidates
from graphbuild.classify.features import TYPE_NUMBERS, Features, Floats, features_of
from graphbuild.classify.hints import Hints, hints_of
from graphbuild.classify.reader import LEAST_MENTION
from graphbuild.extract.coreference import link_pronouns
from graphbuild.language.encoder import STATES_KEY, Encoder
from graphbuild.model import Document
from graphbuild.parse import Parser
from training.relation_corpus.passage import CorpusFact, Offsets, Passage

FACTUALITIES: Final = ("asserted", "planned", "hypothetical", "negated")
_SWAPPED: Final = 0.6
_FACTUALITY: Final = {name: number for number, name in enumerate(FACTUALITIES)}

Fact = tuple[str, int, str]
"""Subject's entity, the relation's number, object's entity."""
States = npt.NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class ParsedPassage:
    """A passage with its parse, the candidates in it, and the mention that each candidate is, by its place among the passage's."""

    passage: Passage
    doc: Doc
    states: States
    candidates: tuple[MentionCandidate, ...]
    matches: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The mentions of a passage, as annotated or as found, with the facts between them.

    ``pairs`` are the ordered pairs of mentions of different things in a sentence, (pairs, 2), and ``entities`` what they speak of;
    ``roles`` what each word is to each pair, (pairs, words). ``relations`` tells which hold, (pairs, relations), ``known`` which are
    known to hold or not (what is said of two things is annotated at one pair of their mentions); ``factuality`` is the number of the
    pair's factuality, -1 without a relation; ``triggers`` are first word and end of the trigger, (pairs, 2), -1 without.
    """

    features: Features
    pairs: npt.NDArray[np.int64]
    entities: tuple[tuple[str, str], ...]
    roles: npt.NDArray[np.int8]
    relations: npt.NDArray[np.float32]
    known: npt.NDArray[np.float32]
    factuality: npt.NDArray[np.int64]
    triggers: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """A passage; ``variants`` are the states of its words, (words, 2, width), as they stand and with other names in them."""

    passage: str
    variants: tuple[States, ...]
    hints: Floats
    views: tuple[View, ...]
    """As annotated, and as found."""


def parse_passages(passages: Iterable[Passage], parser: Parser) -> Iterator[ParsedPassage]:
    """Yield passages of one paragraph as graphbuild parses them, pronouns linked; the encoder has to be tapped."""
    passages = list(passages)
    documents = (Document(passage.id, passage.text) for passage in passages)
    for passage, parsed in zip(passages, parser(documents), strict=True):
        if len(parsed.docs) == 1:
            (doc,) = parsed.docs
            link_pronouns(parsed.docs)
            candidates = tuple(find_candidates(doc))
            yield ParsedPassage(passage, doc, doc.user_data[STATES_KEY], candidates, tuple(_matches(passage, doc, candidates)))


def _matches(passage: Passage, doc: Doc, candidates: Iterable[MentionCandidate]) -> Iterator[int | None]:
    """Yield the mention with each candidate's head, of several that of the likest extent."""
    by_head: dict[int, list[tuple[int, int, int]]] = {}
    for index, mention in enumerate(passage.mentions):
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span:
            by_head.setdefault(span.root.i, []).append((index, span.start, span.end))
    for candidate in candidates:
        start, end, head = candidate.place
        found = min(by_head.get(head, ()), key=lambda each: abs(each[1] - start) + abs(each[2] - end), default=None)
        yield None if found is None else found[0]


@dataclass(frozen=True, slots=True)
class ExampleMaker:
    """Makes examples; what is ``labelled`` are the relations that the annotation speaks of."""

    relations: Sequence[str]
    symmetric: frozenset[str]
    hints: Hints
    labelled: Collection[str] | None = None

    def __call__(self, parsed: ParsedPassage, variants: Iterable[States], found: Floats | None) -> Example | None:
        """Return the example of a passage, None if it has no pair of mentions.

        ``found`` are the detector's shares of the candidates, (candidates, 1 + types), if the passage is to be seen as found too.
        """
        views = [self._annotated(parsed), *([self._found(parsed, found)] if found is not None else [])]
        kept = tuple(view for view in views if view is not None)
        if len(kept) != len(views):
            return None
        hints = hints_of(parsed.doc[:], self.hints, len(self.relations))
        return Example(parsed.passage.id, (parsed.states, *variants), hints, kept)

    def _annotated(self, parsed: ParsedPassage) -> View | None:
        passage, doc = parsed.passage, parsed.doc
        spans = ((index, _tokens(doc, (m.start, m.end))) for index, m in enumerate(passage.mentions))
        chosen = [(index, span) for index, span in spans if span is not None]
        types = [TYPE_NUMBERS.get(passage.type_of(passage.mentions[index]), 0) for index, _ in chosen]
        return self._view(parsed, [index for index, _ in chosen], [span for _, span in chosen], types)

    def _found(self, parsed: ParsedPassage, found: Floats) -> View | None:
        rows = np.flatnonzero(1 - found[:, 0] >= LEAST_MENTION).tolist()
        spans = [(parsed.candidates[row].place.start, parsed.candidates[row].place.end) for row in rows]
        types = (found[rows, 1:].argmax(1) + 1).tolist() if rows else []
        return self._view(parsed, [parsed.matches[row] for row in rows], spans, types)

    def _view(
        self, parsed: ParsedPassage, indices: Sequence[int | None], spans: Sequence[tuple[int, int]], types: Sequence[int]
    ) -> View | None:
        passage, doc = parsed.passage, parsed.doc
        entities = [f"? {row}" if index is None else passage.mentions[index].entity for row, index in enumerate(indices)]
        features = features_of(doc[:], spans, types)
        different = np.array([[one != other for other in entities] for one in entities], bool)
        pairs = features.pairs(different) if entities else features.pairs()
        if not len(pairs):
            return None
        sides = tuple((entities[left], entities[right]) for left, right in pairs.tolist())
        row_of = {(indices[left], indices[right]): row for row, (left, right) in enumerate(pairs.tolist())}
        labels = np.zeros((len(pairs), len(self.relations)), "float32")
        known = np.tile(self._known(), (len(pairs), 1))
        factuality, triggers = np.full(len(pairs), -1), np.full((len(pairs), 2), -1)
        number = {name: index for index, name in enumerate(self.relations)}
        for fact in passage.facts:
            if fact.relation not in number:
                continue
            for both in _sides(fact, self.symmetric):
                things = passage.mentions[both[0]].entity, passage.mentions[both[1]].entity
                known[[row for row, pair in enumerate(sides) if pair == things], number[fact.relation]] = 0.0
                row = row_of.get(both)
                if row is not None:
                    labels[row, number[fact.relation]] = 1.0
                    factuality[row] = _FACTUALITY[fact.factuality]
                    triggers[row] = self._trigger(doc, fact, features, int(pairs[row, 0]))
        return View(
            features, pairs, sides, features.roles(pairs).astype("int8"), labels, np.maximum(known, labels), factuality, triggers
        )

    def _known(self) -> npt.NDArray[np.float32]:
        return np.array([self.labelled is None or name in self.labelled for name in self.relations], "float32")

    def _trigger(self, doc: Doc, fact: CorpusFact, features: Features, mention: int) -> tuple[int, int]:
        """Return first word and end of a fact's trigger, or -1 where it is not in the sentence."""
        trigger = _tokens(doc, fact.trigger) if fact.trigger[0] < fact.trigger[1] else None
        is_near = trigger is not None and features.sentences[trigger[0]] == features.sentences[features.spans[mention, 0]]
        return trigger if trigger is not None and is_near else (-1, -1)


def facts_of(passage: Passage, number: Mapping[str, int], symmetric: frozenset[str]) -> dict[Fact, str]:
    """Return the facts of a passage with their factualities, those of symmetric relations both ways."""
    facts: dict[Fact, str] = {}
    for fact in passage.facts:
        for left, right in _sides(fact, symmetric):
            facts[passage.mentions[left].entity, number[fact.relation], passage.mentions[right].entity] = fact.factuality
    return facts


def names_of(docs: Iterable[Doc]) -> dict[str, list[str]]:
    """Return the words of names, by type."""
    names: dict[str, list[str]] = {}
    for doc in docs:
        for token in doc:
            if token.ent_type_ and token.pos_ == "PROPN":
                names.setdefault(token.ent_type_, []).append(token.text)
    return names


def renamed_states(doc: Doc, encoder: Encoder, names: Mapping[str, Sequence[str]], rng: random.Random) -> States:
    """Return the states of a text in which most names are swapped for words of other names of their types."""
    chosen = {token.i for ent in doc.ents if rng.random() < _SWAPPED for token in ent if token.pos_ == "PROPN"}
    words = [rng.choice(names[token.ent_type_]) if token.i in chosen else token.text for token in doc]
    swapped = Doc(doc.vocab, words, [bool(token.whitespace_) for token in doc])
    states: States = encoder(swapped).user_data[STATES_KEY]
    return states


def _sides(fact: CorpusFact, symmetric: frozenset[str]) -> Iterator[tuple[int, int]]:
    yield fact.subject, fact.object
    if fact.relation in symmetric:
        yield fact.object, fact.subject


def _tokens(doc: Doc, offsets: Offsets) -> tuple[int, int] | None:
    """Return first token and end of some characters; None if there are none."""
    span = doc.char_span(*offsets, alignment_mode="expand")
    return (span.start, span.end) if span else None
