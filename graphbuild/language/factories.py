"""The factories of the components, as spaCy finds them by entry point.

spaCy imports this module whenever anybody makes a pipeline, so it imports next to nothing itself: what a component needs is
imported when one is made, and where ONNX Runtime is missing, only that fails.
"""

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from graphbuild.language.encoder import Encoder
    from graphbuild.language.lemmatizer import Lemmatizer
    from graphbuild.language.ner import NameFinder
    from graphbuild.language.parser import Parser
    from graphbuild.language.senter import Senter
    from graphbuild.language.tagger import Tagger

# ruff: noqa: ARG001, PLC0415 - spaCy passes what is not used; the imports are late on purpose


@Language.factory("graphbuild_encoder", default_config={"threads": 1, "window": 192, "context": 48}, assigns=["doc.tensor"])
def make_encoder(nlp: Language, name: str, threads: int, window: int, context: int) -> "Encoder":
    """Return the component that reads texts; see ``Encoder`` for its settings."""
    from graphbuild.language.encoder import Encoder

    return Encoder(threads=threads, window=window, context=context)


@Language.factory("graphbuild_senter", requires=["doc.tensor"], assigns=["token.is_sent_start"])
def make_senter(nlp: Language, name: str) -> "Senter":
    """Return the component that finds sentences."""
    from graphbuild.language.senter import Senter

    return Senter(nlp.vocab)


@Language.factory("graphbuild_tagger", requires=["doc.tensor"], assigns=["token.tag", "token.pos", "token.morph"])
def make_tagger(nlp: Language, name: str) -> "Tagger":
    """Return the component that tags words."""
    from graphbuild.language.tagger import Tagger

    return Tagger(nlp.vocab)


@Language.factory("graphbuild_lemmatizer", requires=["doc.tensor"], assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> "Lemmatizer":
    """Return the component that finds lemmas."""
    from graphbuild.language.lemmatizer import Lemmatizer

    return Lemmatizer(nlp.vocab)


@Language.factory(
    "graphbuild_parser", requires=["doc.tensor"], assigns=["token.dep", "token.head", "token.is_sent_start", "doc.sents"]
)
def make_parser(nlp: Language, name: str) -> "Parser":
    """Return the component that finds trees."""
    from graphbuild.language.parser import Parser

    return Parser(nlp.vocab)


@Language.factory("graphbuild_ner", requires=["doc.tensor"], assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_ner(nlp: Language, name: str) -> "NameFinder":
    """Return the component that finds names."""
    from graphbuild.language.ner import NameFinder

    return NameFinder(nlp.vocab)
