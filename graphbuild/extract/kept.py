"""What is found out about a text or a word of it once, and kept with the Doc while its document is read.

The extractors ask the same of the same words: what depends on a verb, what stands under its prepositions, who says what it says.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from spacy.tokens import Doc, Token

T = TypeVar("T")

_PREFIX = "graphbuild.kept:"


def kept_with_doc(find: Callable[[Doc], T]) -> Callable[[Doc], T]:
    """Decorate a function of a Doc whose parse and entities no longer change: what it returns is kept with the Doc."""
    key = _PREFIX + find.__module__ + "." + find.__qualname__

    @wraps(find)
    def kept(doc: Doc) -> T:
        data: dict[str, Any] = doc.user_data
        try:
            found: T = data[key]
        except KeyError:
            found = data[key] = find(doc)
        return found

    return kept


def kept_with_token(find: Callable[[Token], T]) -> Callable[[Token], T]:
    """Decorate a function of a token whose parse and entities no longer change: what it returns is kept with the Doc."""
    key = _PREFIX + find.__module__ + "." + find.__qualname__

    @wraps(find)
    def kept(token: Token) -> T:
        data: dict[str, Any] = token.doc.user_data
        try:
            found: T = data[key][token.i]
        except KeyError:
            found = data.setdefault(key, {})[token.i] = find(token)
        return found

    return kept


def forget_kept(doc: Doc) -> None:
    """Take off ``doc`` what was kept with it, so that it can be changed and written like any other Doc."""
    for key in [key for key in doc.user_data if isinstance(key, str) and key.startswith(_PREFIX)]:
        del doc.user_data[key]
