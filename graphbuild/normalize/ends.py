"""The two things that a relation mention is about."""

from dataclasses import dataclass, replace

from graphbuild.model import Entity, Mention, MentionKind, Predicate, Reason, RelationMention
from graphbuild.normalize.evidence import find_time
from graphbuild.normalize.link import Linker
from graphbuild.ontology import Ontology

_PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "around", "outside", "inside", "within", "across", "throughout", "from", "off", "into"}
)
# Verbs whose object, if it is a city, is the city and not the government that has its seat there.
_PLACE_VERBS = frozenset({"depart", "enter", "exit", "flee", "leave", "reach"})
# What they get from a city they get from who acts there: "faces opposition from Berlin", "bought tanks from Paris".
_RECEIVING_VERBS = frozenset(
    """
    accept arouse attract await borrow buy draw earn elicit encounter enjoy expect face fear gain get have hear import meet need obtain
    procure prompt provoke purchase receive request secure seek spark suffer take want win
    """.split()
)
_PLACE_RELATIONS = frozenset({"bornIn", "locatedIn"})
_METONYM_CONFIDENCE = 0.7


@dataclass(frozen=True, slots=True)
class Ends:
    """Subject and object as things, how sure it is that they are meant, and what had to be repaired to find them."""

    subject: Entity
    object: Entity
    certainty: float = 1.0
    repairs: tuple[Reason, ...] = ()
    is_nameless: bool = False
    """Whether a side is a thing that has no name: "police"."""

    def repaired(self, subject: Entity, obj: Entity, why: Reason) -> "Ends":
        """Return the ends with other things in them; the reason is added if that changes anything."""
        if (subject, obj) == (self.subject, self.object):
            return self
        return replace(self, subject=subject, object=obj, repairs=(*self.repairs, why))


def find_ends(mention: RelationMention, linker: Linker) -> Ends | Reason:
    """Return what the sides of ``mention`` are, or why they are no two things that something could hold between."""
    if MentionKind.PRONOUN in {mention.subject.kind, mention.object.kind}:
        return Reason.PRONOUN
    is_place = _leads_to_place(mention.predicate)
    time = find_time(mention, linker.reading.document)
    when = time.value if time is not None else None
    subject, is_own_subject = _find_end(mention.subject, linker, is_place=False, when=when)
    obj, is_own_object = _find_end(mention.object, linker, is_place=is_place, when=when)
    if subject is None or obj is None:
        return Reason.NO_THING
    if is_same(subject, obj, linker.ontology):
        return Reason.ONE_THING
    owners = (not is_own_subject) + (not is_own_object)
    nameless = linker.is_nameless(subject) or linker.is_nameless(obj)
    return Ends(subject, obj, _METONYM_CONFIDENCE**owners, (Reason.OWNED,) if owners else (), nameless)


def _leads_to_place(predicate: Predicate) -> bool:
    """Tell whether a city in the object is meant as a place: "resigned in Tehran", "left Tehran"."""
    if predicate.relation:
        return predicate.relation in _PLACE_RELATIONS
    is_move = predicate.pos == "VERB" and predicate.lemma in _PLACE_VERBS and not predicate.preposition
    is_act = bool(predicate.noun) and predicate.preposition == "from" and predicate.lemma in _RECEIVING_VERBS
    return is_move or (predicate.preposition in _PLACE_PREPOSITIONS and not is_act)


def find_places(mention: RelationMention, ends: Ends, linker: Linker, *, is_inverse: bool) -> Ends:
    """Return the ends with the city rather than who acts from there, where the relation is to a place ("visited Tokyo")."""
    subject, obj = ends.subject, ends.object
    if is_inverse:
        subject = linker.find(mention.subject, is_place=True) or subject
    else:
        obj = linker.find(mention.object, is_place=True) or obj
    return ends.repaired(subject, obj, Reason.PLACED)


def is_same(left: Entity, right: Entity, ontology: Ontology) -> bool:
    """Tell whether two things are one, or a country and its government."""
    if left.iri == right.iri:
        return True
    governments = (ontology.find_government(side.iri) for side in (left, right))
    return any(actor is not None and actor.iri.local_name in {left.iri.local_name, right.iri.local_name} for actor in governments)


def _find_end(mention: Mention, linker: Linker, *, is_place: bool, when: str | None) -> tuple[Entity | None, bool]:
    """Return what a mention is, and whether it is that itself rather than a description of something of its owner's."""
    entity = linker.find(mention, is_place=is_place, when=when)
    return (entity, True) if entity is not None else (linker.find_metonym(mention), False)
