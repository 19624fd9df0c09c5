"""The class of what is named, from its label and its head noun."""

import pytest

from graphbuild.model import Iri, Mention, MentionKind, Span
from graphbuild.normalize.types import type_of
from graphbuild.ontology import EntityClass, Ontology


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


@pytest.mark.parametrize(
    ("name", "label", "kind", "expected"),
    [
        pytest.param(
            "Anbar militia", "MilitaryForce", MentionKind.NAME, "Militia", id="a name that was seen as something broader"
        ),
        pytest.param("Anbar militia", "", MentionKind.DESCRIPTION, "Militia", id="a description"),
        pytest.param("Anbar militia", "Person", MentionKind.NAME, "Person", id="a name that was seen as something else"),
    ],
)
def test_class_of_a_users_vocabulary_goes_before_the_bundled_ones(
    name: str, label: str, kind: MentionKind, expected: str
) -> None:
    classes = {
        "MilitaryForce": EntityClass(Iri("https://w3id.org/graphbuild/ontology#MilitaryForce"), "MilitaryForce", "force"),
        "Militia": EntityClass(
            Iri("https://example.org/Militia"), "Militia", "militia", broader=("MilitaryForce",), nouns=("militia",)
        ),
    }

    assert type_of(mention(name, label, "militia", kind), Ontology(classes=classes)) == expected


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        pytest.param("Haejin Shipping", "Person", "Organization", id="a company taken for a person"),
        pytest.param("Keta Transit", "Place", "Organization", id="a company taken for a place"),
        pytest.param("Ana Reed", "Person", "Person", id="a person is one"),
        pytest.param("Energy", "Concept", "Concept", id="one word alone tells nothing"),
    ],
)
def test_last_word_of_a_company_s_name_tells_what_it_is(name: str, label: str, expected: str, ontology: Ontology) -> None:
    assert type_of(mention(name, label, name.rsplit(maxsplit=1)[-1].lower(), MentionKind.NAME), ontology) == expected
