"""Titles before names: "Taiwanese President Tsai Ing-wen", "former Minister of Finance Shoichi Nakagawa"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from graphbuild.extract.anaphora import meant_by
from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import make_mention, mentions_of
from graphbuild.extract.names import entity_at, is_name, may_name_post, names_in
from graphbuild.extract.relation import make_predicate, relate
from graphbuild.extract.roles import FORMER
from graphbuild.extract.syntax import POSSESSORS, has_feature, is_plural
from graphbuild.model import Factuality, Mention, MentionKind, RelationMention
from graphbuild.model.labels import PERSON_LABELS
from graphbuild.model.portfolios import PORTFOLIOS

_NAME = "title.v1"
_CONFIDENCE = 0.85
_JOINERS = frozenset({"of", "for", "and", "to", "-", ",", "the", "&"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_SERIES = frozenset({",", "and", "&", "or"})
_RANKS = frozenset("attorney chief deputy executive federal first foreign general permanent prime senior supreme vice".split())
"""Adjectives of posts: "chief justice", "foreign minister"."""
_MOST_WORDS = 12


@extractors.register(_NAME)
def extract_titles(doc: Doc) -> Iterator[RelationMention]:
    """Yield the title before each person's name, and the country or body whose title it is.

    Works on the order of words rather than on the parse: titles are a fixed pattern on which parsers disagree.
    """
    for ent in doc.ents:
        if ent.label_ in PERSON_LABELS:
            title = _title_before(ent)
            if title is not None:
                for name in _titled(ent, title):
                    yield from _read(name, title)


def _title_before(name: Span) -> Span | None:
    """Return the words of the title that ends where ``name`` starts, None if there is none."""
    doc, start = name.doc, name.start
    first = name.sent.start
    own = (token for token in reversed(doc[max(first, name.start - _MOST_WORDS) : name.start]) if may_name_post(token))
    last = next((token for token in own if token.lower_ not in _JOINERS | _POSSESSIVE), None)
    is_capitalized = last is not None and last.text[:1].isupper()
    while start > first and name.start - start < _MOST_WORDS and _continues(doc[start - 1], is_capitalized=is_capitalized):
        start -= 1
    while start < name.start and (doc[start].lower_ in _JOINERS | _POSSESSIVE or doc[start].pos_ == "DET"):
        start += 1
    title = doc[start : name.start]
    if title and title[-1].lower_ in _JOINERS:
        return None
    return title if any(token.pos_ in {"NOUN", "PROPN"} and may_name_post(token) for token in title) else None


def _continues(token: Token, *, is_capitalized: bool) -> bool:
    """Tell whether a title may go on to the left with ``token``; one that is capitalized has no small words but joiners."""
    if not may_name_post(token):
        return is_name(token) and token.ent_type_ not in PERSON_LABELS
    if token.lower_ in FORMER or token.lower_ in _POSSESSIVE:
        return True
    if token.lower_ in _JOINERS:
        follows = token.i + 1 < len(token.doc) and token.nbor(1).text[:1].isupper()
        return follows and (token.text != "," or (token.i > 0 and {token.nbor(-1).text, token.nbor(1).text} <= PORTFOLIOS))
    is_own = token.pos_ != "ADJ" or token.lower_ in _RANKS
    return token.pos_ in {"PROPN", "NOUN", "ADJ"} and (token.text[:1].isupper() or (is_own and not is_capitalized))


def _titled(name: Span, title: Span) -> Iterator[Span]:
    """Yield the persons with one title: more than one if it is in the plural, "deputies A and B"."""
    yield name
    head = _head(title)
    if head is None or not is_plural(head):
        return
    end = name.end
    for other in name.sent.ents:
        if other.start > end and other.label_ in PERSON_LABELS:
            if not all(token.lower_ in _SERIES for token in name.doc[end : other.start]):
                return
            yield other
            end = other.end


def _read(name: Span, title: Span) -> Iterator[RelationMention]:
    mentions = mentions_of(name.doc)
    holder = mentions.find(name.root)
    head = _head(title)
    if holder is None or head is None:
        return
    inner = list(names_in(title))
    before = name.doc[max(0, title.start - 2) : title.start].text.casefold()
    is_former = any(token.lower_ in FORMER for token in title) or title.text.casefold().startswith("ex-") or before == "ex-"
    modifiers = ("former",) if is_former else ()
    role = _role(title, head, inner)
    predicate = make_predicate([head], lemma=head.lemma_.lower(), pos="TITLE", modifiers=modifiers)
    asserted = Factuality.ASSERTED
    yield relate(holder, predicate, role, trigger=head, extractor=_NAME, confidence=_CONFIDENCE, factuality=asserted)
    for owner in (*(owner.root for owner in inner), *_owners_around(name, title)):
        mention = mentions.find(owner)
        if mention is not None and mention.span != holder.span:
            own = make_predicate(
                [head],
                lemma=role.name.lower(),
                pos="ROLE",
                noun=head.lemma_.lower(),
                preposition="to" if _is_sent_to(owner) else "of",
                modifiers=modifiers,
            )
            yield relate(holder, own, mention, trigger=head, extractor=_NAME, confidence=_CONFIDENCE, factuality=asserted)


def _is_sent_to(owner: Token) -> bool:
    """Tell whether a name in a title is where its holder is sent: Kenya in "ambassador to Kenya"."""
    start = entity_at(owner).start
    before = [token.lower_ for token in owner.doc[max(0, start - 2) : start] if token.pos_ != "DET"]
    return before[-1:] == ["to"]


def _owners_around(name: Span, title: Span) -> Iterator[Token]:
    """Yield whose title it is by the words around it: "her adviser X", "Ana's brother X", "President X of Togo"."""
    doc = name.doc
    before = next((token for token in reversed(doc[max(0, title.start - 3) : title.start]) if token.lower_ not in FORMER), None)
    if before is not None and before.sent.start == title.sent.start:
        if has_feature(before, "Poss", "Yes") or before.dep_ in POSSESSORS:
            yield from meant_by(before)
        elif before.lower_ in _POSSESSIVE and before.i and is_name(before.nbor(-1)):
            yield entity_at(before.nbor(-1)).root
    at = name.end + 1
    if at < len(doc) and doc[at - 1].lower_ == "of":
        at += at + 1 < len(doc) and doc[at].pos_ == "DET"
        if is_name(doc[at]):
            yield entity_at(doc[at]).root


def _head(title: Span) -> Token | None:
    """Return the role noun: the last noun before an "of", else the last one."""
    before_of = next((token.i for token in title if token.lower_ in {"of", "for", "to"}), title.end)
    nouns = [token for token in title if token.i < before_of and token.pos_ in {"NOUN", "PROPN"} and may_name_post(token)]
    return nouns[-1] if nouns else None


def _role(title: Span, head: Token, owners: list[Span]) -> Mention:
    start = head.i
    while start > title.start and _is_own_word(title.doc[start - 1]):
        start -= 1
    end = title.end
    return make_mention(
        title.doc[start:end],
        label="Role",
        kind=MentionKind.ROLE,
        head=head,
        modifiers=tuple(owner.text for owner in owners),
    )


def _is_own_word(token: Token) -> bool:
    return token.pos_ in {"PROPN", "NOUN", "ADJ"} and may_name_post(token) and token.lower_ not in FORMER
