"""Which relation of a vocabulary the words of a predicate mean."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import Predicate, Span
from graphbuild.normalize.relations import find_relation, find_title, is_former, keys_of
from graphbuild.ontology import Ontology, load_ontology

SPAN = Span("a.txt", 0, 1)


def predicate(lemma: str, pos: str = "VERB", **more: Any) -> Predicate:
    return Predicate(lemma, lemma, SPAN, lemma, pos, **more)


def verb(lemma: str, **more: Any) -> Predicate:
    return predicate(lemma, **more)


@pytest.fixture(scope="module")
def bundled() -> Ontology:
    return load_ontology()


def noun(lemma: str, **more: Any) -> Predicate:
    return predicate(lemma, "NOUN", **more)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        pytest.param(verb("meet"), "meet", id="a bare verb"),
        pytest.param(verb("meet", preposition="with"), "meet with", id="with its preposition"),
        pytest.param(verb("stand", particle="up", preposition="to"), "stand up to", id="with its particle before that"),
        pytest.param(verb("hold", noun="talk", preposition="with"), "hold talk with", id="with its noun"),
        pytest.param(
            noun("talk", preposition="with", modifiers=("first", "security")), "security talk with", id="a noun's nearest word"
        ),
        pytest.param(noun("ally", preposition="of"), "ally of", id="a noun with its preposition"),
        pytest.param(predicate("modeled", "ADJ", preposition="after"), "modeled after", id="a participle"),
        pytest.param(predicate("-led", "AFFIX"), "-led", id="an affix"),
    ],
)
def test_fullest_form_of_a_predicate_is_looked_up_first(said: Predicate, first: str) -> None:
    assert next(keys_of(said)).phrase == first


def test_predicate_of_another_part_of_speech_has_no_form() -> None:
    assert list(keys_of(predicate("oh", "INTJ"))) == []


@given(
    st.builds(
        predicate,
        st.sampled_from(["hold", "talk", "'s", "-led"]),
        st.sampled_from(["VERB", "NOUN", "ADJ", "AFFIX", "TITLE"]),
        particle=st.sampled_from(["", "up"]),
        preposition=st.sampled_from(["", "with", "between"]),
        noun=st.sampled_from(["", "talk"]),
        modifiers=st.lists(st.sampled_from(["security", "former"]), max_size=2).map(tuple),
    )
)
def test_forms_are_clean_phrases_and_never_surer_than_sure(said: Predicate) -> None:
    for key in keys_of(said):
        assert key.phrase == " ".join(key.phrase.split()) != ""
        assert 0 < key.certainty <= 1


@pytest.mark.parametrize(
    ("said", "subject", "obj", "expected"),
    [
        pytest.param(verb("meet"), "Person", "Person", "metWith", id="a verb"),
        pytest.param(verb("stand", particle="up", preposition="to"), "Country", "Country", "opposes", id="stand up to"),
        pytest.param(verb("stand", particle="up", preposition="for"), "Country", "Country", "supports", id="stand up for"),
        pytest.param(verb("hold", noun="talk", preposition="with"), "Country", "Country", "heldTalksWith", id="a light verb"),
        pytest.param(noun("talk", preposition="with"), "Country", "Country", "heldTalksWith", id="its noun alone"),
        pytest.param(
            noun("talk", preposition="with", modifiers=("security",)),
            "Country",
            "Country",
            "heldTalksWith",
            id="a noun with a word before",
        ),
        pytest.param(noun("talk", preposition="between"), "Country", "Country", "heldTalksWith", id="between is with"),
        pytest.param(predicate("opposition", "ADJ"), "PoliticalParty", "Country", "oppositionIn", id="an adjective"),
        pytest.param(predicate("pro-", "AFFIX"), "PoliticalParty", "Country", "supports", id="an affix"),
        pytest.param(verb("receive"), "Country", "Person", "hosted", id="by the object: a guest"),
        pytest.param(verb("receive"), "Country", "Equipment", "obtained", id="by the object: a thing"),
        pytest.param(verb("meet"), "Person", "City", None, id="range excludes the object"),
        pytest.param(verb("visit"), "Agreement", "City", None, id="domain excludes the subject"),
        pytest.param(verb("meet", preposition="about"), "Person", "Person", None, id="another preposition, another meaning"),
        pytest.param(verb("stand", preposition="to"), "Country", "Country", None, id="without its particle"),
        pytest.param(verb("frobnicate"), "Person", "Person", None, id="an unknown verb"),
    ],
)
def test_relation_is_the_one_whose_trigger_and_types_fit(
    said: Predicate, subject: str, obj: str, expected: str | None, ontology: Ontology
) -> None:
    match = find_relation(said, subject, obj, ontology)

    assert (match.relation.name if match is not None else None) == expected
    assert match is None or not match.is_inverse


@pytest.mark.parametrize(
    ("gift", "expected"),
    [
        pytest.param("tank", "suppliedTo", id="a thing is supplied"),
        pytest.param("refuge", None, id="a favour is not"),
    ],
)
def test_only_goods_change_hands(gift: str, expected: str | None, bundled: Ontology) -> None:
    match = find_relation(verb("offer", noun=gift, preposition="to"), "Country", "Country", bundled)

    assert (match.relation.name if match is not None else None) == expected


def test_exact_words_are_surer_than_near_ones(ontology: Ontology) -> None:
    exact = find_relation(noun("talk", preposition="with"), "Country", "Country", ontology)
    near = find_relation(noun("talk", preposition="between"), "Country", "Country", ontology)

    assert exact is not None
    assert near is not None
    assert near.certainty < exact.certainty == 1


@pytest.mark.parametrize(
    ("said", "subject", "obj", "expected"),
    [
        pytest.param(verb("employ"), "Organization", "Person", "affiliatedWith", id="an employer's verb"),
        pytest.param(predicate("-led", "AFFIX"), "Organization", "Person", "leaderOf", id="X-led"),
        pytest.param(predicate("led", "ADJ", preposition="by"), "Organization", "Person", "leaderOf", id="led by"),
    ],
)
def test_inverse_trigger_exchanges_the_sides(said: Predicate, subject: str, obj: str, expected: str, ontology: Ontology) -> None:
    match = find_relation(said, subject, obj, ontology)

    assert match is not None
    assert (match.relation.name, match.is_inverse) == (expected, True)
    assert find_relation(said, obj, subject, ontology) is None


def test_what_two_do_to_each_other_is_symmetric(ontology: Ontology) -> None:
    together = {"modifiers": ("each other",)}

    meeting = find_relation(verb("meet", **together), "Person", "Person", ontology)
    support = find_relation(verb("support", **together), "Person", "Person", ontology)

    assert meeting is not None
    assert meeting.relation.name == "metWith"
    assert support is None


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        pytest.param("MilitaryForce", "partOf", id="Japan's coast guard is part of Japan"),
        pytest.param("GovernmentBody", "partOf", id="so is its ministry"),
        pytest.param("PoliticalParty", None, id="a party in Japan is not"),
        pytest.param("Person", "affiliatedWith", id="a person has a home there"),
        pytest.param("Group", None, id="people are not"),
    ],
)
def test_possessive_makes_a_part_only_of_what_can_be_owned(subject: str, expected: str | None, ontology: Ontology) -> None:
    match = find_relation(predicate("'s", "AFFIX"), subject, "Country", ontology)

    assert (match.relation.name if match is not None else None) == expected


@pytest.mark.parametrize(
    ("form", "subject", "owner", "expected"),
    [
        pytest.param("'s", "Person", "PoliticalParty", "memberOf", id="Labour's Ana Reed"),
        pytest.param("of", "Person", "Organization", "affiliatedWith", id="Maria Okello of the Institute"),
        pytest.param("among", "Person", "Organization", "memberOf", id="Ana Reed of the Miners' Union"),
        pytest.param("of", "Person", "Country", None, id="King Abdullah of Jordan is its king"),
        pytest.param("()", "Person", "Country", "affiliatedWith", id="Jimena Ruiz (Mexico)"),
        pytest.param("whose", "MilitaryForce", "Country", "partOf", id="the Kenyan navy"),
        pytest.param("several", "MilitaryForce", "Country", None, id="Kenyan troops"),
        pytest.param("several of", "Group", "MilitaryForce", "memberOf", id="soldiers of the brigade"),
        pytest.param("several from", "Group", "Country", "affiliatedWith", id="observers from Mali"),
        pytest.param("'s", "Organization", "Country", "locatedIn", id="Ghana's Volta Power"),
        pytest.param("of", "Organization", "Organization", "partOf", id="the Lab of the University"),
        pytest.param("in", "Facility", "City", "locatedIn", id="the Museum in Nairobi"),
        pytest.param("in", "Country", "City", None, id="Georgia in Ganja"),
        pytest.param("in", "PoliticalParty", "City", None, id="the Front in Nairobi"),
    ],
)
def test_belonging_means_what_the_types_make_of_it(
    form: str, subject: str, owner: str, expected: str | None, bundled: Ontology
) -> None:
    match = find_relation(predicate(form, "AFFIX"), subject, owner, bundled)

    assert (match.relation.name if match is not None else None) == expected


@pytest.mark.parametrize(
    ("post", "owner", "expected"),
    [
        pytest.param("economist", "Country", "affiliatedWith", id="a Kenyan economist"),
        pytest.param("minister", "Country", None, id="a Kenyan minister holds an office"),
        pytest.param("treasurer", "PoliticalParty", "memberOf", id="a party's treasurer"),
        pytest.param("spokesman", "PoliticalParty", "affiliatedWith", id="a party's spokesman"),
        pytest.param("commander", "Country", None, id="the Thai commander leads no country"),
        pytest.param("president", "Country", "leaderOf", id="the Kenyan president"),
    ],
)
def test_post_ties_its_holder_to_its_owner(post: str, owner: str, expected: str | None, bundled: Ontology) -> None:
    match = find_relation(predicate(post, "ROLE", noun=post, preposition="of"), "Person", owner, bundled)

    assert (match.relation.name if match is not None else None) == expected


@pytest.mark.parametrize(
    ("modifiers", "expected"),
    [
        pytest.param((), "holdsRole", id="President Tsai"),
        pytest.param(("deputy",), "holdsRole", id="Deputy President Chen"),
        pytest.param(("former",), "formerlyHeldRole", id="former President Lee"),
        pytest.param(("vice", "late"), "formerlyHeldRole", id="the late Vice President Li"),
    ],
)
def test_title_is_a_role_held_now_or_before(modifiers: tuple[str, ...], expected: str, ontology: Ontology) -> None:
    match = find_title(predicate("president", "TITLE", modifiers=modifiers), "Person", "Role", ontology)

    assert match is not None
    assert (match.relation.name, match.is_inverse, match.certainty) == (expected, False, 1.0)


def test_politician_holds_a_post_like_any_person(ontology: Ontology) -> None:
    match = find_title(predicate("president", "TITLE"), "Politician", "Role", ontology)

    assert match is not None
    assert match.relation.name == "holdsRole"


@pytest.mark.parametrize(("subject", "obj"), [("Country", "Role"), ("Person", "Country")])
def test_title_is_between_person_and_post(subject: str, obj: str, ontology: Ontology) -> None:
    assert find_title(predicate("president", "TITLE"), subject, obj, ontology) is None


def test_title_means_nothing_where_the_vocabulary_has_no_roles() -> None:
    assert find_title(predicate("president", "TITLE"), "Person", "Role", Ontology()) is None


def test_former_leader_leads_no_more(ontology: Ontology) -> None:
    now, before = (predicate("president", "ROLE", preposition="of", modifiers=words) for words in ((), ("former",)))

    leads = find_relation(now, "Person", "Country", ontology)

    assert leads is not None
    assert leads.relation.name == "leaderOf"
    assert find_relation(before, "Person", "Country", ontology) is None
    assert not is_former(now)
    assert is_former(before)
