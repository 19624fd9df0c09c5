"""The labels that recognizers give to names, as classes of the ontology.

The bundled pipeline's labels are names of classes. Other pipelines have those of OntoNotes 5 or of CoNLL 2003, all in capitals.
"""

_OWN_LABELS = """
    Person Politician NORP PoliticalParty Government GovernmentBody MilitaryForce Organization Country Place Facility Event
    Election Agreement Equipment Work Role Concept Date Time Money Percent Quantity Ordinal Cardinal
""".split()
_CLASS_BY_FOREIGN_LABEL = {
    "PERSON": "Person",
    "PER": "Person",
    "NORP": "Group",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Facility",
    "EVENT": "Event",
    "LAW": "Agreement",
    "PRODUCT": "Equipment",
    "WORK_OF_ART": "Work",
    "LANGUAGE": "Concept",
    "DATE": "Date",
    "TIME": "Time",
    "MONEY": "Money",
    "PERCENT": "Percent",
    "QUANTITY": "Quantity",
    "ORDINAL": "Ordinal",
    "CARDINAL": "Cardinal",
    "NUM": "Cardinal",
    "MISC": "",
}
# Whether somebody is a politician depends on when, and on who asks: a graph tells it by relations.
_COARSENED = {"Politician": "Person", "Election": "Event"}
_BROADER_LABEL = {
    **_COARSENED,
    **dict.fromkeys(("PoliticalParty", "Government", "GovernmentBody", "MilitaryForce"), "Organization"),
    **dict.fromkeys(("Country", "City", "Facility"), "Place"),
}
CLASS_BY_LABEL = {label: label for label in _OWN_LABELS} | _COARSENED | _CLASS_BY_FOREIGN_LABEL
"""Label: the class that a graph gives to what is so called, empty if it may be of any."""

FINE_LABELS = frozenset(_OWN_LABELS) - _CLASS_BY_FOREIGN_LABEL.keys()
"""The labels that say as much as a class of the ontology does."""


def _labels_of(*classes: str) -> frozenset[str]:
    return frozenset({label for label, name in CLASS_BY_LABEL.items() if name in classes} | {*classes})


PERSON_LABELS = _labels_of("Person")
DEMONYM_LABELS = frozenset({"NORP", "Demonym"})
"""Nationalities, religions and parties as adjectives; known ones of a country are called Demonym."""
ORGANIZATION_LABELS = _labels_of("Organization", "PoliticalParty", "Government", "GovernmentBody", "MilitaryForce")
PLACE_LABELS = _labels_of("Place", "Country", "City")
"""Parts of the world, buildings aside."""
WORK_LABELS = _labels_of("Work")
ROLE_LABELS = _labels_of("Role")
TIME_LABELS = _labels_of("Date", "Time")
ORDINAL_LABELS = _labels_of("Ordinal")
VALUE_LABELS = TIME_LABELS | ORDINAL_LABELS | _labels_of("Money", "Percent", "Quantity", "Cardinal")
"""Dates, amounts and numbers, which are no names."""


def class_of(label: str) -> str:
    """Return the class of what a recognizer calls ``label``; an unknown label is taken for a class.

    >>> class_of("WORK_OF_ART"), class_of("Politician"), class_of("Volcano")
    ('Work', 'Person', 'Volcano')
    """
    return CLASS_BY_LABEL.get(label, label)


def is_kind_of(label: str, broader: str) -> bool:
    """Tell whether ``label`` says the same as ``broader`` and more: a politician is a person.

    >>> is_kind_of("Politician", "Person"), is_kind_of("PERSON", "Person"), is_kind_of("Person", "Politician")
    (True, False, False)
    """
    return _BROADER_LABEL.get(label) == broader
