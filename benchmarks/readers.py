"""Compare the rules, the trained reader and both together, on the relation corpus and on the annotated article.

    python -m benchmarks.readers [--part dev|test] [--article]

*Given the mentions* asks the trained reader for the relations between the annotated mentions of a passage. *From raw text* counts
the statements of a build: a fact is right if its sides overlap mentions of the two things and its relation is the annotated one;
whatever is said of things that nobody marked is wrong. Facts of symmetric relations count once. Factuality is counted where the fact is
right.
"""

import argparse
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.count import Count
from benchmarks.places import SHARED
from graphbuild.classify import NAME, bundled_reader
from graphbuild.classify.hints import hints_of
from graphbuild.extract import extractors
from graphbuild.graph.score import evaluate
from graphbuild.model import Document
from graphbuild.pipeline import Pipeline, build, make_pipeline
from training.relation_corpus.passage import Passage, read_passages
from training.relation_corpus.readings import entity_at
from training.relation_corpus.split import part_of
from training.relation_reader.examples import FACTUALITIES, ExampleMaker, parse_passages
from training.shared import HERE

PASSAGES = HERE / "relations"
ASKED = {"given the mentions": 80.0, "from raw text, both": 65.0, "factuality": 90.0}
ARTICLE = {"pair": None, "relaxed": 0.68, "strict": 0.60, "full": 0.52}
_CORPUS = SHARED / "corpus"

Facts = dict[tuple[str, str, str], str]
"""Factuality by subject, relation and object."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts are found, and how many of those that are right have the right factuality."""

    facts: Count
    factuality: Count


def main() -> None:
    """Read, count, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--part", choices=["dev", "test"], default="dev")
    parser.add_argument("--article", action="store_true", help="score the annotated article only")
    arguments = parser.parse_args()
    if not arguments.article:
        passages = [each for each in read_passages(sorted(PASSAGES.glob("*.jsonl"))) if part_of(each) == arguments.part]
        print(f"relation corpus, {arguments.part}: {len(passages)} passages")
        print(f"{'':24}{'P':>8}{'R':>8}{'F1':>8}{'asked':>8}{'factuality':>12}{'asked':>8}")
        _print("given the mentions", count(passages, read_given(passages)))
        for name, pipeline in pipelines():
            _print(f"from raw text, {name}", count(passages, read_raw(passages, pipeline)))
    print("annotated article")
    print(f"{'':24}{'pair':>8}{'relaxed':>9}{'strict':>8}{'full':>8}{'factuality':>12}{'not in the text':>17}")
    asked = "".join(f"{value or '':>{width}}" for value, width in zip(ARTICLE.values(), (8, 9, 8, 8), strict=True))
    for name, pipeline in pipelines():
        print(f"{name:24}{score_article(pipeline)}")
    print(f"{'asked':24}{asked}")


def pipelines() -> Iterator[tuple[str, Pipeline]]:
    """Yield the ways of reading."""
    rules = [name for name in extractors if name != NAME]
    for name, chosen in (("rules", rules), ("trained", [NAME]), ("both", [*rules, NAME])):
        yield name, make_pipeline(extractor_names=chosen)


def read_given(passages: Sequence[Passage]) -> Iterator[Facts]:
    """Yield what the trained reader says of the annotated mentions of each passage."""
    reader = bundled_reader()
    parse = make_pipeline().parse
    make = ExampleMaker(reader.inventory.relations, reader.inventory.symmetric, reader.inventory.hints)
    read: dict[str, Facts] = {}
    for parsed in parse_passages(passages, parse):
        example = make(parsed, (), None)
        if example is None:
            continue
        view = example.views[0]
        hints = hints_of(parsed.doc[:], reader.inventory.hints, len(reader.inventory.relations))
        scores = reader.network(parsed.states.astype("float32"), hints, view.features, view.pairs)
        facts: Facts = {}
        sure: dict[tuple[str, str, str], float] = {}
        for row, number in zip(*np.nonzero(scores.relations > reader.inventory.threshold), strict=True):
            subject, obj = view.entities[row]
            fact = _fact(subject, reader.inventory.relations[number], obj, reader.inventory.symmetric)
            if scores.relations[row, number] > sure.get(fact, 0.0):
                sure[fact] = float(scores.relations[row, number])
                facts[fact] = FACTUALITIES[int(scores.factuality[row].argmax())]
        read[parsed.passage.id] = facts
    yield from (read.get(passage.id, {}) for passage in passages)


def read_raw(passages: Sequence[Passage], pipeline: Pipeline) -> Iterator[Facts]:
    """Yield the facts that a build makes of the text of each passage."""
    symmetric = bundled_reader().inventory.symmetric
    documents = (Document(passage.id, passage.text, published=passage.published) for passage in passages)
    for passage, normalized in zip(passages, pipeline.read(documents), strict=True):
        facts: Facts = {}
        for statement in normalized.statements:
            if not statement.is_open:
                evidence = statement.evidence[0]
                sides = [entity_at(passage, side.span) or f"unmarked {side.text}" for side in (evidence.subject, evidence.object)]
                facts[_fact(sides[0], statement.predicate.local_name, sides[1], symmetric)] = statement.factuality.value
        yield facts


def count(passages: Sequence[Passage], read: Iterable[Facts]) -> Tally:
    """Count what was read of the passages."""
    symmetric = bundled_reader().inventory.symmetric
    facts = factuality = Count()
    for passage, found in zip(passages, read, strict=True):
        gold = {
            _fact(
                passage.mentions[each.subject].entity, each.relation, passage.mentions[each.object].entity, symmetric
            ): each.factuality
            for each in passage.facts
        }
        shared = gold.keys() & found.keys()
        facts += Count(len(shared), len(gold), len(found))
        factuality += Count(sum(gold[fact] == found[fact] for fact in shared), len(shared), len(shared))
    return Tally(facts, factuality)


def score_article(pipeline: Pipeline) -> str:
    """Return the figures of the annotated article as a line."""
    graph = build(_CORPUS / "china_brief.txt", pipeline=pipeline)
    text = (_CORPUS / "china_brief.txt").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        statements = Path(folder) / "statements.jsonl"
        graph.write(statements)
        found = evaluate(_CORPUS / "gold_a.jsonl", _CORPUS / "entities_a.jsonl", statements, extra=_CORPUS / "gold_a_extra.jsonl")
    sides = [side for statement in graph for evidence in statement.evidence for side in (evidence.subject, evidence.object)]
    missing = sum(side.text not in text for side in sides)
    widths = {"pair": 8, "relaxed": 9, "strict": 8, "full": 8}
    return (
        "".join(f"{found.scores[name].f1:{width}.3f}" for name, width in widths.items())
        + f"{found.factuality_accuracy:12.3f}{missing:17}"
    )


def _fact(subject: str, relation: str, obj: str, symmetric: frozenset[str]) -> tuple[str, str, str]:
    first, second = sorted((subject, obj)) if relation in symmetric else (subject, obj)
    return first, relation, second


def _print(name: str, tally: Tally) -> None:
    facts = tally.facts
    print(
        f"{name:24}{facts.precision:8.1f}{facts.recall:8.1f}{facts.f1:8.1f}{ASKED.get(name, ''):>8}"
        f"{tally.factuality.precision:12.1f}{ASKED['factuality']:>8}"
    )


if __name__ == "__main__":
    main()
