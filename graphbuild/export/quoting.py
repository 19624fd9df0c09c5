"""How the text formats of RDF quote."""

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF)
_ESCAPES = {code: f"\\u{code:04X}" for code in _CONTROLS} | str.maketrans(
    {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
)


def quote(text: str) -> str:
    r"""Return ``text`` as a literal on one line that no character of it can end.

    >>> print(quote('He said "no"'))
    "He said \"no\""
    """
    return f'"{text.translate(_ESCAPES)}"'
