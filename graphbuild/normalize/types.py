"""The class of what a mention names, from its label and its head noun."""

from graphbuild.model import Mention, MentionKind, Namespace
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
_BUNDLED = Namespace().term("")
"""How the IRIs of the bundled classes begin."""
_REFINABLE = frozenset({"", "Organization", "Place", "Work", "Concept", "Equipment", "Event", "Facility"})
_PEOPLE = frozenset({"Person", "Group", "Role"})
_MISTAKABLE = frozenset({"", "Person", "Place", "City", "Facility", "Equipment", "Work", "Event", "Concept"})
_COMPANY_WORDS = frozenset(
    """
    airlines airways brewery capital chemicals electronics energy foods gas gmbh holding holdings inc industries insurance logistics
    ltd minerals mining motors nickel oil partners petroleum pharma pharmaceuticals plc resources securities shipping technologies
    telecom textiles trading transit ventures
    """.split()
)
"""Last words of the names of companies, which recognizers take for persons' and places' if they have not met them."""


def type_of(mention: Mention, ontology: Ontology) -> str:
    """Return the class of what ``mention`` names, empty if nothing tells.

    The head noun of a name refines what the recognizer saw in general ("… Party" among organizations) and leaves alone what it
    agrees with or what is already fine; that of a description decides alone if it tells anything, its number telling one person from a
    group.
    """
    if mention.kind is MentionKind.ROLE:
        return "Role"
    nouns = ontology.find_classes(mention.head)
    added = _added_class(mention, nouns, ontology)
    if added:
        return added
    if mention.kind is MentionKind.NAME:
        return _type_of_name(mention, nouns)
    if mention.kind is MentionKind.DESCRIPTION:
        return _type_of_description(mention, nouns)
    return "Country"


def _added_class(mention: Mention, nouns: frozenset[str], ontology: Ontology) -> str:
    """Return the class of a user's vocabulary that the head noun names, if that is a kind of what the recognizer saw."""
    if mention.kind not in {MentionKind.NAME, MentionKind.DESCRIPTION}:
        return ""
    added = (name for name in sorted(nouns) if not ontology.classes[name].iri.startswith(_BUNDLED))
    return next((name for name in added if not mention.label or ontology.is_a(name, mention.label)), "")


def _type_of_name(mention: Mention, nouns: frozenset[str]) -> str:
    words = mention.name.casefold().split()
    if len(words) > 1 and words[-1] in _COMPANY_WORDS and mention.label in _MISTAKABLE:
        return "Organization"
    if mention.label not in _REFINABLE or mention.label in nouns or len(mention.name.split()) < 2:
        return mention.label
    candidates = nouns - _PEOPLE - {"Concept"}
    if mention.label == "Organization":
        candidates &= {"PoliticalParty", "MilitaryForce", "GovernmentBody", "Government", "Agreement", "Event", "Work", "Place"}
    if mention.label == "Work":
        # "Contested Waters" is no place.
        candidates &= {"Agreement", "Event", "GovernmentBody", "PoliticalParty"}
    return next((name for name in _ORDER if name in candidates), mention.label)


def _type_of_description(mention: Mention, nouns: frozenset[str]) -> str:
    is_plural = mention.name.split()[-1].casefold() != mention.head
    people = {"Group"} if is_plural else {"Person"}
    candidates = nouns - (_PEOPLE - people) if nouns & people else nouns - {"Role", "Person"}
    return next((name for name in _ORDER if name in candidates), mention.label)
