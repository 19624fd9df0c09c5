"""Load a language pipeline, ours or the user's."""

import hashlib
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol, runtime_checkable

import spacy
from spacy.language import Language

from graphbuild.assets import pipeline_path
from graphbuild.errors import PipelineError

_NEEDED = ("parser", "tagger")


@runtime_checkable
class _Threaded(Protocol):
    """A component, like our encoder, that can be told how many threads to use."""

    threads: int


def load_pipeline(model: str | Path | None = None, *, threads: int = 1) -> Language:
    """Load ``model``, an installed spaCy pipeline or the path of one; the bundled pipeline if None.

    ``threads`` is how many our encoder reads with, 0 for as many as there are cores; other pipelines choose for themselves.

    Raises:
        PipelineError: there is none, it was made for another spaCy, or it has no parser.
    """
    name = pipeline_path() if model is None else model
    try:
        with warnings.catch_warnings():
            # spaCy warns of a pipeline made by another version ([W095]); it then fails to load or works.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            nlp = spacy.load(name)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PipelineError(name, f"cannot be loaded: {error}") from error
    components: Iterable[object] = (component for _, component in nlp.pipeline)
    for component in components:
        if isinstance(component, _Threaded):
            component.threads = threads
    missing = [component for component in _NEEDED if component not in nlp.pipe_names]
    if missing and not _parses(nlp):
        raise PipelineError(name, f"has no {' and no '.join(missing)}; it has {', '.join(nlp.pipe_names) or 'nothing'}")
    return nlp


def hash_pipeline(nlp: Language) -> str:
    """Return a hash of the pipeline's content: equal pipelines have equal hashes on any machine."""
    if nlp.path is None:
        return hashlib.sha256(nlp.to_bytes()).hexdigest()[:16]
    digest = hashlib.sha256()
    for path in sorted(nlp.path.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(nlp.path).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _parses(nlp: Language) -> bool:
    """Tell whether some component of another name does the parser's work."""
    assigned = {attribute for name in nlp.pipe_names for attribute in nlp.get_pipe_meta(name).assigns}
    return {"token.dep", "token.head"} <= assigned
