"""What became of everything that was read: each candidate for a statement, with the reason."""

from dataclasses import dataclass
from enum import StrEnum

from graphbuild.model.mention import RelationMention
from graphbuild.model.statement import Entity, Statement


class Outcome(StrEnum):
    """What became of a candidate."""

    KEPT = "kept"
    REPAIRED = "repaired"
    REJECTED = "rejected"


class Reason(StrEnum):
    """Why it became of it; each belongs to one outcome."""

    FITS = "a relation fits"
    OPEN = "no relation fits, said in the text's words"
    ACCEPTED = "accepted by a decision"

    TURNED = "told from the other side"
    """The words name the relation's object first: "employs", "led by"."""
    PLACED = "place instead of who acts from there"
    OWNED = "owner instead of a description"
    """A description that is no thing of its own stands for whose it is: "Japan's handling"."""
    RETYPED = "argument retyped"
    """The rest of the document tells better than the sentence what a side is."""
    EDITED = "edited by a decision"

    PRONOUN = "unresolved pronoun"
    NO_THING = "a side is no thing"
    ONE_THING = "both sides are one thing"
    NO_RELATION = "no relation for the words"
    UNFIT = "domain or range does not fit"
    LITERAL = "not true of a description's owner"
    """Seizing a Japanese boat seizes no country."""
    SAID_BETTER = "the sentence says it more surely"
    RELATED = "a relation was read between the two"
    UNSURE = "less sure than is asked for"
    DECIDED = "rejected by a decision"

    @property
    def outcome(self) -> Outcome:
        """The outcome that it is a reason for."""
        if self in _KEEPING:
            return Outcome.KEPT
        return Outcome.REPAIRED if self in _REPAIRING else Outcome.REJECTED


_KEEPING = frozenset({Reason.FITS, Reason.OPEN, Reason.ACCEPTED})
_REPAIRING = frozenset({Reason.TURNED, Reason.PLACED, Reason.OWNED, Reason.RETYPED, Reason.EDITED})


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a sentence may say, and what became of it.

    ``statement`` is what was made of it, with its one piece of evidence; of a rejected candidate what would have been, None where one
    of its sides is no thing. ``things`` are the entities that it is about. ``detail`` says more than the reason: which trigger, which
    other repairs, which decision.
    """

    mention: RelationMention
    sentence: str
    reason: Reason
    detail: str = ""
    statement: Statement | None = None
    things: tuple[Entity, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """What became of it."""
        return self.reason.outcome
