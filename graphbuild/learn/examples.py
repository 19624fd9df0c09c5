"""Annotated sentences, one a line, and what is wrong with them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import product
from pathlib import Path
from typing import Any, Final, NamedTuple

from graphbuild.errors import ReadError
from graphbuild.ontology import Relation

_MOST_CHARACTERS: Final = 20_000
_MOST_PLACES: Final = 30
"""In more places than these, the same words are not looked for."""


class Range(NamedTuple):
    """Characters of a text, half-open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with a line, or what one should know of it or, if it names none, of all."""

    line: int | None
    text: str
    is_error: bool = True


@dataclass(frozen=True, slots=True)
class Fact:
    """What a line says of two things: the relation's local name, None for a pair that is known to be in no relation.

    ``places`` are where subject and object may stand, the likeliest first.
    """

    line: int
    relation: str | None
    places: tuple[tuple[Range, Range], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A text with all that is to be read in it, and the lines that it is from."""

    text: str
    lines: tuple[int, ...]
    facts: tuple[Fact, ...]


def read_examples(path: Path, relations: Mapping[str, Relation]) -> tuple[tuple[Example, ...], tuple[Remark, ...]]:
    """Return the texts of a file in JSON Lines, sorted, with their facts, and the remarks on its lines.

    A text with a wrong line is among them only with what could be read of it; :func:`without_wrong` leaves it out.

    Raises:
        ReadError: the file cannot be read.
    """
    examples: dict[str, Example] = {}
    remarks: list[Remark] = []
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        text, found = _read_line(number, line, relations)
        facts = tuple(each for each in found if isinstance(each, Fact))
        remarks += (each for each in found if isinstance(each, Remark))
        known = examples.get(text, Example(text, (), ()))
        examples[text] = replace(known, lines=(*known.lines, number), facts=(*known.facts, *facts))
    kept = [example for example in examples.values() if example.text]
    return tuple(sorted(kept, key=lambda example: example.text)), tuple(remarks)


def without_wrong(examples: Sequence[Example], remarks: Sequence[Remark]) -> tuple[Example, ...]:
    """Return the texts of which no line is wrong: what is not known of a text must not be taken for what it does not say."""
    wrong = {remark.line for remark in remarks if remark.is_error}
    return tuple(example for example in examples if not wrong.intersection(example.lines))


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise ReadError(path, "not UTF-8") from error
    except OSError as error:
        raise ReadError(path, error.strerror or str(error)) from error


def _read_line(number: int, line: str, relations: Mapping[str, Relation]) -> tuple[str, list[Fact | Remark]]:
    """Return the text of a line and its facts; an empty text if it has none."""
    try:
        data = json.loads(line)
    except ValueError as error:
        return "", [Remark(number, f"is no JSON: {error}")]
    if not isinstance(data, dict):
        return "", [Remark(number, 'is no JSON object: {"text": …, "subject": …, "relation": …, "object": …}')]
    text = data.get("text")
    if not isinstance(text, str) or not text.strip():
        return "", [Remark(number, 'has no "text"')]
    if len(text) > _MOST_CHARACTERS:
        return "", [Remark(number, f'its "text" is longer than {_MOST_CHARACTERS:,} characters')]
    facts = data.get("facts", [data])
    if not isinstance(facts, list) or not all(isinstance(fact, dict) for fact in facts):
        return text, [Remark(number, '"facts" is no list of objects')]
    return text, [_read_fact(number, text, fact, relations) for fact in facts]


def _read_fact(number: int, text: str, data: Mapping[str, Any], relations: Mapping[str, Relation]) -> Fact | Remark:
    missing = [f'"{name}"' for name in ("subject", "relation", "object") if name not in data]
    if missing:
        return Remark(number, f"has no {' and no '.join(missing)}")
    name = data["relation"]
    relation = _find_relation(name, relations)
    if relation is None and name is not None:
        return Remark(number, _unknown(name, relations))
    places = _find_places(text, data)
    if isinstance(places, str):
        return Remark(number, places)
    return Fact(number, relation.name if relation is not None else None, places)


