"""Relations that a user has taught with examples, read from what the bundled network knows of any pair of mentions."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Self

import numpy as np
from spacy.tokens import Doc

from graphbuild.assets import relation_reader_path
from graphbuild.classify.features import TYPES, Flags, Floats, Ints, partners
from graphbuild.classify.network import Scores
from graphbuild.classify.reader import Passage, predicate_of, read_pairs
from graphbuild.errors import LearnError
from graphbuild.extract.relation import relate
from graphbuild.language.encoder import STATES_KEY
from graphbuild.model import RelationMention

LEARNED: Final = "learned.v1"
WEIGHTS, RELATIONS, ONTOLOGY = "weights.npz", "relations.json", "ontology"
"""The files of a folder of learned relations, and the folder in it with the vocabulary that these are of."""
_FORMAT: Final = 1
"""Another one whenever :func:`pair_blocks` gives other features."""
_FILES: Final = ("inventory.json", "mentions.npz", "model.onnx")
_LEAST: Final = 1e-4
EMPHASES: Final = (1.0, 0.5, 0.5, 0.5, 1.5, 1.5, 1.0, 1.0)
"""How much each block of features is worth; chosen on sentences about ships and about football."""


@dataclass(frozen=True, slots=True)
class LearnedRelation:
    """A relation of an ontology, and from how likely on a pair is taken to be in it; ``examples`` is how many taught it.

    ``beside`` are the relations that the examples have of the same pair too, ``turned`` those of the pair with its sides exchanged.
    """

    name: str
    iri: str
    is_symmetric: bool
    threshold: float
    examples: int
    beside: Sequence[str] = ()
    turned: Sequence[str] = ()


@dataclass(frozen=True, eq=False)
class LearnedReader:
    """An extractor of relations that were learned from examples; ``network`` tells which network it goes on from."""

    relations: tuple[LearnedRelation, ...]
    weights: Floats
    """(features + 1, relations), the bias last."""
    network: str

    def __call__(self, doc: Doc) -> Iterator[RelationMention]:
        """Yield what is likely enough, in the order of the text."""
        for passage, scores in read_pairs(doc):
            turned = partners(passage.pairs)
            likely = likelihoods(pair_features(passage, scores), self.weights, turned, self.symmetric)
            yield from self._relations(passage, scores, likely, self.rivalry.taken(likely, self.thresholds, turned))

    @cached_property
    def symmetric(self) -> Flags:
        """Which of the relations hold in both directions."""
        return np.array([relation.is_symmetric for relation in self.relations], dtype=bool)

    @cached_property
    def thresholds(self) -> Floats:
        """From how likely on each relation is taken to hold."""
        return np.array([relation.threshold for relation in self.relations], dtype="float32")

    @cached_property
    def rivalry(self) -> "Rivalry":
        """Which relations go without each other."""
        beside = [[other.name not in each.beside for other in self.relations] for each in self.relations]
        turned = [[other.name not in each.turned for other in self.relations] for each in self.relations]
        return Rivalry(np.array(beside, dtype=bool), np.array(turned, dtype=bool))

    def _relations(self, passage: Passage, scores: Scores, likely: Floats, taken: Flags) -> Iterator[RelationMention]:
        for row, number in np.argwhere(taken).tolist():
            relation = self.relations[number]
            subject, obj = (passage.candidates[side].mention for side in passage.pairs[row].tolist())
            trigger = passage.words[int(scores.attention[row].argmax())]
            if relation.is_symmetric and obj < subject:
                continue
            yield relate(
                subject,
                replace(predicate_of(trigger), relation=relation.name),
                obj,
                trigger=trigger,
                extractor=LEARNED,
                confidence=round(float(likely[row, number]), 3),
            )

    def to_json(self, **more: object) -> str:
        """Return what is known of the relations, with ``more``, as the file of a folder."""
        fields = {"format": _FORMAT, "network": self.network, **more, "relations": [asdict(each) for each in self.relations]}
        return json.dumps(fields, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True, eq=False)
class Rivalry:
    """Which relations are never in the examples together: of one pair, or of one pair and that with its sides exchanged."""

    beside: Flags
    turned: Flags

    @classmethod
    def of(cls, expected: Flags, turned: Ints) -> Self:
        """Return what pairs with their relations, (pairs, relations), tell."""
        counted = expected.astype("int64")
        return cls((counted.T @ counted == 0) & ~np.eye(expected.shape[1], dtype=bool), counted.T @ counted[turned] == 0)

    def taken(self, likely: Floats, thresholds: Floats, turned: Ints) -> Flags:
        """Tell which relations are taken to hold: those that are likely enough and have no likelier rival, (pairs, relations)."""
        above = likely >= thresholds
        strengths = np.where(above, likely, 0.0)
        own = np.where(self.beside, strengths[:, None], 0.0).max(-1, initial=0.0)
        other = np.where(self.turned, strengths[turned][:, None], 0.0).max(-1, initial=0.0)
        taken: Flags = above & (likely >= np.maximum(own, other))
        return taken


def pair_features(passage: Passage, scores: Scores) -> Floats:
    """Return what a learned relation is told by, (pairs, features)."""
    return np.concatenate(pair_blocks(passage, scores), axis=1, dtype="float32")


def pair_blocks(passage: Passage, scores: Scores) -> tuple[Floats, ...]:
    """Return what the bundled network knows of each pair, and what the encoder does of the words, each a block of features."""
    words, features, pairs = passage.words, passage.features, passage.pairs
    states = words.doc.user_data[STATES_KEY][words.start : words.end].astype("float32")
    inner, last = states[:, 0], states[:, -1]
    sides = _means(last, features.inside())
    starts, ends = features.spans[pairs].transpose(2, 0, 1)
    at = np.arange(len(words))
    between = (at >= ends.min(1)[:, None]) & (at < starts.max(1)[:, None])
    sentences = _means(last, features.sentences == np.unique(features.sentences)[:, None])
    own = np.searchsorted(np.unique(features.sentences), features.sentences[starts[:, 0]])
    subjects, objects = pairs.T
    return (
        scores.vectors,
        _log_odds(scores.relations),
        _one_hot(features.types[subjects]),
        _one_hot(features.types[objects]),
        sides[subjects],
        sides[objects],
        _means(inner, between),
        sentences[own],
    )


def _means(states: Floats, chosen: Flags) -> Floats:
    """Return the mean states of some words each, (choices, width), nothing of none."""
    sums: Floats = chosen.astype("float32") @ states
    sums /= np.maximum(chosen.sum(1, keepdims=True), 1)
    return sums


def likelihoods(features: Floats, weights: Floats, turned: Ints, symmetric: Flags) -> Floats:
    """Return how likely each relation holds of each pair, (pairs, relations).

    ``turned`` has the numbers of the pairs with the sides exchanged: a symmetric relation is as likely of the one as of the other.
    """
    odds = features @ weights[:-1] + weights[-1]
    odds = np.where(symmetric, (odds + odds[turned]) / 2, odds)
    shares: Floats = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return shares


def network_digest(folder: Path | None = None) -> str:
    """Return what tells the bundled network from one that was trained otherwise."""
    found = sha256()
    for name in _FILES:
        found.update(((folder or relation_reader_path()) / name).read_bytes())
    return found.hexdigest()[:16]


def load_learned(folder: Path) -> LearnedReader:
    """Return the reader of a folder that ``graphbuild learn`` has written.

    Raises:
        LearnError: it is no such folder, or the relations were learned with another network.
    """
    found = _read_json(folder / RELATIONS)
    try:
        relations = tuple(LearnedRelation(**each) for each in found["relations"])
        with np.load(folder / WEIGHTS, allow_pickle=False) as stored:
            weights = stored["weights"].astype("float32")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LearnError(f"holds no relations that can be read: {error}", path=folder) from error
    if found["network"] != network_digest():
        raise LearnError("was learned with another network than this graphbuild has; run graphbuild learn again", path=folder)
    if weights.ndim != 2 or weights.shape[1] != len(relations):
        raise LearnError(f"holds weights of the wrong shape: {weights.shape}", path=folder)
    return LearnedReader(relations, weights, found["network"])


def learned_digest(folders: Sequence[Path]) -> str:
    """Return what tells these learned relations from others."""
    found = sha256()
    for folder in folders:
        for name in (RELATIONS, WEIGHTS):
            found.update((folder / name).read_bytes())
    return found.hexdigest()[:16]


def is_learned(folder: Path) -> bool:
    """Tell whether ``folder`` is one that ``graphbuild learn`` has written."""
    try:
        _read_json(folder / RELATIONS)
    except LearnError:
        return False
    return True


def _read_json(path: Path) -> Mapping[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LearnError("no folder that graphbuild learn has written", path=path.parent) from error
    if not isinstance(found, dict) or found.get("format") != _FORMAT or not {"relations", "network"} <= found.keys():
        raise LearnError("no folder that this version of graphbuild learn has written", path=path.parent)
    return found


def _log_odds(likely: Floats) -> Floats:
    kept = np.clip(likely, _LEAST, 1 - _LEAST)
    odds: Floats = np.log(kept / (1 - kept))
    return odds


def _one_hot(types: Ints) -> Floats:
    return np.eye(len(TYPES) + 1, dtype="float32")[types]
