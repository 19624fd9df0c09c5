"""Which words of a document mean one thing, and what thing it is."""

from collections.abc import Callable
from typing import Any

import pytest

from graphbuild.model import Alias, Entity, Mention, MentionKind, MergeReason, Namespace, Reading
from graphbuild.normalize.link import Linker
from graphbuild.ontology import Ontology, load_ontology

Make = Callable[..., Any]
Link = Callable[[Reading], Linker]
ID = "https://w3id.org/graphbuild/id/"


@pytest.fixture
def link(ontology: Ontology) -> Link:
    """Make the linker of one document."""
    return lambda reading: Linker(ontology, Namespace(), reading)


def iri(entity: Entity | None) -> str | None:
    return entity.iri.removeprefix(ID) if entity is not None else None


@pytest.mark.parametrize("words", ["Tsai", "Ing-wen", "President Tsai", "Mr. Tsai", "Tsai Ing-wen", "President Tsai Ing-wen"])
def test_person_is_one_however_the_document_calls_her(words: str, article: Make, link: Link) -> None:
    text = article(f"Tsai Ing-wen spoke. {words} left.")
    named, again = text.name("Tsai Ing-wen", "Person"), text.name(words, "Person")

    linker = link(text.reading(named, again))

    assert linker.find(again) == linker.find(named) == Entity(Namespace().entity("tsai-ing-wen"), "Person", "Tsai Ing-wen")


def test_title_in_a_name_makes_no_second_person(article: Make, link: Link) -> None:
    text = article("President Tsai met Tsai Ing-wen's guests. Tsai spoke.")
    titled, full, short = (
        text.name("President Tsai", "Person"),
        text.name("Tsai Ing-wen", "Person"),
        text.name("Tsai", "Person", nth=2),
    )

    linker = link(text.reading(titled, full, short))

    assert {iri(linker.find(mention)) for mention in (titled, full, short)} == {"tsai-ing-wen"}


def test_name_of_titles_alone_is_no_error(article: Make, link: Link) -> None:
    text = article("Mr. President spoke.")
    mention = text.name("Mr. President", "Person")

    assert iri(link(text.reading(mention)).find(mention)) == "president-person"


def test_family_name_is_recognized_though_the_recognizer_took_it_for_something_else(article: Make, link: Link) -> None:
    text = article("Hau Lung-pin spoke. Hau left.")
    full, short = text.name("Hau Lung-pin", "Person"), text.name("Hau", "Organization", nth=1)

    assert iri(link(text.reading(full, short)).find(short)) == "hau-lung-pin"


def test_family_name_of_two_people_is_neither_of_them(article: Make, link: Link) -> None:
    text = article("Lin Biao met Lin Fengmian. Lin smiled.")
    first, second, short = text.name("Lin Biao", "Person"), text.name("Lin Fengmian", "Person"), text.name("Lin", "Person", nth=2)

    linker = link(text.reading(first, second, short))

    assert iri(linker.find(short)) not in {iri(linker.find(first)), iri(linker.find(second)), None}


@pytest.mark.parametrize(
    ("countries", "expected"),
    [
        pytest.param("China", "wang-yi", id="the one whose country is spoken of"),
        pytest.param("Taiwanese", "wang-jin-pyng", id="the one of another country"),
        pytest.param("China Taiwanese", "wang-person", id="both countries leave it open"),
        pytest.param("Japan", "wang-person", id="neither country is no reason"),
    ],
)
def test_family_name_of_known_people_is_told_by_their_country(countries: str, expected: str, article: Make, link: Link) -> None:
    text = article(f"{countries}: Wang spoke.")
    wang = text.name("Wang", "Person")
    others = [text.name(word, "Country") if word != "Taiwanese" else text.demonym(word) for word in countries.split()]

    assert iri(link(text.reading(*others, wang)).find(wang)) == expected


def test_known_person_keeps_what_is_known(article: Make, link: Link) -> None:
    text = article("Abe Shinzo, or Shinzo Abe.")
    mention = text.name("Shinzo Abe", "Person")

    assert link(text.reading(mention)).find(mention) == Entity(Namespace().entity("shinzo-abe"), "Person", "Shinzo Abe")


@pytest.mark.parametrize(("label", "expected"), [("Person", "renho"), ("Place", "renho-place"), ("Country", "renho")])
def test_known_politician_is_a_person(label: str, expected: str, article: Make, link: Link) -> None:
    text = article("Renho won.")
    mention = text.name("Renho", label)

    assert iri(link(text.reading(mention)).find(mention)) == expected


