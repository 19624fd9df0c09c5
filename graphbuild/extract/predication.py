"""What a clause says, in its own words: a predicate, its subject, and every argument with the part it plays.

A ``Clause`` (clauses.py) names actors; a predication keeps the words. Both find their subjects alike. It reads Universal Dependencies.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Token

from graphbuild.extract.clauses import subject_nouns
from graphbuild.extract.speech import SPEECH_VERBS
from graphbuild.extract.syntax import (
    INDIRECT_OBJECTS,
    OBJECTS,
    RELATIVE_CLAUSES,
    all_children,
    children,
    head_of_coordination,
    is_relative_pronoun,
)
from graphbuild.model.labels import PLACE_LABELS, TIME_LABELS

# The labels that a clause's head can have; a participle before its noun ("working committee") heads none.
_CLAUSES = RELATIVE_CLAUSES | {
    "ROOT",
    "conj",
    "ccomp",
    "xcomp",
    "advcl",
    "acl",
    "parataxis",
    "csubj",
    "csubj:pass",
    "csubj:outer",
    "dep",
}
_OPEN_COMPLEMENT = "xcomp"
_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_OBLIQUES = frozenset({"obl", "obl:agent", "obl:tmod", "obl:npmod", "obl:unmarked"})
_CLAUSAL_SUBJECTS = frozenset({"csubj", "csubj:pass", "csubj:outer"})
_OWN_SUBJECTS = _CLAUSAL_SUBJECTS | {"nsubj", "nsubj:pass", "nsubj:outer", "expl"}
_RELATIVE_ADVERBS = frozenset({"where", "when", "why", "how", "whereby"})
# They join a clause to what stands before it and are no part of what it says.
_CONNECTIVES = frozenset(
    "however also thus therefore hence too then so instead moreover furthermore meanwhile rather nevertheless nonetheless besides "
    "consequently accordingly otherwise and but or yet".split()
)
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided"})
_TIME_MARKERS = frozenset({"when", "whenever", "while", "until", "till", "before", "after", "since", "once", "upon", "during"})
_TIME_NOUNS = frozenset(
    "age century day decade evening hour minute moment month monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december morning night period season second spring summer autumn "
    "winter time today tomorrow tonight week weekend year yesterday".split()
)
_YEAR = re.compile(r"(?:1\d|20)\d\d(?:['’]?s)?")


class Role(StrEnum):
    """The part that an argument or adjunct plays in a clause."""

    OBJECT = "object"
    RECIPIENT = "recipient"
    ATTRIBUTE = "attribute"
    COMPLEMENT = "complement"
    OBLIQUE = "oblique"
    TIME = "time"
    PLACE = "place"
    MANNER = "manner"
    PURPOSE = "purpose"
    CONDITION = "condition"
    CIRCUMSTANCE = "circumstance"


@dataclass(frozen=True, slots=True)
class Argument:
    """A phrase by its head, with the words that bind it to its predicate: a preposition, or the "that" of a clause."""

    role: Role
    head: Token
    marker: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Predication:
    """A predicate with its auxiliaries, negation, particles and governing verbs ("was expected to stand up"), and what it is said of.

    ``top`` is the governing verb, by which the predicate hangs in the sentence; ``head`` is the last verb, or a copula's complement.
    """

    top: Token
    head: Token
    words: tuple[Token, ...]
    subjects: tuple[Token, ...]
    arguments: tuple[Argument, ...]
    is_copular: bool
    is_existential: bool

    @property
    def is_participle(self) -> bool:
        """Tell whether it is a past participle without auxiliary: "a force modelled after the Marines"."""
        bare = not children(self.top, _AUXILIARIES | _OWN_SUBJECTS)
        return self.top.tag_ in {"VBN", "VBD"} and self.top.dep_ in {"acl", "advcl", "acl:relcl"} and bare

    @property
    def clause(self) -> Token:
        """The first of the coordinated predicates, by which all of them hang in the sentence."""
        return head_of_coordination(self.top)


def predications(doc: Doc) -> Iterator[Predication]:
    """Yield what each clause of ``doc`` says, in the order of their predicates; verbs in a chain speak once, by the last."""
    for token in doc:
        if _is_predicate(token) and not any(_continues(child) for child in all_children(token)):
            yield _predication(token)


def _is_predicate(token: Token) -> bool:
    return token.dep_ in _CLAUSES and (token.pos_ in {"VERB", "AUX"} or bool(children(token, {"cop"})))


def _continues(token: Token) -> bool:
    """Tell whether ``token`` is said of its governor's subject and in one breath with it: "voted *to change*", "able *to own*"."""
    is_open = token.dep_ == _OPEN_COMPLEMENT and not children(token, _OWN_SUBJECTS)
    return is_open and _is_predicate(token) and _is_predicate(token.head)


