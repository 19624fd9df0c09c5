import json
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language

from graphbuild.errors import PipelineError
from graphbuild.parse import hash_pipeline, load_pipeline


@pytest.fixture
def parser_path(tmp_path: Path) -> Path:
    """A saved pipeline that has a tagger and a parser, untrained."""
    nlp = spacy.blank("en")
    for name, label in (("tagger", "NN"), ("parser", "nsubj")):
        component: Any = nlp.add_pipe(name)
        component.add_label(label)
    nlp.initialize()
    path = tmp_path / "pipeline"
    nlp.to_disk(path)
    return path


def change_meta(path: Path, **changes: object) -> None:
    meta = path / "meta.json"
    meta.write_text(json.dumps(json.loads(meta.read_text()) | changes))


def test_pipeline_is_loaded_from_a_path(parser_path: Path) -> None:
    assert {"tagger", "parser"} <= set(load_pipeline(parser_path).pipe_names)
    assert {"tagger", "parser"} <= set(load_pipeline(str(parser_path)).pipe_names)


def test_pipeline_made_by_another_spacy_warns_of_nothing_if_it_works(parser_path: Path) -> None:
    change_meta(parser_path, spacy_version=">=3.0.0,<3.1.0")

    assert load_pipeline(parser_path).pipe_names


def test_pipeline_may_parse_under_another_name(tmp_path: Path, stub: Language) -> None:
    stub.to_disk(tmp_path / "pipeline")

    assert load_pipeline(tmp_path / "pipeline").pipe_names == ["stub_parser"]


@pytest.mark.parametrize("kind", ["missing", "an empty folder", "a file", "a broken setting", "a missing component"])
def test_pipeline_that_cannot_be_loaded_is_said_in_one_line(parser_path: Path, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "other"
    if kind == "an empty folder":
        path.mkdir()
    elif kind == "a file":
        path.write_text("no pipeline")
    elif kind == "a broken setting":
        path = parser_path
        (path / "config.cfg").write_text("[nlp\nlang = ")
    elif kind == "a missing component":
        path = parser_path
        config = path / "config.cfg"
        config.write_text(config.read_text().replace('factory = "parser"', 'factory = "no_such_factory"'))

    with pytest.raises(PipelineError) as caught:
        load_pipeline(path)

    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "words")

    with pytest.raises(PipelineError, match="has no parser and no tagger; it has nothing"):
        load_pipeline(tmp_path / "words")


def test_pipeline_s_hash_follows_its_content_alone(parser_path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    spacy.load(parser_path).to_disk(copy)
    for file in parser_path.rglob("*"):
        if file.is_file():
            (copy / file.relative_to(parser_path)).write_bytes(file.read_bytes())

    first, second = hash_pipeline(load_pipeline(parser_path)), hash_pipeline(load_pipeline(copy))
    change_meta(copy, name="another")

    assert first == second
    assert len(first) == 16
    assert hash_pipeline(load_pipeline(copy)) != first


def test_pipeline_in_memory_has_a_hash(stub: Language) -> None:
    assert hash_pipeline(stub) == hash_pipeline(stub)
    assert hash_pipeline(stub) != hash_pipeline(spacy.blank("de"))
