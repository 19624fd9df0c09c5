"""Clauses: a verb with its arguments, whether they stand beside it or must be fetched from elsewhere in the sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from graphbuild.extract.anaphora import is_pronoun, meant_by, names_beside
from graphbuild.extract.coreference import antecedent_of
from graphbuild.extract.mentions import named_modifiers
from graphbuild.extract.names import is_name
from graphbuild.extract.syntax import (
    ACTIVE_SUBJECTS,
    INDIRECT_OBJECTS,
    OBJECTS,
    PASSIVE_SUBJECTS,
    POSSESSORS,
    RELATIVE_CLAUSES,
    Oblique,
    all_children,
    children,
    conjuncts,
    has_child,
    has_feature,
    head_of_coordination,
    is_copula,
    is_passive,
    is_relative_pronoun,
    obliques,
    particle_of,
)
from graphbuild.model.labels import PERSON_LABELS

_SUBJECTS = ACTIVE_SUBJECTS | PASSIVE_SUBJECTS
_ADVERBIAL_CLAUSES = frozenset({"advcl", "parataxis", "dep"})
_ADNOMINAL_CLAUSES = frozenset({"acl"})
# Verbs whose infinitive is done by their subject even where an object stands between: "promise Japan to sign".
_SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "use"})
# Verbs whose infinitive is done by who is asked: "called on Japan to sign".
_APPEALING = frozenset({"appeal", "call", "count", "depend", "plead", "prevail", "rely", "wait"})
_TO_WHOM = frozenset({"on", "upon", "to", "with", "for"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "auxpass"})
# Prepositions behind which a gerund is done by the object of the governing verb: "accuse Kenya of attacking Uganda".
_OBJECT_CONTROL = frozenset({"of", "for", "from", "into", "with"})
# A relative clause under a predicate: the "that criticized …" of "it was Egypt that criticized …".
_CLEFTS = frozenset({"advcl:relcl"})
# Verbs whose passive may have the recipient as its subject: "Ukraine was given tanks".
_GIVING = frozenset("award deny give grant hand lend offer owe pay promise sell send show".split())
NAMING_VERBS = frozenset("appoint choose crown declare elect install make name nominate proclaim reappoint reelect".split())
"""Verbs that give their object the post behind it: "named Dupont finance minister"."""
# Before a verb that says what a noun is about: "a plan to sign", "the process of joining".
_CONTENT_MARKS = frozenset({"to", "of"})
_MOST_STEPS = 3
_RECIPROCALS = frozenset({("each", "other"), ("one", "another")})
_AGENT = "by"


@dataclass(frozen=True, slots=True)
class Clause:
    """What a verb says, passive or not: ``agents`` do it, ``patients`` have it done to them."""

    verb: Token
    agents: tuple[Token, ...]
    patients: tuple[Token, ...]
    recipients: tuple[Token, ...]
    obliques: tuple[Oblique, ...]
    particle: str
    is_passive: bool


def clauses(doc: Doc) -> Iterator[Clause]:
    """Yield the clauses of ``doc`` in order."""
    for token in doc:
        if token.pos_ == "VERB" and token.dep_ not in {"case", "fixed", "aux", "mark"} and not is_copula(token):
            yield clause_of(token)


def clause_of(verb: Token) -> Clause:
    """Return the clause that ``verb`` heads."""
    passive = is_passive(verb) or is_reduced_passive(verb)
    phrases = tuple(obliques(verb))
    objects = _resolved(_named_to_post(verb) or _arguments(verb, OBJECTS) or _shared_objects(verb))
    recipients = _resolved(_arguments(verb, INDIRECT_OBJECTS))
    subjects = subjects_of(verb)
    if passive:
        agents = _resolved(phrase.noun for phrase in phrases if phrase.preposition == _AGENT)
        is_given = verb.lemma_ in _GIVING and bool(subjects) and has_child(verb, OBJECTS)
        patients, recipients = (objects, subjects) if is_given else (subjects or objects, recipients)
        phrases = tuple(phrase for phrase in phrases if phrase.preposition != _AGENT)
    else:
        agents, patients = subjects, objects or _relativized_object(verb) or _doer_of_free_relative(verb)
        if not patients:
            patients, recipients = recipients, ()
    return Clause(
        verb=verb,
        agents=agents,
        patients=patients,
        recipients=recipients,
        obliques=resolved_phrases(phrases),
        particle=particle_of(verb),
        is_passive=passive,
    )


def resolved_phrases(phrases: Iterable[Oblique]) -> tuple[Oblique, ...]:
    """Return phrases with what their nouns stand for."""
    return tuple(Oblique(phrase.preposition, noun) for phrase in phrases for noun in _resolved([phrase.noun]))


def _named_to_post(verb: Token) -> list[Token]:
    """Return who gets a post where the parse takes the name for a part of the post's, or for a post: "named Ann Roe minister"."""
    if verb.lemma_ not in NAMING_VERBS:
        return []
    given = children(verb, OBJECTS | {"xcomp"})
    posts = [noun for noun in given if not is_name(noun)]
    named = [noun for noun in given if noun.dep_ == "xcomp" and noun.ent_type_ in PERSON_LABELS]
    return named or [word for noun in posts for word in children(noun, {"compound"}) if word.ent_type_ in PERSON_LABELS]


