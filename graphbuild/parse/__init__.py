"""Documents to spaCy Docs."""

from graphbuild.parse.known_names import KnownNames
from graphbuild.parse.load import hash_pipeline, load_pipeline
from graphbuild.parse.parser import ParsedDocument, Parser
from graphbuild.parse.tokenized import parse_tokenized

__all__ = ["KnownNames", "ParsedDocument", "Parser", "hash_pipeline", "load_pipeline", "parse_tokenized"]
