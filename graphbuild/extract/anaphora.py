"""Pronouns and descriptions as sides of what is said: what they stand for, themselves where nothing is known to be meant."""

from spacy.tokens import Token

from graphbuild.extract.coreference import antecedent_of
from graphbuild.extract.coreference.nouns import nature_of_noun
from graphbuild.extract.names import entity_at, is_name, titled_person
from graphbuild.extract.syntax import POSSESSORS, children, conjuncts, head_of_coordination, is_plural, is_relative_pronoun
from graphbuild.model.labels import ORGANIZATION_LABELS, PERSON_LABELS

_NAMED = PERSON_LABELS | ORGANIZATION_LABELS
_HUMAN = frozenset({"human", "maybe human"})
_OF_POST = frozenset({"of", "to", "for", "at"})
_CLOSING = frozenset({",", ".", ";", ")", ":"})


def is_pronoun(token: Token) -> bool:
    """Tell whether ``token`` is a pronoun or possessive that stands for something; one that asks or relates does not."""
    is_possessive = token.pos_ == "DET" and token.dep_ in POSSESSORS
    return (token.pos_ == "PRON" or is_possessive) and not is_relative_pronoun(token) and not token.lower_.startswith("wh")


def meant_by(token: Token) -> list[Token]:
    """Return the heads of what ``token`` stands for; itself if it is no pronoun, or if nothing is known to be meant."""
    return (antecedent_of(token) or [token]) if is_pronoun(token) else [token]


def names_beside(noun: Token) -> list[Token]:
    """Return the names in apposition to a description: "the party's treasurer, João Neto", "two ministers, Ann Roe and Bo Li"."""
    if is_name(noun):
        return []
    is_one = not is_plural(noun) and nature_of_noun(noun.lemma_.lower()) in _HUMAN
    titled = titled_person(noun) if is_one else None
    if titled is not None:
        return [entity_at(titled).root]
    first = head_of_coordination(noun)
    if first.dep_ == "appos" and is_name(first.head) and (noun == first or is_one):
        return [first.head]
    name = next((child for child in children(noun, {"appos"}) if child.ent_type_ in _NAMED), None) or (
        _name_by_order(noun) if is_one else None
    )
    if name is None:
        return []
    return [item for item in conjuncts(name) if is_name(item)] if is_plural(noun) else [name]


def _name_by_order(noun: Token) -> Token | None:
    """Return the name between commas behind a post, which a parser may hang elsewhere: "the envoy to Togo, Ann Roe, in Lomé"."""
    doc, end = noun.doc, noun.i + 1
    if end + 1 < len(doc) and doc[end].lower_ in _OF_POST and is_name(doc[end + 1]):
        end = entity_at(doc[end + 1]).end
    if end + 1 >= len(doc) or doc[end].text != "," or doc[end + 1].ent_type_ not in PERSON_LABELS:
        return None
    name = entity_at(doc[end + 1])
    return name.root if name.end < len(doc) and doc[name.end].text in _CLOSING else None