def _shared_objects(verb: Token) -> list[Token]:
    """Return the object behind a coordination that its verbs share: "neither recognized nor condemned the Houthis".

    UD gives it to the first verb, CLEAR to the last. A verb with a phrase of its own has no share: "returned as envoy and met Suga".
    """
    if obliques(verb) or children(verb, RELATIVE_CLAUSES | {"ccomp", "xcomp"}):
        return []
    partners = [verb.head] if verb.dep_ == "conj" else children(verb, {"conj"})
    last = max(token.i for token in (verb, *partners))
    shared = [item for partner in partners if partner.pos_ == "VERB" for item in _arguments(partner, OBJECTS) if item.i > last]
    return [] if any(is_passive(partner) for partner in partners) else shared


def is_reduced_passive(verb: Token) -> bool:
    """Tell whether ``verb`` is a past participle behind the noun it is done to: "a force modelled after …"."""
    is_participle = verb.tag_ == "VBN" or has_feature(verb, "VerbForm", "Part")
    has_auxiliary = has_child(verb, _AUXILIARIES)
    is_loose = verb.dep_ in _ADNOMINAL_CLAUSES | _ADVERBIAL_CLAUSES and not children(verb, OBJECTS)
    return is_participle and not has_auxiliary and is_loose and verb.tag_ != "VBG"


def subjects_of(verb: Token) -> tuple[Token, ...]:
    """Return who does what ``verb`` says (of a passive: to whom it is done), pronouns replaced by what they stand for."""
    return _resolved(subject_nouns(verb))


def subject_nouns(verb: Token, *, depth: int = 0) -> list[Token]:
    """Return the heads of the subject of ``verb`` as they stand in the text, fetched from where the grammar puts them.

    Looks at the verb's own subject, then at what the verb depends on: coordination shares the first verb's subject, a relative
    clause takes the noun it modifies, an infinitive the governing verb's object or subject, a participle the main clause's subject.
    """
    own = _arguments(verb, _SUBJECTS)
    if own:
        return own
    if depth > 4 or verb.dep_ == "ROOT":
        return []
    governor = verb.head
    is_behind = verb.dep_ == "amod" and verb.i > governor.i
    if verb.dep_ in RELATIVE_CLAUSES | _ADNOMINAL_CLAUSES | _CLEFTS or is_behind:
        return _subjects_from_noun(verb, governor, depth)
    if verb.dep_ in {"xcomp", "ccomp", "pcomp", "conj"} | _ADVERBIAL_CLAUSES:
        return _subjects_from_clause(verb, governor, depth)
    return []


def _subjects_from_noun(verb: Token, noun: Token, depth: int) -> list[Token]:
    is_content = has_feature(verb, "VerbForm", "Inf") or any(
        child.lower_ in _CONTENT_MARKS for child in children(verb, {"mark", "aux"})
    )
    if not is_content:
        return [noun] if noun.pos_ in {"NOUN", "PROPN", "PRON"} else []
    if noun.dep_ == "ROOT" and is_name(noun):
        return list(conjuncts(noun))
    possessors = _arguments(noun, POSSESSORS) or named_modifiers(noun)
    if possessors:
        return list(possessors)
    if noun.dep_ in OBJECTS | {"obl", "pobj", "xcomp"} and noun.head.pos_ in {"VERB", "AUX"}:
        return subject_nouns(noun.head, depth=depth + 1)
    return _engaged(noun)


