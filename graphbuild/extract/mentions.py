"""Find what a Doc names: proper names, descriptions, demonyms."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from graphbuild.extract.anaphora import is_pronoun, meant_by
from graphbuild.extract.kept import kept_with_doc, kept_with_token
from graphbuild.extract.names import entity_at, is_common, is_name, names_in
from graphbuild.extract.syntax import POSSESSORS, children, is_plural, sentence_of
from graphbuild.model import ORIGIN_KEY, Mention, MentionKind, Origin, Span
from graphbuild.model.labels import DEMONYM_LABELS, PERSON_LABELS, TIME_LABELS, WORK_LABELS, class_of
from graphbuild.model.portfolios import PORTFOLIOS

_SEAT_LABELS = frozenset({"GPE", "Country", "City", "Government", "Place"})
_PREMODIFIERS = frozenset(
    {
        "amod",
        "compound",
        "nummod",
        "nmod",
        "nmod:desc",
        "nmod:poss",
        "poss",
        "flat",
        "quantmod",
        "obl:unmarked",
        "obl:npmod",
        "npadvmod",
    }
)
_PREMODIFYING = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "PART", "VERB", "SYM", "PUNCT"})
_ARTICLES = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "our", "my", "your", "this", "that", "these", "those", "some", "any"}
)
_SERIES = frozenset({",", "and", "&", "of", "for"})
_JOINED = frozenset({"flat", "conj", "compound"})
_HYPHENS = frozenset({"-", "–", "—", "/"})
_MOST_STEPS = 4
_MOST_PREMODIFIERS = 12
"""Longer noun phrases are lists, tables and debris."""
_EDGES = frozenset({"DET", "PUNCT", "SPACE", "CCONJ"})


class Place(NamedTuple):
    """First token, end and head of a mention."""

    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of a Doc, found by the token that heads them."""

    by_token: dict[int, Mention]
    doc: Doc
    places: dict[Mention, Place]

    def find(self, token: Token) -> Mention | None:
        """Return what ``token`` is the head of (or, within a name, a part of), None if it names nothing.

        What a pronoun stands for may be a token of another paragraph.
        """
        by_token = self.by_token if token.doc is self.doc else mentions_of(token.doc).by_token
        return by_token.get(token.i) or (_pronoun(token) if is_pronoun(token) else None)

    def __iter__(self) -> Iterator[Mention]:
        """Yield the mentions once each, in order."""
        # Places decide nearly always, and are compared faster than mentions.
        yield from sorted(set(self.by_token.values()), key=lambda mention: (mention.span.start, mention.span.end, mention))


def origin_of(doc: Doc) -> Origin:
    """Return where ``doc`` comes from; a Doc made by hand is its own document."""
    origin = doc.user_data.get(ORIGIN_KEY)
    if not isinstance(origin, Origin):
        origin = doc.user_data[ORIGIN_KEY] = Origin("-", doc.text)
    return origin


@kept_with_doc
def mentions_of(doc: Doc) -> Mentions:
    """Return the mentions of ``doc``."""
    places: dict[Mention, Place] = {}
    names = _names(doc, places)
    found = dict(_descriptions(doc, places)) | names
    return Mentions(found | {token.i: names[name.i] for token, name in _titled(doc) if name.i in names}, doc, places)


