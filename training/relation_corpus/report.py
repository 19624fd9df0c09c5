"""How many facts of each relation, construction, field and factuality the corpus has.

Run as ``python -m training.relation_corpus.report FILE.jsonl…``.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from graphbuild.ontology import load_ontology
from training.relation_corpus.passage import CorpusFact, Passage, read_passages


def report(passages: Iterable[Passage], relations: Iterable[str]) -> str:
    """Return the counts as Markdown; a relation that no passage has is listed with 0."""
    kept = list(passages)
    facts = [fact for passage in kept for fact in passage.facts]
    sentences = sum(len(passage.sentences) for passage in kept)
    countries = {country for passage in kept for country in passage.countries}
    lines = [
        f"{len(kept)} passages, {sentences} sentences, {len(facts)} facts, {len(countries)} countries.",
        _table("factuality", Counter(fact.factuality for fact in facts), len(facts)),
        _table("said or dated", Counter(chain.from_iterable(map(_circumstances, facts))), len(facts)),
        _table("construction", Counter(fact.construction for fact in facts), len(facts)),
        _table("field (sentences)", _weighted(kept, "field"), sentences),
        _table("genre (sentences)", _weighted(kept, "genre"), sentences),
        _relations(kept, relations),
    ]
    return "\n\n".join(lines) + "\n"


def _circumstances(fact: CorpusFact) -> list[str]:
    return [name for name, holds in (("attributed", fact.attributed_to), ("with a time", fact.time)) if holds]


def _relations(passages: list[Passage], relations: Iterable[str]) -> str:
    counts = Counter(fact.relation for passage in passages for fact in passage.facts)
    constructions: dict[str, set[str]] = {}
    for passage in passages:
        for fact in passage.facts:
            constructions.setdefault(fact.relation, set()).add(fact.construction)
    rows = [
        f"| {name} | {counts[name]} | {len(constructions.get(name, ()))} |"
        for name in sorted({*relations, *counts}, key=lambda name: (-counts[name], name))
    ]
    return "\n".join(["| relation | facts | constructions |", "|---|---|---|", *rows])


def _weighted(passages: list[Passage], attribute: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for passage in passages:
        counts[getattr(passage, attribute)] += len(passage.sentences)
    return counts


def _table(heading: str, counts: Counter[str], total: int) -> str:
    rows = [f"| {name} | {count} | {_percent(count, total)} |" for name, count in counts.most_common()]
    return "\n".join([f"| {heading} | count | share |", "|---|---|---|", *rows])


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"


def main() -> None:
    """Print the report on the named files."""
    print(report(read_passages(map(Path, sys.argv[1:])), load_ontology().relations), end="")


if __name__ == "__main__":
    main()
