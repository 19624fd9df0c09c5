"""XML for the graph editors: any text can stand in it, and equal values give equal bytes."""

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"

Value = str | int | float


def clean(text: str) -> str:
    """Return ``text`` with a replacement mark for each character that XML does not allow."""
    return _FORBIDDEN.sub(_REPLACEMENT, text)


def tag(name: str, **attributes: Value) -> str:
    """Return an opening tag."""
    return f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"


def element(name: str, content: Value | None = None, **attributes: Value) -> str:
    """Return an element that holds a text, or nothing."""
    opening = tag(name, **attributes)
    return f"{opening[:-1]}/>" if content is None else f"{opening}{escape(clean(str(content)))}</{name}>"


def _attribute(name: str, value: Value) -> str:
    return f" {name}={quoteattr(clean(str(value)))}"
