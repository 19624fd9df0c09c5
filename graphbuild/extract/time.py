"""Find when: the time expression of a clause, with the preposition that it needs: "since late July", "during World War II"."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from graphbuild.extract.mentions import origin_of, span_of
from graphbuild.extract.names import entity_at
from graphbuild.extract.syntax import RELATIVE_CLAUSES, all_children, children, sentence_of
from graphbuild.model import Quote
from graphbuild.model.labels import ORGANIZATION_LABELS, PERSON_LABELS, PLACE_LABELS, TIME_LABELS

_MOST_STEPS = 4
_BARRIERS = RELATIVE_CLAUSES | {"ccomp", "parataxis", "nsubj"}
_UNMARKED = frozenset({"obl:unmarked", "obl:tmod", "obl:npmod", "nmod:unmarked", "nmod:tmod", "npadvmod"})
_PERIODS = frozenset(
    """
    day night morning afternoon evening weekend week fortnight month quarter season spring summer autumn winter
    year decade century millennium era age period moment term tenure presidency reign
    """.split()
)
_EDGES = frozenset("aftermath beginning close dawn end eve height onset outbreak outset start turn wake".split())
_PLACING = frozenset("after before during following since throughout till until".split()) | {"prior to", "ahead of"}
"""Prepositions that put an event before, behind or around another."""
_KEPT = _PLACING | {"as of", "between", "by", "from", "over", "through", "up to", "within"}
"""Prepositions without which an expression means another time; "in", "on" and "at" say nothing of their own."""
_PURSUING = frozenset("ask go inquire look model name pattern run take".split())
"""Verbs whose "after" is not that of time."""
_NO_EVENTS = PERSON_LABELS | ORGANIZATION_LABELS | PLACE_LABELS
_ADVERBS = frozenset(
    """
    afterward afterwards already currently earlier eventually formerly heretofore hitherto lately later meanwhile now
    nowadays once originally presently previously recently soon subsequently thereafter today tomorrow tonight yesterday
    """.split()
)
_ADJECTIVES = frozenset({"forthcoming", "recent", "upcoming"})
_IN_FRONT = frozenset("early earlier late later mid sometime shortly".split())
_BEHIND = frozenset({"ago", "earlier", "later", "hence"})
_RANGES = frozenset({"to", "until", "till", "through", "and", "-", "–", "—"})
_LOOSE = frozenset({"acl", "advcl", "appos", "cc", "conj", "parataxis", "punct"}) | RELATIVE_CLAUSES


def time_of(trigger: Token) -> Quote | None:
    """Return the time expression that stands nearest below ``trigger`` or a word it depends on, None if there is none."""
    token = trigger
    for _ in range(_MOST_STEPS):
        found = list(_below(token))
        if found:
            return _quote(min(found, key=lambda span: (abs(span.start - trigger.i), span.start)))
        if token.head == token or token.dep_ in _BARRIERS:
            return None
        token = token.head
    return None


def _below(token: Token) -> Iterator[Span]:
    """Yield the time expressions that depend on ``token`` with at most a preposition between."""
    for child in all_children(token):
        for word in (child, *all_children(child)) if child.pos_ == "ADP" else (child,):
            span = _expression(word, governor=token)
            if span is not None:
                yield span


def _expression(word: Token, *, governor: Token) -> Span | None:
    """Return the time expression that ``word`` heads, None if it heads none."""
    if word.ent_type_ in TIME_LABELS:
        ent = entity_at(word)
        return _dated(ent) if ent.root == word else None
    if word.pos_ in {"ADV", "ADJ"}:
        return word.doc[word.left_edge.i : word.i + 1] if _is_time_word(word) else None
    return _phrase(word) if word.pos_ in {"NOUN", "PROPN"} and _is_time_noun(word, governor) else None


def _is_time_word(word: Token) -> bool:
    is_adjective = word.lower_ in _ADJECTIVES or word.lower_.startswith(("pre-", "post-"))
    return is_adjective and word.dep_ == "amod" if word.pos_ == "ADJ" else word.lower_ in _ADVERBS


def _is_time_noun(noun: Token, governor: Token) -> bool:
    """Tell whether a noun says when by its meaning or by its preposition: "this year", "at the end of", "after the election"."""
    words = _prepositions(noun)
    preposition = " ".join(word.lower_ for word in words)
    if not words:
        return noun.dep_ in _UNMARKED and noun.lemma_ in _PERIODS
    if preposition in _PLACING:
        return noun.ent_type_ not in _NO_EVENTS and not (preposition == "after" and governor.lemma_ in _PURSUING)
    is_edge = noun.lemma_ in _EDGES and any(child.dep_ in {"nmod", "prep"} for child in noun.rights)
    return preposition in {"in", "at", "on", "by", "over", "within"} and (noun.lemma_ in _PERIODS or is_edge)


def _phrase(noun: Token) -> Span:
    """Return a noun with what qualifies it, from the preposition on where that is kept, without clauses and appositions."""
    behind = [child.left_edge.i for child in noun.rights if child.dep_ in _LOOSE and child.left_edge.i > noun.i]
    end = min([noun.right_edge.i + 1, *behind])
    words = _prepositions(noun)
    if not words:
        start = noun.left_edge.i
    else:
        is_kept = " ".join(word.lower_ for word in words) in _KEPT
        start = min(words[0].i, noun.left_edge.i) if is_kept else words[-1].i + 1
    while start < noun.i and noun.doc[start].pos_ in {"PUNCT", "CCONJ"}:
        start += 1
    return noun.doc[start:end]


def _dated(ent: Span) -> Span:
    """Return a date with what belongs to it: "since late July", "two days later", "from 2006 to 2007"."""
    doc, start, end = ent.doc, ent.start, ent.end
    while end < len(doc) and doc[end].lower_ in _BEHIND:
        end += 1
    end = _end_of_range(ent, end)
    while start > 0 and doc[start - 1].lower_ in _IN_FRONT:
        start -= 1
    words = _prepositions(ent.root)
    if words and words[0].i < start and " ".join(word.lower_ for word in words) in _KEPT:
        start = words[0].i
    return doc[start:end]


def _end_of_range(ent: Span, end: int) -> int:
    """Return where a range ends that begins with ``ent``: "2006 to 2007", "2005 and 2006"."""
    doc = ent.doc
    if end + 1 >= len(doc) or doc[end].lower_ not in _RANGES:
        return end
    other = doc[end + 2] if doc[end + 1].pos_ == "DET" and end + 2 < len(doc) else doc[end + 1]
    is_range = other.ent_type_ == ent.root.ent_type_ and sentence_of(other).start == sentence_of(ent.root).start
    return entity_at(other).end if is_range else end


def _prepositions(noun: Token) -> list[Token]:
    """Return the words of the preposition over ``noun``, under either scheme of labels."""
    if noun.dep_ == "pobj":
        above = noun.head
        return [above.head, above] if above.dep_ == "prep" and above.head.dep_ == "prep" else [above]
    markers = [child for child in children(noun, {"case"}) if child.i < noun.i]
    return [word for marker in markers for word in (marker, *children(marker, {"fixed"}))]


def _quote(found: Span) -> Quote:
    span = span_of(found)
    return Quote(origin_of(found.doc).slice(span), span)
