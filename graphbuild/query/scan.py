"""What a SPARQL query says outside its strings, IRIs and comments."""

import re
from collections.abc import Collection

_OPAQUE = re.compile(
    r'''
      """ (?: [^"\\] | \\. | "(?!"") )* """
    | \'\'\' (?: [^'\\] | \\. | '(?!'') )* \'\'\'
    | " (?: [^"\\\n\r] | \\. )* "
    | ' (?: [^'\\\n\r] | \\. )* '
    | < [^<>"{}|^`\\\x00-\x20]* >
    | \# [^\n\r]*
    ''',
    re.VERBOSE | re.DOTALL,
)
_PREFIX = r"(?P<prefix>[^\W\d_](?:[\w.-]*[\w-])?)?:"
_DECLARATION = re.compile(rf"\bPREFIX\s+{_PREFIX}", re.IGNORECASE)
_NAME = re.compile(rf"(?<![\w?$@:.-]){_PREFIX}")
_SERVICE = re.compile(r"(?<![\w?$@:-])SERVICE(?!\w)", re.IGNORECASE)
_FIRST_WORD = re.compile(rf"\s*(?:(?:PREFIX\s+{_PREFIX}|BASE\b)\s*)*(?P<word>\w+)", re.IGNORECASE)


def blank_opaque(query: str) -> str:
    """Return ``query`` with strings, IRIs and comments blanked out, and all else where it was.

    >>> blank_opaque("ASK { <a:b> ?p 'SERVICE' }")
    'ASK {       ?p           }'
    """
    return _OPAQUE.sub(lambda match: re.sub(r"[^\n\r]", " ", match.group()), query)


def asks_another_server(query: str) -> bool:
    """Tell whether a query has a SERVICE clause.

    Oxigraph reads ``SERVICE:x`` as a keyword and a name, so this does too.
    """
    return _SERVICE.search(blank_opaque(query)) is not None


def first_word(query: str) -> str:
    """Return the word that a query begins with after its prefixes, in capitals; empty if there is none."""
    match = _FIRST_WORD.match(blank_opaque(query))
    return match["word"].upper() if match else ""


def find_undeclared_prefix(query: str, known: Collection[str]) -> str | None:
    """Return the first prefix that neither the query declares nor ``known`` holds."""
    plain = blank_opaque(query)
    declared = {match["prefix"] or "" for match in _DECLARATION.finditer(plain)}
    used = (match["prefix"] or "" for match in _NAME.finditer(plain))
    return next((prefix for prefix in used if prefix not in declared and prefix not in known), None)
