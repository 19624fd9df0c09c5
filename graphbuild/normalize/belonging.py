"""What it says of two things that one is the other's: a company lies in its country, a court is part of it, a member has a party."""

from graphbuild.ontology import Ontology, Relation

_NAMED = frozenset({"'s", "of", "()"})
_DESCRIBED = frozenset({"whose", "whose of"})
_LYING = frozenset({"'s", "of", "at", "in", "()"})
_SENT = frozenset({"whose from", "several from"})
BELONGING = _NAMED | _DESCRIBED | _LYING | _SENT | {"several", "among", "several of", "whose for", "several for"}
"""How it is said of a name, "Kenya's X", "X of Y", "X in Y", "X (Y)", and of a description, "the Kenyan navy", "soldiers of Y"."""
_RULES = (
    ("Person", "PoliticalParty", "memberOf", _NAMED),
    ("Person", "MilitaryForce", "memberOf", _NAMED),
    ("Person", "Organization", "memberOf", frozenset({"among"})),
    ("Person", "Organization", "affiliatedWith", _NAMED),
    ("Person", "Country", "affiliatedWith", frozenset({"'s", "()"})),
    ("Group", "PoliticalParty", "memberOf", frozenset({"whose", "several"})),
    ("Group", "MilitaryForce", "memberOf", frozenset({"several of"})),
    ("Group", "Country", "affiliatedWith", _SENT),
    ("Group", "Organization", "affiliatedWith", _SENT),
    ("GovernmentBody", "Country", "partOf", _NAMED | _DESCRIBED),
    ("MilitaryForce", "Country", "partOf", _NAMED | _DESCRIBED),
    ("GovernmentBody", "Place", "partOf", frozenset({"'s"})),
    ("GovernmentBody", "City", "locatedIn", frozenset({"in"})),
    ("PoliticalParty", "PoliticalParty", "partOf", frozenset({"'s"})),
    ("PoliticalParty", "Thing", "", BELONGING),
    ("Government", "Thing", "", BELONGING),
    ("Organization", "Organization", "partOf", frozenset({"'s", "of", "at", "whose of"})),
    ("Organization", "Place", "locatedIn", _LYING),
    ("Facility", "Place", "locatedIn", _LYING),
    ("Country", "Thing", "", BELONGING),
    ("Place", "Place", "locatedIn", frozenset({"'s", "in", "()"})),
    ("Event", "Place", "locatedIn", frozenset({"in", "()"})),
)
"""Class of what belongs, class of what it belongs to, what that says, and in which forms it says so. The first that fits decides."""


def find_belonging(form: str, subject_type: str, object_type: str, ontology: Ontology) -> Relation | None:
    """Return the relation that belonging says of things of these types in this form, None if it says too little."""
    for subject, owner, relation, forms in _RULES:
        if form in forms and ontology.is_a(subject_type, subject) and ontology.is_a(object_type, owner):
            return ontology.relations.get(relation)
    return None
