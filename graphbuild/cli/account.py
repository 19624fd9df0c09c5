"""What a build did and why, in a few lines: candidates by outcome, names by merge, decisions by effect."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from graphbuild.model import Candidate, Reason
    from graphbuild.pipeline import Construction


class Tally:
    """Counts candidates by reason while they pass."""

    def __init__(self) -> None:
        self._counts: Counter[Reason] = Counter()

    def count(self, candidates: "Iterable[Candidate]") -> "Iterator[Candidate]":
        """Yield the candidates, each counted."""
        for candidate in candidates:
            self._counts[candidate.reason] += 1
            yield candidate

    def print(self, console: "Console") -> None:
        """Print how many candidates had each outcome, and why."""
        from rich.table import Table

        from graphbuild.model import Outcome, Reason

        by_outcome = Counter[Outcome]()
        for reason, count in self._counts.items():
            by_outcome[reason.outcome] += count
        total = self._counts.total()
        parts = ", ".join(f"{by_outcome[outcome]} {outcome}" for outcome in Outcome)
        table = Table(title=f"{total} candidate{'' if total == 1 else 's'}: {parts}")
        for heading in ("outcome", "reason", "candidates"):
            table.add_column(heading, justify="right" if heading == "candidates" else "left")
        places = {reason: place for place, reason in enumerate(Reason)}
        for reason in sorted(
            self._counts, key=lambda reason: (list(Outcome).index(reason.outcome), -self._counts[reason], places[reason])
        ):
            table.add_row(reason.outcome, reason, str(self._counts[reason]))
        console.print(table)


def print_dry_run(construction: "Construction", ledger: "Iterable[Candidate]", console: "Console") -> None:
    """Print which names would be taken for which thing, and what each decision would do; go through ``ledger`` to its end."""
    from graphbuild.cli.table import print_table

    merges = [
        (merge.name, construction.graph.entity(merge.entity).label, merge.reason, f"{merge.score:.2f}")
        for merge in construction.graph.merges
    ]
    if merges:
        print_table(("name", "entity", "reason", "score"), merges)
    else:
        _say("No name would be merged.", console)
    for line in _effects(construction):
        _say(line, console)
    deque(ledger, maxlen=0)


def print_notes(construction: "Construction", console: "Console") -> None:
    """Print which decisions do nothing."""
    for note in construction.replay.notes if construction.replay is not None else ():
        console.print(f"note: {note}", style="yellow", markup=False, highlight=False, soft_wrap=True)


def _effects(construction: "Construction") -> Iterator[str]:
    """Yield a line for each decision that does something."""
    from graphbuild.decisions import NameDecision

    if construction.replay is None:
        return
    for entry in construction.replay.decisions.entries:
        count = construction.replay.uses.get(entry.number, 0)
        what = "name" if isinstance(entry, NameDecision) else "reading"
        if count:
            yield f"{entry} would apply to {count} {what}{'' if count == 1 else 's'}"


def _say(line: str, console: "Console") -> None:
    console.print(line, markup=False, highlight=False, soft_wrap=True)
