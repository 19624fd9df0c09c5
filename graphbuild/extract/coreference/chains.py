"""Chains: all that has been mentioned of one thing so far in a document."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from spacy.tokens import Token

from graphbuild.extract.coreference.given_names import GENDER_BY_GIVEN_NAME
from graphbuild.extract.coreference.kinds import LABELS_BY_NOUN
from graphbuild.extract.coreference.referents import Form, Referent
from graphbuild.extract.names import entity_at
from graphbuild.extract.syntax import ACTIVE_SUBJECTS, children, is_plural
from graphbuild.model.labels import ORGANIZATION_LABELS, PERSON_LABELS

_MOST_CHAINS = 40
"""What was mentioned before that many other things is out of mind."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ARTICLES = frozenset({"the", "a", "an"})
_BARE = frozenset({"det", "case", "conj", "cop", "nsubj", "mark"})
_MOST_SENTENCES = 3
_LESSER = frozenset({"vice", "deputy", "former", "ex", "acting", "assistant", "associate", "then"})
_IS = frozenset({"is", "was", "are", "were", "'s", "’s"})


@dataclass(slots=True, eq=False)
class Chain:
    """The mentions of one thing, in order; ``name`` is the longest that names it, ``description`` the first that is no pronoun.

    ``confidence`` is how likely the latest pronoun was put in the right chain: names and nouns set it back to 1. ``nature`` is what
    was found out about the chain as it is, empty as long as nobody has asked.
    """

    referents: list[Referent] = field(default_factory=list)
    name: Referent | None = None
    last_name: Referent | None = None
    description: Referent | None = None
    gender: str = ""
    names: int = 0
    confidence: float = 1.0
    nature: str = ""

    @property
    def last(self) -> Referent:
        """The latest mention."""
        return self.referents[-1]

    def add(self, referent: Referent, confidence: float) -> None:
        """Take in a mention."""
        self.referents.append(referent)
        self.nature = ""
        self.gender = self.gender or referent.gender
        self.confidence = confidence
        if self.description is None and referent.form is not Form.PRONOUN:
            self.description = referent
        if referent.form is Form.NAME:
            self.names += 1
            self.last_name = referent
            self._call(referent)

    def _call(self, referent: Referent) -> None:
        """Take a name if it is the longest; only then does it hold the given name: "Lee" may be either."""
        words = entity_at(referent.token)
        if self.name is None or len(words) > len(entity_at(self.name.token)):
            self.name = referent
            is_person = referent.label in PERSON_LABELS or not referent.label
            self.gender = self.gender or (GENDER_BY_GIVEN_NAME.get(words[0].lower_, "") if is_person else "")


@dataclass(slots=True)
class Chains:
    """The chains of a document as far as it has been read."""

    _recent: dict[Chain, None] = field(default_factory=dict)
    _by_name: dict[str, Chain] = field(default_factory=dict)
    _by_noun: dict[tuple[str, bool], Chain] = field(default_factory=dict)
    _by_token: dict[Token, Chain] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Chain]:
        """Yield the chains in mind, the latest mentioned first."""
        return iter(reversed(list(self._recent)))

    def find(self, token: Token) -> Chain | None:
        """Return the chain of the mention that ``token`` heads."""
        return self._by_token.get(token)

    def add(self, referent: Referent, chain: Chain | None = None, confidence: float = 1.0) -> Chain:
        """Put a mention into ``chain``, or else where its words tell that it belongs; return the chain."""
        found = chain or self._known(referent) or Chain()
        self._recent.pop(found, None)
        self._recent[found] = None
        found.add(referent, confidence)
        if len(self._recent) > _MOST_CHAINS:
            del self._recent[next(iter(self._recent))]
        self._remember(referent, found)
        return found

    def _known(self, referent: Referent) -> Chain | None:
        if referent.form is Form.NAME:
            return self._by_name.get(_key(referent)) or self._named_by(referent.token)
        if referent.form is not Form.NOUN:
            return None
        subject = _subject_of_predicate(referent.token)
        if subject is not None:
            return self._by_token.get(subject)
        if not is_definite(referent.token):
            return None
        return self._by_noun.get((referent.token.lemma_.lower(), referent.is_plural)) or self._of_kind(referent)

    def _of_kind(self, referent: Referent) -> Chain | None:
        """Return the latest named thing of the kind that a bare noun tells: "the party"."""
        labels = LABELS_BY_NOUN.get(referent.token.lemma_.lower())
        if labels is None or referent.is_plural or not is_bare(referent.token):
            return None
        near = takewhile(lambda chain: referent.sentence - chain.last.sentence <= _MOST_SENTENCES, self)
        return next((chain for chain in near if chain.name is not None and chain.name.label in labels), None)

    def _named_by(self, name: Token) -> Chain | None:
        """Return the chain of the noun that ``name`` stands in apposition to: "the mayor, Anna Lee"."""
        chain = self._by_token.get(name.head) if name.dep_ == "appos" else None
        return chain if chain is not None and chain.name is None else None

    def _remember(self, referent: Referent, chain: Chain) -> None:
        token = referent.token
        self._by_token.setdefault(token, chain)
        if referent.form is Form.NOUN:
            self._by_noun[token.lemma_.lower(), referent.is_plural] = chain
        elif referent.form is Form.NAME:
            self._by_name[_key(referent)] = chain
            if referent.label in PERSON_LABELS:
                self._remember_person(token, chain)
            elif referent.label in ORGANIZATION_LABELS:
                self._by_noun[entity_at(token)[-1].lower_, False] = chain

    def _remember_person(self, token: Token, chain: Chain) -> None:
        """Remember the parts of a name, and the post before it: "the president" is who was called so."""
        name = entity_at(token)
        self._by_name.setdefault(name[-1].lower_, chain)
        self._by_name.setdefault(name[0].lower_, chain)
        for post in token.lefts:
            if post.pos_ in {"NOUN", "PROPN"} and not post.ent_type_ and not _is_lesser(post):
                self._by_noun[post.lemma_.lower(), False] = chain


def _is_lesser(post: Token) -> bool:
    """Tell whether a post is another than its last word says: a vice president is not the president."""
    return any(word.lower_ in _LESSER for word in post.doc[max(post.sent.start, post.i - 2) : post.i])


def is_definite(noun: Token) -> bool:
    """Tell whether a noun has "the" or a demonstrative."""
    return any(child.lower_ in _DEFINITE for child in children(noun, {"det"}))


def is_bare(noun: Token) -> bool:
    """Tell whether nothing but its article or preposition goes with a noun: neither "the other party" nor "the island of Java"."""
    return all(child.dep_ in _BARE or child.pos_ in {"PUNCT", "CCONJ"} for child in noun.children)


def _key(referent: Referent) -> str:
    return " ".join(token.lower_ for token in entity_at(referent.token) if token.is_alpha and token.lower_ not in _ARTICLES)


def _subject_of_predicate(noun: Token) -> Token | None:
    """Return what "be" equates ``noun`` with: "Phoenix is the capital"."""
    if not any(child.lower_ in _IS for child in children(noun, {"cop"})) or children(noun, {"case", "neg"}):
        return None
    subjects = children(noun, ACTIVE_SUBJECTS)
    return next((subject for subject in subjects if is_plural(subject) == is_plural(noun)), None)
