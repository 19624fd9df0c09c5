"""Read Re-DocRED; labels are refined by what the Wikidata relations say of an entity, and by all its names."""

import json
import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from training.name_completion import completed, has_capital
from training.name_lexicon import Lexicon
from training.name_types import (
    MISCELLANY,
    NUMBERS,
    OCCASIONS,
    ORGANIZATIONS,
    PERSONS,
    PLACES,
    TIMES,
    NameAnnotation,
    NamedSentence,
    NameSpan,
    disjoint,
    outside,
    space,
)

_CONCEPT = frozenset({"Concept"})
_REDOCRED = {
    "PER": PERSONS,
    "ORG": ORGANIZATIONS,
    "LOC": PLACES,
    "TIME": frozenset({"Date"}),
    "NUM": NUMBERS,
    "MISC": OCCASIONS | MISCELLANY,
}
_REDOCRED_SILENT = NUMBERS | {"Role", "Time"}
# What a Wikidata property says of the type of its head and of its tail.
_HEAD_TYPES = {
    **dict.fromkeys(("P102", "P39"), "Politician"),
    **dict.fromkeys(("P54", "P264", "P1441"), "Person"),
    **dict.fromkeys(
        ("P50", "P57", "P58", "P86", "P161", "P162", "P170", "P175", "P676", "P674", "P179", "P364", "P449", "P272"),
        "Work",
    ),
    **dict.fromkeys(("P178", "P400"), "Work Equipment"),
    "P577": "Work Equipment Agreement",
    "P176": "Equipment",
    "P710": "Event Election",
    "P585": "Event Election Agreement",
    "P131": "Place Facility",
    **dict.fromkeys(("P403", "P706", "P1376", "P206"), "Place"),
    "P171": "Concept",
}
_TAIL_TYPES = {
    "P102": "PoliticalParty",
    **dict.fromkeys(("P17", "P27", "P495"), "Country"),
    **dict.fromkeys(("P6", "P35"), "Politician"),
    "P241": "MilitaryForce",
    **dict.fromkeys(("P607", "P1344", "P793"), "Event Election"),
    "P800": "Work Equipment",
    "P1441": "Work",
    "P194": "GovernmentBody",
    **dict.fromkeys(("P69", "P54", "P118", "P264", "P449", "P176", "P178", "P123", "P272"), "Organization"),
    "P175": "Person Organization",
    **dict.fromkeys(("P86", "P161", "P162", "P57", "P58", "P674", "P676"), "Person"),
    **dict.fromkeys(("P36", "P150", "P206", "P403", "P30", "P706"), "Place"),
    **dict.fromkeys(("P1412", "P37", "P364", "P166", "P136", "P171"), "Concept"),
    "P400": "Equipment",
    "P172": "NORP",
}
_POLITICAL_LINKS = frozenset({"P102", "P39", "P6", "P35"})


