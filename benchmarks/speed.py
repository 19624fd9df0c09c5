"""Measure speed, memory and start-up of a whole build on one core.

    python -m benchmarks.speed [--articles N]

The articles are made of the development sentences of the GUM treebank, shuffled with a fixed seed into texts of about 800 words, so
that no two are alike. Each figure is measured in a process of its own that may use one core.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from spacy.tokens import Doc

from benchmarks.places import ROOT, SHARED
from graphbuild.classify import NAME, forget_states
from graphbuild.extract import Extractor, extractors, read_parsed
from graphbuild.model import Document, RelationMention
from graphbuild.pipeline import Pipeline, make_pipeline
from graphbuild.read import read_documents
from training.conllu import read_conllu

ASKED_SPEED, ASKED_HELP, ASKED_MEMORY, ASKED_SHARE, ASKED_TRAINED = 2_000, 0.3, 1_000, 30, 40
TRAINED = "trained reader"
WORDS_PER_ARTICLE = 800
_STAGED_ARTICLES = 100
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--limit", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--stages", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure is not None:
        paths = sorted(arguments.measure.glob("*.txt"))[: arguments.limit]
        print(json.dumps(_measure_stages(paths) if arguments.stages else _measure(paths)))
        return
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder)
        write_articles(articles, arguments.articles)
        tenth, whole = (_in_process(articles, limit) for limit in (max(1, arguments.articles // 10), arguments.articles))
        stages = _in_process(articles, min(_STAGED_ARTICLES, arguments.articles), "--stages")
    print(f"words per second, reading to graph, one core: {whole['speed']:.0f} (asked: at least {ASKED_SPEED})")
    print(f"words per second, written files included:     {whole['speed_written']:.0f}")
    print(f"microseconds a word:                          {', '.join(f'{name} {cost:.0f}' for name, cost in stages.items())}")
    for name in ("rules", "normalizing"):
        asked = f" (asked: at most {ASKED_SHARE})" if name == "rules" else ""
        print(f"percent that {name + ' adds to the parse:':<33}{100 * stages[name] / stages['parse']:.0f}{asked}")
    others = sum(cost for name, cost in stages.items() if name != TRAINED)
    print(f"percent that the {TRAINED} adds to all else: {100 * stages[TRAINED] / others:.0f} (asked: at most {ASKED_TRAINED})")
    print(f"seconds to start (pipeline and ontology):     {whole['start']:.2f}")
    print(f"seconds of graphbuild --help, best of five:   {min(_help() for _ in range(5)):.2f} (asked: under {ASKED_HELP})")
    print(
        f"peak memory, {tenth['articles']} articles: {tenth['memory']:.0f} MB; {whole['articles']} articles: {whole['memory']:.0f} MB"
        f" (asked: under {ASKED_MEMORY})"
    )
    print(f"  of it, per 1,000 pieces of evidence in the graph: {_growth(tenth, whole):.2f} MB")


def write_articles(folder: Path, count: int) -> None:
    """Write ``count`` articles of different sentences each."""
    sentences = [sentence.text for sentence in read_conllu(SHARED / "data" / "treebank" / "gum-dev.conllu.xz")]
    rng = random.Random(0)
    for number in range(count):
        words, parts = 0, []
        while words < WORDS_PER_ARTICLE:
            paragraph = rng.sample(sentences, 5)
            words += sum(len(sentence.split()) for sentence in paragraph)
            parts.append(" ".join(paragraph))
        (folder / f"{number:05}.txt").write_text("\n\n".join(parts), encoding="utf-8")


def _in_process(folder: Path, limit: int, *options: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.speed", "--measure", str(folder), "--limit", str(limit), *options]
    result = subprocess.run(command, cwd=ROOT, env=os.environ | ONE_CORE, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(result.stdout)
    return figures


def _measure(paths: list[Path]) -> dict[str, float]:
    start = time.process_time()
    pipeline = make_pipeline()
    started = time.process_time()
    words = _count_words(paths)
    begin = time.process_time()
    graph = pipeline.build(read_documents(paths, on_note=lambda _: None))
    built = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    with tempfile.TemporaryDirectory() as output:
        for name in ("graph.ttl", "graph.trig", "graph.graphml", "statements.jsonl"):
            graph.write(Path(output) / name)
    written = time.process_time()
    return {
        "articles": len(paths),
        "start": started - start,
        "speed": words / (built - begin),
        "speed_written": words / (written - begin),
        "memory": memory,
        "evidence": sum(len(statement.evidence) for statement in graph),
    }


def _measure_stages(paths: list[Path]) -> dict[str, float]:
    words = _count_words(paths)
    seconds = measure_stages(make_pipeline(), read_documents(paths, on_note=lambda _: None))
    return {name: 1e6 * cost / words for name, cost in seconds.items()}


def measure_stages(pipeline: Pipeline, documents: Iterable[Document]) -> dict[str, float]:
    """Return the seconds that each stage takes for ``documents``; they take turns, so that other work slows all of them alike."""
    seconds = dict.fromkeys(("parse", "rules", TRAINED, "normalizing"), 0.0)
    trained = _Timed(extractors.get(NAME))
    readers = [trained if reader is trained.extractor else reader for reader in pipeline.extractors]
    parses = iter(pipeline.parse(documents))
    times = [time.process_time()]
    while (parsed := next(parses, None)) is not None:
        times.append(time.process_time())
        reading = read_parsed(
            parsed.document,
            parsed.docs,
            extractors=readers,
            alias_finders=pipeline.alias_finders,
            triggers=pipeline.triggers,
        )
        times.append(time.process_time())
        for doc in parsed.docs:
            forget_states(doc)
        pipeline.normalize(reading)
        times.append(time.process_time())
        for name, (start, end) in zip(("parse", "rules", "normalizing"), pairwise(times), strict=True):
            seconds[name] += end - start
        times = times[-1:]
    seconds[TRAINED] = trained.seconds
    seconds["rules"] -= trained.seconds
    return seconds


class _Timed:
    """An extractor that adds up how long it takes."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor
        self.seconds = 0.0

    def __call__(self, doc: Doc) -> Iterator[RelationMention]:
        start = time.process_time()
        found = list(self.extractor(doc))
        self.seconds += time.process_time() - start
        yield from found


def _count_words(paths: list[Path]) -> int:
    return sum(len(path.read_text(encoding="utf-8").split()) for path in paths)


def _growth(tenth: dict[str, float], whole: dict[str, float]) -> float:
    return 1_000 * (whole["memory"] - tenth["memory"]) / max(1, whole["evidence"] - tenth["evidence"])


def _help() -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "graphbuild", "--help"], cwd=ROOT, capture_output=True, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
