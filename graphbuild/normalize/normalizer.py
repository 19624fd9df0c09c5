"""Turn what one document says in words into statements."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graphbuild.model import (
    Attribution,
    Document,
    Entity,
    Evidence,
    Mention,
    MentionKind,
    Namespace,
    Predicate,
    Quotation,
    Quote,
    Reading,
    RelationMention,
    Statement,
    TimeExpression,
)
from graphbuild.normalize.link import Linker
from graphbuild.normalize.relations import Match, find_relation, find_title
from graphbuild.ontology import Ontology

OPEN = "relatedTo"
_PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "around", "outside", "inside", "within", "across", "throughout", "from", "off", "into"})
_OPEN_CONFIDENCE = 0.6
_METONYM_CONFIDENCE = 0.7
_EMPTY_VERBS = frozenset({"be", "have", "do", "make", "get", "take", "give", "say", "go", "come", "see", "include", "become", "remain"})


@dataclass(frozen=True, slots=True)
class NormalizedDocument:
    """What one document contributes to a graph."""

    document: Document
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class _Ends:
    """The two things a relation mention is about, and how sure it is that they are meant."""

    subject: Entity
    object: Entity
    certainty: float


@dataclass(frozen=True, slots=True)
class Normalizer:
    """Names to entities and phrases to relations, by an ontology."""

    ontology: Ontology
    namespace: Namespace = Namespace()

    def __call__(self, reading: Reading) -> NormalizedDocument:
        """Return the statements of one document, with the entities they are about."""
        linker = Linker(self.ontology, self.namespace, reading)
        entities: set[Entity] = set()
        statements: list[Statement] = []
        for mention in reading.relations:
            for statement, sides in self._normalize(mention, linker):
                statements.append(statement)
                entities.update(sides)
        return NormalizedDocument(reading.document, tuple(sorted(entities)), tuple(statements))

    def _normalize(self, mention: RelationMention, linker: Linker) -> Iterator[tuple[Statement, tuple[Entity, ...]]]:
        ends = self._ends(mention, linker)
        if ends is None:
            return
        match = self._match(mention.predicate, ends)
        if match is None and not _may_stay_open(mention, ends, self.ontology):
            return
        speakers = [linker.find(item) for item in mention.attributed_to if isinstance(item, Mention)]
        found = (ends.subject, ends.object, *(speaker for speaker in speakers if speaker is not None))
        yield self._statement(mention, ends, match, linker), found

    def _ends(self, mention: RelationMention, linker: Linker) -> _Ends | None:
        """Return subject and object as things, and how sure that is; None if one of them is none, or both are one."""
        is_place = mention.predicate.preposition in _PLACE_PREPOSITIONS
        subject, sure_of_subject = self._end(mention.subject, linker, is_place=False)
        obj, sure_of_object = self._end(mention.object, linker, is_place=is_place)
        if subject is None or obj is None or self._is_same(subject, obj):
            return None
        return _Ends(subject, obj, sure_of_subject * sure_of_object)

    def _end(self, mention: Mention, linker: Linker, *, is_place: bool) -> tuple[Entity | None, float]:
        entity = linker.find(mention, is_place=is_place)
        if entity is not None:
            return entity, 1.0
        return linker.find_metonym(mention), _METONYM_CONFIDENCE

    def _is_same(self, left: Entity, right: Entity) -> bool:
        """Tell whether both sides are one thing, or a country and its government."""
        if left.iri == right.iri:
            return True
        governments = (self.ontology.find_government(side.iri) for side in (left, right))
        return any(actor is not None and actor.iri.local_name in {left.iri.local_name, right.iri.local_name} for actor in governments)

    def _match(self, predicate: Predicate, ends: _Ends) -> Match | None:
        find = find_title if predicate.pos == "TITLE" else find_relation
        return find(predicate, ends.subject.type, ends.object.type, self.ontology)

    def _statement(self, mention: RelationMention, ends: _Ends, match: Match | None, linker: Linker) -> Statement:
        text = linker.reading.document.text
        subject, obj = ends.subject, ends.object
        is_inverse = match is not None and match.is_inverse
        first, second = (obj, subject) if is_inverse else (subject, obj)
        first_mention, second_mention = (mention.object, mention.subject) if is_inverse else (mention.subject, mention.object)
        evidence = Evidence(
            sentence=Quotation(mention.sentence, text[mention.sentence.start : mention.sentence.end]),
            subject=_quotation(first_mention),
            object=_quotation(second_mention),
            trigger=Quotation(mention.predicate.span, mention.predicate.text),
            phrase=mention.predicate.phrase,
            extractor=mention.extractor,
            confidence=round(mention.confidence * ends.certainty * (match.certainty if match is not None else _OPEN_CONFIDENCE), 4),
            attributed_to=tuple(self._attribution(item, linker) for item in mention.attributed_to),
            time=_time(mention.time),
        )
        predicate = self.namespace.term(match.relation.name if match is not None else OPEN)
        phrase = "" if match is not None else mention.predicate.phrase
        statement = Statement(first.iri, predicate, second.iri, mention.factuality, phrase, (evidence,))
        return statement.symmetric() if match is not None and match.relation.is_symmetric else statement

    def _attribution(self, item: Mention | Quote, linker: Linker) -> Attribution:
        quotation = Quotation(item.span, item.text)
        if isinstance(item, Quote):
            return Attribution(item.text, quotation)
        entity = linker.find(item)
        return Attribution(entity.label, quotation, entity.iri) if entity is not None else Attribution(item.text, quotation)


def _may_stay_open(mention: RelationMention, ends: _Ends, ontology: Ontology) -> bool:
    """Tell whether a statement that no relation fits is worth an edge: a verb of content between two named actors."""
    is_verb = mention.predicate.pos == "VERB" and mention.predicate.lemma not in _EMPTY_VERBS
    are_names = {mention.subject.kind, mention.object.kind} == {MentionKind.NAME}
    are_actors = ontology.is_a(ends.subject.type, "Actor") and ontology.is_a(ends.object.type, "Actor")
    return is_verb and are_names and are_actors and ends.certainty == 1.0 and "each other" not in mention.predicate.modifiers


def _quotation(mention: Mention) -> Quotation:
    return Quotation(mention.span, mention.text)


def _time(time: Quote | None) -> TimeExpression | None:
    return TimeExpression(Quotation(time.span, time.text), time.value) if time is not None else None
