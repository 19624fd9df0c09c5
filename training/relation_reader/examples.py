"""What the relation reader is trained on: sentences in numbers, with the facts between their mentions."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Span

from graphbuild.model import Document
from graphbuild.parse import Parser
from training.relation_corpus.passage import CorpusFact, Offsets, Passage
from training.relation_reader.features import Lexicon, SentenceFeatures, features_of

FACTUALITIES: Final = ("asserted", "planned", "hypothetical", "negated")


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence with at least two mentions.

    ``pairs`` are the ordered pairs of mentions of different things, (pairs, 2); ``relations`` tells which hold, (pairs, relations);
    ``known`` tells of which relations the annotation speaks at all, (relations,); ``factuality`` is the number of the pair's
    factuality, -1 without a relation; ``triggers`` are first token and end of the trigger within the sentence, (pairs, 2), -1 without.
    """

    passage: str
    features: SentenceFeatures
    pairs: npt.NDArray[np.int64]
    relations: npt.NDArray[np.float32]
    known: npt.NDArray[np.float32]
    factuality: npt.NDArray[np.int64]
    triggers: npt.NDArray[np.int64]


def read_examples(
    passages: Iterable[Passage],
    parser: Parser,
    relations: Sequence[str],
    symmetric: frozenset[str],
    lexicon: Lexicon,
    labelled: Collection[str] | None = None,
) -> Iterator[Example]:
    """Yield the sentences of ``passages`` that have two mentions or more, parsed as graphbuild parses."""
    encode = parser.nlp.get_pipe("encoder")
    number = {name: index for index, name in enumerate(relations)}
    known = np.array([labelled is None or name in labelled for name in relations], "float32")
    passages = list(passages)
    documents = (Document(passage.id, passage.text) for passage in passages)
    for passage, parsed in zip(passages, parser(documents), strict=True):
        for doc in map(encode, parsed.docs):
            for sentence in doc.sents:
                example = _example(passage, doc, sentence, number, symmetric, lexicon)
                if example is not None:
                    yield example if labelled is None else replace(example, known=known)


def _example(
    passage: Passage, doc: Doc, sentence: Span, number: Mapping[str, int], symmetric: frozenset[str], lexicon: Lexicon
) -> Example | None:
    found = ((index, _tokens(doc, sentence, (m.start, m.end))) for index, m in enumerate(passage.mentions))
    spans = {index: tokens for index, tokens in found if tokens is not None}
    order = list(spans)
    entities = [passage.mentions[index].entity for index in order]
    rows = [(left, right) for left, right in permutations(range(len(order)), 2) if entities[left] != entities[right]]
    if not rows:
        return None
    row = {(order[left], order[right]): index for index, (left, right) in enumerate(rows)}
    labels = np.zeros((len(rows), len(number)), dtype="float32")
    factuality = np.full(len(rows), -1, dtype="int64")
    triggers = np.full((len(rows), 2), -1, dtype="int64")
    for fact in passage.facts:
        for at in (row[sides] for sides in _sides(fact, symmetric) if sides in row and fact.relation in number):
            labels[at, number[fact.relation]] = 1.0
            factuality[at] = FACTUALITIES.index(fact.factuality)
            triggers[at] = _tokens(doc, sentence, fact.trigger) or (-1, -1)
    types = [passage.type_of(passage.mentions[index]) for index in order]
    features = features_of(sentence, [spans[index] for index in order], types, lexicon)
    return Example(passage.id, features, np.array(rows), labels, np.ones(len(number), "float32"), factuality, triggers)


def _sides(fact: CorpusFact, symmetric: frozenset[str]) -> Iterator[tuple[int, int]]:
    yield fact.subject, fact.object
    if fact.relation in symmetric:
        yield fact.object, fact.subject


def _tokens(doc: Doc, sentence: Span, offsets: Offsets) -> tuple[int, int] | None:
    """Return first token and end of some characters, counted from the start of the sentence; None if they are not all in it."""
    if offsets[0] < sentence.start_char or offsets[1] > sentence.end_char:
        return None
    span = doc.char_span(*offsets, alignment_mode="expand")
    return (span.start - sentence.start, span.end - sentence.start) if span is not None else None
