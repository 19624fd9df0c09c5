"""Turn what one document says in words into statements."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from graphbuild.model import (
    Attribution,
    Document,
    Entity,
    Evidence,
    Iri,
    Mention,
    MentionKind,
    Namespace,
    Predicate,
    Quotation,
    Quote,
    Reading,
    RelationMention,
    Span,
    Statement,
    TimeExpression,
)
from graphbuild.normalize.link import UNKNOWN_TYPE, Linker
from graphbuild.normalize.relations import STRUCTURAL, Match, find_relation, find_title
from graphbuild.normalize.time import LOOKED_BACK, resolve_time
from graphbuild.ontology import Ontology

OPEN = Namespace().term("relatedTo")
"""The predicate of what no relation fits. The vocabulary keeps its IRIs whatever the base of a graph's own."""
_PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "around", "outside", "inside", "within", "across", "throughout", "from", "off", "into"}
)
_PLACED = frozenset({"visited", "locatedIn", "intrudedInto"})
# Relations that hold of a thing itself and not of whose it is: seizing a Japanese boat seizes no country.
_LITERAL = STRUCTURAL | {"arrested", "harmed", "visited", "hosted", "deploysMilitary", "metWith", "heldTalksWith", "notified"}
_OPEN_CONFIDENCE = 0.6
_METONYM_CONFIDENCE = 0.7
# Prepositions that tell a part in what is done rather than where or when it is done; none is a direct object.
_TELLING = frozenset({"", "with", "against", "to", "for", "from", "into", "over", "on", "towards", "toward", "alongside"})
_EMPTY_VERBS = frozenset(
    {"be", "have", "do", "make", "get", "take", "give", "say", "go", "come", "see", "include", "become", "remain"}
)


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
    namespace: Namespace = field(default_factory=Namespace)

    def __call__(self, reading: Reading) -> NormalizedDocument:
        """Return the statements of one document, with the entities they are about."""
        linker = Linker(self.ontology, self.namespace, reading)
        entities: list[Entity] = []
        statements: list[Statement] = []
        for mention in reading.relations:
            for statement, sides in self._normalize(mention, linker):
                statements.append(statement)
                entities.extend(sides)
        kept = tuple(best_readings(statements))
        named = {iri for statement in kept for iri in _things(statement)}
        described = agreed_types((entity for entity in entities if entity.iri in named), self.ontology)
        return NormalizedDocument(reading.document, tuple(sorted(set(described))), kept)

    def _normalize(self, mention: RelationMention, linker: Linker) -> Iterator[tuple[Statement, tuple[Entity, ...]]]:
        ends = self._ends(mention, linker)
        if ends is None:
            return
        match = self._match(mention.predicate, ends)
        if match is not None and ends.certainty < 1.0 and match.relation.name in _LITERAL:
            return
        if match is not None and match.relation.name in _PLACED:
            ends = self._placed(mention, ends, match, linker)
        if match is None and not _may_stay_open(mention, ends, self.ontology):
            return
        speakers = (linker.find_speaker(item) for item in mention.attributed_to if isinstance(item, Mention))
        sides = (_named(ends.subject, mention.subject), _named(ends.object, mention.object))
        yield self._statement(mention, ends, match, linker), (*sides, *speakers)

    def _ends(self, mention: RelationMention, linker: Linker) -> _Ends | None:
        """Return subject and object as things, and how sure that is; None if one of them is none, or both are one."""
        is_place = mention.predicate.preposition in _PLACE_PREPOSITIONS
        subject, sure_of_subject = self._end(mention.subject, linker, is_place=False)
        obj, sure_of_object = self._end(mention.object, linker, is_place=is_place)
        if subject is None or obj is None or self._is_same(subject, obj):
            return None
        return _Ends(subject, obj, sure_of_subject * sure_of_object)

    def _placed(self, mention: RelationMention, ends: _Ends, match: Match, linker: Linker) -> _Ends:
        """Return the ends with the city rather than who acts from there, where the relation is to a place ("visited Tokyo")."""
        if match.is_inverse:
            return replace(ends, subject=linker.find(mention.subject, is_place=True) or ends.subject)
        return replace(ends, object=linker.find(mention.object, is_place=True) or ends.object)

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
        return any(
            actor is not None and actor.iri.local_name in {left.iri.local_name, right.iri.local_name} for actor in governments
        )

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
            confidence=round(
                mention.confidence * ends.certainty * (match.certainty if match is not None else _OPEN_CONFIDENCE), 4
            ),
            attributed_to=tuple(self._attribution(item, linker) for item in mention.attributed_to),
            time=_time(mention.time, linker.reading.document),
        )
        predicate = match.relation.iri if match is not None else OPEN
        phrase = "" if match is not None else mention.predicate.phrase
        statement = Statement(first.iri, predicate, second.iri, mention.factuality, phrase, (evidence,))
        return statement.symmetric() if match is not None and match.relation.is_symmetric else statement

    def _attribution(self, item: Mention | Quote, linker: Linker) -> Attribution:
        quotation = Quotation(item.span, item.text)
        if isinstance(item, Quote):
            return Attribution(item.text, quotation)
        entity = linker.find_speaker(item)
        return Attribution(entity.label, quotation, entity.iri)


