"""How far two annotations of the same passages agree: ``python -m training.relation_corpus.agreement SECOND.jsonl FIRST.jsonl…``.

The second annotation was made from the bare text, without sight of the first; its passages have the ids of the first's. Things of the
second are those of the first with which they share most characters of mentions.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphbuild.ontology import load_ontology
from training.relation_corpus.passage import CorpusFact, Passage, read_passages

_Sides = tuple[str, str]
_Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many items each annotation has, and on how many they agree."""

    first: int
    second: int
    both: int

    @property
    def f1(self) -> float:
        """The harmonic mean of the shares of each that the other has."""
        return 2 * self.both / max(self.first + self.second, 1)


def agreements(pairs: Iterable[tuple[Passage, Passage]], symmetric: frozenset[str]) -> dict[str, Agreement]:
    """Return the agreement of two annotations, by what it is about; ``symmetric`` are the relations whose sides may change places."""
    counts: dict[str, Counter[str]] = {}
    for first, second in pairs:
        for name, (left, right, both) in _compare(first, second, symmetric):
            counts.setdefault(name, Counter()).update(first=left, second=right, both=both)
    return {name: Agreement(count["first"], count["second"], count["both"]) for name, count in counts.items()}


def _compare(first: Passage, second: Passage, symmetric: frozenset[str]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    spans = (
        {(m.start, m.end): first.type_of(m) for m in first.mentions},
        {(m.start, m.end): second.type_of(m) for m in second.mentions},
    )
    shared = spans[0].keys() & spans[1].keys()
    yield "mentions, exact span", (len(spans[0]), len(spans[1]), len(shared))
    yield "types of shared mentions", (len(shared), len(shared), sum(spans[0][span] == spans[1][span] for span in shared))
    own = {entity.id: entity.id for entity in first.entities}
    left, right = _facts(first, own, symmetric), _facts(second, _aligned(first, second), symmetric)
    related = {(triple[0], triple[2]) for triple in left}, {(triple[0], triple[2]) for triple in right}
    both = left.keys() & right.keys()
    yield "facts, which two things", (len(related[0]), len(related[1]), len(related[0] & related[1]))
    yield "facts, with the relation", (len(left), len(right), len(both))
    yield "factuality of shared facts", (len(both), len(both), sum(left[key].factuality == right[key].factuality for key in both))
    for name in ("attributed_to", "time"):
        has = {key for key in both if getattr(left[key], name)}, {key for key in both if getattr(right[key], name)}
        yield f"shared facts with {name.replace('_', ' ')}", (len(has[0]), len(has[1]), len(has[0] & has[1]))


def _facts(passage: Passage, names: Mapping[str, str], symmetric: frozenset[str]) -> dict[_Triple, CorpusFact]:
    found: dict[_Triple, CorpusFact] = {}
    for fact in passage.facts:
        sides = names[passage.mentions[fact.subject].entity], names[passage.mentions[fact.object].entity]
        subject, obj = sorted(sides) if fact.relation in symmetric else sides
        found.setdefault((subject, fact.relation, obj), fact)
    return found


def _aligned(first: Passage, second: Passage) -> dict[str, str]:
    """Return which thing of the first each thing of the second is; one of its own, marked so, if it is none."""
    shared: Counter[_Sides] = Counter()
    for mention in second.mentions:
        for other in first.mentions:
            overlap = min(mention.end, other.end) - max(mention.start, other.start)
            if overlap > 0:
                is_exact = (mention.start, mention.end) == (other.start, other.end)
                shared[mention.entity, other.entity] += overlap + 100 * is_exact
    best: dict[str, tuple[int, str]] = {}
    for (entity, other), count in shared.items():
        best[entity] = max(best.get(entity, (0, "")), (count, other))
    return {entity.id: best.get(entity.id, (0, f"only {entity.id}"))[1] for entity in second.entities}


def matched(second: Iterable[Passage], first: Iterable[Passage]) -> Iterator[tuple[Passage, Passage]]:
    """Yield both annotations of the passages that were annotated twice.

    Raises:
        ValueError: a passage of the second is not in the first, or its text is another.
    """
    by_id = {passage.id: passage for passage in first}
    for passage in second:
        if passage.id not in by_id or by_id[passage.id].text != passage.text:
            raise ValueError(f"{passage.id} is not a passage of the first annotation")
        yield by_id[passage.id], passage


def table(pairs: Sequence[tuple[Passage, Passage]], symmetric: frozenset[str]) -> str:
    """Return the agreement as Markdown."""
    lines = [
        f"{len(pairs)} passages, {sum(len(one.sentences) for one, _ in pairs)} sentences.",
        "",
        "| what | first | second | both | F1 |",
        "|---|---|---|---|---|",
    ]
    for name, agreement in agreements(pairs, symmetric).items():
        lines.append(f"| {name} | {agreement.first} | {agreement.second} | {agreement.both} | {agreement.f1:.3f} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the agreement."""
    second, *first = map(Path, sys.argv[1:])
    symmetric = frozenset(name for name, relation in load_ontology().relations.items() if relation.is_symmetric)
    print(table(list(matched(read_passages([second]), read_passages(first))), symmetric), end="")


if __name__ == "__main__":
    main()