def test_acronym_that_the_text_introduces_is_what_it_stands_for(article: Make, link: Link) -> None:
    text = article("The Rural Sake Association (RSA) met. RSA left.")
    full, acronym = text.name("Rural Sake Association", "Organization"), text.name("RSA", "Organization")

    linker = link(text.reading(full, acronym, aliases=(Alias(acronym, full),)))

    assert iri(linker.find(text.name("RSA", "Organization", nth=1))) == "rural-sake-association"


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        pytest.param("Japan", "ldp-japan", id="Japan's"),
        pytest.param("China", "ldp-china", id="China's"),
        pytest.param("Jordan", "ldp", id="nobody's"),
    ],
)
def test_name_of_several_known_actors_is_told_by_country_or_stays_apart(
    country: str, expected: str, article: Make, link: Link
) -> None:
    text = article(f"In {country} the LDP won.")
    party, place = text.name("LDP", "PoliticalParty"), text.name(country, "Country")

    assert iri(link(text.reading(place, party)).find(party)) == expected


def test_initials_are_read_in_capitals_only(article: Make, link: Link) -> None:
    text = article("The US and the U.S. told us.")
    linker = link(text.reading())

    assert iri(linker.find(text.name("US"))) == iri(linker.find(text.name("U.S."))) == "united-states"
    assert iri(linker.find(text.name("us"))) != "united-states"


@pytest.mark.parametrize(
    ("name", "label", "is_place", "expected"),
    [
        pytest.param("Tokyo", "City", False, "government-of-japan", id="Tokyo said"),
        pytest.param("Tokyo", "City", True, "tokyo", id="in Tokyo"),
        pytest.param("Washington", "Place", False, "government-of-the-united-states", id="Washington said"),
        pytest.param("Washington", "Place", True, "washington-dc", id="in Washington"),
        pytest.param("Washington", "Person", False, "washington-person", id="Washington, a person"),
        pytest.param("Washington", "Person", True, "washington-person", id="in a person's name"),
    ],
)
def test_capital_stands_for_its_government_unless_a_place_or_person_is_meant(
    name: str, label: str, *, is_place: bool, expected: str, article: Make, link: Link
) -> None:
    text = article(f"{name} it was.")
    mention = text.name(name, label)

    assert iri(link(text.reading(mention)).find(mention, is_place=is_place)) == expected


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        pytest.param("Jordan", "Person", Entity(Namespace().entity("jordan-person"), "Person", "Jordan"), id="a person"),
        pytest.param("Jordan", "Country", Entity(Namespace().entity("jordan"), "Country", "Jordan"), id="the country"),
        pytest.param("Georgia", "Place", Entity(Namespace().entity("georgia-place"), "Place", "Georgia"), id="one of two places"),
    ],
)
def test_thing_that_is_called_like_a_known_one_is_not_taken_for_it(
    name: str, label: str, expected: Entity, article: Make, link: Link
) -> None:
    text = article(f"{name} it was.")
    mention = text.name(name, label)

    assert link(text.reading(mention)).find(mention) == expected


def test_person_and_company_of_one_name_are_two(article: Make, link: Link) -> None:
    text = article("Ford it was.")
    person, company = text.name("Ford", "Person"), text.name("Ford", "Organization")

    assert iri(link(text.reading(person)).find(person)) != iri(link(text.reading(company)).find(company))


@pytest.mark.parametrize(
    ("demonym", "expected"),
    [
        pytest.param("Japanese", "japan", id="stands for its country"),
        pytest.param("Congolese", None, id="of two countries stands for none"),
        pytest.param("Atlantean", None, id="of no known country stands for none"),
        pytest.param("Greens", "greens", id="of a party's members stands for the party"),
    ],
)
def test_demonym(demonym: str, expected: str | None, article: Make, link: Link) -> None:
    text = article(f"The {demonym} won.")
    mention = text.demonym(demonym)

    assert iri(link(text.reading(mention)).find(mention)) == expected


