"""The stages behind the parse as a spaCy component."""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from graphbuild.classify import bundled_reader, forget_states, tap_encoder
from graphbuild.extract import alias_finders, extractors, read_parsed
from graphbuild.model import Document, Namespace, Statement
from graphbuild.normalize import Normalizer
from graphbuild.ontology import load_ontology
from graphbuild.parse import KnownNames
from graphbuild.pipeline import known_names, titles


class StatementReader:
    """Reads statements from a Doc into ``doc._.statements``, sorted, offsets into ``doc.text``."""

    def __init__(self, nlp: Language, ontology: list[str], base: str) -> None:
        vocabulary = load_ontology(tuple(map(Path, ontology))) if ontology else load_ontology()
        tap_encoder(nlp, bundled_reader().inventory)
        self._known_names = KnownNames(nlp, known_names(vocabulary), titles(vocabulary))
        self._normalize = Normalizer(vocabulary, Namespace(base) if base else Namespace())
        if not Doc.has_extension("statements"):
            Doc.set_extension("statements", default=())

    def __call__(self, doc: Doc) -> Doc:
        """Read ``doc`` and return it."""
        self._known_names([doc])
        reading = read_parsed(
            Document("-", doc.text),
            [doc],
            extractors=[extractors.get(name) for name in extractors],
            alias_finders=[alias_finders.get(name) for name in alias_finders],
        )
        forget_states(doc)
        statements: tuple[Statement, ...] = tuple(sorted(self._normalize(reading).statements))
        doc._.statements = statements
        return doc
