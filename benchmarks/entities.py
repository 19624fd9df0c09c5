"""Score which names the graph of the annotated article takes for one actor, and of which types it takes the actors to be.

    python -m benchmarks.entities [MODEL] [--show]

B-cubed is what `shared/scorers/score_entities.py` computes. A type is right if it is the gold's, or a kind of it where the gold has
no such class (a city is a place, a work one of the gold's concepts).
"""

import argparse
import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.places import SHARED
from graphbuild.graph.gold import fold
from graphbuild.ontology import Ontology, load_ontology
from graphbuild.pipeline import build, make_pipeline

CORPUS = SHARED / "corpus"
ASKED_F1, ASKED_TYPES, ASKED_MERGED = 0.90, 0.85, 0
_NEAREST = {"Work": "Concept"}
"""What the gold calls things that are of none of its classes."""

Mentions = Mapping[tuple[object, ...], tuple[str, str, str]]
"""Place: the gold entity there, and the IRI and type of ours."""


@dataclass(frozen=True, slots=True)
class Score:
    """B-cubed of the mentions, how many of our entities are gold ones of different types, and the share of right types."""

    mentions: int
    entities: int
    precision: float
    recall: float
    merged: tuple[str, ...]
    wrong_types: tuple[str, ...]

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.precision and self.recall else 0.0

    @property
    def types(self) -> float:
        """The share of the gold's entities found whose type is right."""
        return 1 - len(self.wrong_types) / self.entities if self.entities else 0.0


def main() -> None:
    """Build, score, print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("model", nargs="?")
    parser.add_argument("--show", action="store_true", help="list what is wrong")
    arguments = parser.parse_args()
    graph = build(CORPUS / "china_brief.txt", pipeline=make_pipeline(model=arguments.model))
    with tempfile.TemporaryDirectory() as folder:
        statements = Path(folder) / "statements.jsonl"
        graph.write(statements)
        score = evaluate(CORPUS / "entities_a.jsonl", statements, load_ontology())
    print(f"mentions {score.mentions}, gold entities {score.entities}")
    print(f"B3 precision {score.precision:.3f}  recall {score.recall:.3f}  F1 {score.f1:.3f}  (asked: at least {ASKED_F1:.2f})")
    print(f"ours that are gold entities of different types: {len(score.merged)}  (asked: {ASKED_MERGED})")
    print(f"type right among those found: {score.types:.3f}  (asked: at least {ASKED_TYPES:.2f})")
    for line in (*score.merged, *score.wrong_types) if arguments.show else ():
        print(f"  {line}")


def evaluate(entities: Path, statements: Path, ontology: Ontology) -> Score:
    """Score the statements' mentions whose words are a name of exactly one gold entity."""
    type_by_name, mentions = _read(entities, statements)
    both = Counter((gold, iri) for gold, iri, _ in mentions.values())
    by_gold = Counter(gold for gold, _, _ in mentions.values())
    by_iri = Counter(iri for _, iri, _ in mentions.values())
    total = max(1, len(mentions))
    return Score(
        mentions=len(mentions),
        entities=len(by_gold),
        precision=sum(count**2 / by_iri[iri] for (_, iri), count in both.items()) / total,
        recall=sum(count**2 / by_gold[gold] for (gold, _), count in both.items()) / total,
        merged=tuple(_merged(both, type_by_name)),
        wrong_types=tuple(_wrong_types(mentions, type_by_name, ontology)),
    )


def _read(entities: Path, statements: Path) -> tuple[dict[str, str], Mentions]:
    type_by_name: dict[str, str] = {}
    names: dict[str, set[str]] = defaultdict(set)
    for line in entities.read_text(encoding="utf-8").splitlines():
        entity = json.loads(line)
        type_by_name[entity["name"]] = entity["type"]
        for alias in {entity["name"], *entity["aliases"]}:
            names[fold(alias)].add(entity["name"])
    mentions: dict[tuple[object, ...], tuple[str, str, str]] = {}
    for line in statements.read_text(encoding="utf-8").splitlines():
        statement = json.loads(line)
        for side in (statement["subject"], statement["object"]):
            gold = names.get(fold(side.get("text", "")), set())
            if len(gold) == 1:
                mentions[statement.get("document"), side.get("start"), side.get("end")] = min(gold), side["iri"], side["type"]
    return type_by_name, mentions


def _merged(both: Counter[tuple[str, str]], type_by_name: Mapping[str, str]) -> list[str]:
    golds: dict[str, set[str]] = defaultdict(set)
    for gold, iri in both:
        golds[iri].add(gold)
    return [
        f"merged {iri}: {', '.join(sorted(names))}"
        for iri, names in sorted(golds.items())
        if len({type_by_name[name] for name in names}) > 1
    ]


def _wrong_types(mentions: Mentions, type_by_name: Mapping[str, str], ontology: Ontology) -> list[str]:
    """Return the gold entities whose most frequent one of ours has another type."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for gold, _, kind in mentions.values():
        found[gold][kind] += 1
    classes = frozenset(type_by_name.values())
    wrong = []
    for gold, kinds in sorted(found.items()):
        kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
        nearest = kind if kind in classes else _NEAREST.get(kind, kind)
        if nearest != type_by_name[gold] and (kind in classes or not ontology.is_a(kind, type_by_name[gold])):
            wrong.append(f"type of {gold}: {kind}, not {type_by_name[gold]}")
    return wrong


if __name__ == "__main__":
    main()
