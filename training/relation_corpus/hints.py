"""What the rules read between two annotated mentions that the annotation does not have: an omission, or a mistake of theirs.

Run as ``python -m training.relation_corpus.hints FILE.jsonl…``.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from graphbuild.model import Document, Span
from graphbuild.pipeline import Pipeline, make_pipeline
from training.relation_corpus.passage import Passage, read_passages


def find_hints(passage: Passage, pipeline: Pipeline) -> Iterator[str]:
    """Yield each reading of the rules that no fact of ``passage`` is like."""
    known = {
        (frozenset({passage.mentions[fact.subject].entity, passage.mentions[fact.object].entity}), fact.relation)
        for fact in passage.facts
    }
    for normalized in pipeline.read([Document(passage.id, passage.text)]):
        for statement in normalized.statements:
            evidence = statement.evidence[0]
            sides = [_entity_at(passage, side.span) for side in (evidence.subject, evidence.object)]
            if statement.is_open or None in sides or len(set(sides)) < len(sides):
                continue
            if (frozenset(side for side in sides if side), statement.predicate.local_name) not in known:
                said = f"{evidence.subject.text} | {statement.predicate.local_name} | {evidence.object.text}"
                yield f"{said} ({evidence.trigger.text}, {statement.factuality.value})"


def _entity_at(passage: Passage, span: Span) -> str | None:
    """Return the entity whose mention covers most of ``span``, None if none overlaps it."""
    overlaps = [(min(m.end, span.end) - max(m.start, span.start), m.start - m.end, m.entity) for m in passage.mentions]
    best = max(overlaps, default=(0, 0, ""))
    return best[2] if best[0] > 0 else None


def main() -> None:
    """Print the hints to the passages of the named files."""
    pipeline = make_pipeline()
    for passage in read_passages(map(Path, sys.argv[1:])):
        for hint in find_hints(passage, pipeline):
            print(f"{passage.id}: {hint}")


if __name__ == "__main__":
    main()
