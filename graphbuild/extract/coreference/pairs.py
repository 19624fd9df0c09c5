"""What stands for two at once: "both", "both sides", "the two countries", "each other"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from graphbuild.extract.coreference.constraints import governor_of
from graphbuild.extract.coreference.kinds import LABELS_BY_NOUN
from graphbuild.extract.coreference.nouns import nature_of_noun
from graphbuild.extract.coreference.referents import role_of
from graphbuild.extract.names import entity_at, is_name
from graphbuild.extract.syntax import ACTIVE_SUBJECTS, PASSIVE_SUBJECTS, children, conjuncts, is_plural
from graphbuild.model.labels import PERSON_LABELS

Antecedents = Mapping[Token, tuple[Token, ...]]

_PAIR = 2
_MOST_SENTENCES = 3
_HYPHENS = frozenset({"-", "–", "—", "/"})
_RECIPROCALS = {"other": "each", "another": "one"}
_DETERMINERS = frozenset({"the", "these", "those", "both", "two"})
# What those who deal with each other have, or are, whatever they are.
_PARTIES = frozenset(
    {"side", "party", "military", "government", "capital", "neighbor", "neighbour", "partner", "ally", "economy", "rival"}
)
_MODIFIERS = frozenset({"det", "nummod", "amod", "compound", "nmod", "nmod:poss", "poss", "det:predet", "predet", "advmod"})


@dataclass(frozen=True, slots=True)
class _Pair:
    members: tuple[Token, ...]
    sentence: int

    @property
    def are_persons(self) -> bool:
        return all(member.ent_type_ in PERSON_LABELS for member in self.members)


def find_pairs(docs: Sequence[Doc], antecedents: Antecedents) -> Iterator[tuple[Token, tuple[Token, ...]]]:
    """Yield the words that stand for two names, each with both; ``antecedents`` are those of the pronouns."""
    pair: _Pair | None = None
    sentence = 0
    for doc in docs:
        roots = {ent.root.i for ent in doc.ents}
        for token in doc:
            sentence += bool(token.is_sent_start)
            members = _members(token) if token.i in roots and is_name(token) else ()
            if members:
                pair = _Pair(members, sentence)
            elif _is_reciprocal(token):
                yield token, _subjects(token, antecedents)
            elif pair is not None and sentence - pair.sentence <= _MOST_SENTENCES and _stands_for(token, pair):
                yield token, pair.members


def _members(token: Token) -> tuple[Token, ...]:
    """Return the two names of a coordination that the name ``token`` opens, or of a compound with a hyphen."""
    name = entity_at(token)
    members = tuple(conjuncts(token)) if token.dep_ != "conj" else ()
    if len(members) != _PAIR and name.end + 1 < len(token.doc) and token.doc[name.end].text in _HYPHENS:
        members = (token, token.doc[name.end + 1])
    named = tuple(entity_at(member).root for member in members if is_name(member))
    return named if len(named) == len(members) == _PAIR and _are_alike(*named) else ()


def _are_alike(one: Token, other: Token) -> bool:
    return (one.ent_type_ in PERSON_LABELS) == (other.ent_type_ in PERSON_LABELS)


def _stands_for(token: Token, pair: _Pair) -> bool:
    """Tell whether ``token`` is "both", or a noun with "both" or "the two" and nothing else: not "the two Chinese ships"."""
    if token.lower_ == "both":
        return token.pos_ in {"PRON", "DET"} and role_of(token) != "other"
    if token.pos_ != "NOUN" or not is_plural(token) or token.ent_type_:
        return False
    before = {child.lower_ for child in children(token, _MODIFIERS) if child.i < token.i}
    is_pair = "both" in before or ("two" in before and len(before) > 1)
    return is_pair and before <= _DETERMINERS and _are_called(token.lemma_.lower(), pair)


def _are_called(noun: str, pair: _Pair) -> bool:
    """Tell whether a pair may be called so in the plural: places are no associations, and persons no countries."""
    if noun in _PARTIES:
        return True
    if pair.are_persons:
        return nature_of_noun(noun) == "human"
    labels = LABELS_BY_NOUN.get(noun, frozenset())
    return all(member.ent_type_ in labels for member in pair.members)


def _is_reciprocal(token: Token) -> bool:
    first = _RECIPROCALS.get(token.lower_)
    return first is not None and token.i > 0 and token.nbor(-1).lower_ == first


def _subjects(token: Token, antecedents: Antecedents) -> tuple[Token, ...]:
    """Return the names that do to one another what the clause says."""
    subjects = children(governor_of(token), ACTIVE_SUBJECTS | PASSIVE_SUBJECTS)
    items = [item for subject in subjects for item in conjuncts(subject)]
    names = tuple(name for item in items for name in antecedents.get(item, (item,)) if is_name(name))
    return names if len(names) > 1 else ()
