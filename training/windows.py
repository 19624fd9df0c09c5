"""Training windows: runs of sentences of one text with what is known of them, as arrays."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from graphbuild.language.edit_scripts import make_script
from graphbuild.language.pieces import (
    CAPITALIZED,
    CASELESS,
    GLUED,
    LOWER,
    ON_NEW_LINE,
    SPACED,
    UPPER,
    Pieces,
    WordPieces,
    case_of,
)
from graphbuild.language.spans import OUTSIDE, POSITIONS
from training.conllu import Sentence, Word
from training.inventory import Inventory
from training.name_types import NameAnnotation, NamedSentence

UNKNOWN = -100
"""What PyTorch's losses leave out."""
_MOST_WORDS = 150
_SIZES = (1, 1, 2, 3, 4, 6, 8, 12)
_CURLY_SHARE, _NO_STOP_SHARE, _OTHER_LAYOUT_SHARE = 0.3, 0.06, 0.5
_CASE_SHARES = {"lower": 0.03, "upper": 0.02, "title": 0.03}
_SHORT = 4
_PAIRS = {'"': "“”", "'": "‘’", "``": "““", "''": "””"}

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Tree:
    """Syntax of a run of words; heads are numbers of words, a root's head is -1; each array one value a word."""

    upos: Ints
    xpos: Ints
    feats: Ints
    scripts: Ints
    heads: Ints
    labels: Ints


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence with what its corpus says of it."""

    words: tuple[str, ...]
    spacings: tuple[int, ...]
    tree: Tree | None
    names: NameAnnotation | None
    opens_paragraph: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences as the network reads them; ``tree`` and ``names`` (words, tags: what is allowed) where they are known."""

    ids: Ints
    shapes: Ints
    word_of: Ints
    sentence_of: Ints
    tree: Tree | None
    names: Bools | None

    def __len__(self) -> int:
        return len(self.sentence_of)


@dataclass(frozen=True, slots=True)
class Annotator:
    """Turns the corpora's sentences into arrays."""

    inventory: Inventory
    pieces: WordPieces
    first: int
    last: int

    def of_treebank(self, sentence: Sentence, names: NameAnnotation | None) -> Annotated:
        """Return a sentence of a treebank."""
        words = sentence.words
        before = [True, *(word.space_after for word in words[:-1])]
        return Annotated(
            words=tuple(word.form for word in words),
            spacings=tuple(SPACED if space else GLUED for space in before),
            tree=self._tree(words),
            names=names,
            opens_paragraph=sentence.starts_paragraph or sentence.starts_document,
        )

    def of_names(self, sentence: NamedSentence) -> Annotated:
        """Return a sentence of a corpus of names."""
        before = [True, *sentence.spaces[:-1]]
        return Annotated(sentence.words, tuple(SPACED if space else GLUED for space in before), None, sentence.names)

    def _tree(self, words: Sequence[Word]) -> Tree:
        inventory = self.inventory
        return Tree(
            upos=_numbers((word.upos for word in words), inventory.upos),
            xpos=_numbers((word.xpos for word in words), inventory.xpos),
            feats=_numbers((word.feats for word in words), inventory.feats),
            scripts=_numbers((make_script(word.form, word.lemma) for word in words), inventory.scripts),
            heads=np.array([word.head - 1 for word in words]),
            labels=_numbers((word.deprel for word in words), inventory.labels),
        )

    def allowed(self, names: NameAnnotation, length: int) -> Bools:
        """Return (words, tags): the tags that the annotation leaves open for each word."""
        tags = self.inventory.names
        number = {tag: index for index, tag in enumerate(tags)}
        allowed = np.zeros((length, len(tags)), dtype=bool)
        allowed[:, number[OUTSIDE]] = True
        for name in names.silent:
            for position in POSITIONS:
                allowed[:, number[f"{position}-{name}"]] = True
        for span in names.spans:
            allowed[span.start : span.end] = False
            for index in range(span.start, span.end):
                for name in span.types:
                    allowed[index, number[f"{_position(span.start, index, span.end)}-{name}"]] = True
        allowed[sorted(names.unknown)] = True
        return allowed

    def varied_window(self, sentences: Sequence[Annotated], rng: random.Random) -> Window:
        """Return a window of sentences with its casing, quotation marks and layout varied at random."""
        words, spacings = _lay_out(sentences, rng)
        if rng.random() < _CURLY_SHARE:
            words = _curl(words, spacings)
        return self._window(sentences, self.pieces.cut(words, spacings, _recased(words, rng)))

    def window(self, sentences: Sequence[Annotated]) -> Window:
        """Return a window of sentences as they stand in their corpus."""
        words = [word for sentence in sentences for word in sentence.words]
        spacings = [spacing for sentence in sentences for spacing in (_opening(sentence), *sentence.spacings[1:])]
        return self._window(sentences, self.pieces.cut(words, [ON_NEW_LINE, *spacings[1:]]))

    def _window(self, sentences: Sequence[Annotated], cut: Pieces) -> Window:
        lengths = np.diff([*cut.starts, len(cut)])
        counts = [len(sentence.words) for sentence in sentences]
        offsets = np.cumsum([0, *counts[:-1]])
        names = [_names_of(self, sentence) for sentence in sentences]
        trees = [
            (sentence.tree, offset) for sentence, offset in zip(sentences, offsets, strict=True) if sentence.tree is not None
        ]
        return Window(
            ids=np.concatenate([[self.first], cut.ids, [self.last]]),
            shapes=np.concatenate([[0], cut.shapes, [0]]),
            word_of=np.concatenate([[UNKNOWN], np.repeat(np.arange(len(lengths)), lengths), [UNKNOWN]]),
            sentence_of=np.repeat(np.arange(len(counts)), counts),
            tree=_joined(trees) if len(trees) == len(sentences) else None,
            names=np.concatenate(names),
        )


