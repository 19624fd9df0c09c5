"""The only module that knows the order of the stages: read, parse, extract, normalize, graph."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from graphbuild.about import VERSION
from graphbuild.classify import NAME, bundled_reader, forget_states, tap_encoder
from graphbuild.classify.learned import LEARNED, ONTOLOGY, learned_digest, load_learned
from graphbuild.decisions import Decisions, Replay, Vocabulary, check_terms, load_decisions, move_candidate, replay
from graphbuild.errors import LearnError
from graphbuild.extract import AliasFinder, Extractor, Triggers, alias_finders, extractors, load_triggers, read_parsed
from graphbuild.graph import KnowledgeGraph, leave_out
from graphbuild.ledger import Ledger, Spool
from graphbuild.model import Candidate, Document, Iri, Namespace, Outcome, Reason, Run, Statement, digest
from graphbuild.normalize import NormalizedDocument, Normalizer, resolve_entities
from graphbuild.ontology import Ontology, load_ontology
from graphbuild.parse import Parser, hash_pipeline, load_pipeline
from graphbuild.read import clean_text, find_foreign_language, read_documents

_LOGGER = logging.getLogger(__name__)

_VOCABULARY = Namespace().term("")
OnDocument = Callable[[Document], None]


@dataclass(frozen=True, slots=True)
class Construction:
    """A graph with how it came about: what became of every candidate, and what the decisions did if there are any."""

    graph: KnowledgeGraph
    ledger: Iterable[Candidate]
    replay: Replay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """The stages, chosen once. A pipeline holds no other state."""

    parse: Parser
    extractors: tuple[Extractor, ...]
    alias_finders: tuple[AliasFinder, ...]
    normalize: Normalizer
    run: Run
    decisions: Decisions | None = None
    triggers: Triggers | None = None

    def build(self, documents: Iterable[Document], *, on_document: OnDocument | None = None) -> KnowledgeGraph:
        """Return the graph of what ``documents`` say.

        Args:
            documents: read one after another; none is kept.
            on_document: called with each document, or chapter of a very long one, once its statements are in the graph.
        """
        return self.construct(documents, on_document=on_document).graph

    def construct(self, documents: Iterable[Document], *, on_document: OnDocument | None = None) -> Construction:
        """Return the graph of what ``documents`` say with how it came about; the arguments are those of :meth:`build`."""
        graph, spool = KnowledgeGraph(run=self.run, namespace=self.normalize.namespace), Spool()
        for normalized in self.read(documents):
            _add(graph, normalized)
            spool.add(normalized.document.id, normalized.candidates)
            if on_document is not None:
                on_document(normalized.document)
        unmerged = graph.entities
        iri_by_old = resolve_entities(unmerged, ontology=self.normalize.ontology, apart=self.normalize.apart)
        for merge in iri_by_old.merges:
            graph.add_merge(merge)
        graph = graph.relabelled(iri_by_old, symmetric=self.symmetric) if iri_by_old else graph
        unfit = frozenset(self._unfit(graph))
        graph = leave_out(graph, unfit)
        ledger = Ledger(spool, lambda candidate: settle(move_candidate(candidate, iri_by_old, self.symmetric), unfit))
        if self.decisions is None:
            return Construction(self._retyped(graph), ledger)
        relations = {name: relation.iri for name, relation in self.normalize.ontology.relations.items()}
        replayed = replay(
            graph, self.decisions, vocabulary=Vocabulary(relations, self.symmetric), unmerged=unmerged, rejected=ledger
        )
        decided = Ledger(spool, lambda candidate: replayed.settle(ledger.settle(candidate)))
        return Construction(self._retyped(replayed.graph), decided, replayed)

    def _unfit(self, graph: KnowledgeGraph) -> Iterator[Statement]:
        """Yield the statements that do not fit what all documents together say of the types of their sides."""
        ontology = self.normalize.ontology
        relation_by_iri = {relation.iri: relation for relation in ontology.relations.values()}
        for statement in graph:
            relation = relation_by_iri.get(statement.predicate)
            sides = graph.entity(statement.subject).type, graph.entity(statement.object).type
            orders = (sides, sides[::-1]) if relation is not None and relation.is_symmetric else (sides,)
            if relation is not None and not any(ontology.fits(relation, *order) for order in orders):
                yield statement

    def _retyped(self, graph: KnowledgeGraph) -> KnowledgeGraph:
        """Return the graph with the IRIs of types that the bundled vocabulary does not have."""
        return graph.retyped(self.foreign_types) if self.foreign_types else graph

    def read(self, documents: Iterable[Document]) -> Iterator[NormalizedDocument]:
        """Yield what each document, or chapter of a very long one, contributes, in order; it does not depend on the others."""
        for parsed in self.parse(documents):
            reading = read_parsed(
                parsed.document, parsed.docs, extractors=self.extractors, alias_finders=self.alias_finders, triggers=self.triggers
            )
            for doc in parsed.docs:
                forget_states(doc)
            yield self.normalize(reading)

    @property
    def symmetric(self) -> frozenset[Iri]:
        """The relations whose sides are stored sorted."""
        return frozenset(relation.iri for relation in self.normalize.ontology.relations.values() if relation.is_symmetric)

    @property
    def foreign_types(self) -> dict[str, str]:
        """The IRIs of the classes that are not of the bundled vocabulary, by local name."""
        classes = self.normalize.ontology.classes.values()
        return {class_.name: class_.iri for class_ in classes if not class_.iri.startswith(_VOCABULARY)}


def make_pipeline(  # noqa: PLR0913 - one argument a choice
    *,
    model: str | Path | None = None,
    ontology: Iterable[Path] = (),
    actors: Iterable[Path] = (),
    replace_ontology: bool = False,
    base: str | None = None,
    extractor_names: Iterable[str] | None = None,
    threads: int = 1,
    decisions: str | Path | None = None,
    factuality: Iterable[str | Path] = (),
    least_confidence: float = 0.0,
    relations: Iterable[str | Path] = (),
) -> Pipeline:
    """Return the pipeline for these choices; the defaults are the bundled language pipeline and vocabulary.

    Args:
        model: an installed spaCy pipeline or the path of one.
        ontology: files of OWL or RDFS, or folders of them, that extend the bundled vocabulary.
        actors: files with known actors, as RDF or as tables in CSV.
        replace_ontology: whether the relations of ``ontology`` replace the bundled ones, and its classes those of their names.
        base: the base of the graph's IRIs.
        extractor_names: registered extractors; all of them if None.
        threads: how many the bundled language pipeline reads with, 0 for as many as there are cores. The graph does not depend on it.
        decisions: a file of what a person has decided about the graph, replayed on every build.
        factuality: files in TOML with words that make what is said planned, hypothetical or negated; they extend and overrule the
            bundled table, whose head explains their form.
        least_confidence: what is less sure is left out, between 0 and 1.
        relations: folders that ``graphbuild learn`` has written, with their vocabularies; they are read beside what the other
            extractors read, and instead of it if "learned.v1" is the only name among ``extractor_names``.

    Raises:
        DecisionError: the decisions cannot be read, or speak of terms that the vocabulary does not have.
        LearnError: a folder holds no learned relations, or they go with another language pipeline.
        PipelineError: the language pipeline cannot be loaded.
        OntologyError: the vocabulary, or a table of such words, cannot be read.
        UnknownPluginError: an extractor is not registered.
        InvalidIriError: the base is no absolute IRI that ends with "/" or "#".
    """
    namespace = Namespace(base) if base is not None else Namespace()
    chosen = None if extractor_names is None else tuple(dict.fromkeys(extractor_names))
    folders = tuple(map(Path, relations))
    learned = tuple(map(load_learned, folders))
    readers = tuple(extractors.get(name) for name in _registered(chosen, is_learned=bool(learned)))
    decided = None if decisions is None else load_decisions(decisions)
    tables = tuple(map(Path, factuality))
    triggers = load_triggers(*tables) if tables else None
    vocabularies = [folder / ONTOLOGY for folder in folders if (folder / ONTOLOGY).is_dir()]
    vocabulary = load_ontology((*ontology, *vocabularies), actors=tuple(actors), replace=replace_ontology)
    if decided is not None:
        check_terms(decided, relations=vocabulary.relations, classes=vocabulary.class_names)
    nlp = load_pipeline(model, threads=threads)
    if learned or NAME in (extractors if chosen is None else chosen):
        is_tapped = tap_encoder(nlp, bundled_reader().inventory)
        if learned and not is_tapped:
            raise LearnError("relations that were learned go with the bundled language pipeline alone", path=model)
    return Pipeline(
        parse=Parser(nlp, known_names(vocabulary), titles(vocabulary)),
        extractors=(*readers, *learned),
        alias_finders=tuple(alias_finders.get(name) for name in alias_finders),
        normalize=Normalizer(
            vocabulary, namespace, apart=decided.apart if decided is not None else (), least_confidence=least_confidence
        ),
        run=Run(
            version=VERSION,
            model=hash_pipeline(nlp),
            ontology=vocabulary.digest,
            options=_options(
                extractors=" ".join(sorted(chosen)) if chosen is not None else None,
                base=base,
                decisions=decided.digest if decided is not None else None,
                factuality=triggers.digest if triggers is not None else None,
                least_confidence=str(least_confidence) if least_confidence else None,
                relations=learned_digest(folders) if folders else None,
            ),
        ),
        decisions=decided,
        triggers=triggers,
    )


def _registered(chosen: Sequence[str] | None, *, is_learned: bool) -> Iterable[str]:
    """Return the names of the registered extractors among those that are chosen, all of them if None."""
    if chosen is None:
        return extractors
    return [name for name in chosen if not (is_learned and name == LEARNED)]


def known_names(ontology: Ontology) -> dict[str, str]:
    """Return the type of each name of the ontology's actors; demonyms are of type "Demonym".

    What a name is by itself goes before what it also stands for: "Beijing" is a city, and a government by metonymy only.
    """
    actors = ontology.actors
    types = {name: actor.type for actor in actors for name in actor.metonyms}
    types |= {name: actor.type for actor in actors for name in actor.acronyms}
    types |= {name: actor.type for actor in actors for name in actor.aliases}
    types |= {actor.label: actor.type for actor in actors}
    types |= {demonym: "Demonym" for actor in actors for demonym in actor.demonyms}
    return {name: kind for name, kind in types.items() if not name.islower()}


def titles(ontology: Ontology) -> frozenset[str]:
    """Return the ontology's nouns for posts as they stand before a name, with a capital."""
    role = ontology.classes.get("Role")
    return frozenset(noun.capitalize() for noun in role.nouns) if role is not None else frozenset()


