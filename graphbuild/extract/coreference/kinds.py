"""Which names a noun that says no more than a kind of thing can stand for: "the country" for a country, "the party" for a party."""

from graphbuild.model.labels import ORGANIZATION_LABELS, WORK_LABELS

# No regions and islands: what they are called says less of what is meant than the map does.
_LABELS_BY_NOUNS = {
    "country nation republic kingdom": {"Country", "GPE"},
    "state": {"Country", "GPE", "Place"},
    "city town capital village metropolis": {"City", "Place", "GPE"},
    "company firm corporation organization organisation institute agency institution association foundation newspaper network": (
        ORGANIZATION_LABELS
    ),
    "university school college club team league union": ORGANIZATION_LABELS,
    "party": {"PoliticalParty", "ORG"},
    "government administration cabinet": {"Government", "ORG"},
    "parliament legislature ministry court senate council committee commission": {"GovernmentBody", "ORG"},
    "army navy military force": {"MilitaryForce", "ORG"},
    "book film movie novel song album series show game magazine": WORK_LABELS,
    "agreement treaty pact accord law act bill": {"Agreement", "LAW"},
    "election": {"Election", "EVENT"},
    "war battle conference summit festival": {"Event", "EVENT"},
    "building museum mosque church palace castle bridge airport station park": {"Facility", "FAC"},
}
LABELS_BY_NOUN = {noun: frozenset(labels) for nouns, labels in _LABELS_BY_NOUNS.items() for noun in nouns.split()}
"""A noun's lemma: the labels of names that may be called so."""
