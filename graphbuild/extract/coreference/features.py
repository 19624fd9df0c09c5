"""What speaks for and against a chain as what a pronoun stands for."""

from collections.abc import Iterator
from math import log

from spacy.tokens import Token

from graphbuild.extract.coreference.chains import Chain
from graphbuild.extract.coreference.constraints import governor_of
from graphbuild.extract.coreference.nouns import nature_of_noun
from graphbuild.extract.coreference.pronouns import Kind
from graphbuild.extract.coreference.referents import Form, Referent, Role
from graphbuild.extract.kept import kept_with_token
from graphbuild.extract.names import is_name
from graphbuild.extract.syntax import POSSESSORS, children
from graphbuild.model.labels import DEMONYM_LABELS, ORGANIZATION_LABELS, PERSON_LABELS, PLACE_LABELS, WORK_LABELS

Feature = tuple[str, float]

_SENTENCES = ("same sentence", "sentence before", "two sentences before", "three sentences before")
_LAST_IS: dict[Role | Form, str] = {kind: f"last is {kind}" for kind in (*Role, *Form)}
_PARALLEL = {role: f"parallel {role}" for role in Role}
_OPENING = 2
_OFTEN = 3
_MOST_STEPS = 12
_QUALIFIERS = frozenset({"compound", "amod", "nmod:desc", "flat"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl"})
_CLAUSAL_SUBJECTS = frozenset({"csubj", "csubj:pass", "csubjpass"})
_SEEMING = frozenset({"seem", "appear", "take", "turn", "happen", "rain", "matter"})
_NATURE_BY_LABELS = (
    (PERSON_LABELS, "person name"),
    (ORGANIZATION_LABELS, "organization name"),
    (PLACE_LABELS, "place name"),
    (DEMONYM_LABELS, "people name"),
    (WORK_LABELS, "work name"),
)


def chain_features(pronoun: Referent, chain: Chain, rank: int) -> Iterator[Feature]:
    """Yield the features of ``chain`` as antecedent of ``pronoun``; ``rank`` counts the possible chains mentioned since."""
    yield "chains between", log(1 + rank)
    yield from _distance(pronoun, chain)
    yield from _latest(pronoun, chain.last)
    yield from _salience(chain)
    if chain.gender and pronoun.gender:
        yield "same gender", 1.0


def _distance(pronoun: Referent, chain: Chain) -> Iterator[Feature]:
    back = pronoun.sentence - chain.last.sentence
    yield (_SENTENCES[back] if back < len(_SENTENCES) else "farther"), 1.0
    if back >= len(_SENTENCES):
        yield "log far", log(back - len(_SENTENCES) + 2)
    if chain.last_name is not None:
        yield "since named", log(1 + pronoun.sentence - chain.last_name.sentence)
    if back == 0 and _governs(chain.last.token, pronoun.token):
        yield "subject above", 1.0
    if back == 0 and chain.last.role is Role.SUBJECT and pronoun.role is Role.POSSESSOR:
        yield "subject of possessor", 1.0
    if back == 1 and chain.last.role is Role.SUBJECT:
        yield "subject of sentence before", 1.0


def _latest(pronoun: Referent, last: Referent) -> Iterator[Feature]:
    yield _LAST_IS[last.role], 1.0
    yield _LAST_IS[last.form], 1.0
    if last.role is pronoun.role:
        yield _PARALLEL[last.role], 1.0
    if last.pronoun is not None and pronoun.pronoun is not None:
        is_same = last.pronoun.kind is pronoun.pronoun.kind
        yield ("same pronoun" if is_same else "other pronoun"), 1.0
        if is_same and pronoun.sentence - last.sentence <= 1:
            yield "same pronoun near", 1.0
    if last.is_plural:
        yield "last plural", 1.0
    if last.is_quoted != pronoun.is_quoted:
        yield "across quotes", 1.0
    if last.token.dep_ in _QUALIFIERS:
        yield "modifier", 1.0
    if last.form is Form.NOUN:
        yield f"{_definiteness(last.token)} noun", 1.0


def _salience(chain: Chain) -> Iterator[Feature]:
    yield "mentions", log(len(chain.referents))
    yield f"type {nature_of(chain)}", 1.0
    opens = chain.referents[0].sentence <= _OPENING
    if opens:
        yield "opening", 1.0
    if chain.name is not None:
        yield "has name", 1.0
        if opens:
            yield "opening name", 1.0
    if chain.names >= _OFTEN:
        yield "often named", 1.0


def nature_of(chain: Chain) -> str:
    """Return what kind of thing a chain is about, and by what it is known."""
    chain.nature = chain.nature or _nature_of(chain)
    return chain.nature


def _nature_of(chain: Chain) -> str:
    if chain.name is not None:
        label = chain.name.label
        return next(
            (nature for labels, nature in _NATURE_BY_LABELS if label in labels), "other name" if label else "unknown name"
        )
    referent = chain.description
    if referent is None:
        return f"only {chain.last.pronoun.kind}" if chain.last.pronoun is not None else "unknown"
    if referent.form is Form.GROUP:
        return "group names" if all(is_name(member) for member in referent.members) else "group"
    is_post = referent.token.ent_type_ == "Role"
    nature = "human" if is_post else nature_of_noun(referent.token.lemma_.lower())
    return f"{nature} {'plural' if referent.is_plural else 'noun'}"


def nothing_features(pronoun: Referent) -> Iterator[Feature]:
    """Yield what speaks for a pronoun to stand for nothing that has been mentioned: "it" in "it seems that …"."""
    token = pronoun.token
    yield "nothing", 1.0
    yield f"nothing {pronoun.role}", 1.0
    if token.dep_ == "expl":
        yield "expletive", 1.0
    if pronoun.is_quoted:
        yield "nothing quoted", 1.0
    if pronoun.sentence <= 1:
        yield "first sentence", 1.0
    if pronoun.pronoun is not None and pronoun.pronoun.kind is Kind.THING and pronoun.role is Role.SUBJECT:
        yield from _clause_features(governor_of(token))


def _clause_features(predicate: Token) -> Iterator[Feature]:
    if children(predicate, _CLAUSAL_SUBJECTS):
        yield "clausal", 1.0
    if any(clause.i > predicate.i for clause in children(predicate, _CLAUSES)):
        yield "has clause", 1.0
    if children(predicate, {"cop"}):
        yield ("cop adj" if predicate.pos_ == "ADJ" else "cop"), 1.0
    if predicate.lemma_ in _SEEMING:
        yield "raising", 1.0


@kept_with_token
def _definiteness(noun: Token) -> str:
    words = {child.lower_ for child in children(noun, {"det", *POSSESSORS})}
    if words & {"a", "an"}:
        return "indefinite"
    if words & {"the", "this", "that", "these", "those"}:
        return "definite"
    return "possessed" if words else "bare"


def _governs(above: Token, token: Token) -> bool:
    """Tell whether ``above`` is an argument of a clause that ``token`` stands below."""
    top, at = governor_of(above), governor_of(token)
    for _ in range(_MOST_STEPS):
        if at == top:
            return True
        at = at.head
    return False
