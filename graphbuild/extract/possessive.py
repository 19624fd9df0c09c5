"""Possessives and demonyms before a name: "Japan's Self-Defense Forces", "Taiwan's ruling DPP", "the Chinese Coast Guard"."""

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Doc, Token

from graphbuild.extract.anaphora import is_pronoun, meant_by
from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import Mentions, make_mention, mentions_of, named_modifiers
from graphbuild.extract.names import entity_at, is_common, is_name, titled_person
from graphbuild.extract.relation import make_predicate, relate
from graphbuild.extract.syntax import POSSESSORS, children, conjuncts, is_plural, obliques
from graphbuild.model import Factuality, Mention, MentionKind, RelationMention
from graphbuild.model.labels import PERSON_LABELS

_NAME = "possessive.v1"
_CONFIDENCE = 0.7
POSSESSIVE = "'s"
_HYPHENS = frozenset({"-", "–", "‑"})
_JOINED = frozenset(
    """
    accord alliance bloc brotherhood coalition confederation federation front guild league movement party union unions
    """.split()
)
"""What bodies are called that have members rather than a staff: "Ana Reed of the Miners' Union" is among them."""
_OWNING = frozenset({"of", "at", "within"})
_PARTITIVE = frozenset({"of"})
_WITHIN = "in"
_SENDING = frozenset({"for", "from"})
_ACTS = frozenset({"opposition", "resistance"})
"""What is people only where nobody is said to be the one that it comes from."""
_QUALIFYING = frozenset({"ADJ", "NOUN", "VERB", "PROPN"})
_MOST_QUALIFIERS = 4
_STATUS = frozenset({"ruling", "governing", "opposition"})
_CLITICS = frozenset({"'s", "’s", "'", "’"})
_BODY_LABELS = frozenset({"GovernmentBody", "MilitaryForce"})
_ONE_IN_PLURAL = frozenset({"police", "customs"})


@extractors.register(_NAME)
def extract_possessives(doc: Doc) -> Iterator[RelationMention]:
    """Yield whose each named thing is, and what the adjectives between say ("ruling", "opposition").

    The predicate's phrase is "'s" for whose, the adjective itself (ADJ) for the rest; what it means depends on the types of both.
    """
    mentions = mentions_of(doc)
    for mention, head in _heads(mentions):
        for form, owner in dict.fromkeys(_owned(mention, head, mentions)):
            is_member = head.ent_type_ in PERSON_LABELS and not _JOINED.isdisjoint(owner.name.casefold().split())
            yield from _read(mention, head, "among" if is_member else form, owner)


def _heads(mentions: Mentions) -> Iterator[tuple[Mention, Token]]:
    for mention, place in sorted(mentions.places.items(), key=lambda item: item[1]):
        head = mentions.doc[place.head]
        # A title's owner is read with the title.
        if mention.kind in {MentionKind.NAME, MentionKind.DESCRIPTION} and (is_name(head) or titled_person(head) is None):
            yield mention, head


def _described(head: Token) -> str:
    """Return the form of a description: there may be one of it, "the Kenyan navy", or there are several, "Kenyan troops"."""
    return "several" if is_plural(head) and head.lower_ not in _ONE_IN_PLURAL else "whose"


def _owned(mention: Mention, head: Token, mentions: Mentions) -> Iterator[tuple[str, Mention]]:
    """Yield what a thing belongs to, with the form that says so."""
    is_named = mention.kind is MentionKind.NAME
    possessors = _possessors(head)
    is_person = head.ent_type_ in PERSON_LABELS
    if is_named and not is_person:
        possessors = list(dict.fromkeys([*possessors, *_owner_by_order(head)]))
    for token in _right_before(head, possessors) if is_person else possessors:
        yield from _found(POSSESSIVE if is_named else _described(head), token, mentions)
    for phrase in obliques(head):
        if phrase.preposition in (_OWNING if is_named else _PARTITIVE) and (is_name(head) or not is_named):
            form = "at" if phrase.preposition == "at" and not is_person else "of"
            yield from _found(form if is_named else f"{_described(head)} of", phrase.noun, mentions)
        elif phrase.preposition == _WITHIN and is_name(phrase.noun):
            yield from _found(_WITHIN, phrase.noun, mentions)
        elif phrase.preposition in _SENDING and is_name(phrase.noun) and (is_person or not (is_named or head.lemma_ in _ACTS)):
            yield from _found("()" if is_person else f"{_described(head)} {phrase.preposition}", phrase.noun, mentions)
    if is_name(head):
        yield from _bracketed(head, mentions)
        yield from _within_name(head)


