"""Labels of names: those of other pipelines and of the known actors as ours, and ours as coarse types."""

from graphbuild.model.labels import class_of

COARSE = {
    **dict.fromkeys(("Person", "Politician"), "person"),
    **dict.fromkeys(("Organization", "PoliticalParty", "Government", "GovernmentBody", "MilitaryForce"), "organisation"),
    **dict.fromkeys(("Country", "Place", "Facility"), "place"),
    "NORP": "group",
    **dict.fromkeys(("Event", "Election", "Agreement", "Equipment", "Work", "Concept"), "other"),
}
"""Our label: its coarse type; roles, dates and numbers are no names and have none."""
_NEAREST = {"GPE": "Country", "MISC": "Concept", "City": "Place", "Demonym": "NORP", "Group": "NORP"}
"""What has no label among ours: most of what OntoNotes calls GPE are countries, and peoples are groups."""


def our_label(label: str) -> str:
    """Return the pipeline's own label for another's; a label that is ours already, or unknown, as it is.

    >>> our_label("WORK_OF_ART"), our_label("GPE"), our_label("Politician")
    ('Work', 'Country', 'Politician')
    """
    return label if label in COARSE else _NEAREST.get(label) or class_of(label)
