"""Parses written by hand, one word a line, so that no test needs a language pipeline's weights."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from graphbuild.openie import read_tuples


@pytest.fixture(scope="session")
def make_doc() -> Callable[[str], Doc]:
    """A function from a table to the Doc that it describes.

    A line is ``word[/lemma] TAG POS label [head]``: the head is the number of its line, counted from one, and left out for ROOT.
    """
    vocab = spacy.blank("en").vocab

    def make(table: str) -> Doc:
        rows = [line.split() for line in table.splitlines() if line.strip()]
        words = [row[0].partition("/") for row in rows]
        return Doc(
            vocab,
            words=[word for word, _, _ in words],
            lemmas=[lemma or word for word, _, lemma in words],
            tags=[row[1] for row in rows],
            pos=[row[2] for row in rows],
            deps=[row[3] for row in rows],
            heads=[int(row[4]) - 1 if len(row) > 4 else number for number, row in enumerate(rows)],
        )

    return make


@pytest.fixture
def read(make_doc: Callable[[str], Doc]) -> Callable[[str], list[str]]:
    """A function from a table to the tuples read there, as "relation | argument | …"."""

    def read_table(table: str) -> list[str]:
        return [" | ".join((found.relation, *found.arguments)) for found in read_tuples(make_doc(table))]

    return read_table
