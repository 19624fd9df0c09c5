"""The ledger of a build: what became of every candidate, kept on disk until the graph is whole."""

import pickle
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import SEEK_END
from weakref import finalize

from graphbuild.model import Candidate, RelationMention

Settle = Callable[[Candidate], Candidate]


_MOST_IN_MEMORY = 8 << 20
"""Bytes of candidates; more are kept on disk."""


class Spool:
    """Candidates in a file without a name, which goes with the spool: only where each document's begin is in memory."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(_MOST_IN_MEMORY)  # noqa: SIM115 - open as long as the spool is there
        self._places: list[tuple[str, int, int]] = []
        finalize(self, self._file.close)

    def add(self, document_id: str, candidates: Sequence[Candidate]) -> None:
        """Put the candidates of one document, or chapter of one, behind the others."""
        if candidates:
            first = min(candidate.mention.sentence.start for candidate in candidates)
            self._file.seek(0, SEEK_END)
            self._places.append((document_id, first, self._file.tell()))
            pickle.dump(sorted(candidates, key=_place), self._file, protocol=pickle.HIGHEST_PROTOCOL)

    def __iter__(self) -> Iterator[Candidate]:
        """Yield all candidates by document, sentence and words, whatever the order in which they came."""
        for _, _, start in sorted(self._places):
            self._file.seek(start)
            yield from pickle.load(self._file)  # noqa: S301 - nobody else can write to a file without a name


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every candidate of a build with what became of it in the end; can be iterated as often as need be."""

    spool: Spool
    settle: Settle

    def __iter__(self) -> Iterator[Candidate]:
        """Yield the candidates by document, sentence and words."""
        return map(self.settle, self.spool)


def _place(candidate: Candidate) -> tuple[object, ...]:
    mention: RelationMention = candidate.mention
    sides = mention.subject.span, mention.object.span
    words = mention.predicate.span, mention.predicate.phrase, mention.predicate.pos
    statement = candidate.statement
    fact = statement.id if statement is not None else ""
    return mention.sentence, sides, words, mention.extractor, candidate.reason, candidate.detail, fact, mention.confidence