def _engaged(noun: Token) -> list[Token]:
    """Return who is at what a noun names: Kenya in "Kenya is in the midst of a process to build …"."""
    top = noun
    for _ in range(_MOST_STEPS):
        if has_child(top, {"cop"}) or top.dep_ != "nmod":
            break
        top = top.head
    return _arguments(top, ACTIVE_SUBJECTS) if has_child(top, {"cop"}) and has_child(top, {"case"}) else []


def _subjects_from_clause(verb: Token, governor: Token, depth: int) -> list[Token]:
    if verb.dep_ in {"ccomp", "parataxis"} and not _is_nonfinite(verb):
        return []
    is_done_by_object = verb.dep_ == "xcomp" and governor.lemma_ not in _SUBJECT_CONTROL
    if is_done_by_object or _is_charge(verb):
        controllers = _arguments(governor, OBJECTS) or _arguments(governor, INDIRECT_OBJECTS)
        if controllers:
            return controllers
    if governor.lemma_ in _APPEALING and _is_infinitive(verb):
        asked = [phrase.noun for phrase in obliques(governor) if phrase.preposition in _TO_WHOM and phrase.noun.i < verb.i]
        if asked:
            return asked
    if governor.dep_ == "prep" and verb.dep_ == "pcomp":
        governor = governor.head
    if governor.pos_ in {"NOUN", "PROPN"} and not _arguments(governor, _SUBJECTS):
        return _arguments(governor, POSSESSORS)
    return subject_nouns(governor, depth=depth + 1)


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" for child in children(verb, {"mark", "aux"}))


def _is_charge(verb: Token) -> bool:
    """Tell whether a gerund says what the object of the governing verb does: "criticized Japan for joining"."""
    return (
        verb.dep_ == "advcl" and verb.tag_ == "VBG" and any(mark.lower_ in _OBJECT_CONTROL for mark in children(verb, {"mark"}))
    )


def _is_nonfinite(verb: Token) -> bool:
    return verb.tag_ in {"VBG", "VBN", "VB"} and not has_feature(verb, "VerbForm", "Fin")


def _relativized_object(verb: Token) -> tuple[Token, ...]:
    """Return the noun that a relative clause without an object of its own modifies: "the ally that Japan supports"."""
    if (
        verb.dep_ in RELATIVE_CLAUSES
        and _arguments(verb, _SUBJECTS)
        and not any(is_relative_pronoun(s) for s in _arguments(verb, _SUBJECTS))
    ):
        return _resolved([verb.head]) if verb.head.pos_ in {"NOUN", "PROPN"} else ()
    return ()


def _doer_of_free_relative(verb: Token) -> tuple[Token, ...]:
    """Return who acts in what is acted upon: Japan in "praise what Japan did", "condemn how Japan acted"."""
    for clause in children(verb, {"ccomp", "acl:relcl", "csubj"}):
        if any(child.lower_ in {"what", "how"} and child.i < clause.i for child in all_children(clause)):
            return _resolved(_arguments(clause, ACTIVE_SUBJECTS))
    return ()


def _arguments(head: Token, labels: frozenset[str]) -> list[Token]:
    return [item for child in children(head, labels) for item in conjuncts(child)]


def _resolved(tokens: "Iterator[Token] | list[Token]") -> tuple[Token, ...]:
    """Replace relative and personal pronouns by what they stand for, if that is known."""
    found: list[Token] = []
    for token in tokens:
        if is_relative_pronoun(token):
            clause = token.head
            noun = head_of_coordination(clause).head if head_of_coordination(clause).dep_ in RELATIVE_CLAUSES | _CLEFTS else None
            nouns = conjuncts(noun) if noun is not None and noun.dep_ != "conj" else [noun] if noun is not None else []
            found += [name for each in nouns for name in names_beside(each) or [each]]
        elif is_each_other(token):
            found.append(token)
        elif token.pos_ == "PRON":
            found += meant_by(token) if is_pronoun(token) else []
        else:
            found += antecedent_of(token) or names_beside(token) or [token]
    return tuple(dict.fromkeys(found))


def is_each_other(token: Token) -> bool:
    """Tell whether ``token`` opens "each other" or "one another"."""
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    return (token.lower_, following) in _RECIPROCALS
