"""graphbuild openie: print what each sentence says as tuples of its words."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from graphbuild.openie import OpenTuple

# A preposition's object: Universal Dependencies have no such label.
_FOREIGN_LABEL = "pobj"


def openie(
    file: Annotated[str, typer.Argument(help="A text in any format that build reads; - for standard input.", show_default=False)],
    *,
    tokenized: Annotated[
        bool, typer.Option("--tokenized", help="A line is a sentence, its words already separated by spaces.")
    ] = False,
    contexts: Annotated[
        bool, typer.Option("--contexts", help="Append 'C: who says it' and 'T: when', where the sentence tells.")
    ] = False,
    at_least: Annotated[float, typer.Option(min=0, max=1, help="Leave out what has less confidence.")] = 0.0,
    model: Annotated[
        str | None, typer.Option(help="An installed spaCy pipeline with Universal Dependencies to parse with.")
    ] = None,
) -> None:
    """Print open tuples, one a line: sentence, confidence, relation, arguments, separated by tabs."""
    from graphbuild.openie import read_tuples

    for doc in _tokenized(file, model) if tokenized else _raw(file, model):
        for found in read_tuples(doc):
            if found.confidence >= at_least:
                typer.echo(_line(found, contexts=contexts))


def _tokenized(file: str, model: str | None) -> "Iterator[Doc]":
    from graphbuild.parse import parse_tokenized

    sentences = _lines(file)
    return parse_tokenized(_load(model), sentences)


def _lines(file: str) -> list[str]:
    from graphbuild.errors import ReadError

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return data.decode("utf-8-sig").splitlines()
    except OSError as error:
        raise ReadError(file, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise ReadError(file, f"is not UTF-8: {error}") from error


def _raw(file: str, model: str | None) -> "Iterator[Doc]":
    from graphbuild.parse import Parser
    from graphbuild.read import read_documents

    documents = list(read_documents(file))
    for parsed in Parser(_load(model))(documents):
        yield from parsed.docs


def _load(model: str | None) -> "Language":
    from graphbuild.errors import PipelineError
    from graphbuild.parse import load_pipeline

    nlp = load_pipeline(model)
    if _FOREIGN_LABEL in nlp.pipe_labels.get("parser", ()):
        raise PipelineError(model or "", "parses with CLEAR labels; open tuples are read from Universal Dependencies")
    return nlp


def _line(found: "OpenTuple", *, contexts: bool) -> str:
    said_by = [f"C: {found.said_by}"] if contexts and found.said_by else []
    time = [f"T: {found.time}"] if contexts and found.time else []
    return "\t".join((found.sentence, f"{found.confidence:.4f}", found.relation, *found.arguments, *said_by, *time))
