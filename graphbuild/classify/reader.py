"""Read relations between any two mentions of a sentence with a trained network, beside what the rules read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple

import numpy as np
from spacy.attrs import HEAD
from spacy.tokens import Doc, Span, Token

from graphbuild.assets import relation_reader_path
from graphbuild.classify.candidates import MentionCandidate, find_candidates
from graphbuild.classify.detector import Detector, best_types, candidate_features
from graphbuild.classify.features import TYPES, Features, Floats, Ints, features_of, partners
from graphbuild.classify.hints import hints_of
from graphbuild.classify.network import RelationNetwork, Scores
from graphbuild.classify.stored import Inventory, load_inventory, load_weights
from graphbuild.extract.anaphora import names_beside
from graphbuild.extract.extractor import extractors
from graphbuild.extract.kept import kept_with_doc
from graphbuild.extract.mentions import mentions_of
from graphbuild.extract.names import is_common, titled_person
from graphbuild.extract.relation import make_predicate, relate
from graphbuild.extract.roles import role_mention
from graphbuild.extract.syntax import OBJECTS, head_of_coordination, is_plural, preposition_of
from graphbuild.language.encoder import STATES_KEY
from graphbuild.language.session import Session
from graphbuild.model import Mention, MentionKind, Predicate, RelationMention

NAME: Final = "classifier.v1"
_SLOWER: Final = ("SkipLayerNormFusion",)
"""Optimizations that cost time where few words are read at once (ONNX Runtime 1.31)."""
_MOST_WORDS: Final = 96
"""So many words, of whole sentences, are read together."""
_MOST_CANDIDATES: Final = 40
"""In a sentence of more candidates, which is a list or a table, only the surest are paired."""
LEAST_MENTION: Final = 0.3
"""How likely a candidate has to be a mention to be paired."""
_LEAST_RELATION: Final = 0.3
"""What is less likely is no reading; what of the rest is sure enough is told later, knowing what the rules read."""
_ROLE_RELATIONS: Final = frozenset({"holdsRole", "formerlyHeldRole"})
_ONE_SIDED: Final = frozenset({"with", "to", "for", "from", "by", "against", "on"})
"""What stands behind them is one side of what is mutual."""
_POS: Final = {"VERB": "VERB", "AUX": "VERB", "ADJ": "ADJ", "ADV": "ADJ", "ADP": "ADP", "SCONJ": "ADP"}


class Detected(NamedTuple):
    """A candidate that is likely a mention, the number of its type, and how likely it is."""

    candidate: MentionCandidate
    type: int
    likely: float


class Passage(NamedTuple):
    """A few sentences that are read together, the candidates in them that are mentions, and pairs of these."""

    words: Span
    candidates: Sequence[MentionCandidate]
    features: Features
    pairs: Ints


@dataclass(frozen=True, slots=True)
class RelationReader:
    """An extractor that looks at all pairs of mentions; it needs the states that the encoder keeps when it is tapped."""

    detector: Detector
    network: RelationNetwork
    inventory: Inventory

    def __call__(self, doc: Doc) -> Iterator[RelationMention]:
        """Yield what the network takes to be likely enough, passage by passage."""
        for passage, scores in self.read(doc):
            yield from self.relations(passage, scores)

    def read(self, doc: Doc, given: Sequence[MentionCandidate] = ()) -> Iterator[tuple[Passage, Scores]]:
        """Yield the passages of ``doc`` that have pairs of mentions, with what the network makes of these.

        ``given`` are candidates that are mentions, whatever the detector says.
        """
        states = doc.user_data.get(STATES_KEY)
        if states is None or len(states) != len(doc):
            return
        for passage in self.passages(doc, states, given):
            if len(passage.pairs):
                near = states[passage.words.start : passage.words.end].astype("float32")
                hints = hints_of(passage.words, self.inventory.hints, len(self.inventory.relations))
                scores = self.network(near, hints, passage.features, passage.pairs)
                yield passage, scores._replace(relations=self._settled(scores.relations, passage.pairs))

    def _settled(self, likely: Floats, pairs: Ints) -> Floats:
        """Return the probabilities with those of symmetric relations the same both ways, the mean of both."""
        chosen = [number for number, name in enumerate(self.inventory.relations) if name in self.inventory.symmetric]
        settled = likely.copy()
        settled[:, chosen] = (likely[:, chosen] + likely[partners(pairs)][:, chosen]) / 2
        return settled

    def passages(self, doc: Doc, states: Floats, given: Sequence[MentionCandidate] = ()) -> Iterator[Passage]:
        """Yield the passages of ``doc``; sentences that do not have two mentions are left out."""
        detected = self._detected(doc, states, given)
        for words in passages_of(doc, [each.candidate.place.head for each in detected]):
            inside = [each for each in detected if words.start <= each.candidate.place.head < words.end]
            chosen = [_typed(each.candidate, each.type) for each in inside]
            spans = [(max(each.place.start, words.start), min(each.place.end, words.end)) for each in chosen]
            moved = [(start - words.start, end - words.start) for start, end in spans]
            features = features_of(words, moved, [each.type for each in inside])
            yield Passage(words, chosen, features, features.pairs(_different(chosen)))

    def _detected(self, doc: Doc, states: Floats, given: Sequence[MentionCandidate]) -> list[Detected]:
        """Return the candidates that are likely mentions, in the order of their heads; in each sentence the likeliest."""
        surely = {each.place for each in given}
        others = (each for each in find_candidates(doc) if each.place not in surely)
        candidates = sorted((*others, *given), key=lambda each: each.place.head)
        if not candidates:
            return []
        heads = np.arange(len(doc)) + doc.to_array(HEAD).astype("int64")
        shares = self.detector(candidate_features(candidates, states[:, 1].astype("float32"), heads))
        likely = 1 - shares[:, 0]
        likely[[each.place in surely for each in candidates]] = 1.0
        found = [
            Detected(candidate, type_, sure)
            for candidate, type_, sure in zip(candidates, best_types(shares).tolist(), likely.tolist(), strict=True)
            if sure >= LEAST_MENTION
        ]
        return [each for group in _by_sentence(doc, found) for each in _likeliest(group)]

    def relations(self, passage: Passage, scores: Scores) -> Iterator[RelationMention]:
        """Yield what is likely enough in one passage."""
        rows, relations = np.nonzero(scores.relations >= _LEAST_RELATION)
        for row, number in zip(rows.tolist(), relations.tolist(), strict=True):
            name = self.inventory.relations[number]
            first, second = (passage.candidates[side] for side in passage.pairs[row].tolist())
            doc = passage.words.doc
            subject = _named(first, doc)
            obj = _post(second, doc) if name in _ROLE_RELATIONS else _named(second, doc)
            trigger = passage.words[int(scores.attention[row].argmax())]
            is_mutual = name in self.inventory.symmetric
            if subject == obj or (is_mutual and obj < subject):
                continue
            if _are_listed(doc[first.place.head], doc[second.place.head], trigger, is_mutual=is_mutual):
                continue
            if name in _ROLE_RELATIONS and _is_title_of_another(second, subject, doc):
                continue
            yield relate(
                subject,
                replace(predicate_of(trigger), relation=name),
                obj,
                trigger=trigger,
                extractor=NAME,
                confidence=round(float(scores.relations[row, number]), 3),
            )


def passages_of(doc: Doc, heads: Sequence[int]) -> Iterator[Span]:
    """Yield runs of sentences, as many as are read together, a longer sentence alone.

    They begin and end with sentences that have two of ``heads`` or more; what lies between may have fewer.
    """
    count = Counter(doc[head].sent.start for head in heads)
    start = end = -1
    for sentence in doc.sents:
        if count[sentence.start] > 1:
            if start >= 0 and sentence.end - start > _MOST_WORDS:
                yield doc[start:end]
                start = -1
            start, end = (start if start >= 0 else sentence.start), sentence.end
    if start >= 0:
        yield doc[start:end]


def _by_sentence(doc: Doc, found: Iterable[Detected]) -> Iterator[list[Detected]]:
    groups = groupby(found, key=lambda each: doc[each.candidate.place.head].sent.start)
    return (list(group) for _, group in groups)


def _likeliest(found: list[Detected]) -> list[Detected]:
    """Return as many as are paired, in their order."""
    if len(found) <= _MOST_CANDIDATES:
        return found
    least = sorted((each.likely for each in found), reverse=True)[_MOST_CANDIDATES - 1]
    return [each for each in found if each.likely >= least][:_MOST_CANDIDATES]


def _typed(candidate: MentionCandidate, type_: int) -> MentionCandidate:
    """Return a description with the type that it is taken for."""
    if candidate.mention.kind is not MentionKind.DESCRIPTION or candidate.kind is not MentionKind.DESCRIPTION:
        return candidate
    return replace(candidate, mention=replace(candidate.mention, label=TYPES[type_ - 1]))


def _different(candidates: Sequence[MentionCandidate]) -> np.ndarray:
    """Tell which two candidates are not known to be one thing, (candidates, candidates)."""
    mentions = [candidate.mention for candidate in candidates]
    return np.array([[one != other for other in mentions] for one in mentions])


def predicate_of(trigger: Token) -> Predicate:
    """Return the predicate of one word."""
    lemma = trigger.lemma_.lower()
    return make_predicate([trigger], lemma=lemma, pos=_POS.get(trigger.pos_, "NOUN"))


def _named(candidate: MentionCandidate, doc: Doc) -> Mention:
    """Return what a candidate stands for: of a description with a name in apposition that name."""
    head = doc[candidate.place.head]
    names = names_beside(head) if candidate.kind is MentionKind.DESCRIPTION and titled_person(head) is None else []
    return (mentions_of(doc).find(names[0]) if len(names) == 1 else None) or candidate.mention


def _are_listed(one: Token, other: Token, trigger: Token, *, is_mutual: bool) -> bool:
    """Tell whether two only have the same part in what ``trigger`` says: "Laos and Cambodia depend on …", "met with Abe and Aso".

    What is mutual may hold between those who do it: "Abe and Aso met", "talks between Laos and Japan".
    """
    first = head_of_coordination(one)
    if one == other or first != head_of_coordination(other) or trigger not in first.ancestors:
        return False
    return not is_mutual or first.dep_ in OBJECTS or preposition_of(first) in _ONE_SIDED


def _is_title_of_another(candidate: MentionCandidate, holder: Mention, doc: Doc) -> bool:
    """Tell whether a post is the title of a name right behind it that is not the holder's: "X, former minister Y and minister Z"."""
    head = doc[candidate.place.head]
    person = titled_person(head) if not is_plural(head) else None
    return person is not None and mentions_of(doc).find(person) != holder


def _post(candidate: MentionCandidate, doc: Doc) -> Mention:
    """Return the post that a candidate names."""
    head = doc[candidate.place.head]
    return role_mention(head) if is_common(head) and candidate.kind is not MentionKind.PRONOUN else candidate.mention


@lru_cache(maxsize=1)
def bundled_reader() -> RelationReader:
    """Return the reader of the bundled relations."""
    folder = relation_reader_path()
    network = RelationNetwork(Session((folder / "model.onnx").read_bytes(), 1, _SLOWER))
    return RelationReader(Detector.of(load_weights(folder / "mentions.npz")), network, load_inventory(folder / "inventory.json"))


@kept_with_doc
def read_pairs(doc: Doc) -> tuple[tuple[Passage, Scores], ...]:
    """Return what the bundled network makes of the pairs of a text that the bundled encoder has read; of others nothing."""
    return tuple(bundled_reader().read(doc)) if STATES_KEY in doc.user_data else ()


@extractors.register(NAME)
def read_relations(doc: Doc) -> Iterator[RelationMention]:
    """Yield what the bundled network reads in a text that the bundled encoder has read; in others nothing."""
    for passage, scores in read_pairs(doc):
        yield from bundled_reader().relations(passage, scores)