@pytest.mark.parametrize(
    ("words", "head", "modifiers", "expected"),
    [
        pytest.param("Japanese government", "government", ("Japanese",), "government-of-japan", id="the Japanese government"),
        pytest.param("Taiwanese authorities", "authority", ("Taiwanese",), "government-of-taiwan", id="Taiwanese authorities"),
        pytest.param("government in Tokyo", "government", ("Tokyo",), "government-of-japan", id="the government in its capital"),
        pytest.param("American cabinet", "cabinet", ("American",), "government-of-the-united-states", id="the American cabinet"),
        pytest.param("Jordan government", "government", ("Jordan",), None, id="a country whose government is not known"),
        pytest.param("new government", "government", (), None, id="nobody's government"),
    ],
)
def test_government_is_that_of_the_country_named_with_it(
    words: str, head: str, modifiers: tuple[str, ...], expected: str | None, article: Make, link: Link
) -> None:
    text = article(f"The {words} fell.")
    mention = text.description(words, head, *modifiers)

    assert iri(link(text.reading(mention)).find(mention)) == expected


def test_administration_of_a_person_is_a_government_of_its_own(article: Make, link: Link) -> None:
    text = article("Tsai Ing-wen spoke. The Tsai administration agreed.")
    tsai, mention = text.name("Tsai Ing-wen", "Person"), text.description("Tsai administration", "administration", "Tsai")

    found = link(text.reading(tsai, mention)).find(mention)

    assert found == Entity(Namespace().entity("tsai-ing-wen-administration"), "Government", "Tsai Ing-wen administration")


@pytest.mark.parametrize(
    ("words", "head", "modifiers", "expected"),
    [
        pytest.param("President", "president", ("Taiwan",), "President of Taiwan", id="with whose it is"),
        pytest.param("President", "president", ("Taiwanese",), "President of Taiwan", id="by nationality"),
        pytest.param("President", "president", ("Formosa",), "President of Taiwan", id="by another name of the country"),
        pytest.param("President", "president", (), "President", id="nobody's"),
        pytest.param("minister of Japan", "minister", ("Japan",), "minister of Japan", id="not twice"),
        pytest.param("butcher", "butcher", ("Japan",), None, id="what is no post"),
    ],
)
def test_role_is_named_with_whose_it_is(
    words: str, head: str, modifiers: tuple[str, ...], expected: str | None, article: Make, link: Link
) -> None:
    text = article(f"The {words} it was.")
    mention = text.role(words, head, *modifiers)

    found = link(text.reading(mention)).find(mention)

    assert (found.label if found is not None else None) == expected
    assert found is None or found.type == "Role"


@pytest.mark.parametrize(
    ("words", "head", "modifiers", "expected"),
    [
        pytest.param("Taiwanese officials", "official", ("Taiwanese",), "Group", id="people of a country"),
        pytest.param("drug ring", "ring", (), "Organization", id="a body that is said to be of a kind"),
        pytest.param("ring", "ring", (), "Organization", id="a bare noun for a body"),
        pytest.param("senior fishermen", "fisherman", (), "Group", id="a group that is said to be of a kind"),
        pytest.param("fishermen", "fisherman", (), "Group", id="a bare group"),
        pytest.param("boats", "boat", (), None, id="a bare thing"),
        pytest.param("senior analyst", "analyst", (), "Person", id="one person of nowhere"),
        pytest.param("Japanese recognition", "recognition", ("Japanese",), "Concept", id="an idea with a name in it"),
        pytest.param("warm recognition", "recognition", (), None, id="an idea without"),
        pytest.param("Japanese feelings", "feeling", ("Japanese",), None, id="a noun of no class"),
    ],
)
def test_description_is_a_node_only_if_it_says_enough(
    words: str, head: str, modifiers: tuple[str, ...], expected: str | None, article: Make, link: Link
) -> None:
    text = article(f"The {words} it was.")
    mention = text.description(words, head, *modifiers)

    found = link(text.reading(mention)).find(mention)

    assert (found.type if found is not None else None) == expected


@pytest.mark.parametrize(
    ("mention_of", "expected"),
    [
        pytest.param(lambda text: text.description("handling", "handling", "Japan"), "japan", id="one country's"),
        pytest.param(lambda text: text.description("handling", "handling", "Japan", "China"), None, id="two countries'"),
        pytest.param(lambda text: text.description("handling", "handling"), None, id="nobody's"),
        pytest.param(lambda text: text.name("handling", modifiers=("Japan",)), None, id="a name"),
    ],
)
def test_affair_stands_for_the_one_whose_it_is(
    mention_of: Callable[[Any], Mention], expected: str | None, article: Make, link: Link
) -> None:
    text = article("The handling was praised.")

    assert iri(link(text.reading()).find_metonym(mention_of(text))) == expected


