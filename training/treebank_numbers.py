"""Find times and numbers in a treebank sentence from its tags, and the words that may be in others."""

import re
from collections.abc import Sequence

from training.conllu import Word
from training.name_types import NameSpan

_MONTHS = (
    "January February March April May June July August September October November December"
    " Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
).split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SCALES = frozenset("hundred thousand million billion trillion".split())
_CURRENCIES = frozenset("$ £ € US$ C$ A$ ¥".split())
_UNITS = {
    "Percent": "% percent",
    "Date": "year years month months week weeks day days decade decades century centuries",
    "Time": "hour hours minute minutes second seconds am pm a.m. p.m. AM PM",
    "Money": "dollars dollar euros euro yen cents rupees bucks",
    "Quantity": "km miles mile m cm mm meters metres meter metre kilometers kilometres kg g mg grams tons tonnes feet ft"
    " foot inches inch acres hectares lbs °C °F ° degrees mph gallons litres liters ml ounces watts volts GB MB Hz kHz",
}
_TYPE_OF_UNIT = {unit: type_ for type_, units in _UNITS.items() for unit in units.split()}
_RELATIVE = frozenset("last next this".split())
_PERIODS = frozenset("week month year decade century weekend morning evening night afternoon".split())
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_CLOCK = re.compile(r"[012]?\d:[0-5]\d(?::[0-5]\d)?")
_DEICTIC = frozenset("today yesterday tomorrow".split())


def is_proper(word: Word) -> bool:
    """Tell whether a word is a proper noun, or an adjective or verb within a name: "United" States."""
    return word.xpos in {"NNP", "NNPS"} or word.upos == "PROPN"


def find_numbers(words: Sequence[Word]) -> tuple[list[NameSpan], set[int]]:
    """Return the times and numbers that are certain, and the words that may be in others."""
    spans: list[NameSpan] = []
    doubtful: set[int] = set()
    index = 0
    while index < len(words):
        found = _date(words, index) or _measure(words, index) or _ordinal(words, index)
        if found is not None and found.types:
            spans.append(NameSpan(found.start, found.end, found.types))
        index = found.end if found else index + 1
    inside = {i for span in spans for i in range(span.start, span.end)}
    for index, word in enumerate(words):
        if index not in inside and (
            word.upos == "NUM" or word.form in _CURRENCIES or "NumType=Ord" in word.feats or word.form in {"%", "tonight", "now"}
        ):
            doubtful.add(index)
    return spans, doubtful


def _date(words: Sequence[Word], index: int) -> NameSpan | None:
    """Return the date that begins here."""
    forms = [word.form for word in words[index : index + 7]]
    text = " ".join(forms)
    for pattern in _DATES:
        match = pattern.match(text)
        if match is None or (
            match[0].split()[0] in {"May", "March", "Sun", "Sat", "Mar", "Jun", "Dec"} and not is_proper(words[index])
        ):
            continue
        if pattern is _BARE_YEAR and not (index and words[index - 1].form.casefold() in _BEFORE_YEAR):
            continue
        return NameSpan(index, index + len(match[0].split()), frozenset({"Date"}))
    if words[index].form.casefold() in _DEICTIC and words[index].upos in {"NOUN", "ADV"}:
        return NameSpan(index, index + 1, frozenset({"Date"}))
    return None


_M = "(?:" + "|".join(re.escape(month) for month in _MONTHS) + ")"
_W = "(?:" + "|".join(_WEEKDAYS) + ")"
_Y = r"(?:1[0-9]{3}|20[0-9]{2})"
_D = r"[0-3]?\d(?:st|nd|rd|th)?"
_BARE_YEAR = re.compile(rf"{_Y}(?: [-–] (?:{_Y}|\d\d))?(?=$| (?![-–]))")
_DATES = (
    re.compile(rf"(?:{_W} (?:, )?)?{_M} {_D}(?: ,)? {_Y}(?=$| )"),
    re.compile(rf"(?:{_W} (?:, )?)?{_D} (?:of )?{_M}(?: (?:, )?{_Y})?(?=$| )"),
    re.compile(rf"(?:{_W} (?:, )?)?{_M} {_D}(?=$| )"),
    re.compile(rf"{_M} (?:, )?(?:of )?{_Y}(?=$| )"),
    re.compile(rf"(?:[Ll]ast|[Nn]ext|[Tt]his) (?:{_W}|{_M}|week|month|year|decade|century|weekend)(?=$| )"),
    re.compile(rf"{_Y}s(?=$| )"),
    re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}(?=$| )|\d{4}-\d\d-\d\d(?=$| )"),
    re.compile(rf"{_W}s?(?=$| )"),
    re.compile(rf"{_M}(?=$| )"),
    _BARE_YEAR,
)
_BEFORE_YEAR = frozenset("in since until by of during from before after to between early late mid ( around circa".split())


def _measure(words: Sequence[Word], index: int) -> NameSpan | None:
    """Return the number with its unit that begins here; without types where it is doubtful."""
    money = words[index].form in _CURRENCIES
    end = index + money
    while end < len(words) and (_is_number(words[end]) or (end > index and _goes_on(words, end))):
        end += 1
    if end == index + money:
        return None
    if money:
        return NameSpan(index, end, frozenset({"Money"}))
    unit, hyphen = (words[end].form if end < len(words) else ""), False
    if unit == "-" and end + 1 < len(words):
        unit, hyphen = words[end + 1].form, True
    type_ = _TYPE_OF_UNIT.get(unit) or _TYPE_OF_UNIT.get(unit.casefold(), "")
    if type_:
        return NameSpan(index, end + 1 + hyphen, frozenset({type_}))
    if _CLOCK.fullmatch(words[index].form):
        return NameSpan(index, end, frozenset({"Time"}))
    return _cardinal(words, index, end)


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Tell whether a number goes on after its first word: "5 million", "twenty-six"."""
    hyphen = words[index].form == "-" and _is_number(words[index - 1]) and not words[index - 1].space_after
    return words[index].form in _SCALES or (hyphen and index + 1 < len(words) and _is_number(words[index + 1]))


def _is_number(word: Word) -> bool:
    return word.upos == "NUM" and word.xpos == "CD" and bool(re.search(r"\w", word.form)) and "/" not in word.form


def _cardinal(words: Sequence[Word], index: int, end: int) -> NameSpan | None:
    """Return a number that counts the noun after it."""
    number = words[end - 1] if words[end - 1].deprel in {"nummod", "flat", "compound"} else words[index]
    counts = any(
        word.deprel == "nummod" and word.head - 1 >= end and not is_proper(words[word.head - 1]) for word in words[index:end]
    )
    near = [words[i] for i in (index - 1, end) if 0 <= i < len(words)]
    tied = any(is_proper(word) or word.form in {"-", "–", "/", ":"} for word in near) or is_proper(number)
    return NameSpan(index, end, frozenset({"Cardinal"})) if counts and not tied else None


def _ordinal(words: Sequence[Word], index: int) -> NameSpan | None:
    word = words[index]
    if "NumType=Ord" not in word.feats or is_proper(word) or word.upos != "ADJ" or word.deprel != "amod":
        return None
    following = words[index + 1].form.casefold() if index + 1 < len(words) else ""
    if following in {"century", "centuries"}:
        return NameSpan(index, index + 2, frozenset({"Date"}))
    return NameSpan(index, index + 1, frozenset({"Ordinal"}))
