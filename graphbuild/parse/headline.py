"""Headlines: read title case as the prose it stands for."""

import re
from collections.abc import Collection

_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?")
_LEAST_WORDS = 4
_LEAST_SHARE = 0.75
_SHORT = 4
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s*$")


def lower_headline(text: str, names: Collection[str]) -> str:
    """Return a headline in title case with small letters, known names left as they are; any other text as it is.

    The length of the text stays, so that offsets do too.

    >>> lower_headline("Japan Rejects New Ban on Food Imports", {"Japan"})
    'Japan rejects new ban on food imports'
    """
    if not is_headline(text):
        return text
    words = list(_WORD.finditer(text))
    kept = {match.start() for match in words if match.group() in names or match.group().isupper()}
    kept |= {match.start() for match, before in zip(words[1:], words, strict=False) if _continues_name(text, before, match, kept)}
    return _WORD.sub(lambda match: match.group() if match.start() in kept else _lowered(match.group()), text)


def is_headline(text: str) -> bool:
    """Tell whether ``text`` is a line in title case: no full stop, nearly all words longer than three letters capitalized."""
    words = [word for word in _WORD.findall(text) if len(word) >= _SHORT]
    capitalized = sum(word[0].isupper() for word in words)
    return len(words) >= _LEAST_WORDS and not _SENTENCE_END.search(text) and capitalized >= _LEAST_SHARE * len(words)


def _continues_name(text: str, before: re.Match[str], word: re.Match[str], kept: set[int]) -> bool:
    """Tell whether a word is joined to a kept one by a hyphen ("Tsai Ing-wen")."""
    return before.start() in kept and text[before.end() : word.start()] in {"-", "–"}


def _lowered(word: str) -> str:
    lowered = word.lower()
    return lowered if len(lowered) == len(word) else word
