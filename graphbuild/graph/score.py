"""How well statements agree with a hand-annotated graph."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from graphbuild.graph.gold import INVENTORY, SYMMETRIC, Claim, Fact, Names, are_related, read_aliases, read_facts

_ASKED_FROM = 2
_TOP = 3


class Strictness(StrEnum):
    """What has to be the same for two claims to agree, from loose to strict."""

    PAIR = "pair"
    """The two sides, whatever the relation and its direction."""
    RELAXED = "relaxed"
    """... and the family of the relation."""
    STRICT = "strict"
    """... and the relation; its direction too, unless it is symmetric."""
    FULL = "full"
    """... and the factuality."""


@dataclass(frozen=True, slots=True)
class Score:
    """Agreement under one strictness.

    Precision is over the ``statements`` judged: those whose relation is of the inventory, for pairs all. Recall is over the gold
    ``facts`` of importance 2 or more, ``recall_top`` over those of importance 3.
    """

    precision: float
    recall: float
    recall_top: float
    statements: int
    facts: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores from loose to strict, and where they come from.

    ``relation_accuracy`` is how often the relation is right where the pair was found, ``factuality_accuracy`` how often the
    factuality is right where the relation was; ``missed`` and ``wrong`` are under the relaxed reading.
    """

    scores: Mapping[Strictness, Score]
    relation_accuracy: float
    factuality_accuracy: float
    missed: tuple[Fact, ...]
    wrong: tuple[Claim, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the figures, rounded to four decimals."""
        scores = {str(strictness): _rounded(asdict(score) | {"f1": score.f1}) for strictness, score in self.scores.items()}
        accuracies = {"relation_accuracy": self.relation_accuracy, "factuality_accuracy": self.factuality_accuracy}
        return scores | _rounded(accuracies)


def evaluate(
    gold: Path, entities: Path, statements: Path, *, extra: Path | None = None, document: str | None = None
) -> Evaluation:
    """Compare a statements.jsonl with a gold graph.

    Args:
        gold: the facts that are asked for.
        entities: the gold entities with their aliases.
        statements: what was found; a gold file will do, to measure the agreement of two annotators.
        extra: further facts that are true and not asked for.
        document: the name of the one document to look at.

    Raises:
        ReadError: a file cannot be read.
    """
    facts = _of_document(read_facts(gold, is_gold=True), document)
    extra_facts = read_facts(extra, is_gold=True) if extra else []
    names = Names(read_aliases(entities), facts + extra_facts)
    found = _of_document(read_facts(statements, is_gold=False), document, has_folder=True)
    return _compare(
        asked=[(names.claim(fact), fact) for fact in facts if fact.importance >= _ASKED_FROM],
        valid=_unique(names.claim(fact) for fact in facts + extra_facts),
        found=_unique(claim for claim in map(names.claim, found) if claim.has_two_sides),
    )


def agree(found: Claim, gold: Claim, strictness: Strictness) -> bool:
    """Tell whether a claim that was found says what a gold claim says."""
    is_straight = bool(found.subject & gold.subject and found.object & gold.object)
    is_crossed = bool(found.subject & gold.object and found.object & gold.subject)
    if strictness is Strictness.PAIR:
        return is_straight or is_crossed
    if not _has_same_relation(found.relation, gold.relation, strictness):
        return False
    if strictness is Strictness.FULL and found.factuality != gold.factuality:
        return False
    return is_straight or (is_crossed and not SYMMETRIC.isdisjoint({found.relation, gold.relation}))


def _has_same_relation(found: str | None, gold: str | None, strictness: Strictness) -> bool:
    if found is None or gold is None:
        return False
    return are_related(found, gold) if strictness is Strictness.RELAXED else found == gold


def _compare(asked: list[tuple[Claim, Fact]], valid: list[Claim], found: list[Claim]) -> Evaluation:
    fact_by_claim = {claim: fact for claim, fact in reversed(asked) if claim.has_two_sides}
    hits = {strictness: {claim for claim in fact_by_claim if _is_said(claim, found, strictness)} for strictness in Strictness}
    missed = {id(fact_by_claim[claim]) for claim in fact_by_claim.keys() - hits[Strictness.RELAXED]}
    return Evaluation(
        scores={strictness: _score(fact_by_claim, hits[strictness], valid, found, strictness) for strictness in Strictness},
        relation_accuracy=_share(len(hits[Strictness.STRICT]), len(hits[Strictness.PAIR])),
        factuality_accuracy=_share(len(hits[Strictness.FULL]), len(hits[Strictness.STRICT])),
        missed=tuple(fact for _, fact in asked if id(fact) in missed),
        wrong=tuple(claim for claim in found if claim.relation in INVENTORY and not _is_right(claim, valid, Strictness.RELAXED)),
    )


def _score(
    fact_by_claim: Mapping[Claim, Fact], hits: set[Claim], valid: list[Claim], found: list[Claim], strictness: Strictness
) -> Score:
    is_pair = strictness is Strictness.PAIR
    judged = _unique(_judged(claim, strictness) for claim in found if is_pair or claim.relation in INVENTORY)
    right = sum(_is_right(claim, valid, strictness) for claim in judged)
    hit = {_judged(claim, strictness) for claim in hits}
    asked = {_judged(claim, strictness) for claim in fact_by_claim}
    top = {_judged(claim, strictness) for claim, fact in fact_by_claim.items() if fact.importance >= _TOP}
    return Score(
        precision=_share(right, len(judged)),
        recall=_share(len(hit & asked), len(asked)),
        recall_top=_share(len(hit & top), len(top)),
        statements=len(judged),
        facts=len(asked),
    )


def _judged(claim: Claim, strictness: Strictness) -> Claim:
    """Return of a claim what is judged, with its sides in a fixed order where their order says nothing."""
    subject, relation, obj, factuality = claim
    if strictness is Strictness.PAIR or relation in SYMMETRIC:
        subject, obj = sorted((subject, obj), key=sorted)
    return Claim(
        subject,
        None if strictness is Strictness.PAIR else relation,
        obj,
        factuality if strictness is Strictness.FULL else "",
    )


def _is_said(gold: Claim, found: Iterable[Claim], strictness: Strictness) -> bool:
    return any(agree(claim, gold, strictness) for claim in found)


def _is_right(claim: Claim, valid: Iterable[Claim], strictness: Strictness) -> bool:
    return any(agree(claim, gold, strictness) for gold in valid)


def _of_document(facts: list[Fact], document: str | None, *, has_folder: bool = False) -> list[Fact]:
    if document is None:
        return facts
    return [fact for fact in facts if fact.document is None or _name(fact.document, has_folder=has_folder) == document]


def _name(document: str, *, has_folder: bool) -> str:
    return PurePath(document).name if has_folder else document


def _unique(claims: Iterable[Claim]) -> list[Claim]:
    return list(dict.fromkeys(claims))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _rounded(figures: Mapping[str, float]) -> dict[str, object]:
    return {name: round(figure, 4) if isinstance(figure, float) else figure for name, figure in figures.items()}
