"""Is a text English? If not, what is it?"""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_FUNCTION_WORDS = frozenset(
    (
        *("the", "of", "and", "to", "that", "with", "from", "which", "were", "been", "have", "would", "their", "this", "his"),
        *("said", "they", "by", "are", "it", "its", "not", "as", "who", "than"),
    )
)
"""Words that make up a fifth of English prose, and hardly any of that in another language."""

_ENGLISH_SHARE = 0.1
_FEWEST_WORDS = 20
_LEAST_CONFIDENCE = 0.5
_SLICE = 3_000
_WORD = re.compile(r"[^\W\d_]+")
_NOT_FOREIGN = frozenset({"en", "zxx"})

_NAME_BY_CODE = {
    "af": "Afrikaans", "ar": "Arabic", "arz": "Arabic", "ary": "Arabic", "az": "Azerbaijani", "be": "Belarusian",
    "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish",
    "de": "German", "el": "Greek", "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "ko": "Korean", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "mn": "Mongolian", "ms": "Malay", "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian",
    "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
    "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek",
    "vi": "Vietnamese", "wuu": "Chinese", "yue": "Chinese", "zh": "Chinese",
}  # fmt: skip


def find_foreign_language(text: str) -> str | None:
    """Return the name of the language of ``text``, or nothing if it is English or cannot be told.

    Fewer than 20 words are never called foreign, unless most of their letters are not Latin. Prose with the function words of
    English is known by them at once; the rest is left to py3langid, and believed only if it is sure.

    >>> find_foreign_language("The president met the prime minister, and they talked about it.")
    >>> find_foreign_language("蔡英文總統與安倍晉三首相會談,討論了兩國關係。")
    'Chinese'
    """
    sample = _sample(text)
    is_latin = _is_latin(sample)
    if is_latin and _may_be_english(sample):
        return None
    code, confidence = _identifier().classify(sample)
    if code not in _NOT_FOREIGN and confidence >= _LEAST_CONFIDENCE:
        return _NAME_BY_CODE.get(code, f"another language ({code})")
    return None if is_latin else "another script than Latin"


def _sample(text: str) -> str:
    """Return all of a short text, and the beginning, middle and end of a long one."""
    if len(text) <= 3 * _SLICE:
        return text
    middle = len(text) // 2
    return f"{text[:_SLICE]} {text[middle : middle + _SLICE]} {text[-_SLICE:]}"


def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    latin = sum(char < "\u0250" or "\u1e00" <= char < "\u1f00" for char in letters)
    return 2 * latin >= len(letters)


def _may_be_english(text: str) -> bool:
    words = _WORD.findall(text.casefold())
    return len(words) < _FEWEST_WORDS or sum(word in _FUNCTION_WORDS for word in words) >= _ENGLISH_SHARE * len(words)


@cache
def _identifier() -> "LanguageIdentifier":
    """Load the model once, and only if a text is in doubt: it takes most of a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
