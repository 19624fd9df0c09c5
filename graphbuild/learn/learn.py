"""From annotated sentences to a reader of the relations in them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

import numpy as np

from graphbuild.classify import bundled_reader
from graphbuild.classify.learned import LearnedReader, LearnedRelation, network_digest
from graphbuild.errors import LearnError, WrongExamplesError
from graphbuild.extract.coreference import link_pronouns
from graphbuild.learn.examples import Example, Remark, read_examples, without_wrong
from graphbuild.learn.fit import Fitted, Task, fit, load_linear_models, make_task
from graphbuild.learn.misfits import find_misfits
from graphbuild.learn.pairs import PairReader, Pairs
from graphbuild.learn.places import Marked
from graphbuild.learn.scores import Mistake, Score, find_mistakes, find_scores
from graphbuild.model import Document
from graphbuild.ontology import Relation, load_ontology
from graphbuild.pipeline import Pipeline, make_pipeline

ENOUGH: Final = 20
FEWEST: Final = 5
"""So many examples of a relation are wanted, and so many are needed."""

OnProgress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps of it are done and how many there are."""


@dataclass(frozen=True, eq=False)
class Lesson:
    """What was learned, and how well: scores and mistakes are those of a cross-validation.

    ``pairs`` is how many pairs were learned from, ``left_out`` how many lines were left out because they, or others of their texts,
    are wrong.
    """

    reader: LearnedReader
    scores: Mapping[str, Score]
    mistakes: tuple[Mistake, ...]
    examples: tuple[Example, ...]
    remarks: tuple[Remark, ...]
    folds: int
    pairs: int
    left_out: int


def learn_relations(  # noqa: PLR0913 - one argument a choice
    path: Path,
    *,
    ontology: Sequence[Path] = (),
    actors: Sequence[Path] = (),
    replace_ontology: bool = False,
    skip_wrong: bool = False,
    threads: int = 1,
    on_progress: OnProgress = lambda _what, _done, _of: None,
) -> Lesson:
    """Return a reader of the relations that the sentences of a file are examples of.

    Args:
        path: a file in JSON Lines; docs/learn.md says what a line holds.
        ontology: files of OWL or RDFS, or folders of them, that extend the bundled vocabulary.
        actors: files with known actors, as RDF or as tables in CSV.
        replace_ontology: whether the relations of ``ontology`` replace the bundled ones.
        skip_wrong: whether to leave out the texts of which a line is wrong.
        threads: how many the bundled language pipeline reads with.
        on_progress: called after each step.

    Raises:
        WrongExamplesError: a line is wrong, and none is to be left out.
        LearnError: scikit-learn is missing, or there are too few examples.
        ReadError: the file cannot be read.
        OntologyError: the vocabulary cannot be read.
    """
    load_linear_models()
    vocabulary = load_ontology(ontology, actors=actors, replace=replace_ontology)
    examples, remarks = read_examples(path, vocabulary.relations)
    if not skip_wrong:
        _check(path, remarks)  # before the pipeline is loaded, which takes seconds
    lines = {line for example in examples for line in example.lines} | {remark.line for remark in remarks if remark.line}
    examples = without_wrong(examples, remarks)
    pipeline = make_pipeline(ontology=ontology, actors=actors, replace_ontology=replace_ontology, threads=threads)
    pairs, found = _read(examples, pipeline, on_progress)
    remarks = tuple(sorted({*remarks, *found}, key=lambda remark: (remark.line or 0, not remark.is_error, remark.text)))
    if not skip_wrong:
        _check(path, remarks)
    kept = without_wrong(examples, remarks)
    numbers = [number for number, example in enumerate(examples) if example in kept]
    pairs = pairs.chosen(np.isin([pair.example for pair in pairs.pairs], numbers))
    names = tuple(sorted({name for pair in pairs.pairs for name in pair.expected}))
    task = make_task(pairs, names, [vocabulary.relations[name].is_symmetric for name in names])
    few = tuple(_few(path, dict(zip(names, task.told.sum(0).tolist(), strict=True))))
    fitted = fit(task, on_step=_counted("learning", int(task.folds.max()) + 2, on_progress))
    return Lesson(
        reader=make_reader(task, fitted, [vocabulary.relations[name] for name in names]),
        scores=find_scores(task, fitted, names),
        mistakes=find_mistakes(task, fitted, names),
        examples=examples,
        remarks=(*few, *remarks),
        folds=int(task.folds.max()) + 1,
        pairs=len(pairs.pairs),
        left_out=len(lines - {line for example in kept for line in example.lines}),
    )


def _read(examples: Sequence[Example], pipeline: Pipeline, on_progress: OnProgress) -> tuple[Pairs, list[Remark]]:
    """Return the pairs of the examples, and the remarks on their facts."""
    ontology = pipeline.normalize.ontology
    symmetric = frozenset(name for name, relation in ontology.relations.items() if relation.is_symmetric)
    reader, remarks = PairReader(bundled_reader(), symmetric), list[Remark]()
    on_step = _counted("reading", len(examples), on_progress)
    documents = (Document(str(number), example.text) for number, example in enumerate(examples))
    for number, parsed in enumerate(pipeline.parse(documents)):
        link_pronouns(parsed.docs)
        found = list(reader.add(number, examples[number], parsed.docs))
        facts = [each for each in found if isinstance(each, Marked)]
        remarks += (each for each in found if isinstance(each, Remark))
        remarks += find_misfits(parsed.document, parsed.docs, facts, ontology)
        on_step()
    return reader.pairs(), remarks


def _check(path: Path, remarks: Iterable[Remark]) -> None:
    """Refuse wrong lines."""
    problems = [(remark.line or 0, remark.text) for remark in remarks if remark.is_error]
    if problems:
        raise WrongExamplesError(path, sorted(problems))


def _few(path: Path, counts: Mapping[str, int]) -> Iterator[Remark]:
    """Yield a remark for each relation that has few examples.

    Raises:
        LearnError: there are none, or of some relation too few.
    """
    if not counts:
        raise LearnError("has no example of any relation", path=path)
    too_few = [f"{name} {found}" for name, found in counts.items() if found < FEWEST]
    if too_few:
        raise LearnError(f"at least {FEWEST} examples of each relation are needed; there are of {', '.join(too_few)}", path=path)
    for name, found in counts.items():
        if found < ENOUGH:
            yield Remark(None, f"{name} has only {found} examples; from {ENOUGH} upward it is learned well", is_error=False)


def _counted(what: str, of: int, on_progress: OnProgress) -> Callable[[], None]:
    """Return what tells that another step is done."""
    steps = count(1)
    return lambda: on_progress(what, next(steps), of)


def make_reader(task: Task, fitted: Fitted, relations: Sequence[Relation]) -> LearnedReader:
    """Return the reader that was fitted to a task."""
    names, rivalry = np.array([relation.name for relation in relations]), task.rivalry
    learned = [
        LearnedRelation(
            relation.name,
            relation.iri,
            relation.is_symmetric,
            threshold=round(float(fitted.thresholds[number]), 3),
            examples=int(task.told[:, number].sum()),
            beside=names[~rivalry.beside[number]].tolist(),
            turned=names[~rivalry.turned[number]].tolist(),
        )
        for number, relation in enumerate(relations)
    ]
    return LearnedReader(tuple(learned), fitted.weights, network_digest())
