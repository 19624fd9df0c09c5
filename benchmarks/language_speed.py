"""Measure the language pipeline alone on one core: words per second, seconds to load, peak memory, size on disk.

    python -m benchmarks.language_speed [MODEL] [--articles N] [--words N]

The articles are those of ``benchmarks.speed``, fed paragraph by paragraph. Each figure is measured in a process of its own that is
bound to one core, and in seconds of that core, so that other work on the machine disturbs little.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language

from benchmarks.places import ROOT
from benchmarks.speed import ONE_CORE, WORDS_PER_ARTICLE, write_articles
from graphbuild.assets import pipeline_path

Figures = dict[str, float]
ASKED_SPEED, ASKED_LOAD, ASKED_MEMORY, ASKED_SIZE = 3_500, 1.5, 800, 40
_BATCH = 64
_RUNS = 3


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("model", nargs="?", type=Path, default=pipeline_path(), help="the folder of a spaCy pipeline")
    parser.add_argument("--articles", type=int, default=50, help="how many the speed is measured on")
    parser.add_argument("--words", type=int, default=1_000_000, help="how many are streamed to measure memory; 0 for none")
    parser.add_argument("--measure", choices=sorted(_MEASURES), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure is not None:
        _bind_to_one_core()
        print(json.dumps(_MEASURES[arguments.measure](spacy.load(arguments.model), arguments.folder)))
        return
    _print_size(arguments.model)
    _print_load(arguments.model)
    _print_speed(arguments.model, arguments.articles)
    if arguments.words:
        _print_memory(arguments.model, arguments.words)


def _print_size(model: Path) -> None:
    size = sum(path.stat().st_size for path in model.rglob("*") if path.is_file())
    print(f"size on disk:     {size / 1e6:8.1f} MB (asked: at most {ASKED_SIZE})")


def _print_load(model: Path) -> None:
    runs = [_run("-c", _LOAD, str(model)) for _ in range(_RUNS)]
    best = min(runs, key=lambda run: run["load"])
    print(f"seconds to load:  {best['load']:8.2f} (asked: under {ASKED_LOAD}); spaCy's import before it: {best['import']:.2f}")


def _print_speed(model: Path, articles: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_articles(Path(folder), articles)
        runs = [_in_process("speed", model, Path(folder)) for _ in range(_RUNS)]
    words = runs[0].pop("words")
    # What disturbs a run only ever slows it down.
    best = {name: min(run[name] for run in runs) for name in runs[0] if name != "words"}
    print(f"words per second: {words / best.pop('all'):8.0f} (asked: at least {ASKED_SPEED})")
    for name, seconds in best.items():
        print(f"  {name:16}{words / max(seconds, 1e-9):8.0f}")


def _print_memory(model: Path, words: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_articles(Path(folder), -(-words // WORDS_PER_ARTICLE))
        figures = _in_process("memory", model, Path(folder))
    print(
        f"peak memory:      {figures['peak']:8.0f} MB over {figures['words']:,.0f} words (asked: under {ASKED_MEMORY});"
        f" {figures['start']:.0f} MB when loaded"
    )


def _in_process(measure: str, model: Path, folder: Path) -> Figures:
    return _run("-m", "benchmarks.language_speed", str(model), "--measure", measure, "--folder", str(folder))


def _run(*arguments: str) -> Figures:
    command = [sys.executable, *arguments]
    result = subprocess.run(command, cwd=ROOT, env=os.environ | ONE_CORE, stdout=subprocess.PIPE, text=True, check=True)
    figures: Figures = json.loads(result.stdout)
    return figures


def measure_speed(nlp: Language, folder: Path) -> Figures:
    """Return the words of the articles in ``folder``, and the seconds that all of the pipeline and each part of it takes for them."""
    texts = list(_paragraphs(folder))
    start = time.process_time()
    for _ in nlp.pipe(texts, batch_size=_BATCH):
        pass
    return {"words": _count_words(texts), "all": time.process_time() - start} | _seconds_by_component(nlp, texts)


def _seconds_by_component(nlp: Language, texts: Iterable[str]) -> Figures:
    start = time.process_time()
    docs = [nlp.make_doc(text) for text in texts]
    seconds = {"tokenizer": time.process_time() - start}
    for name, component in nlp.pipeline:
        start = time.process_time()
        docs = list(component.pipe(docs, batch_size=_BATCH) if hasattr(component, "pipe") else map(component, docs))
        seconds[name] = time.process_time() - start
    return seconds


def measure_memory(nlp: Language, folder: Path) -> Figures:
    """Return the words of the articles in ``folder``, and megabytes before and at the peak of streaming them."""
    start = _megabytes()
    words = sum(_count_words([doc.text]) for doc in nlp.pipe(_paragraphs(folder), batch_size=_BATCH))
    return {"words": words, "start": start, "peak": _megabytes()}


def _paragraphs(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.txt")):
        yield from path.read_text(encoding="utf-8").split("\n\n")


def _count_words(texts: Iterable[str]) -> int:
    """Count words as people do, punctuation aside; treebanks count some 18 % more."""
    return sum(len(text.split()) for text in texts)


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000


def _bind_to_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


_MEASURES: dict[str, Callable[[Language, Path], Figures]] = {"speed": measure_speed, "memory": measure_memory}
_LOAD = """
import json, sys, time
start = time.process_time()
import spacy
imported = time.process_time()
spacy.load(sys.argv[1])
print(json.dumps({"import": imported - start, "load": time.process_time() - imported}))
"""
"""A program of its own: this module has imported what loading would have to."""


if __name__ == "__main__":
    main()
