"""Parses written by hand, one word a line, so that no test of an extractor needs a language pipeline's weights."""

import re
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from graphbuild.extract import Extractor
from graphbuild.extract.clauses import clauses
from graphbuild.model import Predicate

_GLUED_LEFT = re.compile(r"[,.;:?!)”%]|['’]s?|n['’]t|['’]ll")
_GLUED_RIGHT = frozenset({"(", "“"})
_GLUED_BOTH = frozenset({"-", "–"})


@pytest.fixture(scope="session")
def vocab() -> Vocab:
    """The words of English and what is known of each, without any weights."""
    return spacy.blank("en").vocab


@pytest.fixture
def make_doc(vocab: Vocab) -> Callable[[str], Doc]:
    """A function from a table to the Doc that it describes.

    A line is ``word[/lemma] POS label [head] [ENTITY] [tag=TAG] [morph=Name=Value]``: the head is named by its word ("the:2" is the
    second "the") and left out for ROOT; an entity goes on where the next line has a ``+`` for it. An empty line says nothing.
    """

    def make(table: str) -> Doc:
        return _doc(vocab, [line.split() for line in table.splitlines() if line.strip()])

    return make


@pytest.fixture
def read(make_doc: Callable[[str], Doc]) -> Callable[[Extractor, str], list[str]]:
    """A function from an extractor and a table to what it reads there, as "subject | predicate | object", the predicate in lemmas."""

    def read_table(extract: Extractor, table: str) -> list[str]:
        found = extract(make_doc(table))
        return [f"{relation.subject.text} | {_lemmas(relation.predicate)} | {relation.object.text}" for relation in found]

    return read_table


@pytest.fixture
def clauses_in(make_doc: Callable[[str], Doc]) -> Callable[[str], list[str]]:
    """A function from a table to its clauses as "who > verb > whom"."""

    def clauses_of(table: str) -> list[str]:
        return [
            f"{_sides(clause.agents)} > {clause.verb.text} > {_sides(clause.patients)}" for clause in clauses(make_doc(table))
        ]

    return clauses_of


def _sides(tokens: tuple[Token, ...]) -> str:
    return " and ".join(token.text for token in tokens) or "nobody"


def _lemmas(predicate: Predicate) -> str:
    """Return the lemmas that a relation is looked up by; of a post that of its head, not its full name."""
    name = "" if predicate.pos == "ROLE" and predicate.noun else predicate.lemma
    return " ".join(filter(None, (name, predicate.particle, predicate.noun, predicate.preposition)))


def _doc(vocab: Vocab, rows: list[list[str]]) -> Doc:
    words = [_word(row)[0] for row in rows]
    heads = [index if row[2] == "ROOT" else _index_of(row[3], words) for index, row in enumerate(rows)]
    return Doc(
        vocab,
        words=words,
        spaces=[_has_space(word, after) for word, after in zip(words, [*words[1:], "."], strict=True)],
        lemmas=[_word(row)[1] for row in rows],
        pos=[row[1] for row in rows],
        deps=[row[2] for row in rows],
        heads=heads,
        ents=_entities([_column(row) for row in rows]),
        tags=[_option(row, "tag") for row in rows],
        morphs=[_option(row, "morph") for row in rows],
    )


def _word(row: list[str]) -> tuple[str, str]:
    """Return a row's word and its lemma, which is the word itself unless it says otherwise."""
    word, _, lemma = row[0].partition("/")
    return (word, lemma or (word if row[1] == "PROPN" else word.lower())) if word else (row[0], row[0])


def _index_of(head: str, words: list[str]) -> int:
    word, _, number = head.partition(":")
    return [index for index, other in enumerate(words) if other == word][int(number or 1) - 1]


def _column(row: list[str]) -> str:
    """Return a row's entity: a label, a "+" or nothing."""
    rest = row[3:] if row[2] == "ROOT" else row[4:]
    return next((cell for cell in rest if "=" not in cell), "")


def _entities(column: list[str]) -> list[str]:
    tags: list[str] = []
    for cell in column:
        label = tags[-1][2:] if cell == "+" else cell
        tags.append(f"I-{label}" if cell == "+" else f"B-{label}" if cell else "O")
    return tags


def _option(row: list[str], name: str) -> str:
    return next((cell.removeprefix(f"{name}=") for cell in row[3:] if cell.startswith(f"{name}=")), "")


def _has_space(word: str, after: str) -> bool:
    if word in _GLUED_RIGHT | _GLUED_BOTH or after in _GLUED_BOTH:
        return False
    return not _GLUED_LEFT.fullmatch(after)
