"""Tuples of clauses: the subject, the predicate with its first preposition, its object, and what else is told."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graphbuild.extract.predication import Argument, Predication, Role
from graphbuild.extract.syntax import children, conjuncts
from graphbuild.openie.draft import Construction, Draft, Phrase
from graphbuild.openie.phrases import clause_phrase, noun_phrase

_IMPLIED = "be"
_CORE = (Role.RECIPIENT, Role.OBJECT, Role.ATTRIBUTE, Role.COMPLEMENT)
_BINDING = (Role.OBLIQUE, Role.PLACE)
_EXCLUDING = frozenset({"neither", "nor", "not", "n't", "rather", "or"})
_LONGEST_LIST = 16
_WHOLE_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "csubj", "csubj:pass", "csubj:outer", "parataxis"})


def clausal_drafts(predication: Predication) -> Iterator[Draft]:
    """Yield one draft for each subject with each object, so that a coordination is read member by member.

    Without an object the first phrase with a preposition stands in its place, and the preposition joins the relation: (was born
    in; Hofmann; Salt Lake City). Of an adjective the same holds: (were free of; their children; all constraint).
    """
    core, bound, rest = _divide(predication)
    joining = bound or core[: len(core) == 1]
    relation = _in_order(predication.words, _folded(predication, core), *(argument.marker for argument in joining))
    subjects = list(_subjects(predication))
    readings = list(_readings([*core, *bound], predication))
    others = tuple(_whole(argument, predication) for argument in rest)
    time = next((_whole(argument, predication) for argument in rest if argument.role is Role.TIME), ())
    for subject in subjects:
        for reading in readings:
            yield Draft(
                construction=_construction(predication),
                anchor=predication.head,
                clause=predication.clause,
                prefix=_IMPLIED if predication.is_participle else "",
                relation=relation,
                arguments=(subject, *filter(None, (*reading, *others))),
                time=time,
            )


def _construction(predication: Predication) -> Construction:
    if predication.is_existential:
        return Construction.EXISTENTIAL
    return Construction.COPULA if predication.is_copular else Construction.VERB


def _divide(predication: Predication) -> tuple[list[Argument], list[Argument], list[Argument]]:
    """Return the arguments that the relation needs, the one whose preposition joins the relation, and the others."""
    arguments = predication.arguments
    core = sorted((argument for argument in arguments if argument.role in _CORE), key=lambda each: _CORE.index(each.role))
    can_bind = not core or (len(core) == 1 and _is_folding(predication, core[0]))
    behind = [each for each in arguments if each.role in _BINDING and each.marker and each.head.i > predication.head.i]
    bound = behind[:1] if can_bind else []
    if bound and core:
        core = []
    elif not bound and core and core[0].role is Role.ATTRIBUTE and core[0].marker:
        core, bound = core[1:], core[:1]
    rest = [each for each in arguments if each not in bound and each.role not in _CORE]
    return core, bound, rest


def _is_folding(predication: Predication, argument: Argument) -> bool:
    """Tell whether an attribute becomes a part of the relation where a preposition follows: "free" in "are free of"."""
    return predication.is_copular and argument.head == predication.head and argument.head.pos_ in {"ADJ", "VERB", "ADV"}


def _folded(predication: Predication, core: Sequence[Argument]) -> Phrase:
    if predication.is_copular and not core and predication.head.pos_ in {"ADJ", "VERB", "ADV"}:
        return _attribute(predication.head, predication)
    return ()


def _subjects(predication: Predication) -> Iterator[Phrase]:
    nouns = predication.subjects
    if not _can_split(nouns):
        nouns = nouns[:1]
    for noun in nouns:
        if noun.dep_ in _WHOLE_CLAUSES:
            yield clause_phrase(noun)
        else:
            markers = children(noun, {"case", "mark"})
            yield noun_phrase(noun, alone=len(nouns) > 1, without=(*markers, predication.top, predication.clause))


def _readings(arguments: Sequence[Argument], predication: Predication) -> Iterator[tuple[Phrase, ...]]:
    """Yield the arguments, once for each member of the last."""
    first = tuple(_whole(argument, predication) for argument in arguments[:-1])
    for member in _members(arguments[-1], predication) if arguments else [()]:
        yield (*first, member)


def _members(argument: Argument, predication: Predication) -> list[Phrase]:
    """Return the phrases that are coordinated in an argument, each of which makes a tuple of its own."""
    if argument.role is Role.COMPLEMENT:
        return [clause_phrase(argument.head, without=(*argument.marker, predication.top))]
    heads = [item for item in conjuncts(argument.head) if not _is_clause(item, argument.head)]
    if not _can_split(heads):
        heads = heads[:1]
    return [_member(item, argument, predication, alone=len(heads) > 1) for item in heads]


def _can_split(members: Sequence[Token]) -> bool:
    """Tell whether each member of a coordination can be read alone; not so of "neither Japan nor Korea", and lists end somewhere."""
    return len(members) <= _LONGEST_LIST and not any(child.lower_ in _EXCLUDING for each in members for child in each.children)


def _member(item: Token, argument: Argument, predication: Predication, *, alone: bool) -> Phrase:
    if item == predication.head:
        return _attribute(item, predication, alone=alone)
    markers = argument.marker if item == argument.head else children(item, {"case"}) if argument.marker else ()
    return noun_phrase(item, alone=alone, without=(*markers, predication.clause))


def _attribute(head: Token, predication: Predication, *, alone: bool = True) -> Phrase:
    told = {each.head for each in predication.arguments if each.head != head}
    copula = min((word.i for word in children(head, {"cop"})), default=0)
    before = [child for child in head.children if child.i < copula]
    return noun_phrase(head, alone=alone, without=(*told, *before, *children(head, {"case"}), *predication.words))


def _is_clause(item: Token, first: Token) -> bool:
    return item != first and (item.pos_ in {"VERB", "AUX"} or bool(children(item, {"cop", "nsubj"})))


def _whole(argument: Argument, predication: Predication) -> Phrase:
    if argument.head.dep_ in _WHOLE_CLAUSES:
        return clause_phrase(argument.head)
    return noun_phrase(argument.head, without=(predication.clause,))


def _in_order(*phrases: Phrase) -> Phrase:
    return tuple(sorted({word for phrase in phrases for word in phrase}, key=lambda word: word.i))
