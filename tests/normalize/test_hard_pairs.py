"""Names that are easily taken for one and are two, and names that look different and are one: the table is hard_pairs.toml."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphbuild.model import Document, Entity, Mention, MentionKind, Namespace, Reading, Span
from graphbuild.normalize import resolve_entities
from graphbuild.normalize.link import Linker
from graphbuild.ontology import Ontology, load_ontology

PAIRS = tomllib.loads((Path(__file__).parent / "hard_pairs.toml").read_text(encoding="utf-8"))
Side = tuple[str, str]
Pair = tuple[Side, Side]


def pairs(section: str) -> Iterator[Pair]:
    for kind, rows in PAIRS[section].items():
        for left, right, *other in rows:
            yield (left, kind), (right, other[0] if other else kind)


def cases(section: str) -> Iterator[object]:
    for left, right in pairs(section):
        yield pytest.param(left, right, id=f"{left[0]} - {right[0]} ({right[1]})")


@pytest.fixture(scope="module")
def vocabulary() -> Ontology:
    return load_ontology()


def reading(*sides: Side, document: str = "a") -> Reading:
    """Return the reading of a document that names each of the sides once."""
    mentions, text = [], ""
    for name, label in sides:
        head = name.split()[-1].casefold().removesuffix("s")
        mentions.append(Mention(Span(document, len(text), len(text) + len(name)), name, label, MentionKind.NAME, name, head))
        text += f"{name}. "
    return Reading(Document(document, text), tuple(mentions))


def linked(vocabulary: Ontology, text: Reading) -> list[Entity]:
    linker = Linker(vocabulary, Namespace(), text)
    return [entity for mention in text.mentions if (entity := linker.find(mention)) is not None]


def are_one_in_a_document(vocabulary: Ontology, left: Side, right: Side) -> bool:
    first, second = linked(vocabulary, reading(left, right))
    return first.iri == second.iri


def are_one_across_documents(vocabulary: Ontology, left: Side, right: Side) -> bool:
    first, second = (linked(vocabulary, reading(side, document=side[0]))[0] for side in (left, right))
    resolved = resolve_entities([first, second], ontology=vocabulary)
    return resolved.get(first.iri, first.iri) == resolved.get(second.iri, second.iri)


@pytest.mark.parametrize(("left", "right"), list(cases("apart")))
def test_two_things_stay_two(left: Side, right: Side, vocabulary: Ontology) -> None:
    assert not are_one_in_a_document(vocabulary, left, right)
    assert not are_one_in_a_document(vocabulary, right, left)
    assert not are_one_across_documents(vocabulary, left, right)


def test_nine_in_ten_names_of_one_thing_are_found_to_be_one(vocabulary: Ontology) -> None:
    expected = list(pairs("together"))

    missed = [pair for pair in expected if not are_one_in_a_document(vocabulary, *pair)]

    assert len(missed) <= len(expected) / 10, missed


def test_tables_are_long_enough_to_tell_something() -> None:
    assert len(list(pairs("apart"))) >= 200
    assert len(list(pairs("together"))) >= 150
    assert len({frozenset(pair) for pair in pairs("apart")} & {frozenset(pair) for pair in pairs("together")}) == 0


def test_pairs_of_one_document_are_one_whichever_comes_first(vocabulary: Ontology) -> None:
    changed = [
        (left, right)
        for left, right in pairs("together")
        if are_one_in_a_document(vocabulary, left, right) != are_one_in_a_document(vocabulary, right, left)
    ]

    assert changed == []
