"""How far a statement can be trusted: how often readings like it are right, as their features foretell.

The weights are those of a logistic regression on the training part of the project's relation corpus and on the development half of
CaRB; ``python -m training.confidence`` fits them anew, ``python -m benchmarks.confidence`` prints how well they foretell.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from math import exp

from graphbuild.assets import confidence_weights
from graphbuild.model import Entity, Factuality, Mention, MentionKind, Predicate, RelationMention
from graphbuild.normalize.ends import Ends
from graphbuild.normalize.link import UNKNOWN_TYPE
from graphbuild.normalize.relations import BY_TRIGGER, Match

_OPEN = 0.6
_SURE = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99)
_BROAD = {
    "Person": "person",
    "Country": "state",
    "Government": "state",
    "GovernmentBody": "body",
    "MilitaryForce": "body",
    "PoliticalParty": "body",
    "Organization": "body",
    "Group": "group",
    "Place": "place",
    "City": "place",
    "Role": "role",
}
_LENGTHS = (100, 200, 300)
_DISTANCES = (0, 15, 40, 80)
_PRONOUNS = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves who whom whose which that both".split()
)


Confidence = Callable[[RelationMention, Ends, Match | None], float]
"""How likely it is that two things are in the relation that a mention is taken for, None for an open one; between 0 and 1."""


def confidence_of(mention: RelationMention, ends: Ends, match: Match | None) -> float:
    """Return how likely it is that the two are in this relation, rounded so that it reads well and sorts alike.

    An extractor that the weights do not know tells itself how sure it is.
    """
    weights = _weights()
    if f"by {mention.extractor}" not in weights:
        certainty = match.certainty if match is not None else _OPEN
        return round(mention.confidence * ends.certainty * certainty, 3)
    total = sum(weights.get(feature, 0.0) for feature in features_of(mention, ends, match))
    return round(1 / (1 + exp(-total)), 3)


def features_of(mention: RelationMention, ends: Ends, match: Match | None) -> Iterator[str]:
    """Yield what may tell how trustworthy a reading is; the same words name the weights."""
    yield "any"
    yield f"by {mention.extractor}"
    yield from _predicate_features(mention, match)
    if ends.certainty < 1.0:
        yield "side is whose it is"
    yield from _side_features("subject", mention.subject, ends.subject, mention.predicate)
    yield from _side_features("object", mention.object, ends.object, mention.predicate)
    length = mention.sentence.end - mention.sentence.start
    yield from (f"sentence longer than {least}" for least in _LENGTHS if length > least)
    if mention.factuality is not Factuality.ASSERTED:
        yield f"{mention.factuality}"
    if mention.attributed_to:
        yield "attributed"
    if mention.predicate.relation:
        yield from _trained_features(mention, ends)


def _trained_features(mention: RelationMention, ends: Ends) -> Iterator[str]:
    """Yield what a trained reader says of itself, and what may make it wrong."""
    yield from (f"trained and surer than {level}" for level in _SURE if mention.confidence >= level)
    yield f"trained relation {mention.predicate.relation}"
    yield f"trained by {mention.predicate.pos}"
    yield f"trained between {_broad(ends.subject.type)} and {_broad(ends.object.type)}"


def _broad(type_: str) -> str:
    return _BROAD.get(type_, "other")


def _predicate_features(mention: RelationMention, match: Match | None) -> Iterator[str]:
    predicate = mention.predicate
    if match is None:
        yield "open"
        return
    yield f"relation {match.relation.name}"
    if match.reason != BY_TRIGGER:
        yield "similar"
    elif match.certainty < 1.0:
        yield "less than the whole phrase"
    if match.is_inverse:
        yield "inverse"
    if predicate.pos == "VERB":
        yield f"{mention.extractor} with {'noun' if predicate.noun else 'preposition' if predicate.preposition else 'object'}"


def _side_features(name: str, side: Mention, entity: Entity, predicate: Predicate) -> Iterator[str]:
    yield f"{name} is a {_kind(side)}"
    if entity.type == UNKNOWN_TYPE:
        yield f"{name} of unknown type"
    distance = max(side.span.start - predicate.span.end, predicate.span.start - side.span.end, 0)
    yield from (f"{name} farther than {least}" for least in _DISTANCES if distance > least)


def _kind(side: Mention) -> str:
    return "resolved pronoun" if side.kind is not MentionKind.PRONOUN and side.text.casefold() in _PRONOUNS else side.kind.value


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    return confidence_weights()
