"""What becomes of a candidate after names are resolved and decisions replayed."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from graphbuild.decisions.rulings import Rulings
from graphbuild.graph.relabel import relabel_statement
from graphbuild.model import Candidate, Iri, Outcome, Reason


def move_candidate(candidate: Candidate, iri_by_old: Mapping[Iri, Iri], symmetric: Collection[Iri]) -> Candidate:
    """Return the candidate about the things' new IRIs; one whose sides have become one thing is rejected."""
    if candidate.statement is None or not iri_by_old:
        return candidate
    statement = relabel_statement(candidate.statement, iri_by_old, symmetric)
    things = tuple(replace(thing, iri=iri_by_old.get(thing.iri, thing.iri)) for thing in candidate.things)
    if statement is not None:
        return replace(candidate, statement=statement, things=things)
    was_rejected = candidate.outcome is Outcome.REJECTED
    reason, detail = (candidate.reason, candidate.detail) if was_rejected else (Reason.ONE_THING, "")
    return replace(candidate, statement=None, things=things, reason=reason, detail=detail)


def may_be_accepted(candidate: Candidate) -> bool:
    """Tell whether a person may have a rejected candidate back: what the sentence says anyway is no loss."""
    is_lost = candidate.outcome is Outcome.REJECTED and candidate.reason is not Reason.SAID_BETTER
    return is_lost and candidate.statement is not None


def rule_candidate(candidate: Candidate, rulings: Rulings) -> Candidate:
    """Return the candidate as the decisions leave it."""
    is_rejected = candidate.outcome is Outcome.REJECTED
    if candidate.statement is None or (is_rejected and not may_be_accepted(candidate)):
        return candidate
    ruling = rulings.rule(candidate.statement, candidate.things)
    if not ruling.by or (is_rejected and not ruling.is_accepted):
        return candidate
    detail = ", ".join(map(str, ruling.by))
    if ruling.statement is None:
        return replace(candidate, reason=Reason.DECIDED, detail=detail)
    reason = Reason.EDITED if ruling.is_edited else Reason.ACCEPTED
    return replace(candidate, reason=reason, detail=detail, statement=ruling.statement)
