"""Whether a statement's confidence is how often statements like it are right.

    python -m benchmarks.confidence

Readings are put together by their confidence; each row tells how sure they are on average, and the share that is right. The weights
are fitted on the training and development parts of the relation corpus and on CaRB's development half (``python -m
training.confidence``); the rows that count are those of the corpus' test part. The annotated article is only reported on.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.gold import CORPUS
from graphbuild.graph.gold import INVENTORY, Names, read_aliases, read_facts
from graphbuild.graph.score import Strictness, agree
from graphbuild.pipeline import build
from training.confidence import Sample, carb_samples, corpus_samples

_BOUNDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def main() -> None:
    """Print a table for each set of readings."""
    print_table("relation corpus, test part", [*corpus_samples(frozenset({"test"}))])
    print_table("relation corpus, development part (fitted on)", [*corpus_samples(frozenset({"dev"}))])
    print_table(
        "relation corpus, training part, rules alone (fitted on)", [*corpus_samples(frozenset({"train"}), rules_alone=True)]
    )
    print_table("CaRB, development half (fitted on)", [*carb_samples()])
    if CORPUS.exists():
        print_table("annotated article", [*article_samples()])


def article_samples() -> Iterator[Sample]:
    """Yield the statements of the annotated article; right is what says a gold fact with the same relation or one of its family."""
    facts = [*read_facts(CORPUS / "gold_a.jsonl", is_gold=True), *read_facts(CORPUS / "gold_a_extra.jsonl", is_gold=True)]
    names = Names(read_aliases(CORPUS / "entities_a.jsonl"), facts)
    gold = [names.claim(fact) for fact in facts]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "statements.jsonl"
        build(CORPUS / "china_brief.txt").write(path)
        lines = path.read_text(encoding="utf-8").splitlines()
        for line, fact in zip(lines, read_facts(path, is_gold=False), strict=True):
            claim = names.claim(fact)
            if claim.relation in INVENTORY:
                is_right = any(agree(claim, other, Strictness.RELAXED) for other in gold)
                yield Sample(frozenset(), json.loads(line)["confidence"], is_right)


def print_table(title: str, samples: Sequence[Sample]) -> None:
    """Print how many readings of each confidence there are, how sure they are, how often right, and the mean difference."""
    print(f"\n{title}: {len(samples)} readings, {_share(sample.is_right for sample in samples):.3f} right")
    print(f"{'confidence':>12}{'readings':>10}{'foretold':>10}{'right':>8}")
    error = 0.0
    for low, high in pairwise(_BOUNDS):
        inside = [sample for sample in samples if low <= sample.confidence < high]
        if inside:
            foretold = _share(sample.confidence for sample in inside)
            right = _share(sample.is_right for sample in inside)
            error += len(inside) * abs(foretold - right) / len(samples)
            print(f"{f'{low:.1f}-{min(high, 1.0):.1f}':>12}{len(inside):10}{foretold:10.3f}{right:8.3f}")
    print(f"mean difference {error:.3f}")


def _share(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0


if __name__ == "__main__":
    main()
