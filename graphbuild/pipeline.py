"""The only module that knows the order of the stages: read, parse, extract, normalize, graph."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from graphbuild.about import VERSION
from graphbuild.extract import AliasFinder, Extractor, alias_finders, extractors, read_parsed
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Document, Iri, Namespace, Run, digest
from graphbuild.normalize import NormalizedDocument, Normalizer, resolve_entities
from graphbuild.ontology import Ontology, load_ontology
from graphbuild.parse import Parser, hash_pipeline, load_pipeline
from graphbuild.read import clean_text, find_foreign_language, read_documents

_LOGGER = logging.getLogger(__name__)

OnDocument = Callable[[Document], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """The stages, chosen once. A pipeline holds no other state."""

    parse: Parser
    extractors: tuple[Extractor, ...]
    alias_finders: tuple[AliasFinder, ...]
    normalize: Normalizer
    run: Run

    def build(self, documents: Iterable[Document], *, on_document: OnDocument | None = None) -> KnowledgeGraph:
        """Return the graph of what ``documents`` say.

        Args:
            documents: read one after another; none is kept.
            on_document: called with each document, or chapter of a very long one, once its statements are in the graph.
        """
        graph = KnowledgeGraph(run=self.run, namespace=self.normalize.namespace)
        for normalized in self.read(documents):
            _add(graph, normalized)
            if on_document is not None:
                on_document(normalized.document)
        mapping = resolve_entities(graph.entities)
        return graph.relabelled(mapping, symmetric=self.symmetric) if mapping else graph

    def read(self, documents: Iterable[Document]) -> Iterator[NormalizedDocument]:
        """Yield what each document, or chapter of a very long one, contributes, in order; it does not depend on the others."""
        for parsed in self.parse(documents):
            reading = read_parsed(parsed.document, parsed.docs, extractors=self.extractors, alias_finders=self.alias_finders)
            yield self.normalize(reading)

    @property
    def symmetric(self) -> frozenset[Iri]:
        """The relations whose sides are stored sorted."""
        return frozenset(relation.iri for relation in self.normalize.ontology.relations.values() if relation.is_symmetric)


def make_pipeline(
    *,
    model: str | Path | None = None,
    ontology: Iterable[Path] = (),
    base: str | None = None,
    extractor_names: Iterable[str] | None = None,
    threads: int = 1,
) -> Pipeline:
    """Return the pipeline for these choices; the defaults are the bundled language pipeline and vocabulary.

    Args:
        model: an installed spaCy pipeline or the path of one.
        ontology: files or folders of Turtle that extend the bundled vocabulary.
        base: the base of the graph's IRIs.
        extractor_names: registered extractors; all of them if None.
        threads: how many the bundled language pipeline reads with, 0 for as many as there are cores. The graph does not depend on it.

    Raises:
        PipelineError: the language pipeline cannot be loaded.
        OntologyError: the vocabulary cannot be read.
        UnknownPluginError: an extractor is not registered.
        InvalidIriError: the base is no absolute IRI that ends with "/" or "#".
    """
    namespace = Namespace(base) if base is not None else Namespace()
    chosen = None if extractor_names is None else tuple(dict.fromkeys(extractor_names))
    readers = tuple(extractors.get(name) for name in (extractors if chosen is None else chosen))
    vocabulary = load_ontology(tuple(ontology))
    nlp = load_pipeline(model, threads=threads)
    return Pipeline(
        parse=Parser(nlp, known_names(vocabulary), titles(vocabulary)),
        extractors=readers,
        alias_finders=tuple(alias_finders.get(name) for name in alias_finders),
        normalize=Normalizer(vocabulary, namespace),
        run=Run(version=VERSION, model=hash_pipeline(nlp), ontology=vocabulary.digest, options=_options(chosen, base)),
    )


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
    for statement in normalized.statements:
        graph.add(statement)


def _options(extractor_names: Iterable[str] | None, base: str | None) -> tuple[tuple[str, str], ...]:
    """Return the options that differ from the defaults, for the record of the run."""
    chosen = {"extractors": " ".join(sorted(extractor_names)) if extractor_names is not None else None, "base": base}
    return tuple((name, value) for name, value in chosen.items() if value is not None)
