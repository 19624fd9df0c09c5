"""One view of a parse, whether its labels are Universal Dependencies or CLEAR (those of spaCy's own English models).

The schemes differ in three ways that matter here. A preposition is a ``case`` child of its noun in UD and the noun's head
(``prep`` → ``pobj``) in CLEAR; "be" is a ``cop`` child of the predicate in UD and its head (``attr``) in CLEAR; and labels have other
names. References: de Marneffe et al., Universal Dependencies (CL 47:2, 2021); Choi & Palmer, Guidelines for the CLEAR style
constituent to dependency conversion (2012).
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from graphbuild.extract.kept import kept_with_doc, kept_with_token

ACTIVE_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "nsubjpass"})
OBJECTS = frozenset({"obj", "dobj"})
INDIRECT_OBJECTS = frozenset({"iobj", "dative"})
POSSESSORS = frozenset({"nmod:poss", "poss"})
CONJUNCTS = frozenset({"conj"})
RELATIVE_CLAUSES = frozenset({"acl:relcl", "relcl"})
COPULAR_COMPLEMENTS = frozenset({"attr", "acomp"})
_NOMINAL_OBLIQUES = frozenset({"obl", "nmod", "obl:agent", "obl:npmod", "nmod:desc"})
_CLEAR_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
# "from out of": no preposition has more words.
_TOGETHER = frozenset({"collaboration", "concert", "conjunction", "cooperation", "coordination", "partnership", "tandem"})
_MOST_WORDS = 2
_CASES = frozenset({"case"})
_FIXED = frozenset({"fixed"})
_PARTICLES = frozenset({"compound:prt", "prt"})
_PASSIVE_MARKS = PASSIVE_SUBJECTS | {"aux:pass", "auxpass"}
_COPULAS = frozenset({"cop"})
_LIKE_BE = frozenset({"become", "remain", "stay"})
_PREDICATED = frozenset({"xcomp"})
_RELATIVE_PRONOUNS = frozenset({"who", "whom", "which", "that"})


@dataclass(frozen=True, slots=True)
class Oblique:
    """A noun under a preposition: "with" and the head of "the United States"."""

    preposition: str
    noun: Token


def children(token: Token, labels: AbstractSet[str]) -> list[Token]:
    """Return the children of ``token`` whose label is one of ``labels``, in order."""
    if not has_child(token, labels):
        return []
    return [child for label, child in _labelled_children(token) if label in labels]


def has_child(token: Token, labels: AbstractSet[str]) -> bool:
    """Tell whether ``token`` has a child whose label is one of ``labels``."""
    return not labels.isdisjoint(_tree(token.doc).labels[token.i])


def all_children(token: Token) -> Sequence[Token]:
    """Return the children of ``token``, in order."""
    return _tree(token.doc).children[token.i]


def sentence_of(token: Token) -> Span:
    """Return the sentence that ``token`` stands in."""
    return _sentences(token.doc)[token.i]


def has_feature(token: Token, name: str, value: str) -> bool:
    """Tell whether the morphology of ``token`` says so: ``has_feature(token, "Number", "Plur")``."""
    return value in _features(str(token.morph)).get(name, ())


def is_plural(noun: Token) -> bool:
    """Tell whether a noun is in the plural, by its morphology or its Penn tag."""
    return noun.tag_ in {"NNS", "NNPS"} or has_feature(noun, "Number", "Plur")


def conjuncts(token: Token) -> Sequence[Token]:
    """Return ``token`` and what is coordinated with it, however long the list, without what is set against it: "but not Mali"."""
    if not has_child(token, CONJUNCTS):
        return (token,)
    found, waiting = [], [token]
    while waiting:
        item = waiting.pop()
        found.append(item)
        waiting += reversed([child for child in children(item, CONJUNCTS) if not _is_set_against(child)])
    return tuple(found)


def _is_set_against(noun: Token) -> bool:
    """Tell whether a "not" opens a conjunct: the verb of a clause has its own."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    edge = noun.left_edge
    return edge.lower_ == "not" or (edge.lower_ in {"but", "and"} and edge.i + 1 < noun.i and edge.nbor(1).lower_ == "not")


def head_of_coordination(token: Token) -> Token:
    """Return the first conjunct of the coordination that ``token`` stands in."""
    while token.dep_ in CONJUNCTS and token.head != token:
        token = token.head
    return token


@kept_with_token
def obliques(head: Token) -> Sequence[Oblique]:
    """Return the prepositional phrases of a verb, noun or adjective, coordinated nouns each on their own.

    "in partnership with" and the like say no more than "with".
    """
    return tuple(phrase for found in _obliques(head) for phrase in _together_with(found))


