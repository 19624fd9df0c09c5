"""The values of the relation corpus, and their JSON Lines."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Offsets = tuple[int, int]
"""Half-open, in characters of the passage's text."""


@dataclass(frozen=True, slots=True)
class CorpusEntity:
    """A thing that a passage speaks of; ``id`` is unique within the passage."""

    id: str
    type: str


@dataclass(frozen=True, slots=True, order=True)
class CorpusMention:
    """Where a passage speaks of an entity; mentions nest ("[[Kenyan] president]") and never cross."""

    start: int
    end: int
    entity: str
    kind: str
    """One of name, pronoun, description, role."""


@dataclass(frozen=True, slots=True)
class CorpusFact:
    """What a passage says of two of its mentions, given by their position in ``Passage.mentions``."""

    subject: int
    relation: str
    object: int
    trigger: Offsets
    construction: str
    factuality: str = "asserted"
    attributed_to: tuple[Offsets, ...] = ()
    time: Offsets | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One to five sentences with everything that the relation inventory has in them: a pair without a fact is a true negative."""

    id: str
    field: str
    genre: str
    countries: tuple[str, ...]
    published: str | None
    text: str
    sentences: tuple[Offsets, ...]
    entities: tuple[CorpusEntity, ...]
    mentions: tuple[CorpusMention, ...]
    facts: tuple[CorpusFact, ...]

    def type_of(self, mention: CorpusMention) -> str:
        """Return the type of what ``mention`` speaks of."""
        return next(entity.type for entity in self.entities if entity.id == mention.entity)

    def sentence_of(self, offset: int) -> int:
        """Return the index of the sentence that the character at ``offset`` is in."""
        return next(index for index, (_, end) in enumerate(self.sentences) if offset < end)


def read_passages(paths: Iterable[Path]) -> Iterator[Passage]:
    """Yield the passages of JSON Lines files, in order."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            yield from (passage_of(json.loads(line)) for line in lines if line.strip())


def passage_of(record: dict[str, Any]) -> Passage:
    """Return a passage from its JSON object; what :func:`record_of` writes."""
    return Passage(
        id=record["id"],
        field=record["field"],
        genre=record["genre"],
        countries=tuple(record["countries"]),
        published=record["published"],
        text=record["text"],
        sentences=tuple(_offsets(item) for item in record["sentences"]),
        entities=tuple(CorpusEntity(**item) for item in record["entities"]),
        mentions=tuple(CorpusMention(**item) for item in record["mentions"]),
        facts=tuple(_fact_of(item) for item in record["facts"]),
    )


def record_of(passage: Passage) -> dict[str, Any]:
    """Return the JSON object of a passage."""
    return {
        "id": passage.id,
        "field": passage.field,
        "genre": passage.genre,
        "countries": list(passage.countries),
        "published": passage.published,
        "text": passage.text,
        "sentences": [list(sentence) for sentence in passage.sentences],
        "entities": [{"id": entity.id, "type": entity.type} for entity in passage.entities],
        "mentions": [{"start": m.start, "end": m.end, "entity": m.entity, "kind": m.kind} for m in passage.mentions],
        "facts": [_fact_record(fact) for fact in passage.facts],
    }


def _fact_of(item: dict[str, Any]) -> CorpusFact:
    return CorpusFact(
        subject=item["subject"],
        relation=item["relation"],
        object=item["object"],
        trigger=_offsets(item["trigger"]),
        construction=item["construction"],
        factuality=item["factuality"],
        attributed_to=tuple(_offsets(said) for said in item["attributed_to"]),
        time=_offsets(item["time"]) if item["time"] is not None else None,
    )


def _fact_record(fact: CorpusFact) -> dict[str, Any]:
    return {
        "subject": fact.subject,
        "relation": fact.relation,
        "object": fact.object,
        "trigger": list(fact.trigger),
        "construction": fact.construction,
        "factuality": fact.factuality,
        "attributed_to": [list(said) for said in fact.attributed_to],
        "time": list(fact.time) if fact.time is not None else None,
    }


def _offsets(pair: list[int]) -> Offsets:
    start, end = pair
    return start, end
