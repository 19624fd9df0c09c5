"""What is believed, in IRIs, and why."""

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from graphbuild.model.document import Span
from graphbuild.model.iri import Iri, digest


class Factuality(StrEnum):
    """What a text does with a statement: assert, plan, imagine or deny it."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """A thing in the world. ``same_as`` are IRIs elsewhere.

    ``type`` is the local name of a class of the bundled vocabulary, or the IRI of a class of another one.
    """

    iri: Iri
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[Iri, ...] = ()

    @property
    def is_of_other_vocabulary(self) -> bool:
        """Whether the type is an IRI."""
        return ":" in self.type

    @property
    def type_name(self) -> str:
        """The local name of the class, whatever vocabulary it is of."""
        return re.split(r"[#/]", self.type)[-1] or self.type


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """Words of a document at their place; ``document.text[span.start:span.end] == text``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Attribution:
    """Who says it: an actor (``iri``), somebody whom the text does not name (``is_unnamed``: "he"), or else a cited source."""

    label: str
    quotation: Quotation
    iri: Iri | None = None
    is_unnamed: bool = False

    @property
    def is_citation(self) -> bool:
        """Whether it is a publication that says it, rather than somebody, named or not."""
        return self.iri is None and not self.is_unnamed


@dataclass(frozen=True, slots=True, order=True)
class TimeExpression:
    """When, in the text's words; ``value`` is an ISO 8601 date or interval if it could be resolved."""

    quotation: Quotation
    value: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """One place where a statement was read.

    ``subject`` and ``object`` are the mentions of the statement's subject and object as stored; ``is_reversed`` tells that the
    text names them the other way round (symmetric relations are stored once, their sides sorted). ``phrase`` is the relation in
    words.
    """

    sentence: Quotation
    subject: Quotation
    object: Quotation
    trigger: Quotation
    phrase: str
    extractor: str
    confidence: float
    attributed_to: tuple[Attribution, ...] = ()
    time: TimeExpression | None = None
    is_reversed: bool = False

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """A total order: place first."""
        return (
            self.sentence,
            self.subject,
            self.object,
            self.trigger,
            self.extractor,
            self.phrase,
            self.confidence,
            tuple((said.label, said.quotation, said.iri or "", said.is_unnamed) for said in self.attributed_to),
            (self.time.quotation, self.time.value is not None, self.time.value or "") if self.time else (),
            self.is_reversed,
        )

    @property
    def is_authors(self) -> bool:
        """Whether the author, or a publication that the author cites, says it, rather than somebody in the text."""
        return all(attribution.is_citation for attribution in self.attributed_to)

    def turned(self) -> "Evidence":
        """Return the evidence for the statement with its sides changed."""
        return replace(self, subject=self.object, object=self.subject, is_reversed=not self.is_reversed)


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """A fact in IRIs. Equal facts are equal, whatever their evidence.

    ``phrase`` is empty unless the statement is open: then ``predicate`` is ``gb:relatedTo`` and the phrase says what is meant.
    A symmetric relation's sides are sorted, see :meth:`symmetric`.
    """

    subject: Iri
    predicate: Iri
    object: Iri
    factuality: Factuality = Factuality.ASSERTED
    phrase: str = ""
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)

    @property
    def id(self) -> str:
        """A name for the fact that depends on nothing else: 16 hexadecimal digits."""
        return digest(self.subject, self.phrase or self.predicate, self.object, self.factuality)

    @property
    def is_open(self) -> bool:
        """Whether no relation of the ontology fitted."""
        return bool(self.phrase)

    @property
    def confidence(self) -> float:
        """That of the best evidence; 0.0 where there is none."""
        return max((evidence.confidence for evidence in self.evidence), default=0.0)

    @property
    def is_plain(self) -> bool:
        """Whether RDF may state it as a plain triple: asserted, and not only by somebody in the text."""
        return self.factuality is Factuality.ASSERTED and (
            not self.evidence or any(evidence.is_authors for evidence in self.evidence)
        )

    def symmetric(self) -> "Statement":
        """Return the statement as one of a symmetric relation is stored: its sides sorted, its evidence turned with them."""
        if self.subject <= self.object:
            return self
        evidence = tuple(piece.turned() for piece in self.evidence)
        return replace(self, subject=self.object, object=self.subject, evidence=evidence)
