"""Who held a post at a date."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graphbuild.model import Iri, Namespace, Reading
from graphbuild.normalize.link import Linker
from graphbuild.ontology import KnownActor, Ontology, RoleHolding

ID = "https://w3id.org/graphbuild/id/"
COUNTRY = KnownActor(Iri(f"{ID}ruritania"), "Country", "Ruritania", demonyms=("Ruritanian",))
PARTY = KnownActor(Iri(f"{ID}tulip-party"), "PoliticalParty", "Tulip Party", country=COUNTRY.iri)
PEOPLE = {
    name: KnownActor(Iri(f"{ID}{name.lower()}-ruk"), "Person", f"{name} Ruk", family_name="Ruk", country=COUNTRY.iri)
    for name in ("Ada", "Ben", "Cid")
}
HELD = (
    RoleHolding(PEOPLE["Ada"].iri, "President", COUNTRY.iri, "2008-05-20", "2016-05-20"),
    RoleHolding(PEOPLE["Ben"].iri, "President", COUNTRY.iri, "2016-05-20"),
    RoleHolding(PEOPLE["Cid"].iri, "Foreign Minister", COUNTRY.iri, "2010", "2018"),
    RoleHolding(PEOPLE["Cid"].iri, "Chairperson", PARTY.iri, "2010", "2018"),
)


@pytest.fixture
def find(ontology: Ontology, article: Callable[..., Any]) -> Callable[..., str | None]:
    """Return whom a description in a text of a date denotes."""
    vocabulary = Ontology(ontology.classes, ontology.relations, (COUNTRY, PARTY, *PEOPLE.values()), HELD)

    def find(before: str, words: str, *modifiers: str, published: str | None, when: str | None = None) -> str | None:
        text = article(f"{before} {words} spoke. Ada Ruk listened.")
        mention = text.description(words, words.split(" of ", maxsplit=1)[0].rsplit(maxsplit=1)[-1], *modifiers)
        named = [text.name("Ada Ruk", "Person")] if before == "Here the" else []
        document = replace(text.document, published=published)
        reading = Reading(document, (mention, *named))
        found = Linker(vocabulary, Namespace(), reading).find(mention, when=when)
        return found.label if found is not None else None

    return find


@pytest.mark.parametrize(
    ("published", "when", "expected"),
    [
        pytest.param("2016-12-01", None, "Ben Ruk", id="of the document"),
        pytest.param("2015", None, "Ada Ruk", id="a year of one president"),
        pytest.param("2016-12-01", "2010-03", "Ada Ruk", id="of the sentence"),
        pytest.param("2016-12-01", "2019-01-01", "Ben Ruk", id="not one that lies ahead"),
        pytest.param("2016", None, None, id="a year of two"),
        pytest.param("2016-05-20", None, None, id="the day of change"),
        pytest.param("2016-12-01", "2012/2018", None, id="a period of two"),
        pytest.param("2016-12-01", "1999", None, id="before anybody is known"),
        pytest.param(None, None, None, id="without a date"),
        pytest.param("2016-12-01", "P3D", "Ben Ruk", id="a length of time is no date"),
        pytest.param(None, "P3D", None, id="and tells none"),
    ],
)
def test_post_is_its_holder_at_the_date(
    published: str | None, when: str | None, expected: str | None, find: Callable[..., str | None]
) -> None:
    assert find("The", "Ruritanian president", "Ruritanian", published=published, when=when) == expected


@pytest.mark.parametrize(
    ("before", "words", "modifiers", "expected"),
    [
        pytest.param("The", "Ruritanian foreign minister", ("Ruritanian",), "Cid Ruk", id="by nationality"),
        pytest.param("Yesterday", "Ruritania's foreign minister", ("Ruritania",), "Cid Ruk", id="by a possessive"),
        pytest.param("The", "current Ruritanian president", ("Ruritanian",), "Ben Ruk", id="who is it now"),
        pytest.param("The", "former Ruritanian president", ("Ruritanian",), None, id="who was it once"),
        pytest.param("A", "Ruritanian president", ("Ruritanian",), None, id="anybody"),
        pytest.param("The next", "Ruritanian president", ("Ruritanian",), None, id="who will be"),
        pytest.param("The", "Ruritanian vice president", ("Ruritanian",), None, id="another post"),
    ],
)
def test_description_of_a_post_is_a_person_only_if_it_can_be_one_only(
    before: str, words: str, modifiers: tuple[str, ...], expected: str | None, find: Callable[..., str | None]
) -> None:
    assert find(before, words, *modifiers, published="2016-12-01") == expected


def test_who_is_named_in_the_text_is_meant_where_two_may_be(find: Callable[..., str | None]) -> None:
    assert find("Here the", "Ruritanian president", "Ruritanian", published="2016") == "Ada Ruk"
