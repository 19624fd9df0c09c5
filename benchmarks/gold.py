"""Score the graph of the annotated article against its gold graph.

    python -m benchmarks.gold [MODEL]

What `shared/scorers/score_gold.py` prints, with the figures that are asked for and those of two human annotators of a sister
article.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.places import SHARED
from graphbuild.graph.score import evaluate
from graphbuild.pipeline import build, make_pipeline

CORPUS = SHARED / "corpus"
ASKED = {"pair": 0.45, "relaxed": 0.60, "strict": 0.50, "full": 0.45}
HUMAN = {"relaxed": 0.82, "strict": 0.79, "full": 0.80}


def main() -> None:
    """Build, score, print."""
    pipeline = make_pipeline(model=sys.argv[1] if len(sys.argv) > 1 else None)
    graph = build(CORPUS / "china_brief.txt", pipeline=pipeline)
    with tempfile.TemporaryDirectory() as folder:
        statements = Path(folder) / "statements.jsonl"
        graph.write(statements)
        evaluation = evaluate(
            CORPUS / "gold_a.jsonl", CORPUS / "entities_a.jsonl", statements, extra=CORPUS / "gold_a_extra.jsonl"
        )
    print(f"{'reading':10}{'P':>8}{'R':>8}{'F1':>8}{'asked':>8}{'people':>8}")
    for reading, score in evaluation.scores.items():
        asked, human = ASKED.get(reading, ""), HUMAN.get(reading, "")
        print(f"{reading:10}{score.precision:8.3f}{score.recall:8.3f}{score.f1:8.3f}{asked:>8}{human:>8}")
    print(f"relation right where the pair is found:      {evaluation.relation_accuracy:.3f}  (asked: at least 0.65)")
    print(f"factuality right where the relation is:      {evaluation.factuality_accuracy:.3f}  (asked: at least 0.85)")


if __name__ == "__main__":
    main()
