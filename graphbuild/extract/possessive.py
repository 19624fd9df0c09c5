"""Possessives and demonyms before a name: "Japan's Self-Defense Forces", "Taiwan's ruling DPP", "the Chinese Coast Guard"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graphbuild.extract.coreference import antecedent_of
from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import Mentions, mentions_of, named_modifiers
from graphbuild.extract.names import is_common, is_name, names_in
from graphbuild.extract.relation import make_predicate, relate
from graphbuild.extract.syntax import POSSESSORS, children, obliques
from graphbuild.model import Factuality, Mention, MentionKind, RelationMention

_NAME = "possessive.v1"
_CONFIDENCE = 0.7
POSSESSIVE = "'s"
_HYPHENS = frozenset({"-", "–", "‑"})
_OWNING = frozenset({"of", "at", "within"})


@extractors.register(_NAME)
def extract_possessives(doc: Doc) -> Iterator[RelationMention]:
    """Yield whose each named thing is, and what the adjectives between say ("ruling", "opposition").

    The predicate's phrase is "'s" for whose, the adjective itself (ADJ) for the rest; what it means depends on the types of both.
    """
    mentions = mentions_of(doc)
    for mention, head in _heads(mentions):
        for owner in _owners(head, mentions):
            yield from _read(mention, head, owner)


def _heads(mentions: Mentions) -> Iterator[tuple[Mention, Token]]:
    seen = set()
    root_at = {token.i: ent.root for ent in names_in(mentions.doc) for token in ent}
    for index in sorted(mentions.by_token):
        mention = mentions.by_token[index]
        if mention not in seen and mention.kind is MentionKind.NAME:
            seen.add(mention)
            yield mention, root_at.get(index, mentions.doc[index])


def _owners(head: Token, mentions: Mentions) -> Iterator[Mention]:
    possessors = children(head, POSSESSORS)
    pronouns = [token for possessor in possessors if possessor.pos_ in {"PRON", "DET"} for token in antecedent_of(possessor)]
    phrases = [phrase.noun for phrase in obliques(head) if phrase.preposition in _OWNING] if is_name(head) else []
    names = [token for token in named_modifiers(head) if not _is_compounded(token)]
    for token in dict.fromkeys([*names, *pronouns, *phrases]):
        owner = mentions.find(token)
        if owner is not None:
            yield owner


def _is_compounded(token: Token) -> bool:
    """Tell whether a name is the first half of a compound, which says something else than whose: "Lebanon-based"."""
    return token.i + 1 < len(token.doc) and token.nbor(1).text in _HYPHENS


def _read(mention: Mention, head: Token, owner: Mention) -> Iterator[RelationMention]:
    if mention.span == owner.span:
        return
    whose = make_predicate([head], lemma=POSSESSIVE, pos="AFFIX")
    asserted = Factuality.ASSERTED
    yield relate(mention, whose, owner, trigger=head, extractor=_NAME, confidence=_CONFIDENCE, factuality=asserted)
    for child in head.lefts:
        if child.dep_ in {"amod", "compound", "nmod"} and is_common(child) and child.is_alpha:
            adjective = make_predicate([child], lemma=child.lower_, pos="ADJ")
            yield relate(mention, adjective, owner, trigger=head, extractor=_NAME, confidence=_CONFIDENCE, factuality=asserted)
