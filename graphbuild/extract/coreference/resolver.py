"""Choose what each pronoun stands for: all possible chains are weighed against each other and against nothing at all.

A log-linear ranking of entities rather than of single mentions, read from left to right. Denis & Baldridge, A Ranking Approach to
Pronoun Resolution (IJCAI 2007); Durrett & Klein, Easy Victories and Uphill Battles in Coreference Resolution (EMNLP 2013).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import exp

from spacy.tokens import Doc

from graphbuild.extract.coreference.chains import Chain, Chains
from graphbuild.extract.coreference.constraints import may_corefer
from graphbuild.extract.coreference.features import Feature, chain_features, nature_of, nothing_features
from graphbuild.extract.coreference.pronouns import Kind, Pronoun
from graphbuild.extract.coreference.referents import Referent, referents_of
from graphbuild.extract.coreference.weights import WEIGHTS

_MOST_SENTENCES = 8
_LATEST = 6
"""Of a chain, the mentions that may stand in the pronoun's own sentence."""
_COLUMN = {kind: column for column, kind in enumerate(Kind)}
_WEIGHTS = [{name: weights[column] for name, weights in WEIGHTS.items()} for column in _COLUMN.values()]
_SEVERAL = frozenset({"group", "group names", "only several"})
_NO_PERSONS = _SEVERAL | {"place name", "organization name", "people name", "work name", "other name", "only thing"}
_NO_THINGS = _SEVERAL | {"person name", "people name", "only person"}
_BODIES_OF_PLURAL_NAME = frozenset({"", "NORP", "Demonym", "Group"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A chain that a pronoun may belong to, None for nothing mentioned before, and what speaks for it."""

    chain: Chain | None
    features: tuple[Feature, ...]


Chooser = Callable[[Referent, Sequence[Choice]], tuple[Choice, float]]
"""Takes one of the choices and tells how likely it is."""


def choose(pronoun: Referent, choices: Sequence[Choice]) -> tuple[Choice, float]:
    """Return the likeliest choice and its probability."""
    column = _COLUMN[pronoun.pronoun.kind] if pronoun.pronoun is not None else 0
    weights = _WEIGHTS[column]
    scores = [sum([weights.get(name, 0.0) * value for name, value in choice.features]) for choice in choices]
    best = max(range(len(choices)), key=scores.__getitem__)
    return choices[best], 1 / sum(exp(score - scores[best]) for score in scores)


def resolve(docs: Sequence[Doc], chooser: Chooser = choose) -> Iterator[tuple[Referent, Chain]]:
    """Yield what the paragraphs ``docs`` of one document mention, each with the chain it was just put in."""
    chains = Chains()
    for referent in referents_of(docs):
        if referent.pronoun is None:
            yield referent, chains.add(referent)
            continue
        choice, probability = chooser(referent, list(_choices(referent, referent.pronoun, chains)))
        confidence = probability * choice.chain.confidence if choice.chain is not None else 1.0
        yield referent, chains.add(referent, choice.chain or Chain(), confidence)


def _choices(referent: Referent, pronoun: Pronoun, chains: Chains) -> Iterator[Choice]:
    """Yield nothing, and the chains that grammar allows, the latest mentioned first."""
    yield Choice(None, tuple(nothing_features(referent)))
    rank = 0
    for chain in chains:
        back = referent.sentence - chain.last.sentence
        if back > (0 if pronoun.is_reflexive else _MOST_SENTENCES):
            return
        if agrees(pronoun, chain) and _is_free(referent, pronoun, chain):
            yield Choice(chain, tuple(chain_features(referent, chain, rank)))
            rank += 1


def agrees(pronoun: Pronoun, chain: Chain) -> bool:
    """Tell whether a chain's number, gender and nature allow the pronoun."""
    nature = nature_of(chain)
    if pronoun.kind is Kind.SEVERAL:
        return nature != "only person" and not (chain.gender and nature == "person name")
    if nature.endswith("plural") or _is_plural_name(chain):
        return False
    if pronoun.kind is Kind.THING:
        return nature not in _NO_THINGS and not chain.gender
    return nature not in _NO_PERSONS and chain.gender in {"", pronoun.gender}


def _is_plural_name(chain: Chain) -> bool:
    """Tell whether a chain is called by a name in the plural ("the Houthis"); that of a state or body is one thing nonetheless."""
    return chain.name is not None and chain.name.is_plural and chain.name.label in _BODIES_OF_PLURAL_NAME


def _is_free(referent: Referent, pronoun: Pronoun, chain: Chain) -> bool:
    """Tell whether no mention in the pronoun's own sentence forbids it."""
    beside = (other for other in chain.referents[-_LATEST:] if other.sentence == referent.sentence)
    return all(may_corefer(referent.token, pronoun, member) for other in beside for member in other.members)