def _predication(head: Token) -> Predication:
    chain = [head]
    while _continues(chain[0]):
        chain.insert(0, chain[0].head)
    words = tuple(sorted({word for verb in chain for word in _words(verb)}, key=lambda word: word.i))
    is_copular = bool(children(head, {"cop"}))
    if is_copular:
        words = tuple(word for word in words if word != head)
    found = [*_arguments_of(chain, set(words), is_copular=is_copular), *_quoted(chain)]
    arguments = sorted(found, key=lambda argument: argument.head.i)
    return Predication(
        top=chain[0],
        head=head,
        words=words,
        subjects=_subjects(chain[0]),
        arguments=tuple(arguments),
        is_copular=is_copular,
        is_existential=_is_existential(head),
    )


def _is_existential(head: Token) -> bool:
    return any(child.lower_ == "there" for child in children(head, {"expl"}))


def _subjects(top: Token) -> tuple[Token, ...]:
    """Return the subject's heads as they stand, a clause or an "it" included, a relative pronoun as the noun it stands for."""
    anticipated, clauses = children(top, {"expl"}), children(top, _CLAUSAL_SUBJECTS)
    if clauses:
        return tuple(anticipated or clauses)
    if top.dep_ == "acl" and any(mark.lower_ != "to" for mark in children(top, {"mark"})):
        return ()
    found: list[Token] = []
    for noun in subject_nouns(top) or anticipated:
        clause = head_of_coordination(top)
        relative = is_relative_pronoun(noun) and clause.dep_ in RELATIVE_CLAUSES
        found.append(clause.head if relative else noun)
    return tuple(dict.fromkeys(found))


def _words(verb: Token) -> Iterator[Token]:
    yield verb
    auxiliaries = children(verb, _AUXILIARIES)
    if _is_existential(verb):
        yield from children(verb, {"expl"})
    for child in all_children(verb):
        if child in auxiliaries or _is_particle(child) or _is_adverb_within(child, auxiliaries):
            yield child
    if verb.dep_ == "conj" and not auxiliaries and not children(verb, _OWN_SUBJECTS) and verb.head.tag_ == verb.tag_:
        yield from (word for word in _shared(verb.head) if word.i < verb.head.i)


def _is_particle(child: Token) -> bool:
    """Tell whether a word is a part of its verb and no argument: the "up" of "stand up", a negation, the "to" of an infinitive."""
    infinitive = child.dep_ == "mark" and child.lower_ == "to" and child.head.dep_ in {_OPEN_COMPLEMENT, "acl", "advcl"}
    return child.dep_ == "compound:prt" or child.tag_ == "RP" or infinitive or child.lower_ in _NEGATIONS


def _is_adverb_within(child: Token, auxiliaries: list[Token]) -> bool:
    """Tell whether an adverb of one word stands among the verb's words, or right before it: "has *slowly* declined"."""
    first = min((word.i for word in auxiliaries), default=child.head.i - 1)
    is_light = child.dep_ == "advmod" and not all_children(child) and child.lower_ not in _RELATIVE_ADVERBS
    return is_light and first <= child.i < child.head.i and not _is_degree(child)


def _is_degree(adverb: Token) -> bool:
    """Tell whether an adverb belongs to the adjective that a copula says of its subject: "was heavily involved"."""
    copulas = children(adverb.head, {"cop"})
    return adverb.head.pos_ in {"ADJ", "ADV", "VERB"} and bool(copulas) and copulas[-1].i < adverb.i < adverb.head.i


def _shared(verb: Token) -> list[Token]:
    """Return the auxiliaries that the verbs of a coordination share: "was met and praised"."""
    first = head_of_coordination(verb)
    return [*children(verb, {"aux", "aux:pass"}), *(children(first, {"aux", "aux:pass"}) if first != verb else [])]


