"""Which characters a text may hold, and what becomes of the others."""

import re

_OTHER_LINE_ENDS = re.compile("[\v\f\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]+")


def clean_text(text: str) -> str:
    r"""Return ``text`` as it may stand in a document.

    Every kind of line end becomes ``\n`` (a page break counts as one); control characters, stray byte order marks,
    noncharacters and lone surrogates become spaces, one for one. All else is kept, right-to-left text and its marks included.

    >>> clean_text("Tsai\x07met\r\nAbe\fin Tokyo")
    'Tsai met\nAbe\nin Tokyo'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _OTHER_LINE_ENDS.sub("\n", text)
    return _NOT_TEXT.sub(lambda match: " " * len(match[0]), text)


def clean_line(text: str) -> str:
    r"""Return ``text`` as one clean line, for titles and names.

    >>> clean_line(" Tsai\tmeets\nAbe ")
    'Tsai meets Abe'
    """
    return " ".join(clean_text(text).split())
