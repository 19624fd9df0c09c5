"""What a post ties somebody to: a party's treasurer is its member, a Kenyan economist is of Kenya, its minister holds an office."""

from graphbuild.model import Predicate
from graphbuild.ontology import Ontology, Relation

TIE = "affiliatedWith"
_MEMBERSHIP = "memberOf"
_JOINED = frozenset({"PoliticalParty", "MilitaryForce"})
_PLACE = "locatedIn"
_LYING = frozenset({"of", "in"})
_OWNING = frozenset({"of", "at", "for", "from", "with"})
_SENT = "to"
_OFFICES = frozenset(
    """
    admiral cabinet chancellor chief colonel commander commissioner deputy emperor general governor head judge justice king leader
    marshal mayor minister monarch premier president prosecutor queen secretary senator speaker treasurer undersecretary
    vice-president vice-premier viceroy
    """.split()
)
"""Posts of a state, which say no more of who holds them than that."""
_NO_HEADS = frozenset(
    """
    administrator boss captain ceo chair chairman chairperson chairwoman chief commander dean director rector secretary speaker
    """.split()
)
"""Posts whose holders head bodies, and no state."""
_OF_A_FIELD = frozenset({"chief", "head"})
_WHOLE = _OF_A_FIELD | {"executive", "party", "group", "faction", "bloc", "union", "company"}
"""The words of a post whose holder is over all of a body rather than over what the post names."""
_HIRED = frozenset(
    """
    adviser advisor agent aide assistant attorney consultant counsel employee lawyer representative secretary spokesman spokesperson
    spokeswoman staff staffer
    """.split()
)
"""Posts at a party that its members need not be the ones to hold."""


def may_lead(predicate: Predicate, owner_type: str, ontology: Ontology) -> bool:
    """Tell whether who has a post may lead its owner: "the Thai commander" does not lead Thailand, nor "EU trade chief" the EU."""
    post = predicate.noun or predicate.lemma
    if predicate.pos == "ROLE" and post in _OF_A_FIELD and not _WHOLE.issuperset(predicate.lemma.split()):
        return False
    return predicate.pos != "ROLE" or post not in _NO_HEADS or not ontology.is_a(owner_type, "Country")


def tie_of(predicate: Predicate, owner_type: str, ontology: Ontology) -> Relation | None:
    """Return what a post that ties somebody to its owner says, None if it is an office of a state, or that of an envoy to one."""
    post = predicate.noun or predicate.lemma
    if predicate.preposition == _SENT and ontology.is_a(owner_type, "Country"):
        return None
    if predicate.pos == "ROLE" and post not in _HIRED and owner_type in _JOINED:
        return ontology.relations.get(_MEMBERSHIP)
    is_office = predicate.pos == "ROLE" and post in _OFFICES and ontology.is_a(owner_type, "Country")
    return None if is_office else ontology.relations.get(TIE)


def find_tie_relation(predicate: Predicate, subject_type: str, owner_type: str, ontology: Ontology) -> Relation | None:
    """Return what a post says whose words are no trigger, None if it is no post of a person at a body or country."""
    nouns = ontology.find_classes(predicate.noun) if predicate.pos == "ROLE" else frozenset()
    is_company = "Organization" in nouns and subject_type == "Organization"
    if is_company and predicate.preposition in _LYING and ontology.is_a(owner_type, "Place"):
        return ontology.relations.get(_PLACE)
    is_post = predicate.pos == "ROLE" and predicate.preposition in _OWNING and "Role" in nouns
    is_owner = ontology.is_a(owner_type, "Organization") or ontology.is_a(owner_type, "Country")
    if not is_post or not is_owner or not ontology.is_a(subject_type, "Person") or "former" in predicate.modifiers:
        return None
    return tie_of(predicate, owner_type, ontology)
