"""The class of what a mention names, from its label and its head noun."""

from graphbuild.model import Mention, MentionKind
from graphbuild.ontology import Ontology

# Where a head noun belongs to several classes: the earlier class is the more specific reading.
_ORDER = (
    "PoliticalParty",
    "MilitaryForce",
    "GovernmentBody",
    "Government",
    "Agreement",
    "Event",
    "Equipment",
    "Facility",
    "City",
    "Place",
    "Organization",
    "Country",
    "Group",
    "Person",
    "Work",
    "Concept",
    "Role",
)
_REFINABLE = frozenset({"", "Organization", "Place", "Work", "Concept", "Equipment", "Event", "Facility"})
_PEOPLE = frozenset({"Person", "Group", "Role"})


def type_of(mention: Mention, ontology: Ontology) -> str:
    """Return the class of what ``mention`` names, empty if nothing tells.

    The head noun of a name refines what the recognizer saw in general ("… Party" among organizations) and leaves alone what it
    agrees with or what is already fine; that of a description decides alone, its number telling one person from a group.
    """
    if mention.kind is MentionKind.ROLE:
        return "Role"
    nouns = ontology.find_classes(mention.head)
    if mention.kind is MentionKind.NAME:
        return _type_of_name(mention, nouns)
    if mention.kind is MentionKind.DESCRIPTION:
        return _type_of_description(mention, nouns)
    return "Country"


def _type_of_name(mention: Mention, nouns: frozenset[str]) -> str:
    if mention.label not in _REFINABLE or mention.label in nouns or len(mention.name.split()) < 2:
        return mention.label
    candidates = nouns - _PEOPLE - {"Concept"}
    if mention.label == "Organization":
        candidates &= {"PoliticalParty", "MilitaryForce", "GovernmentBody", "Government", "Agreement", "Event", "Work", "Place"}
    return next((name for name in _ORDER if name in candidates), mention.label)


def _type_of_description(mention: Mention, nouns: frozenset[str]) -> str:
    is_plural = mention.name.split()[-1].casefold() != mention.head
    people = {"Group"} if is_plural else {"Person"}
    candidates = nouns - (_PEOPLE - people) if nouns & people else nouns - {"Role", "Person"}
    return next((name for name in _ORDER if name in candidates), "")
