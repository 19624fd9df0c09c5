"""What a role noun says of who holds it: "Japan's main ally", "a member of the Diet", "Prime Minister"."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from graphbuild.extract.anaphora import meant_by
from graphbuild.extract.mentions import make_mention, mentions_of, named_modifiers
from graphbuild.extract.names import entity_at, is_common, is_name, may_name_post
from graphbuild.extract.relation import make_predicate, modifiers_of, relate
from graphbuild.extract.syntax import POSSESSORS, Oblique, children, obliques
from graphbuild.model import Factuality, Mention, MentionKind, RelationMention

FORMER = frozenset({"former", "then", "ex", "late", "previous", "onetime", "erstwhile", "retired"})
_PARTIES = frozenset({"party", "opposition"})
# What stands behind them has the role rather than owns it.
_EXAMPLES = frozenset({"including", "such as", "like"})
# What stands behind them is when or how one has the role.
_CIRCUMSTANCES = frozenset("after against alongside amid as before between despite during since through under until".split())


def read_role(
    holder: Mention,
    noun: Token,
    *,
    extractor: str,
    confidence: float,
    factuality: Factuality | None = None,
    is_former: bool = False,
) -> Iterator[RelationMention]:
    """Yield that ``holder`` has the role that ``noun`` heads, and whose role it is.

    The role itself is the object of a predicate of part of speech TITLE; its possessors, names before it ("LDP president") and
    prepositional phrases ("member of …") are objects of the noun as predicate. Factuality is read from the noun unless given.
    """
    holder = _as_party(holder, noun)
    past = ("former",) if is_former or _is_past(noun) else ()
    modifiers = tuple(dict.fromkeys((*modifiers_of(noun), *past)))
    title = make_predicate([noun], lemma=noun.lemma_.lower(), pos="TITLE", modifiers=modifiers)
    role = role_mention(noun)
    yield relate(holder, title, role, trigger=noun, extractor=extractor, confidence=confidence, factuality=factuality)
    for phrase in role_owners(noun):
        owner = mentions_of(noun.doc).find(phrase.noun)
        if owner is not None and owner.span != holder.span:
            predicate = make_predicate(
                [noun],
                lemma=role.name.lower(),
                pos="ROLE",
                noun=noun.lemma_.lower(),
                preposition=phrase.preposition,
                modifiers=modifiers,
            )
            yield relate(
                holder, predicate, owner, trigger=noun, extractor=extractor, confidence=confidence, factuality=factuality
            )


def _as_party(holder: Mention, noun: Token) -> Mention:
    """Return the holder as a party where it is said to be one: recognizers take new names for places and persons."""
    is_party = noun.lemma_ in _PARTIES and not any(phrase.preposition == "to" for phrase in obliques(noun))
    may_be = holder.kind is MentionKind.NAME and (holder.label != "Person" or " " not in holder.name)
    return replace(holder, label="PoliticalParty") if is_party and may_be and holder.label != "Country" else holder


def _is_past(noun: Token) -> bool:
    """Tell whether the phrases behind a role say that it is over: "its secretary at the time", "a Liberal until 2003"."""
    if any(child.lower_ == "ex" for child in noun.lefts):
        return True
    phrases = (
        (child.lemma_.lower(), case.lower_) for child in noun.rights for case in child.lefts if case.dep_ in {"case", "prep"}
    )
    return any(preposition == "until" or (preposition == "at" and word == "time") for word, preposition in phrases)


def role_mention(noun: Token) -> Mention:
    """Return the mention of the role that ``noun`` heads, with a phrase that belongs to its name.

    That is what it is for, or where an envoy is sent: "Minister of Finance", "ambassador to Kenya".
    """
    ends = (_end_of_field(phrase) for phrase in obliques(noun) if phrase.noun.i > noun.i)
    end = next((end for end in ends if end is not None), noun.i + 1)
    start = noun.i
    while start > noun.sent.start and _belongs(noun.doc[start - 1], noun):
        start -= 1
    owners = tuple(entity_at(phrase.noun).text for phrase in role_owners(noun) if is_name(phrase.noun))
    return make_mention(noun.doc[start:end], label="Role", kind=MentionKind.ROLE, head=noun, modifiers=owners)


def _end_of_field(phrase: Oblique) -> int | None:
    """Return where a phrase ends that belongs to the name of a post, None if it does not."""
    if phrase.preposition == "of" and is_common(phrase.noun):
        return phrase.noun.i + 1
    return entity_at(phrase.noun).end if phrase.preposition == "to" and is_name(phrase.noun) else None


def role_owners(noun: Token) -> list[Oblique]:
    """Return whose role ``noun`` is, all under a preposition; possessors and names before it count as "of"."""
    owners = []
    for possessor in children(noun, POSSESSORS):
        owners += [Oblique("of", token) for token in meant_by(possessor)]
    owners += [Oblique("of", token) for token in named_modifiers(noun) if token.dep_ not in POSSESSORS]
    return [*owners, *(phrase for phrase in obliques(noun) if phrase.preposition not in _EXAMPLES | _CIRCUMSTANCES)]


def _belongs(token: Token, noun: Token) -> bool:
    """Tell whether ``token`` is a word of the role's own name: "Chief Cabinet" in "Chief Cabinet Secretary"."""
    return (
        token.head == noun and token.dep_ in {"compound", "amod", "flat"} and may_name_post(token) and token.lower_ not in FORMER
    )
