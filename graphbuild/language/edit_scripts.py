"""From a word to its lemma by an edit script, a class that a tagger can choose: how letters are cased, what ending replaces which.

After Chrupała (2006), "Simple data-driven context-sensitive lemmatization", for endings only.
"""

from collections.abc import Callable
from os.path import commonprefix


def make_script(form: str, lemma: str) -> str:
    """Return the script that turns ``form`` into ``lemma``.

    >>> make_script("Ministries", "ministry"), make_script("was", "be"), make_script("Abe", "Abe")
    ('lower|ies|y', 'whole|was|be', 'keep||')
    """
    for name, recase in _RECASINGS.items():
        cased = recase(form)
        shared = len(commonprefix([cased, lemma]))  # noqa: RUF071 - letters are what is compared
        if shared and (name == "lower" or cased == lemma or shared >= len(lemma) / 2):
            return _joined(name, cased[shared:], lemma[shared:])
    return _joined("whole", form.lower(), lemma)


def apply_script(form: str, script: str) -> str | None:
    """Return the lemma, None where the script does not fit: the form has another ending, or nothing would be left."""
    name, ending, replacement = _parted(script)
    if name == "whole":
        return replacement if form.lower() == ending else None
    cased = _RECASINGS[name](form)
    if not cased.endswith(ending) or (len(cased) == len(ending) and not replacement):
        return None
    return cased[: len(cased) - len(ending)] + replacement


def straighten(text: str) -> str:
    r"""Replace typographic quotation marks: scripts are chosen with either kind before their eyes, and lemmas have straight ones.

    >>> straighten("“We’ll”")
    '"We\'ll"'
    """
    return text if text.isascii() else text.translate(_STRAIGHT)


def _joined(name: str, ending: str, replacement: str) -> str:
    return "|".join([name, *(part.replace("\\", "\\b").replace("|", "\\p") for part in (ending, replacement))])


def _parted(script: str) -> list[str]:
    parts = script.split("|")
    return [part.replace("\\p", "|").replace("\\b", "\\") for part in parts] if "\\" in script else parts


def _capitalize(form: str) -> str:
    return form[:1].upper() + form[1:].lower()


_RECASINGS: dict[str, Callable[[str], str]] = {"lower": str.lower, "keep": str, "capital": _capitalize}
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
