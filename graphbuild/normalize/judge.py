"""What a relation mention comes to: a statement, a repaired one or none, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graphbuild.model import (
    Candidate,
    Entity,
    Iri,
    Mention,
    MentionKind,
    Namespace,
    Predicate,
    Reason,
    RelationMention,
    Statement,
)
from graphbuild.normalize.confidence import Confidence, confidence_of
from graphbuild.normalize.ends import Ends, find_places
from graphbuild.normalize.evidence import find_evidence
from graphbuild.normalize.link import UNKNOWN_TYPE, Linker
from graphbuild.normalize.relations import BY_TRIGGER, STRUCTURAL, Match, find_relation, find_title

OPEN = Namespace().term("relatedTo")
"""The predicate of what no relation fits. The vocabulary keeps its IRIs whatever the base of a graph's own."""
LEAST_NAMELESS = 0.5
"""What is said of somebody without a name ("police") has to be as sure; chosen on the development part of the relation corpus."""
_PLACED = frozenset({"visited", "locatedIn", "intrudedInto"})
# Relations that hold of a thing itself and not of whose it is: seizing a Japanese boat seizes no country.
_LITERAL = STRUCTURAL | {"arrested", "harmed", "visited", "hosted", "deploysMilitary", "metWith", "heldTalksWith", "notified"}
# Prepositions that tell a part in what is done rather than where or when it is done; none is a direct object.
_TELLING = frozenset({"", "with", "against", "to", "for", "from", "into", "over", "on", "towards", "toward", "alongside"})
_EMPTY_VERBS = frozenset(
    {"be", "have", "do", "make", "get", "take", "give", "say", "go", "come", "see", "include", "become", "remain"}
)


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges the relation mentions of one document, knowing what types its things have in all of it."""

    linker: Linker
    type_by_iri: Mapping[Iri, str]
    confidence: Confidence = confidence_of

    def __call__(self, mention: RelationMention, ends: Ends | Reason) -> Candidate:
        """Return the candidate that ``mention`` is; ``ends`` are its sides, or why they are none."""
        if isinstance(ends, Reason):
            return Candidate(mention, self._sentence(mention), ends)
        ends = ends.repaired(self._typed(ends.subject), self._typed(ends.object), Reason.RETYPED)
        match = self._match(mention.predicate, ends)
        if match is None:
            return self._unmatched(mention, ends)
        if ends.certainty < 1.0 and match.relation.name in _LITERAL:
            return self._candidate(mention, ends, match, Reason.LITERAL)
        if match.relation.name in _PLACED:
            ends = find_places(mention, ends, self.linker, is_inverse=match.is_inverse)
        if match.is_inverse:
            ends = replace(ends, repairs=(Reason.TURNED, *ends.repairs))
        return self._candidate(mention, ends, match, *(ends.repairs or (Reason.FITS,)))

    def _unmatched(self, mention: RelationMention, ends: Ends) -> Candidate:
        """Return what becomes of a mention for whose words no relation fits these two things."""
        if self._may_stay_open(mention, ends):
            return self._candidate(mention, ends, None, *(ends.repairs or (Reason.OPEN,)))
        named = self._named(mention.predicate)
        return self._candidate(mention, ends, named, Reason.NO_RELATION if named is None else Reason.UNFIT)

    def _match(self, predicate: Predicate, ends: Ends) -> Match | None:
        find = find_title if predicate.pos == "TITLE" else find_relation
        return find(predicate, ends.subject.type, ends.object.type, self.linker.ontology)

    def _named(self, predicate: Predicate) -> Match | None:
        """Return the relation that the words would be, had they two other sides."""
        return find_relation(predicate, UNKNOWN_TYPE, UNKNOWN_TYPE, self.linker.ontology)

    def _typed(self, entity: Entity) -> Entity:
        return replace(entity, type=self.type_by_iri.get(entity.iri, entity.type))

    def _may_stay_open(self, mention: RelationMention, ends: Ends) -> bool:
        """Tell whether a statement that no relation fits is worth an edge: a verb of content between two named actors."""
        predicate, is_a = mention.predicate, self.linker.ontology.is_a
        is_verb = predicate.pos == "VERB" and predicate.lemma not in _EMPTY_VERBS and predicate.preposition in _TELLING
        are_names = {mention.subject.kind, mention.object.kind} == {MentionKind.NAME}
        are_actors = is_a(ends.subject.type, "Actor") and is_a(ends.object.type, "Actor")
        return (
            not predicate.relation
            and is_verb
            and are_names
            and are_actors
            and ends.certainty == 1.0
            and "each other" not in predicate.modifiers
        )

    def _candidate(self, mention: RelationMention, ends: Ends, match: Match | None, *reasons: Reason) -> Candidate:
        said_by = [item for item in mention.attributed_to if isinstance(item, Mention) and item.kind is not MentionKind.PRONOUN]
        speakers = [self._typed(self.linker.find_speaker(item)) for item in said_by]
        sides = (_called(ends.subject, mention.subject), _called(ends.object, mention.object))
        statement = self._statement(mention, ends, match)
        is_unsure = ends.is_nameless and statement.evidence[0].confidence < LEAST_NAMELESS
        return Candidate(
            mention=mention,
            sentence=self._sentence(mention),
            reason=Reason.UNSURE if is_unsure else reasons[0],
            detail="; ".join((*reasons[1:], *_likeness(match))),
            statement=statement,
            things=(*sides, *speakers),
        )

    def _sentence(self, mention: RelationMention) -> str:
        return self.linker.reading.document.text[mention.sentence.start : mention.sentence.end]

    def _statement(self, mention: RelationMention, ends: Ends, match: Match | None) -> Statement:
        is_inverse = match is not None and match.is_inverse
        first, second = (ends.object, ends.subject) if is_inverse else (ends.subject, ends.object)
        evidence = find_evidence(mention, self.linker, confidence=self.confidence(mention, ends, match))
        statement = Statement(
            first.iri,
            match.relation.iri if match is not None else OPEN,
            second.iri,
            mention.factuality,
            "" if match is not None else mention.predicate.phrase,
            (replace(evidence, subject=evidence.object, object=evidence.subject) if is_inverse else evidence,),
        )
        return statement.symmetric() if match is not None and match.relation.is_symmetric else statement


def _likeness(match: Match | None) -> tuple[str, ...]:
    """Return what a phrase that is no trigger is like, if that is why it is taken for the relation."""
    return () if match is None or match.reason == BY_TRIGGER else (match.reason,)


def _called(entity: Entity, mention: Mention) -> Entity:
    """Return the entity with the name that the text uses for it as an alias."""
    is_alias = mention.kind is MentionKind.NAME and mention.name != entity.label
    return replace(entity, aliases=(mention.name,)) if is_alias else entity