def _find_places(text: str, data: Mapping[str, Any]) -> tuple[tuple[Range, Range], ...] | str:
    """Return where subject and object may stand, or why they stand nowhere."""
    subjects, objects = _find(text, data["subject"]), _find(text, data["object"])
    triggers = [] if data.get("trigger") is None else _find(text, data["trigger"])
    if isinstance(subjects, str) or isinstance(objects, str) or isinstance(triggers, str):
        return "; ".join(where for where in (subjects, objects, triggers) if isinstance(where, str))
    if subjects == objects and len(subjects) > 1:
        return "subject and object are called the same; give their offsets"
    return tuple(_places(subjects, objects, triggers)) or "subject and object are the same words"


def _find_relation(name: object, relations: Mapping[str, Relation]) -> Relation | None:
    """Return the relation of a local name or an IRI."""
    if not isinstance(name, str):
        return None
    return relations.get(name) or next((relation for relation in relations.values() if relation.iri == name), None)


def _unknown(name: object, relations: Mapping[str, Relation]) -> str:
    if not isinstance(name, str):
        return f'its "relation" is neither a name nor null: {json.dumps(name)}'
    names = {known.casefold(): known for known in relations}
    close = [names[each] for each in get_close_matches(name.casefold(), names, n=3)]
    hint = f" (did you mean {' or '.join(repr(each) for each in close)}?)" if close else ""
    return f"the ontology has no relation {name!r}{hint}"


def _find(text: str, given: object) -> list[Range] | str:
    """Return where in the text the characters are that a string or two offsets name, or why they are nowhere."""
    if isinstance(given, str):
        return _occurrences(text, given) or _not_there(text, given)
    offsets = given if isinstance(given, list) else []
    if len(offsets) != 2 or not all(type(each) is int for each in offsets):
        return f"neither a string nor two offsets: {json.dumps(given, ensure_ascii=False)}"
    start, end = offsets
    if not 0 <= start < end <= len(text):
        return f"[{start}, {end}] are no characters of the text, which has {len(text)}"
    return [Range(start, end)] if text[start:end].strip() else f"[{start}, {end}] is white space"


def _occurrences(text: str, words: str, flags: int = 0) -> list[Range]:
    """Return where words stand in a text as whole words, however they are spaced."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    if not pattern:
        return []
    found = re.finditer(rf"(?<!\w){pattern}(?!\w)" if words.strip()[0].isalnum() else pattern, text, flags)
    return [Range(*match.span()) for match in found]


def _not_there(text: str, words: str) -> str:
    other = _occurrences(text, words, re.IGNORECASE)
    hint = f" ({text[other[0].start : other[0].end]!r} is)" if other else ""
    return f'"{words}" is not in the text{hint}'


def _places(subjects: Sequence[Range], objects: Sequence[Range], triggers: Sequence[Range]) -> Iterator[tuple[Range, Range]]:
    """Yield where subject and object may stand, those first that are nearest to each other (and to the trigger).

    Sides that lie within each other come last; of what is equally near, the subject before the object comes first, and then what
    stands first in the text.
    """
    sides = product(subjects[:_MOST_PLACES], objects[:_MOST_PLACES], [[each] for each in triggers[:_MOST_PLACES]] or [[]])
    ranked = sorted((_rank(*each), *each[:2]) for each in sides if each[0] != each[1])
    yield from dict.fromkeys((subject, obj) for _, subject, obj in ranked)


def _rank(subject: Range, obj: Range, trigger: Sequence[Range]) -> tuple[bool, int, bool, int]:
    taken = [subject, obj, *trigger]
    first, last = min(each.start for each in taken), max(each.end for each in taken)
    return max(subject.start, obj.start) < min(subject.end, obj.end), last - first, obj < subject, first
