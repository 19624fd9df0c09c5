"""How far a tuple can be trusted: the share of its words that people would write down too, as its features foretell.

The weights are those of a logistic regression on the development half of CaRB; ``python -m benchmarks.carb --fit`` prints them anew.
"""

from collections.abc import Iterator
from math import exp

from graphbuild.openie.draft import Construction, Draft

_WEIGHTS = {
    "1 arguments": -1.05,
    "1 words in relation": -0.19,
    "2 arguments": 0.54,
    "2 words in relation": -0.13,
    "3 arguments": 0.4,
    "3 words in relation": 0.11,
    "4 arguments": 0.08,
    "4 words in relation": 0.14,
    "5 arguments": -0.07,
    "5 words in relation": -0.01,
    "any": -0.28,
    "be is implied": -0.07,
    "by apposition": 0.46,
    "by close apposition": 0.15,
    "by copula": -0.12,
    "by existential": -0.28,
    "by possessor": -0.56,
    "by preposition": -0.25,
    "by verb": 0.32,
    "clause is ROOT": 0.54,
    "clause is acl": -0.17,
    "clause is acl:relcl": -0.18,
    "clause is advcl": -0.21,
    "clause is ccomp": -0.4,
    "clause is parataxis": 0.24,
    "clause is xcomp": -0.02,
    "infinitive": -0.04,
    "more than 10 words": -0.31,
    "more than 15 words": -0.46,
    "more than 20 words": -0.12,
    "more than 30 words": -0.07,
    "more than 5 words": 0.2,
    "owner is NOUN": -0.38,
    "owner is PROPN": -0.18,
    "preposition at": -0.2,
    "preposition between": 0.14,
    "preposition by": 0.03,
    "preposition for": -0.18,
    "preposition from": 0.01,
    "preposition in": 0.06,
    "preposition on": -0.03,
    "preposition with": -0.09,
    "preposition's object is NOUN": -0.09,
    "preposition's object is PROPN": -0.16,
    "subject follows": -0.27,
    "subject is a pronoun": -0.03,
    "verb is NNP": -0.1,
    "verb is NNS": -0.01,
    "verb is VB": -0.14,
    "verb is VBD": 0.38,
    "verb is VBG": -0.14,
    "verb is VBN": 0.08,
    "verb is VBP": -0.07,
    "verb is VBZ": -0.17,
    "verb is coordinated": -0.09,
}
_LENGTHS = (5, 10, 15, 20, 30)
_CLAUSAL = frozenset({Construction.VERB, Construction.COPULA, Construction.EXISTENTIAL})


def confidence_of(draft: Draft) -> float:
    """Return a number between 0 and 1, rounded so that it reads well and sorts alike everywhere."""
    total = sum(_WEIGHTS.get(feature, 0.0) for feature in features_of(draft))
    return round(1 / (1 + exp(-total)), 4)


def features_of(draft: Draft) -> Iterator[str]:
    """Yield what may tell how trustworthy a tuple is; the same words name the weights."""
    yield "any"
    yield f"by {draft.construction}"
    words = sum(map(len, draft.arguments))
    yield from (f"more than {length} words" for length in _LENGTHS if words > length)
    if draft.construction is Construction.POSSESSOR:
        yield f"owner is {draft.anchor.pos_}"
    if draft.construction is Construction.PREPOSITION:
        yield f"preposition {draft.relation[0].lower_}"
        yield f"preposition's object is {draft.anchor.pos_}"
    if draft.construction in _CLAUSAL:
        yield from _clausal_features(draft)


def _clausal_features(draft: Draft) -> Iterator[str]:
    yield f"clause is {draft.clause.dep_}"
    yield f"verb is {draft.anchor.tag_}"
    yield f"{min(len(draft.arguments), 5)} arguments"
    yield f"{min(len(draft.relation), 5)} words in relation"
    if draft.anchor.dep_ == "conj":
        yield "verb is coordinated"
    if draft.arguments[0] and draft.arguments[0][0].i > draft.anchor.i:
        yield "subject follows"
    if len(draft.arguments[0]) == 1 and draft.arguments[0][0].pos_ == "PRON":
        yield "subject is a pronoun"
    if draft.prefix:
        yield "be is implied"
    if draft.relation and draft.relation[0].lower_ == "to":
        yield "infinitive"
