import pytest

from graphbuild.model.labels import (
    CLASS_BY_LABEL,
    DEMONYM_LABELS,
    FINE_LABELS,
    ORGANIZATION_LABELS,
    PERSON_LABELS,
    PLACE_LABELS,
    ROLE_LABELS,
    TIME_LABELS,
    VALUE_LABELS,
    class_of,
    is_kind_of,
)
from graphbuild.ontology import load_ontology

OWN = """
    Person Politician NORP PoliticalParty Government GovernmentBody MilitaryForce Organization Country Place Facility Event
    Election Agreement Equipment Work Role Concept Date Time Money Percent Quantity Ordinal Cardinal
""".split()
ONTONOTES = """
    PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL
""".split()
CONLL = "PER ORG LOC MISC".split()


def test_every_label_of_every_scheme_has_a_class() -> None:
    assert {*OWN, *ONTONOTES, *CONLL} <= CLASS_BY_LABEL.keys()


def test_every_class_is_one_of_the_ontology() -> None:
    ontology = load_ontology()

    assert {name for name in CLASS_BY_LABEL.values() if name} <= ontology.class_names
    assert {*OWN} - {"NORP"} <= ontology.class_names


def test_class_of_a_label_holds_what_the_label_says() -> None:
    ontology = load_ontology()

    assert [label for label in FINE_LABELS if not ontology.is_a(label, class_of(label))] == []


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        pytest.param("WORK_OF_ART", "Work", id="another pipeline's label has another name"),
        pytest.param("PERSON", "Person", id="or the same in capitals"),
        pytest.param("Country", "Country", id="our own is its own class"),
        pytest.param("Politician", "Person", id="a graph does not tell politicians from others"),
        pytest.param("Election", "Event", id="nor elections from other events"),
        pytest.param("NORP", "Group", id="a people is a group"),
        pytest.param("MISC", "", id="some label says nothing"),
        pytest.param("Volcano", "Volcano", id="an unknown one is taken at its word"),
    ],
)
def test_class_of_a_label(label: str, expected: str) -> None:
    assert class_of(label) == expected


@pytest.mark.parametrize("coarse", ["ORG", "LOC", "GPE", "PERSON", "MISC", "NORP"])
def test_labels_of_other_pipelines_are_not_fine(coarse: str) -> None:
    assert coarse not in FINE_LABELS


@pytest.mark.parametrize(
    ("labels", "members"),
    [
        pytest.param(PERSON_LABELS, "Person Politician PERSON PER", id="persons"),
        pytest.param(DEMONYM_LABELS, "NORP Demonym", id="nationalities"),
        pytest.param(
            ORGANIZATION_LABELS, "Organization PoliticalParty Government GovernmentBody MilitaryForce ORG", id="organizations"
        ),
        pytest.param(PLACE_LABELS, "Place Country City GPE LOC", id="places, a known city among them"),
        pytest.param(ROLE_LABELS, "Role", id="posts"),
        pytest.param(TIME_LABELS, "Date Time DATE TIME", id="times"),
        pytest.param(
            VALUE_LABELS,
            "Date Time Money Percent Quantity Ordinal Cardinal DATE TIME MONEY PERCENT QUANTITY ORDINAL CARDINAL NUM",
            id="values",
        ),
    ],
)
def test_set_of_labels_holds_those_of_both_schemes(labels: frozenset[str], members: str) -> None:
    assert labels == {*members.split()}


@pytest.mark.parametrize("label", sorted(FINE_LABELS))
def test_kind_of_a_label_is_a_subclass_in_the_ontology(label: str) -> None:
    ontology = load_ontology()

    broader = [other for other in FINE_LABELS if is_kind_of(label, other)]

    assert all(ontology.is_a(label, other) for other in broader)
    assert not is_kind_of(label, label)
