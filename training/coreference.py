"""Fit the weights by which pronouns are resolved, and list the nouns for persons, on the training part of GUM.

    python -m training.coreference

Writes ``weights.py`` and ``human_nouns.py`` of ``graphbuild.extract.coreference``. The first round resolves as gold says; the others
as the weights so far do, so that what follows a mistake is learnt, too.
"""

import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray

from graphbuild.assets import pipeline_path
from graphbuild.extract import coreference
from graphbuild.extract.coreference.chains import Chain
from graphbuild.extract.coreference.features import Feature
from graphbuild.extract.coreference.pronouns import Kind
from graphbuild.extract.coreference.referents import Form, Referent
from graphbuild.extract.coreference.resolver import Choice, resolve
from graphbuild.ontology import load_ontology
from graphbuild.parse import KnownNames
from graphbuild.pipeline import known_names, titles
from training.shared import TREEBANKS
from training.treebank_coreference import GoldDocument, read_gold

Weights = dict[str, float]
Case = tuple[list[tuple[Feature, ...]], frozenset[int]]
"""The features of each choice, and which choices are right."""

_PACKAGE = Path(coreference.__file__).parent
_ROUNDS = 4
_STEPS = 300
_LAST_STEPS = 100
_STEP, _LAST_STEP = 0.1, 0.02
_DECAYS = (0.9, 0.99)
_PENALTY = 1.0
_LEAST_NOUNS, _LEAST_SHARE = 2, 0.7


def main() -> None:
    """Read, fit, write."""
    nlp, ontology = spacy.load(pipeline_path()), load_ontology()
    documents = list(read_gold(TREEBANKS / "gum-train.conllu.xz", nlp, KnownNames(nlp, known_names(ontology), titles(ontology))))
    (_PACKAGE / "human_nouns.py").write_text(_nouns_module(human_nouns(documents)), encoding="utf-8")
    weights: dict[Kind, Weights] = {}
    for _ in range(_ROUNDS):
        cases = collect_cases(documents, weights)
        weights = {kind: fit(found) for kind, found in cases.items()}
    (_PACKAGE / "weights.py").write_text(_weights_module(weights), encoding="utf-8")


def human_nouns(documents: Iterable[GoldDocument]) -> list[str]:
    """Return the lemmas of common nouns that mostly mention persons."""
    counts: dict[str, Counter[bool]] = defaultdict(Counter)
    for document in documents:
        for doc, by_head in document.by_head.items():
            for mention in (mention for found in by_head.values() for mention in found):
                if doc[mention.head].pos_ == "NOUN":
                    counts[doc[mention.head].lemma_.lower()][mention.kind == "person"] += 1
    return sorted(
        noun for noun, count in counts.items() if count[True] >= _LEAST_NOUNS and count[True] >= _LEAST_SHARE * count.total()
    )


@dataclass(slots=True)
class _Tutor:
    """Chooses like the weights so far, or like gold while there are none, and records what would have been right."""

    document: GoldDocument
    weights: Mapping[Kind, Weights]
    cases: dict[Kind, list[Case]]
    counts: dict[Chain, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    latest: dict[Chain, str | None] = field(default_factory=dict)

    def read(self) -> None:
        for referent, chain in resolve(self.document.docs, self.choose):
            entity = self._gold(referent)
            self.latest[chain] = entity
            if entity is not None:
                self.counts[chain][entity] += 1

    def choose(self, referent: Referent, choices: Sequence[Choice]) -> tuple[Choice, float]:
        entity = self._gold(referent)
        right = frozenset(index for index, choice in enumerate(choices) if choice.chain and self._is_of(choice.chain, entity))
        kind = referent.pronoun.kind if referent.pronoun else Kind.THING
        self.cases[kind].append(([choice.features for choice in choices], right or frozenset({0})))
        if not self.weights:
            return choices[min(right, default=0)], 1.0
        weights = self.weights[kind]
        scores = [sum(weights.get(name, 0.0) * value for name, value in choice.features) for choice in choices]
        return choices[int(np.argmax(scores))], 1.0

    def _is_of(self, chain: Chain, entity: str | None) -> bool:
        if entity is None or not self.counts[chain]:
            return False
        return self.latest[chain] == entity or self.counts[chain].most_common(1)[0][0] == entity

    def _gold(self, referent: Referent) -> str | None:
        return self.document.find(referent.token, is_group=referent.form is Form.GROUP)


def collect_cases(documents: Iterable[GoldDocument], weights: Mapping[Kind, Weights]) -> dict[Kind, list[Case]]:
    """Return the choices that there are for each pronoun of the third person, by kind."""
    cases: dict[Kind, list[Case]] = {kind: [] for kind in Kind}
    for document in documents:
        _Tutor(document, weights, cases).read()
    return cases


def fit(cases: Sequence[Case]) -> Weights:
    """Return the weights that make the right choices likely: softmax over the choices, any right one counts, by Adam."""
    names = {name: None for choices, _ in cases for features in choices for name, _ in features}
    column = {name: number for number, name in enumerate(sorted(names))}
    rows = [
        (case, features, index in right) for case, (choices, right) in enumerate(cases) for index, features in enumerate(choices)
    ]
    matrix = np.zeros((len(rows), len(column)))
    for row, (_, features, _) in enumerate(rows):
        for name, value in features:
            matrix[row, column[name]] += value
    case_of = np.array([case for case, _, _ in rows])
    is_right = np.array([right for _, _, right in rows])
    weights = _descend(matrix, case_of, is_right)
    return {name: round(float(weights[number]), 3) for name, number in column.items()}


def _descend(matrix: NDArray[np.float64], case_of: NDArray[np.int64], is_right: NDArray[np.bool_]) -> NDArray[np.float64]:
    starts = np.searchsorted(case_of, np.arange(case_of[-1] + 1))
    weights, mean, square = (np.zeros(matrix.shape[1]) for _ in range(3))
    first, second = _DECAYS
    for step in range(1, _STEPS + 1):
        scores = matrix @ weights
        likely = np.exp(scores - np.maximum.reduceat(scores, starts)[case_of])
        right = likely * is_right
        expected = likely / np.add.reduceat(likely, starts)[case_of] - right / np.add.reduceat(right, starts)[case_of]
        gradient = matrix.T @ expected + _PENALTY * weights
        mean = first * mean + (1 - first) * gradient
        square = second * square + (1 - second) * gradient**2
        size = _STEP if step < _STEPS - _LAST_STEPS else _LAST_STEP
        weights -= size * (mean / (1 - first**step)) / (np.sqrt(square / (1 - second**step)) + 1e-8)
    return weights


def _nouns_module(nouns: Iterable[str]) -> str:
    listed = textwrap.fill(" ".join(nouns), 124, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
    return (
        '"""Nouns for persons in the training part of GUM (CC BY 4.0), made by ``training.coreference``."""\n\n'
        f'HUMAN_NOUNS = frozenset(\n    """\n{listed}\n    """.split()\n)\n"""Lemmas in small letters."""\n'
    )


def _weights_module(weights: Mapping[Kind, Weights]) -> str:
    names = sorted({name for column in weights.values() for name in column})
    rows = "".join(f'    "{name}": ({", ".join(str(weights[kind].get(name, 0.0)) for kind in Kind)}),\n' for name in names)
    return (
        '"""How much each feature says of what a pronoun stands for, fitted by ``training.coreference``."""\n\n'
        f"WEIGHTS: dict[str, tuple[float, float, float]] = {{\n{rows}}}\n"
        '"""A feature\'s weight for a person, a thing, and several, in the order of ``Kind``."""\n'
    )


if __name__ == "__main__":
    main()
