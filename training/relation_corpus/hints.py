"""What the rules read between two annotated mentions that the annotation does not have: an omission, or a mistake of theirs.

Run as ``python -m training.relation_corpus.hints FILE.jsonl…``.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from graphbuild.model import Document, Statement
from graphbuild.pipeline import Pipeline, make_pipeline
from training.relation_corpus.passage import Passage, read_passages
from training.relation_corpus.readings import entity_at


def find_hints(passages: Iterable[Passage], pipeline: Pipeline) -> Iterator[tuple[Passage, str]]:
    """Yield each reading of the rules that no fact of its passage is like."""
    passages = tuple(passages)
    documents = (Document(passage.id, passage.text) for passage in passages)
    for passage, normalized in zip(passages, pipeline.read(documents), strict=True):
        for hint in _hints(passage, normalized.statements):
            yield passage, hint


def _hints(passage: Passage, statements: Iterable[Statement]) -> Iterator[str]:
    known = {
        (frozenset({passage.mentions[fact.subject].entity, passage.mentions[fact.object].entity}), fact.relation)
        for fact in passage.facts
    }
    for statement in statements:
        evidence = statement.evidence[0]
        sides = [entity_at(passage, side.span) for side in (evidence.subject, evidence.object)]
        if statement.is_open or None in sides or len(set(sides)) < len(sides):
            continue
        if (frozenset(side for side in sides if side), statement.predicate.local_name) not in known:
            said = f"{evidence.subject.text} | {statement.predicate.local_name} | {evidence.object.text}"
            yield f"{said} ({evidence.trigger.text}, {statement.factuality.value})"


def main() -> None:
    """Print the hints to the passages of the named files."""
    for passage, hint in find_hints(read_passages(map(Path, sys.argv[1:])), make_pipeline()):
        print(f"{passage.id}: {hint}")


if __name__ == "__main__":
    main()