def test_every_kind_of_mention_is_linked_or_left_out_without_error(article: Make, link: Link) -> None:
    text = article("İstanbul'un 中国 — «» 12 .")
    linker = link(text.reading())

    for words in ("İstanbul'un", "中国", "—", "«»", "12", "."):
        for kind in MentionKind:
            mention = text.name(words, "Person")
            found = linker.find(Mention(mention.span, words, "Person", kind, words, words, (words,)))

            assert found is None or found.iri.startswith(ID)


def test_merges_say_which_names_were_taken_for_a_thing_and_why(article: Make, link: Link) -> None:
    text = article("Tsai Ing-wen spoke in Tokyo. Tsai left.")
    full, short, city = text.name("Tsai Ing-wen", "Person"), text.name("Tsai", "Person", nth=1), text.name("Tokyo", "City")
    linker = link(text.reading(full, short, city))

    for mention in (full, short, city):
        linker.find(mention)

    assert [(merge.entity.removeprefix(ID), merge.name, merge.reason) for merge in linker.merges] == [
        ("government-of-japan", "Tokyo", MergeReason.METONYM),
        ("tsai-ing-wen", "Tsai", MergeReason.PART_OF_NAME),
    ]


@pytest.mark.parametrize(
    ("name", "label", "pair"),
    [
        pytest.param("Tsai", "Person", {"tsai", "tsai ing wen"}, id="a part of a name"),
        pytest.param("Formosa", "Country", {"formosa", "taiwan"}, id="another name of a known actor"),
        pytest.param("Tokyo", "Organization", {"tokyo", "government of japan"}, id="a metonym"),
    ],
)
def test_names_that_somebody_keeps_apart_stay_apart(
    name: str, label: str, pair: set[str], ontology: Ontology, article: Make
) -> None:
    text = article(f"Tsai Ing-wen spoke of {name}.")
    full, other = text.name("Tsai Ing-wen", "Person"), text.name(name, label)
    reading = text.reading(full, other)

    decided = Linker(ontology, Namespace(), reading, apart=[frozenset(pair)])

    assert iri(decided.find(other)) != iri(Linker(ontology, Namespace(), reading).find(other))


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        pytest.param("Japanese", "japanese-fish-council", id="of the country that the text speaks of"),
        pytest.param("Chinese", "fish-council", id="not of one that it hardly names"),
    ],
)
def test_body_without_its_country_is_that_of_the_country_spoken_of(
    country: str, expected: str, article: Make, link: Link
) -> None:
    text = article(f"Japan, Japan, Japan. The {country} Fish Council met. The Fish Council left.")
    places = [text.name("Japan", "Country", nth=n) for n in range(3)]
    full = text.name(f"{country} Fish Council", "GovernmentBody")
    short = text.name("Fish Council", "GovernmentBody", nth=1)

    assert iri(link(text.reading(*places, full, short)).find(short)) == expected


def test_bare_noun_is_a_thing_of_its_document_alone(article: Make, link: Link) -> None:
    texts = article("The ring met."), article("The ring met.", id="b.txt")

    first, second = (
        link(text.reading(mention)).find(mention) for text in texts for mention in [text.description("ring", "ring")]
    )

    assert first is not None
    assert second is not None
    assert first.label == second.label == "ring"
    assert first.iri != second.iri


def test_family_name_of_two_people_is_that_of_the_one_named_before(article: Make, link: Link) -> None:
    text = article("Lin Biao spoke. Lin left. Lin Fengmian came.")
    first, second, short = text.name("Lin Biao", "Person"), text.name("Lin Fengmian", "Person"), text.name("Lin", "Person", nth=1)

    linker = link(text.reading(first, second, short))

    assert iri(linker.find(short)) == iri(linker.find(first))


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        pytest.param("South Korea", "national-intelligence-service-south-korea", id="of the country"),
        pytest.param("Serbia", "nis", id="of another country"),
    ],
)
def test_short_acronym_is_a_known_actors_where_the_text_speaks_of_its_country(country: str, expected: str, article: Make) -> None:
    text = article(f"In {country} NIS met.")
    body, place = text.name("NIS", "Organization"), text.name(country, "Country")

    assert iri(Linker(load_ontology(), Namespace(), text.reading(place, body)).find(body)) == expected