def _titled(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Yield each title whose holder's name the parse hangs on it, with the name: the clause is about Ann Roe in "lawmaker Ann Roe"."""
    for name in doc:
        if name.dep_ == "flat" and name.ent_type_ in PERSON_LABELS and name.i > name.head.i and is_common(name.head):
            yield name.head, name


def forget_origin(doc: Doc) -> None:
    """Take off ``doc`` where it comes from, so that it can be written like any other Doc."""
    doc.user_data.pop(ORIGIN_KEY, None)


def span_of(tokens: DocSpan | Token) -> Span:
    """Return the characters of the document that ``tokens`` stand for."""
    doc = tokens.doc
    if isinstance(tokens, Token):
        return origin_of(doc).span(tokens.idx, tokens.idx + len(tokens))
    return origin_of(doc).span(tokens.start_char, tokens.end_char)


def make_mention(tokens: DocSpan, *, label: str = "", kind: MentionKind, head: Token, modifiers: tuple[str, ...] = ()) -> Mention:
    """Return the mention that ``tokens`` make, named by its words without article and possessive clitic."""
    return _mention(_trimmed(tokens) or tokens, label=label, kind=kind, head=head, modifiers=modifiers)


def _mention(tokens: DocSpan, *, label: str, kind: MentionKind, head: Token, modifiers: tuple[str, ...]) -> Mention:
    span = span_of(tokens)
    words = " ".join(tokens.text.split())
    return Mention(
        span=span,
        text=origin_of(tokens.doc).slice(span),
        label=label,
        kind=kind,
        name=words,
        head=head.lemma_.lower(),
        modifiers=modifiers,
    )


@kept_with_token
def named_modifiers(noun: Token) -> Sequence[Token]:
    """Return the heads of the names and demonyms that qualify ``noun`` from the left: possessors, adjectives, compounds.

    What qualifies a modifier counts too, so many steps down.
    """
    return tuple(_named_modifiers(noun, _MOST_STEPS))


def _named_modifiers(noun: Token, depth: int) -> list[Token]:
    found = [child for child in children(noun, _PREMODIFIERS) if child.i < noun.i]
    below = [child for child in found if child.dep_ not in POSSESSORS] if depth else []
    deeper = [token for child in below for token in _named_modifiers(child, depth - 1)]
    own = [child for child in found if is_name(child) and not _same_name(child, noun)]
    joined = [other for child in own for other in children(child, _JOINED) if _is_joined(other, child) and other.i < noun.i]
    return sorted({*own, *joined, *deeper}, key=lambda token: token.i)


def _is_joined(token: Token, name: Token) -> bool:
    """Tell whether a name of its own is joined to another by a hyphen: Uganda in "the Kenya-Uganda agreement"."""
    return is_name(token) and not _same_name(token, name) and token.i > 1 and token.nbor(-1).text in _HYPHENS


def _same_name(token: Token, other: Token) -> bool:
    """Tell whether two tokens stand in one entity."""
    first, last = sorted((token.i, other.i))
    return all(between.ent_iob_ == "I" for between in token.doc[first + 1 : last + 1])


@kept_with_token
def _pronoun(token: Token) -> Mention | None:
    """Return the one thing that a pronoun stands for; else the pronoun itself, which is no thing of the text's."""
    meant = meant_by(token)
    if len(meant) == 1 and meant != [token]:
        return mentions_of(token.doc).find(meant[0])
    return make_mention(DocSpan(token.doc, token.i, token.i + 1), kind=MentionKind.PRONOUN, head=token)


def _names(doc: Doc, places: dict[Mention, Place]) -> dict[int, Mention]:
    found: dict[int, Mention] = {}
    for ent in names_in(doc):
        tokens = _trimmed(ent)
        if not tokens:
            continue
        is_demonym = _is_demonym(ent)
        mention = _mention(
            tokens,
            label="" if is_demonym else class_of(ent.label_),
            kind=MentionKind.DEMONYM if is_demonym else MentionKind.NAME,
            head=ent.root,
            modifiers=_texts(named_modifiers(ent.root)),
        )
        found |= {token.i: mention for token in ent}
        places[mention] = Place(tokens.start, tokens.end, ent.root.i)
    return found


def _is_demonym(ent: DocSpan) -> bool:
    """Tell whether a name is that of a nationality or the like, rather than of people: "Democratic", not "the Democrats"."""
    is_people = ent.root.pos_ in {"NOUN", "PROPN"} and is_plural(ent.root)
    return ent.label_ == "Demonym" or (ent.label_ in DEMONYM_LABELS and not is_people)


def _descriptions(doc: Doc, places: dict[Mention, Place]) -> Iterator[tuple[int, Mention]]:
    for token in doc:
        if token.pos_ in {"NOUN", "PROPN"} and is_common(token) and token.is_alpha:
            kind = (
                MentionKind.NAME
                if token.pos_ == "PROPN"
                and token.text[0].isupper()
                and token.i != sentence_of(token).start
                and not _is_field(token)
                else MentionKind.DESCRIPTION
            )
            place = _place_behind(token)
            tokens = _trimmed(DocSpan(doc, _start(token), place.end if place is not None else token.i + 1))
            if tokens:
                names = [*named_modifiers(token), *([place.root] if place is not None else [])]
                mention = _mention(tokens, label="", kind=kind, head=token, modifiers=_texts(names))
                places[mention] = Place(tokens.start, tokens.end, token.i)
                yield token.i, mention


def _is_field(token: Token) -> bool:
    """Tell whether a capitalized word is what a post is for and no name: "Science" in "Minister of Education, Science and Sport"."""
    return token.text in PORTFOLIOS and token.i > 0 and token.nbor(-1).lower_ in _SERIES


def _place_behind(noun: Token) -> DocSpan | None:
    """Return the place that follows a noun right away under "of" or "in": "officials in Tokyo", "people of Taiwan"."""
    doc, at = noun.doc, noun.i + 1
    if at >= len(doc) or doc[at].lower_ not in {"of", "in"}:
        return None
    at += 1
    while at < len(doc) and doc[at].pos_ == "DET":
        at += 1
    is_place = at < len(doc) and doc[at].ent_iob_ == "B" and doc[at].ent_type_ in _SEAT_LABELS
    return entity_at(doc[at]) if is_place else None


def _start(noun: Token) -> int:
    """Return where a noun phrase without its determiner starts: its unbroken premodifiers."""
    start, edge = noun.i, noun.left_edge.i
    while start > max(edge, noun.i - _MOST_PREMODIFIERS) and _is_premodifier(noun.doc[start - 1], noun):
        start -= 1
    if _is_date_before(noun.doc[start], noun):
        start += 1
    # A name with small words in it is whole: "the Socialist Party of Chile's secretary".
    return entity_at(noun.doc[start]).start if is_name(noun.doc[start]) else start


def _is_date_before(token: Token, noun: Token) -> bool:
    """Tell whether a year stands before a phrase that it is no part of: "In 2014 Russian submarines"."""
    is_year = token.i < noun.i and token.ent_type_ in TIME_LABELS and token.i > 0
    return is_year and token.nbor(-1).pos_ == "ADP" and is_plural(noun)


def _is_premodifier(token: Token, noun: Token) -> bool:
    if token.lower_ in {"pro", "anti"}:
        return True
    if token.pos_ not in _PREMODIFYING or token.lower_ in {"including", "such", "then", ")"}:
        return False
    return token.dep_ != "cop" and sentence_of(token).start == sentence_of(noun).start


def _texts(tokens: Iterable[Token]) -> tuple[str, ...]:
    return tuple(_trimmed(entity_at(token)).text for token in tokens if is_name(token))


def _trimmed(tokens: DocSpan) -> DocSpan:
    """Drop articles, possessive clitics and punctuation from the edges."""
    start, end = tokens.start, tokens.end
    doc = tokens.doc
    while (
        start < end and (doc[start].pos_ in _EDGES or doc[start].lower_ in _ARTICLES) and not _is_part_of_title(doc[start], end)
    ):
        start += 1
    while start < end and (doc[end - 1].pos_ in _EDGES or doc[end - 1].lower_ in {"'s", "’s", "'", "’"}):
        end -= 1
    return tokens if (start, end) == (tokens.start, tokens.end) else DocSpan(doc, start, end)


def _is_part_of_title(token: Token, end: int) -> bool:
    """Tell whether an article opens the title of a work ("The Economist" does not; it is trimmed like "the Senate")."""
    return token.ent_type_ in WORK_LABELS and token.is_title and token.i + 1 < end
