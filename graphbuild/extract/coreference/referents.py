"""What a text mentions that a later pronoun may stand for: names, common nouns, coordinations, earlier pronouns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token

from graphbuild.extract.coreference.nouns import gender_of_noun, nature_of_noun
from graphbuild.extract.coreference.pronouns import Kind, Pronoun, pronoun_of
from graphbuild.extract.names import entity_at, is_common, is_name
from graphbuild.extract.syntax import (
    ACTIVE_SUBJECTS,
    INDIRECT_OBJECTS,
    OBJECTS,
    PASSIVE_SUBJECTS,
    POSSESSORS,
    conjuncts,
    head_of_coordination,
    is_plural,
)
from graphbuild.model.labels import DEMONYM_LABELS, PERSON_LABELS

_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_MENTIONING = _NOMINAL | {"PRON", "DET"}
_NAME_PARTS_OF_SPEECH = _NOMINAL | {"ADJ", "NUM"}
_PARTS_OF_NAMES = frozenset({"appos", "flat", "compound", "fixed", "goeswith"})
_TITLES_BEFORE = 3
_MOST_MEMBERS = 12
"""A longer coordination is a list."""


class Form(StrEnum):
    """How something is mentioned."""

    NAME = "name"
    NOUN = "noun"
    GROUP = "group"
    PRONOUN = "pronoun"


class Role(StrEnum):
    """What part a mention has in its clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    POSSESSOR = "possessor"
    OTHER = "other"


@dataclass(frozen=True, slots=True, eq=False)
class Referent:
    """A mention, by the token that heads it; ``sentence`` counts through the document.

    ``members`` are the tokens it stands for: itself, or the conjuncts of a coordination.
    """

    token: Token
    form: Form
    sentence: int
    members: tuple[Token, ...]
    role: Role
    is_quoted: bool
    is_plural: bool
    gender: str = ""
    pronoun: Pronoun | None = None

    @property
    def label(self) -> str:
        """The recognizer's label of a name, empty for all else."""
        return self.token.ent_type_ if self.form is Form.NAME else ""


def referents_of(docs: Sequence[Doc]) -> Iterator[Referent]:
    """Yield what the paragraphs ``docs`` of one document mention, in order."""
    sentence = 0
    for doc in docs:
        is_quoted = False
        roots = {ent.root.i for ent in doc.ents}
        for token in doc:
            sentence += bool(token.is_sent_start)
            is_quoted ^= token.text in _QUOTES
            heads_name = token.i in roots
            if not heads_name and token.pos_ not in _MENTIONING:
                continue
            for form, members, gender in _mentioned(token, heads_name=heads_name):
                pronoun = pronoun_of(token) if form is Form.PRONOUN else None
                several = len(members) > 1 or (pronoun.kind is Kind.SEVERAL if pronoun else is_plural(token))
                yield Referent(token, form, sentence, members, role_of(token), is_quoted, several, gender, pronoun)


def role_of(token: Token) -> Role:
    """Return what part ``token`` has in its clause."""
    label = head_of_coordination(token).dep_
    if label in ACTIVE_SUBJECTS | PASSIVE_SUBJECTS:
        return Role.SUBJECT
    if label in OBJECTS | INDIRECT_OBJECTS:
        return Role.OBJECT
    return Role.POSSESSOR if label in POSSESSORS else Role.OTHER


def _mentioned(token: Token, *, heads_name: bool) -> Iterator[tuple[Form, tuple[Token, ...], str]]:
    """Yield the form, members and gender of what ``token`` heads: nothing, one thing, or one thing and a coordination."""
    pronoun = pronoun_of(token)
    if pronoun is not None:
        yield Form.PRONOUN, (token,), pronoun.gender
    elif heads_name and _may_be_meant(token):
        yield Form.NAME, (token,), _gender_of_title(token)
        yield from _coordination(token)
    elif token.pos_ in _NOMINAL and is_common(token) and token.dep_ not in _PARTS_OF_NAMES:
        is_proper = _is_unrecognized_name(token)
        yield Form.NAME if is_proper else Form.NOUN, (token,), gender_of_noun(token.lower_)
        yield from _coordination(token)


def _may_be_meant(token: Token) -> bool:
    """Tell whether a pronoun may stand for the name that ``token`` heads: not for an adjective of nationality."""
    if token.pos_ not in _NAME_PARTS_OF_SPEECH or not is_name(token):
        return False
    return token.ent_type_ not in DEMONYM_LABELS or (token.pos_ != "ADJ" and is_plural(token))


def _is_unrecognized_name(token: Token) -> bool:
    """Tell whether a word that no recognizer marked is written like a name and is no post."""
    is_written_so = token.pos_ == "PROPN" and token.text[:1].isupper() and token.is_alpha and not token.is_sent_start
    return is_written_so and nature_of_noun(token.lemma_.lower()) != "human"


def _coordination(token: Token) -> Iterator[tuple[Form, tuple[Token, ...], str]]:
    members = tuple(item for item in conjuncts(token) if item.pos_ in _NOMINAL) if token.dep_ != "conj" else ()
    if 1 < len(members) <= _MOST_MEMBERS:
        yield Form.GROUP, members, ""


def _gender_of_title(token: Token) -> str:
    """Return the gender that a person's title tells."""
    if token.ent_type_ not in PERSON_LABELS:
        return ""
    name = entity_at(token)
    before = token.doc[max(name.start - _TITLES_BEFORE, 0) : name.start]
    titles = [word for word in before if word.head == token or word.i + 1 == name.start]
    told = (gender_of_noun(word.lower_) for word in (*titles, *name))
    return next(filter(None, told), "")