def _arguments_of(chain: list[Token], words: set[Token], *, is_copular: bool) -> Iterator[Argument]:
    head = chain[-1]
    for verb in chain:
        for child in all_children(verb):
            if child not in words and child not in chain and not _is_relative(child) and not _is_degree(child):
                yield from _argument(child)
    if is_copular:
        yield Argument(Role.ATTRIBUTE, head, _marker(head))
    elif all(_is_relative(noun) for verb in chain for noun in children(verb, OBJECTS)):
        yield from _relativized(chain)


def _quoted(chain: list[Token]) -> Iterator[Argument]:
    """Yield the clause that a verb of speech stands behind or within: "it will sign, Abe said"."""
    top, head = chain[0], chain[-1]
    has_words = any(children(verb, {"ccomp", *OBJECTS}) for verb in chain)
    if top.dep_ == "parataxis" and head.lemma_.lower() in SPEECH_VERBS and not has_words:
        yield Argument(Role.COMPLEMENT, top.head)


def _is_relative(token: Token) -> bool:
    inside = head_of_coordination(token.head).dep_ in RELATIVE_CLAUSES and is_relative_pronoun(token)
    return inside or (token.lower_ in _RELATIVE_ADVERBS and token.tag_ == "WRB")


def _argument(child: Token) -> Iterator[Argument]:
    label = child.dep_
    if label in OBJECTS:
        yield Argument(Role.OBJECT, child)
    elif label in INDIRECT_OBJECTS:
        yield Argument(Role.RECIPIENT, child)
    elif label == _OPEN_COMPLEMENT and child.pos_ in {"ADJ", "NOUN", "PROPN", "NUM", "ADV"}:
        yield Argument(Role.ATTRIBUTE, child, _marker(child))
    elif label in {"ccomp", _OPEN_COMPLEMENT} or (label in _CLAUSAL_SUBJECTS and children(child.head, {"expl"})):
        yield Argument(Role.COMPLEMENT, child, tuple(mark for mark in children(child, {"mark"}) if mark.lower_ == "that"))
    elif label in _OBLIQUES:
        yield Argument(_role_of_oblique(child), child, _marker(child))
    elif label == "advcl" and (marks := children(child, {"mark", "advmod", "case"})):
        yield Argument(_role_of_clause(marks), child)
    elif label == "advmod" and child.lower_ not in _CONNECTIVES:
        yield Argument(Role.TIME if _is_time(child) else Role.MANNER, child)


def _marker(noun: Token) -> tuple[Token, ...]:
    """Return the words of the preposition before a noun, those of "because of" and "away from" in full."""
    cases = [child for child in children(noun, {"case"}) if child.i < noun.i and child.pos_ != "PART"]
    words = (word for case in cases for word in case.subtree if not word.is_punct and not word.is_quote)
    return tuple(sorted(words, key=lambda word: word.i))


def _role_of_oblique(noun: Token) -> Role:
    if noun.dep_ == "obl:tmod" or _is_time(noun):
        return Role.TIME
    if noun.ent_type_ in PLACE_LABELS and any(word.lower_ in {"in", "at", "on", "near", "outside"} for word in _marker(noun)):
        return Role.PLACE
    return Role.OBLIQUE


def _is_time(token: Token) -> bool:
    is_named = token.ent_type_ in TIME_LABELS or _YEAR.fullmatch(token.text) is not None
    return is_named or token.lemma_.lower() in _TIME_NOUNS


def _role_of_clause(marks: list[Token]) -> Role:
    words = {mark.lower_ for mark in marks}
    if words & _CONDITIONS:
        return Role.CONDITION
    if words & _TIME_MARKERS:
        return Role.TIME
    return Role.PURPOSE if "to" in words else Role.CIRCUMSTANCE


def _relativized(chain: list[Token]) -> Iterator[Argument]:
    """Yield the noun that a relative clause takes as its object: "the ally that Japan supports"."""
    top = chain[0]
    clause = head_of_coordination(top)
    if clause.dep_ not in RELATIVE_CLAUSES or clause.head in subject_nouns(top):
        return
    bound = [child for verb in chain for child in all_children(verb) if _is_relative(child)]
    if any(is_relative_pronoun(subject) for subject in subject_nouns(top)):
        return
    if all(child.dep_ in OBJECTS for child in bound):
        yield Argument(Role.OBJECT, clause.head)