def _things(statement: Statement) -> Iterator[Iri]:
    """Yield the IRIs of the things a statement is about, and of who says it."""
    yield from (statement.subject, statement.object)
    for evidence in statement.evidence:
        yield from (said.iri for said in evidence.attributed_to if said.iri is not None)


def agreed_types(entities: Iterable[Entity], ontology: Ontology) -> Iterator[Entity]:
    """Yield the entities, those of one IRI with the type that most of them have; an unknown type has no vote.

    Who says that a thing is an organization does not deny that it is a party: a class has the votes of broader ones too.
    """
    found = list(entities)
    votes: dict[Iri, Counter[str]] = {}
    for entity in found:
        votes.setdefault(entity.iri, Counter())[entity.type] += entity.type != UNKNOWN_TYPE
    type_by_iri = {iri: _elected(counts, ontology) for iri, counts in votes.items()}
    for entity in found:
        yield replace(entity, type=type_by_iri[entity.iri])


def _elected(votes: Counter[str], ontology: Ontology) -> str:
    support = {
        kind: sum(count for other, count in votes.items() if other == kind or ontology.is_a(kind, other)) for kind in votes
    }
    depth = {kind: sum(ontology.is_a(kind, other) for other in votes) for kind in votes}
    return min(votes, key=lambda kind: (-support[kind], -depth[kind], kind))


def best_readings(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield one reading of each fact per sentence, the surest; an open one only where no relation was read between the two."""
    best: dict[tuple[Statement, Span], Statement] = {}
    related: set[tuple[frozenset[Iri], Span]] = set()
    for statement in statements:
        key = statement, statement.evidence[0].sentence.span
        if key not in best or _rank(statement) > _rank(best[key]):
            best[key] = statement
        if not statement.is_open:
            related.add((frozenset({statement.subject, statement.object}), key[1]))
    for (fact, sentence), statement in best.items():
        if not fact.is_open or (frozenset({fact.subject, fact.object}), sentence) not in related:
            yield statement


def _rank(statement: Statement) -> tuple[float, int, str]:
    """Return how good a reading is: surer first, then the one with the fuller trigger, then by extractor."""
    evidence = statement.evidence[0]
    return evidence.confidence, len(evidence.trigger.text), evidence.extractor


def _may_stay_open(mention: RelationMention, ends: _Ends, ontology: Ontology) -> bool:
    """Tell whether a statement that no relation fits is worth an edge: a verb of content between two named actors."""
    predicate = mention.predicate
    is_verb = predicate.pos == "VERB" and predicate.lemma not in _EMPTY_VERBS and predicate.preposition in _TELLING
    are_names = {mention.subject.kind, mention.object.kind} == {MentionKind.NAME}
    are_actors = ontology.is_a(ends.subject.type, "Actor") and ontology.is_a(ends.object.type, "Actor")
    return is_verb and are_names and are_actors and ends.certainty == 1.0 and "each other" not in mention.predicate.modifiers


def _named(entity: Entity, mention: Mention) -> Entity:
    """Return the entity with the name that the text uses for it as an alias."""
    is_alias = mention.kind is MentionKind.NAME and mention.name != entity.label
    return replace(entity, aliases=(mention.name,)) if is_alias else entity


def _quotation(mention: Mention) -> Quotation:
    return Quotation(mention.span, mention.text)


def _time(time: Quote | None, document: Document) -> TimeExpression | None:
    if time is None:
        return None
    before = document.text[max(0, time.span.start - LOOKED_BACK) : time.span.start]
    value = time.value or resolve_time(time.text, published=document.published, before=before)
    return TimeExpression(Quotation(time.span, time.text), value)
