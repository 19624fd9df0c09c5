"""Read CoNLL-U: words with their annotation, and the surface text they were written as."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.shared import open_text


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word; ``head`` counts words from 1, 0 is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space_after: bool
    misc: str = "_"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a treebank; ``starts_document`` and ``starts_paragraph`` tell where it stands."""

    words: tuple[Word, ...]
    text: str
    starts_document: bool
    starts_paragraph: bool


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of ``path`` (``.conllu`` or ``.conllu.xz``) in order."""
    with open_text(path) as lines:
        block: list[str] = []
        for line in lines:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield _sentence(block)
                block = []
        if block:
            yield _sentence(block)


def _sentence(block: list[str]) -> Sentence:
    comments = [line for line in block if line.startswith("#")]
    text = next((line[len("# text = ") :] for line in comments if line.startswith("# text = ")), "")
    return Sentence(
        words=tuple(_words([line.split("\t") for line in block if not line.startswith("#")])),
        text=text,
        starts_document=any(line.startswith("# newdoc") for line in comments),
        starts_paragraph=any(line == "# newpar" or line.startswith("# newpar id") for line in comments),
    )


def _words(rows: list[list[str]]) -> Iterator[Word]:
    # A range line ("3-4") holds the surface form and its spacing; the words within are written together.
    inside_until, spaced = 0, True
    for row in rows:
        if "-" in row[0]:
            inside_until, spaced = int(row[0].split("-")[1]), "SpaceAfter=No" not in row[9]
        elif row[0].isdigit():
            number = int(row[0])
            if number < inside_until:
                space = False
            elif number == inside_until:
                space = spaced
            else:
                space = "SpaceAfter=No" not in row[9]
            yield Word(row[1], row[2], row[3], row[4], row[5], int(row[6]), row[7], space, row[9])
