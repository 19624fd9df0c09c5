"""The table of constructions: every sentence is read as it says, and the page in docs/ shows it."""

import importlib.util
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graphbuild.classify import NAME
from graphbuild.extract import extractors
from graphbuild.model import Document, Evidence, Statement
from graphbuild.pipeline import Pipeline, make_pipeline

ROOT = Path(__file__).parent.parent.parent
TABLE = tomllib.loads((Path(__file__).parent / "constructions.toml").read_text(encoding="utf-8"))
EXAMPLES = [
    pytest.param(example, id=f"{construction['name']}-{number}")
    for group in TABLE["groups"]
    for construction in group["constructions"]
    for number, example in enumerate(construction["examples"], start=1)
]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return make_pipeline(extractor_names=[name for name in extractors if name != NAME])


@pytest.mark.parametrize("example", EXAMPLES)
def test_construction_is_read_as_the_table_says(example: dict[str, Any], pipeline: Pipeline) -> None:
    document = Document("example", example["text"], published=example.get("published"))

    found = sorted(read(document, pipeline))

    assert found == sorted(example["statements"])


def test_page_shows_the_table() -> None:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)

    assert (ROOT / "docs" / "constructions.md").read_text(encoding="utf-8") == generate.page(TABLE)


def test_every_construction_has_an_example_and_a_name_of_its_own() -> None:
    names = [construction["name"] for group in TABLE["groups"] for construction in group["constructions"]]

    assert len(set(names)) == len(names) >= 50
    assert all(construction["examples"] for group in TABLE["groups"] for construction in group["constructions"])


def read(document: Document, pipeline: Pipeline) -> Iterator[str]:
    """Yield what is read as "subject | relation | object", followed by what else is said of it."""
    for normalized in pipeline.read([document]):
        labels = {entity.iri: entity.label for entity in normalized.entities}
        for statement in normalized.statements:
            relation = f"“{statement.phrase}”" if statement.is_open else statement.predicate.local_name
            sides = (labels[statement.subject], relation, labels[statement.object])
            yield " | ".join([*sides, *_circumstances(statement, statement.evidence[0])])


def _circumstances(statement: Statement, evidence: Evidence) -> Iterator[str]:
    if statement.factuality.value != "asserted":
        yield statement.factuality.value
    for source in evidence.attributed_to:
        yield f"says {source.label}"
    if evidence.time is not None:
        value = f" ({evidence.time.value})" if evidence.time.value else ""
        yield f"{evidence.time.quotation.text}{value}"