def _found(form: str, token: Token, mentions: Mentions) -> Iterator[tuple[str, Mention]]:
    owner = mentions.find(token)
    if owner is not None:
        yield form, owner


def _possessors(head: Token) -> list[Token]:
    """Return whose ``head`` is: the names before it, and what pronouns stand for."""
    possessors = children(head, POSSESSORS)
    pronouns = [token for possessor in possessors if is_pronoun(possessor) for token in meant_by(possessor)]
    names = [token for token in named_modifiers(head) if not _is_compounded(token) and not _is_of_others(token, head)]
    return list(dict.fromkeys([*names, *pronouns]))


def _is_of_others(token: Token, head: Token) -> bool:
    """Tell whether a name qualifies others of the kind: "Japanese and U.S. forces" are two, and the latter are not Japan's."""
    if head.ent_type_ == "" or not is_plural(head):
        return False
    inside = entity_at(head)
    return token.i < inside.start and any(inside.start <= item.i < inside.end for item in conjuncts(token))


def _right_before(head: Token, possessors: list[Token]) -> list[Token]:
    """Return the possessor right before a person's name; one before a title is the title's: "Kenya's foreign minister X"."""
    doc, start = head.doc, entity_at(head).start
    is_possessed = start > 1 and doc[start - 1].lower_ in _CLITICS
    return [token for token in possessors if is_possessed and entity_at(token).end in {start - 1, start}]


def _bracketed(head: Token, mentions: Mentions) -> Iterator[tuple[str, Mention]]:
    """Read the name in brackets behind a name: "Jimena Ruiz (Mexico)"."""
    doc, end = head.doc, entity_at(head).end
    if end + 1 < len(doc) and doc[end].text == "(" and is_name(doc[end + 1]):
        name = entity_at(doc[end + 1])
        if name.end < len(doc) and doc[name.end].text in {")", ","}:
            yield from _found("()", name.root, mentions)


def _within_name(head: Token) -> Iterator[tuple[str, Mention]]:
    """Read whose a body is from what it is called, if that says so: "Kenya's parliament"."""
    name = entity_at(head)
    clitic = next((token.i for token in name[1:-1] if token.lower_ in _CLITICS), None)
    if clitic is not None and head.ent_type_ in _BODY_LABELS:
        words = name.doc[name.start : clitic]
        yield POSSESSIVE, make_mention(words, kind=MentionKind.DEMONYM, head=words[-1])


def _is_compounded(token: Token) -> bool:
    """Tell whether a name is the first half of a compound, which says something else than whose: "Lebanon-based"."""
    return token.i + 1 < len(token.doc) and token.nbor(1).text in _HYPHENS


def _read(mention: Mention, head: Token, form: str, owner: Mention) -> Iterator[RelationMention]:
    if mention.span == owner.span:
        return
    whose = make_predicate([head], lemma=form, pos="AFFIX")
    asserted = Factuality.ASSERTED
    yield relate(mention, whose, owner, trigger=head, extractor=_NAME, confidence=_CONFIDENCE, factuality=asserted)
    for word in _qualifiers(head) if form in {POSSESSIVE, _WITHIN} and is_name(head) else ():
        adjective = make_predicate([word], lemma=word.lower_, pos="ADJ")
        yield relate(mention, adjective, owner, trigger=head, extractor=_NAME, confidence=_CONFIDENCE, factuality=asserted)


def _qualifiers(head: Token) -> list[Token]:
    """Return the common words right before a name: "ruling" in "Tanzania's ruling Ujamaa Front"."""
    doc, start = head.doc, entity_at(head).start
    first = max(head.sent.start, start - _MOST_QUALIFIERS)
    words = takewhile(lambda token: token.is_alpha and token.pos_ in _QUALIFYING and is_common(token), reversed(doc[first:start]))
    return list(words)[::-1]


def _owner_by_order(head: Token) -> list[Token]:
    """Return the name that stands before such words, which a parser may take for the noun that it belongs to."""
    words = _qualifiers(head)
    at = words[0].i - 1 if words and words[-1].lower_ in _STATUS else -1
    if at > 0 and head.doc[at].lower_ in _CLITICS:
        at -= 1
    elif at >= 0 and head.doc[at].pos_ != "ADJ":
        return []
    return [entity_at(head.doc[at]).root] if at >= head.sent.start and is_name(head.doc[at]) else []