def build(
    sources: str | Path | Iterable[str | Path],
    *,
    pipeline: Pipeline | None = None,
    any_language: bool = False,
) -> KnowledgeGraph:
    """Return the graph of what files or texts say.

    Args:
        sources: a path, a glob, a folder or a text, or several of them. A string with white space in it that names no file is a text.
        pipeline: made by :func:`make_pipeline`; the default one if None.
        any_language: read texts in other languages than English too.

    Raises:
        ReadError: a source cannot be read.
    """
    named = [sources] if isinstance(sources, str | Path) else list(sources)
    texts = [source for source in named if is_text(source)]
    paths = [source for source in named if not is_text(source)]
    documents = _documents(set(map(str, texts)), any_language=any_language)
    read = read_documents(paths, any_language=any_language) if paths else iter(())
    return (make_pipeline() if pipeline is None else pipeline).build(chain(read, documents))


def is_text(source: str | Path) -> bool:
    """Tell whether a string is a text to read rather than the name of a file: it has white space in it and names no file."""
    if isinstance(source, Path) or not any(char.isspace() for char in source):
        return False
    try:
        return not Path(source).exists()
    except OSError:  # longer than a path may be
        return True


def settle(candidate: Candidate, unfit: Collection[Statement]) -> Candidate:
    """Return the candidate, rejected if its statement turned out not to fit."""
    is_unfit = candidate.statement in unfit and candidate.outcome is not Outcome.REJECTED
    return replace(candidate, reason=Reason.UNFIT, detail="") if is_unfit else candidate


def _documents(texts: Collection[str], *, any_language: bool) -> Iterator[Document]:
    """Yield texts as documents named by their content, those left out that say nothing or are in another language."""
    for text in sorted(texts):
        document = Document(f"text-{digest(text)}", clean_text(text))
        language = None if any_language else find_foreign_language(document.text)
        if language is not None:
            _LOGGER.warning("%s: looks like %s, skipped", document.id, language)
        elif document.text.strip():
            yield document


def _add(graph: KnowledgeGraph, normalized: NormalizedDocument) -> None:
    graph.add_document(normalized.document)
    for entity in normalized.entities:
        graph.add_entity(entity)
    described = {entity.iri for entity in normalized.entities}
    for merge in normalized.merges:
        if merge.entity in described:
            graph.add_merge(merge)
    for statement in normalized.statements:
        graph.add(statement)


def _options(**chosen: str | None) -> tuple[tuple[str, str], ...]:
    """Return the options that differ from the defaults, for the record of the run."""
    return tuple((name, value) for name, value in chosen.items() if value is not None)
