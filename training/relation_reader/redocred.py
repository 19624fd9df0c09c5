"""Facts of Re-DocRED that our relations share with Wikidata's, as passages; of all other relations its sentences say nothing."""

import json
import lzma
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from training.name_types import space
from training.relation_corpus.passage import CorpusEntity, CorpusFact, CorpusMention, Offsets, Passage

_TYPES: Final = {"PER": "Person", "ORG": "Organization", "LOC": "Place", "MISC": ""}
SHARED: Final[Mapping[str, tuple[str, bool]]] = {
    "P102": ("memberOf", False),
    "P463": ("memberOf", False),
    "P54": ("memberOf", False),
    "P241": ("memberOf", False),
    "P27": ("affiliatedWith", False),
    "P69": ("affiliatedWith", False),
    "P108": ("affiliatedWith", False),
    "P6": ("leaderOf", True),
    "P35": ("leaderOf", True),
    "P488": ("leaderOf", True),
    "P361": ("partOf", False),
    "P749": ("partOf", False),
    "P527": ("partOf", True),
    "P355": ("partOf", True),
    "P131": ("locatedIn", False),
    "P17": ("locatedIn", False),
    "P706": ("locatedIn", False),
    "P276": ("locatedIn", False),
    "P159": ("locatedIn", False),
    "P50": ("authored", True),
    "P123": ("published", True),
    "P178": ("developed", True),
    "P176": ("developed", True),
    "P137": ("operates", True),
    "P127": ("owns", True),
    "P112": ("founded", True),
    "P19": ("bornIn", False),
    "P26": ("spouseOf", False),
    "P22": ("relativeOf", False),
    "P25": ("relativeOf", False),
    "P40": ("relativeOf", False),
    "P3373": ("relativeOf", False),
    "P1344": ("participatedIn", False),
    "P607": ("participatedIn", False),
    "P710": ("participatedIn", True),
    "P1365": ("succeeded", False),
    "P1366": ("succeeded", True),
    "P1336": ("claimsTerritory", True),
}
"""Relation by Wikidata property; true where the property's subject is our object."""
LABELLED: Final = frozenset(relation for relation, _ in SHARED.values())
"""The relations that a pair of a Re-DocRED document is known to have or not."""


def read_redocred_passages(path: Path) -> Iterator[Passage]:
    """Yield a passage for each document; its facts have no trigger, and only sentences that are a fact's evidence count for it."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for document in json.load(file):
            yield _passage(document)


def _passage(document: dict[str, Any]) -> Passage:
    text, words, sentences = _text(document["sents"])
    entities, mentions = [], []
    for number, vertex in enumerate(document["vertexSet"]):
        kind = _TYPES.get(vertex[0]["type"])
        if kind is None:
            continue
        entities.append(CorpusEntity(str(number), kind))
        for mention in vertex:
            row = words[mention["sent_id"]]
            first, last = mention["pos"][0], mention["pos"][1] - 1
            mentions.append((CorpusMention(row[first][0], row[last][1], str(number), "name"), mention["sent_id"]))
    mentions = sorted(set(mentions), key=lambda item: item[0])
    return Passage(
        id=f"redocred-{document['title']}",
        field="",
        genre="",
        countries=(),
        published=None,
        text=text,
        sentences=sentences,
        entities=tuple(entities),
        mentions=tuple(mention for mention, _ in mentions),
        facts=tuple(dict.fromkeys(_facts(document, mentions))),
    )


def _facts(document: dict[str, Any], mentions: list[tuple[CorpusMention, int]]) -> Iterator[CorpusFact]:
    for label in document["labels"]:
        if label["r"] not in SHARED:
            continue
        relation, is_inverse = SHARED[label["r"]]
        head, tail = (str(label[end]) for end in ("th" if is_inverse else "ht"))
        for left, (subject, sentence) in enumerate(mentions):
            for right, (obj, other) in enumerate(mentions):
                if subject.entity == head and obj.entity == tail and sentence == other:
                    yield CorpusFact(left, relation, right, (0, 0), "noun")


def _text(sentences: list[list[str]]) -> tuple[str, list[list[Offsets]], tuple[Offsets, ...]]:
    text, rows, bounds = "", [], []
    for sentence in sentences:
        begin, row = len(text), []
        for word, spaced in zip(sentence, space(sentence), strict=True):
            row.append((len(text), len(text) + len(word)))
            text += word + (" " if spaced else "")
        rows.append(row)
        text = text.rstrip()
        bounds.append((begin, len(text)))
        text += " "
    return text.rstrip(), rows, tuple(bounds)
