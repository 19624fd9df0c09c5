"""The class of what is named, from its label and its head noun."""

import pytest

from graphbuild.model import Mention, MentionKind, Span
from graphbuild.normalize.types import type_of
from graphbuild.ontology import Ontology


def mention(name: str, label: str, head: str, kind: MentionKind) -> Mention:
    return Mention(Span("a.txt", 0, len(name)), name, label, kind, name, head)


@pytest.mark.parametrize(
    ("name", "label", "head", "expected"),
    [
        pytest.param("Tsai Ing-wen", "Person", "ing-wen", "Person", id="a person stays one"),
        pytest.param("Green Party", "Organization", "party", "PoliticalParty", id="a party is more than an organization"),
        pytest.param("Coast Guard", "Organization", "guard", "MilitaryForce", id="so is a force"),
        pytest.param("Rainbow Ring", "Organization", "ring", "Organization", id="a noun of organizations adds nothing"),
        pytest.param("Orchid Island", "Organization", "island", "Place", id="an island is no organization"),
        pytest.param("Gray Vessel", "Organization", "vessel", "Organization", id="but a ship may be the name of one"),
        pytest.param("Fisheries Agreement", "Work", "agreement", "Agreement", id="an agreement is no work"),
        pytest.param("Mainland Affairs Council", "", "council", "GovernmentBody", id="a noun alone decides"),
        pytest.param("Tea Party", "Place", "party", "PoliticalParty", id="of several classes the most specific one"),
        pytest.param("Council", "Organization", "council", "Organization", id="a single word is too little"),
        pytest.param("Green Party", "PoliticalParty", "party", "PoliticalParty", id="a known type stays"),
        pytest.param("Green Council", "PoliticalParty", "council", "PoliticalParty", id="a fine type stays"),
        pytest.param("Orchid Republic", "Country", "island", "Country", id="so does a country"),
        pytest.param("Silver Mine", "Facility", "mine", "Facility", id="of several classes the one that was seen"),
        pytest.param("Lai Party", "Person", "party", "Person", id="a person's name is not refined"),
        pytest.param("Zork Gadget", "", "gadget", "", id="nothing tells"),
    ],
)
def test_type_of_name_is_refined_by_its_head_noun(name: str, label: str, head: str, expected: str, ontology: Ontology) -> None:
    assert type_of(mention(name, label, head, MentionKind.NAME), ontology) == expected


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        pytest.param("Taiwanese official", "official", "Person", id="one official is a person"),
        pytest.param("Taiwanese officials", "official", "Group", id="several are a group"),
        pytest.param("Taiwanese fishermen", "fisherman", "Group", id="an irregular plural is one"),
        pytest.param("patrol vessels", "vessel", "Equipment", id="things are the same in any number"),
        pytest.param("Japanese president", "president", "", id="a post is no thing that acts"),
        pytest.param("warm feelings", "feeling", "", id="an unknown noun"),
    ],
)
def test_type_of_description_is_that_of_its_head_noun_and_number(name: str, head: str, expected: str, ontology: Ontology) -> None:
    assert type_of(mention(name, "", head, MentionKind.DESCRIPTION), ontology) == expected


def test_post_is_a_role_and_demonym_a_country(ontology: Ontology) -> None:
    assert type_of(mention("prime minister", "", "minister", MentionKind.ROLE), ontology) == "Role"
    assert type_of(mention("Japanese", "", "japanese", MentionKind.DEMONYM), ontology) == "Country"
