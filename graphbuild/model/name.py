"""Names in the form in which they are compared."""

import re
import unicodedata
from functools import lru_cache

_ARTICLES = re.compile(r"^(?:the )+(?=.)")
# What NFKD does not take apart, and the apostrophes of different keyboards.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘‛ʼʻʹ′´`", "'"))


@lru_cache(maxsize=1 << 16)
def normalize_name(text: str) -> str:
    """Fold case, accents, dashes, apostrophes, spacing and a leading "the", so that equal names compare equal.

    >>> normalize_name("  The Société   Générale ")
    'societe generale'
    >>> normalize_name("Tsai Ing‑wen’s")
    "tsai ing wen's"
    """
    if text.isascii():
        return _ARTICLES.sub("", " ".join(text.translate(_APOSTROPHES).lower().replace("-", " ").split()))
    # NFKD takes the acute accent that stands for an apostrophe for a space, so translate before.
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    plain = "".join(map(_plain, decomposed))
    # NFKD can produce upper-case letters (from U+211D, say) and apostrophes (from U+0149), so fold again.
    folded = plain.casefold().translate(_APOSTROPHES).translate(_LETTERS)
    return _ARTICLES.sub("", " ".join(folded.split()))


def _plain(char: str) -> str:
    """Return a space for a dash, and nothing for an accent or an invisible character."""
    if unicodedata.combining(char):
        return ""
    category = unicodedata.category(char)
    if category == "Pd":
        return " "
    return "" if category == "Cf" else char