def read_redocred(path: Path, lexicon: Lexicon) -> Iterator[list[NamedSentence]]:
    """Yield the documents of a Re-DocRED file, as lists of sentences."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        documents = json.load(file)
    for document in documents:
        spans: dict[int, list[NameSpan]] = defaultdict(list)
        for types, entity in zip(_entity_types(document, lexicon), document["vertexSet"], strict=True):
            for mention in entity:
                words = document["sents"][mention["sent_id"]]
                spans[mention["sent_id"]] += _mention(words, mention, types, lexicon)
        known = _name_words(document)
        yield [
            _redocred_sentence(words, spans[number], known, lexicon)
            for number, words in enumerate(document["sents"])
            if any(word.strip() for word in words)
        ]


def _entity_types(document: dict[str, Any], lexicon: Lexicon) -> list[frozenset[str]]:
    """Return what each entity may be: its label, refined by the relations and by all its names."""
    coarse = [_REDOCRED[entity[0]["type"]] for entity in document["vertexSet"]]
    types = list(coarse)
    # Signs of a politician count before those of other occupations.
    for link in sorted(document["labels"], key=lambda link: link["r"] not in _POLITICAL_LINKS):
        for end, signs in (("h", _HEAD_TYPES), ("t", _TAIL_TYPES)):
            sign = frozenset(signs.get(link["r"], "").split())
            types[link[end]] = types[link[end]] & sign or types[link[end]]
    for index, entity in enumerate(document["vertexSet"]):
        for mention in entity:
            start, end = mention["pos"]
            types[index] = lexicon.refine(document["sents"][mention["sent_id"]][start:end], types[index])
    return types


def _mention(words: Sequence[str], mention: dict[str, Any], types: frozenset[str], lexicon: Lexicon) -> Iterator[NameSpan]:
    start, end = mention["pos"]
    # "The" belongs to the titles of works, and to names within a sentence: "The Hague".
    article = "The" if start == 0 and "Work" not in types else "the"
    while start < end and words[start] in {"the", article, ",", " "}:
        start += 1
    if start == end:
        return
    name = words[start:end]
    if mention["type"] in {"NUM", "TIME"}:
        types = number_types(name, _REDOCRED[mention["type"]])
    elif mention["type"] == "PER":
        pass
    elif lexicon.is_group(name):
        types = frozenset({"NORP", "Concept"}) if mention["type"] == "MISC" and types != _CONCEPT else types
        types = frozenset({"NORP"}) if mention["type"] != "MISC" else types
    elif name[-1].endswith(("ism", "anity")) or name[-1] == "Islam":
        types = types | _CONCEPT if mention["type"] == "ORG" else types
    yield NameSpan(start, end, types)


_MEASURES = {
    "Money": r"[$£€¥]|dollars?|euros?|yen|yuan|francs?|rupees?|us\$|usd",
    "Percent": r"%|percent|percentage|cent",
    "Date": r"years?|months?|weeks?|days?|decades?|century|centuries|\d+s|year-old",
    "Time": r"hours?|minutes?|seconds?|[ap]\.?m\.?",
    "Quantity": r"km²?|k?m²|miles?|mi|kilomet(?:er|re)s?|met(?:er|re)s?|feet|foot|ft|inch(?:es)?|acres?|hectares?|tons?"
    r"|tonnes?|kg|kilograms?|pounds?|lbs?|[ckmn]m|mph|km/h|gb|mb|mw|°|square|degrees|liters|litres|nautical",
    "Ordinal": r"\d*(?:1st|2nd|3rd|\dth)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth",
}
_PLAIN_NUMBER = re.compile(
    r"[\d.,]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven"
    r"|eigh|nine)ty|hundreds?|thousands?|[mb]illions?|-|and|about|over",
    re.IGNORECASE,
)


def number_types(name: Sequence[str], types: frozenset[str]) -> frozenset[str]:
    """Return what the words of a number or a time make of it; ``types`` where they tell nothing."""
    for type_, pattern in _MEASURES.items():
        if any(re.fullmatch(pattern, word.strip(), re.IGNORECASE) for word in name):
            return frozenset({type_} if type_ != "Time" else TIMES if "Date" in types else {"Time"})
    if "Cardinal" in types and all(_PLAIN_NUMBER.fullmatch(word) for word in name):
        return frozenset({"Cardinal"})
    return types


def _name_words(document: dict[str, Any]) -> frozenset[str]:
    """Return the capitalized words that names of the document hold."""
    names = (
        document["sents"][mention["sent_id"]][slice(*mention["pos"])] for entity in document["vertexSet"] for mention in entity
    )
    return frozenset(word for name in names for word in name if word[:1].isupper() and word != "The")


def _redocred_sentence(words: Sequence[str], spans: Iterable[NameSpan], known: frozenset[str], lexicon: Lexicon) -> NamedSentence:
    """Return the sentence without its blank words; a word of a name that was overlooked is unknown."""
    kept = [index for index, word in enumerate(words) if word.strip()]
    place = {index: number for number, index in enumerate(kept)}
    moved = []
    for span in disjoint(spans):
        inside = [place[index] for index in range(span.start, span.end) if index in place]
        if inside:
            moved.append(NameSpan(inside[0], inside[-1] + 1, span.types))
    forms = tuple(words[index].strip() for index in kept)
    common = [span for span in moved if not span.types <= NUMBERS | TIMES and not has_capital(forms[span.start : span.end])]
    names = tuple(span for span in moved if span not in common)
    unknown = {index for index in outside(len(forms), names) if forms[index] in known}
    unknown.update(index for span in common for index in range(span.start, span.end))
    annotation = completed(forms, NameAnnotation(names, silent=_REDOCRED_SILENT), lexicon)
    unknown.intersection_update(outside(len(forms), annotation.spans))
    return NamedSentence(forms, space(forms), replace(annotation, unknown=frozenset(unknown)))