def _together_with(phrase: Oblique) -> tuple[Oblique, ...]:
    is_joint = phrase.preposition == "in" and phrase.noun.lemma_.lower() in _TOGETHER
    inner = tuple(each for each in _obliques(phrase.noun) if each.preposition == "with") if is_joint else ()
    return inner or (phrase,)


def preposition_of(noun: Token) -> str:
    """Return the preposition that governs ``noun``, empty if there is none."""
    first = head_of_coordination(noun)
    if first.dep_ == "pobj":
        return first.head.lower_
    return _case(noun) or _case(first)


def particle_of(verb: Token) -> str:
    """Return the particle of a phrasal verb ("up" in "stand up"), empty if there is none."""
    return " ".join(child.lower_ for child in children(verb, _PARTICLES))


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive, by its auxiliary or its subject."""
    return has_child(verb, _PASSIVE_MARKS)


def is_relative_pronoun(token: Token) -> bool:
    """Tell whether ``token`` stands for the noun that its relative clause modifies."""
    return token.lower_ in _RELATIVE_PRONOUNS and token.pos_ in {"PRON", "DET", "SCONJ"}


def is_copula(token: Token) -> bool:
    """Tell whether ``token`` heads a copular clause: "be" under CLEAR labels, "become" and "remain" with a noun under UD's."""
    return (token.lemma_ == "be" and has_child(token, COPULAR_COMPLEMENTS)) or bool(_became(token))


def predicates_of(token: Token) -> list[Token]:
    """Return what a copula says of its subject, under either scheme: ``token`` itself (UD), or its complements (CLEAR)."""
    if has_child(token, _COPULAS):
        return [token]
    return _became(token) or (children(token, COPULAR_COMPLEMENTS) if is_copula(token) else [])


def _became(verb: Token) -> list[Token]:
    """Return what somebody became or remained: "remains an ally of Kenya"."""
    if verb.lemma_ not in _LIKE_BE:
        return []
    return [noun for noun in children(verb, _PREDICATED) if noun.pos_ in {"NOUN", "PROPN"} and noun.i > verb.i]


def _obliques(head: Token) -> Iterator[Oblique]:
    for label, child in _labelled_children(head):
        if label in _NOMINAL_OBLIQUES:
            yield from _ud_obliques(child)
        elif label in _CLEAR_PREPOSITIONS and (label == "prep" or child.pos_ in {"ADP", "SCONJ", "PART"}):
            yield from _clear_obliques(child, child.lower_)


def _ud_obliques(noun: Token) -> Iterator[Oblique]:
    preposition = _case(noun)
    if preposition:
        for item in conjuncts(noun):
            yield Oblique(_case(item) or preposition, item)


def _clear_obliques(adposition: Token, preposition: str) -> Iterator[Oblique]:
    for label, child in _labelled_children(adposition):
        if label == "pobj":
            for item in conjuncts(child):
                yield Oblique(preposition, item)
        elif label == "prep" and preposition.count(" ") < _MOST_WORDS:
            yield from _clear_obliques(child, f"{preposition} {child.lower_}")
        elif label in CONJUNCTS and child.pos_ == "ADP":
            yield from _clear_obliques(child, child.lower_)


@kept_with_token
def _case(noun: Token) -> str:
    """Return the words of the preposition before ``noun`` ("because of"); a possessive clitic is none."""
    markers = [child for child in children(noun, _CASES) if child.i < noun.i and child.pos_ != "PART"]
    words = [word for marker in markers for word in (marker, *children(marker, _FIXED))]
    return " ".join(word.lower_ for word in words)


@lru_cache(maxsize=4_096)
def _features(morphology: str) -> dict[str, list[str]]:
    """Return the values of each feature in "Number=Plur|Person=1,3"."""
    pairs = (feature.partition("=") for feature in morphology.split("|"))
    return {name: values.split(",") for name, _, values in pairs}


@dataclass(frozen=True, slots=True)
class _Tree:
    """The children of each token and their labels: the Doc itself would look for them anew each time."""

    labels: list[tuple[str, ...]]
    children: list[tuple[Token, ...]]


@kept_with_doc
def _tree(doc: Doc) -> _Tree:
    below: dict[int, list[Token]] = {}
    for token in doc:
        head = token.head.i
        if head != token.i:
            below.setdefault(head, []).append(token)
    found = [tuple(below.get(index, ())) for index in range(len(doc))]
    return _Tree([tuple([child.dep_ for child in items]) for items in found], found)


def _labelled_children(token: Token) -> Iterator[tuple[str, Token]]:
    tree, index = _tree(token.doc), token.i
    return zip(tree.labels[index], tree.children[index], strict=True)


@kept_with_doc
def _sentences(doc: Doc) -> list[Span]:
    return [sentence for sentence in doc.sents for _ in range(len(sentence))]
