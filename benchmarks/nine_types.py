"""CrossNER's nine political types, and how the pipeline's labels map to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int, str]

NINE = {
    "Person": "person",
    "Politician": "politician",
    "PoliticalParty": "politicalparty",
    "Organization": "organisation",
    "Government": "organisation",
    "GovernmentBody": "organisation",
    "MilitaryForce": "organisation",
    "Country": "country",
    "Place": "location",
    "Facility": "location",
    "Event": "event",
    "Election": "election",
    "NORP": "misc",
    "Agreement": "misc",
    "Work": "misc",
    "Equipment": "misc",
    "Concept": "misc",
}
"""Label of the pipeline: CrossNER's type; titles, dates and numbers have none."""
GROUPS = {
    "Person": frozenset({"person", "politician"}),
    "any organisation": frozenset({"organisation", "politicalparty"}),
    "any place": frozenset({"country", "location"}),
}


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """Words with their names: first word, end, type."""

    words: tuple[str, ...]
    spans: frozenset[Span]


def read_gold(path: Path) -> Iterator[GoldSentence]:
    """Yield the sentences of a CrossNER file with its own types."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        if rows:
            yield GoldSentence(tuple(row[0] for row in rows), frozenset(_spans([row[1] for row in rows])))


def _spans(tags: list[str]) -> Iterator[Span]:
    start = 0
    for index, (tag, following) in enumerate(zip(tags, [*tags[1:], "O"], strict=True)):
        if tag == "O":
            continue
        if tag.startswith("B-") or index == 0 or tags[index - 1][2:] != tag[2:]:
            start = index
        if following[2:] != tag[2:] or following.startswith("B-"):
            yield start, index + 1, tag[2:]
