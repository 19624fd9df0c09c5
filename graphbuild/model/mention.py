"""What a text says, still in its words."""

from dataclasses import dataclass, field
from enum import StrEnum

from graphbuild.model.document import Document, Span
from graphbuild.model.statement import Factuality


class MentionKind(StrEnum):
    """How a text refers to something."""

    NAME = "name"
    """A proper name: "Tsai Ing-wen"."""
    DESCRIPTION = "description"
    """A common noun with what belongs to it: "Taiwanese defense officials"."""
    DEMONYM = "demonym"
    """An adjective or noun of a country that stands for it: "Japanese"."""
    ROLE = "role"
    """A post or title: "Prime Minister"."""
    PRONOUN = "pronoun"
    """A pronoun that nothing in the text is known to be meant by."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Something named in a text; ``document.text[span.start:span.end] == text``.

    ``label`` is the type that the reader saw ("Person", "Organization" …), empty if it saw none; ``name`` are the words that
    identify the thing, without article, title and possessive; ``head`` is the lemma of the head noun; ``modifiers`` are the
    demonyms and names that qualify it ("Japanese" in "the Japanese coast guard").
    """

    span: Span
    text: str
    label: str = ""
    kind: MentionKind = MentionKind.NAME
    name: str = ""
    head: str = ""
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Alias:
    """Two mentions that a text says are one thing: "Liberal Democratic Party (LDP)"."""

    mention: Mention
    other: Mention


@dataclass(frozen=True, slots=True, order=True)
class Predicate:
    """The words of a relation, complete enough to be normalized without the parse.

    ``phrase`` reads as the label of an edge ("hold talk with"); ``lemma`` is that of the head word, ``pos`` its coarse part of
    speech (VERB, NOUN, ADJ, ADP), ROLE where a noun says what its holder is, TITLE where
    the object is the role itself, or AFFIX; ``noun`` is the noun of a light verb; ``modifiers`` are lemmas that qualify the trigger.
    ``relation`` is the ontology's relation, where the reader knows it from more than the words.
    """

    phrase: str
    text: str
    span: Span
    lemma: str
    pos: str
    particle: str = ""
    preposition: str = ""
    noun: str = ""
    modifiers: tuple[str, ...] = ()
    relation: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of a text at their place: a time expression, or who is said to say something.

    ``value`` is the ISO 8601 date or interval of a time expression, where it could be resolved.
    """

    text: str
    span: Span
    value: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class RelationMention:
    """What one sentence says about two mentions."""

    sentence: Span
    subject: Mention
    predicate: Predicate
    object: Mention
    extractor: str
    factuality: Factuality = Factuality.ASSERTED
    confidence: float = 1.0
    attributed_to: tuple[Mention | Quote, ...] = ()
    time: Quote | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    aliases: tuple[Alias, ...] = ()
    relations: tuple[RelationMention, ...] = field(default=())