def group(document: Sequence[Annotated], rng: random.Random) -> Iterator[list[Annotated]]:
    """Yield runs of sentences of one document; half of them stop at the end of a paragraph."""
    run: list[Annotated] = []
    size, crosses = rng.choice(_SIZES), rng.random() < 0.5
    for sentence in document:
        length = sum(len(other.words) for other in run) + len(sentence.words)
        ends = (sentence.opens_paragraph and not crosses) or len(run) >= size or length > _MOST_WORDS
        if run and ends:
            yield run
            run, size, crosses = [], rng.choice(_SIZES), rng.random() < 0.5
        run.append(sentence)
    if run:
        yield run


def without_stop(sentence: Annotated) -> Annotated:
    """Return a sentence without its final full stop; as it is if it has none."""
    if sentence.words[-1] != "." or sentence.tree is None or len(sentence.words) == 1:
        return sentence
    last = len(sentence.words) - 1
    if last in sentence.tree.heads:
        return sentence
    tree = Tree(*(getattr(sentence.tree, name)[:-1] for name in Tree.__slots__))
    names = sentence.names
    if names is not None:
        kept = tuple(span for span in names.spans if span.end <= last)
        names = replace(names, spans=kept, unknown=names.unknown - {last})
    return replace(sentence, words=sentence.words[:-1], spacings=sentence.spacings[:-1], tree=tree, names=names)


def vary_stops(run: Iterable[Annotated], rng: random.Random) -> list[Annotated]:
    """Take the last full stop off a few runs."""
    sentences = list(run)
    if rng.random() < _NO_STOP_SHARE:
        sentences[-1] = without_stop(sentences[-1])
    return sentences


def _position(start: int, index: int, end: int) -> str:
    if end - start == 1:
        return "S"
    return "B" if index == start else "E" if index == end - 1 else "I"


def _numbers(values: Iterable[str], classes: tuple[str, ...]) -> Ints:
    number = {name: index for index, name in enumerate(classes)}
    return np.array([number.get(value, UNKNOWN) for value in values])


def _names_of(annotator: Annotator, sentence: Annotated) -> Bools:
    if sentence.names is None:
        return np.ones((len(sentence.words), len(annotator.inventory.names)), dtype=bool)
    return annotator.allowed(sentence.names, len(sentence.words))


def _joined(trees: Sequence[tuple[Tree, int]]) -> Tree:
    arrays = {name: np.concatenate([getattr(tree, name) for tree, _ in trees]) for name in Tree.__slots__}
    arrays["heads"] = np.concatenate([np.where(tree.heads < 0, -1, tree.heads + offset) for tree, offset in trees])
    return Tree(**arrays)


def _lay_out(sentences: Sequence[Annotated], rng: random.Random) -> tuple[list[str], list[int]]:
    """Return the words and what stands before each; a window may or may not open a text."""
    keeps = rng.random() >= _OTHER_LAYOUT_SHARE
    words: list[str] = []
    spacings: list[int] = []
    for index, sentence in enumerate(sentences):
        opens = sentence.opens_paragraph and (keeps or rng.random() < 0.5) if index else rng.random() < 0.5
        words += sentence.words
        spacings += [ON_NEW_LINE if opens else SPACED, *sentence.spacings[1:]]
    return words, spacings


def _opening(sentence: Annotated) -> int:
    return ON_NEW_LINE if sentence.opens_paragraph else SPACED


def _curl(words: Sequence[str], spacings: Sequence[int]) -> list[str]:
    """Write straight quotation marks as a typesetter would."""
    return [
        _PAIRS[word][0 if spacing != GLUED else 1] if word in _PAIRS else word.replace("'", "’")
        for word, spacing in zip(words, spacings, strict=True)
    ]


def _recased(words: Sequence[str], rng: random.Random) -> list[int]:
    """Return how the words are written: mostly as they are, at times as in a transcript, in capitals, as a headline."""
    cases = [case_of(word) for word in words]
    draw = rng.random()
    for style, share in _CASE_SHARES.items():
        if draw < share:
            return [case if case == CASELESS else _restyled(style, word, case) for word, case in zip(words, cases, strict=True)]
        draw -= share
    return cases


def _restyled(style: str, word: str, case: int) -> int:
    if style == "title":
        return CAPITALIZED if len(word) >= _SHORT and case == LOWER else case
    return LOWER if style == "lower" else UPPER
