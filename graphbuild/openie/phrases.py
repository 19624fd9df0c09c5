"""The words of a phrase, given its head: as many as belong to it, without what is said in passing."""

from collections.abc import Callable, Collection, Iterable
from itertools import pairwise

from spacy.tokens import Token

from graphbuild.extract.syntax import children

_QUOTES = frozenset({"``", "''", "`", '"', "“", "”", "‘", "’"})
_CLOSING = {"''": "``", "”": "“", "’": "‘"}
_JOINING = frozenset({"-", "–", "/"})
_LOOSE_ENDS = frozenset({",", ".", ";", ":", "--", "—", "-", "and", "or", "but", "?", "!"})
_BESIDE_A_PREDICATE = frozenset(
    "nsubj nsubj:pass nsubj:outer csubj csubj:outer cop aux mark expl discourse vocative advcl ccomp obl obl:tmod parataxis".split()
)
_COORDINATION = frozenset({"conj", "cc", "cc:preconj"})
_ASIDES = frozenset({"appos", "acl", "acl:relcl"})


def noun_phrase(head: Token, *, alone: bool = False, without: Collection[Token] = ()) -> tuple[Token, ...]:
    """Return the words of the phrase that ``head`` heads, clauses and appositions behind a comma left out.

    ``alone`` leaves out what it is coordinated with; ``without`` are the heads of other parts to leave out, its preposition say.
    """
    is_predicate = bool(children(head, {"cop", "nsubj"}))

    def belongs(child: Token) -> bool:
        if child in without or child.dep_ == "parataxis" or (child.dep_ in _ASIDES and is_aside(child)):
            return False
        if child.head != head:
            return True
        if is_predicate and (child.dep_ in _BESIDE_A_PREDICATE or _is_clause(child)):
            return False
        return not (alone and child.dep_ in _COORDINATION) and not (head.dep_ == "conj" and child.dep_ == "cc")

    return _trimmed(_below(head, belongs))


def clause_phrase(head: Token, *, without: Collection[Token] = ()) -> tuple[Token, ...]:
    """Return all the words of the clause that ``head`` heads, save the parts headed by ``without``."""
    return _trimmed(_below(head, lambda child: child not in without))


def is_aside(token: Token) -> bool:
    """Tell whether a comma, a dash or a bracket sets off the phrase of ``token`` from what stands before it."""
    first = token.left_edge
    if _sets_off(first):
        return True
    return first.i > first.sent.start and _sets_off(first.nbor(-1))


def text_of(words: Iterable[Token]) -> str:
    """Return words as they are written, a space where some between them were left out."""
    written = list(words)
    pieces = [_spaced(word, after) for word, after in pairwise([*written, None]) if word is not None]
    return " ".join("".join(pieces).split())


def _spaced(word: Token, after: Token | None) -> str:
    is_next = after is not None and after.i == word.i + 1
    return word.text_with_ws if is_next else f"{word.text} "


def _is_clause(token: Token) -> bool:
    return token.dep_ == "conj" and (token.pos_ in {"VERB", "AUX"} or bool(children(token, {"cop", "nsubj"})))


def _sets_off(token: Token) -> bool:
    return token.is_punct and token.text not in _QUOTES | _JOINING


def _below(head: Token, belongs: Callable[[Token], bool]) -> list[Token]:
    found, waiting = [], [head]
    while waiting:
        word = waiting.pop()
        found.append(word)
        waiting += [child for child in word.children if belongs(child)]
    return sorted(found, key=lambda word: word.i)


def _trimmed(words: list[Token]) -> tuple[Token, ...]:
    start, end = 0, len(words)
    while start < end and words[start].lower_ in _LOOSE_ENDS:
        start += 1
    while start < end and (words[end - 1].lower_ in _LOOSE_ENDS or _closes_nothing(words, end - 1)):
        end -= 1
    return tuple(words[start:end])


def _closes_nothing(words: list[Token], last: int) -> bool:
    """Tell whether the word at ``last`` is a closing quotation mark whose opening one is not among ``words``."""
    opening = _CLOSING.get(words[last].text)
    return opening is not None and all(word.text != opening for word in words[:last])
