import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.model import Iri
from graphbuild.ontology.terms import EntityClass, count_steps, default_triggers, normalize_phrase, split_name


def phrases(label: str, kind: str) -> set[str]:
    return {trigger.phrase for trigger in default_triggers(label) if trigger.kind == kind}


@pytest.mark.parametrize(
    ("name", "words"),
    [("holdsRole", "holds role"), ("metWith", "met with"), ("P39", "p39"), ("has_part", "has part"), ("", "")],
)
def test_split_name_finds_the_words(name: str, words: str) -> None:
    assert split_name(name) == words


@pytest.mark.parametrize(
    ("label", "lemma"),
    [
        pytest.param("mentors", "mentor", id="third person"),
        pytest.param("finances", "finance", id="third person of a verb in -e"),
        pytest.param("carries", "carry", id="third person of a verb in -y"),
        pytest.param("invested in", "invest in", id="past, with a preposition"),
        pytest.param("sponsor", "sponsor", id="the lemma itself"),
        pytest.param("investsIn", "invest in", id="a local name"),
    ],
)
def test_default_triggers_include_the_verbs_lemma(label: str, lemma: str) -> None:
    assert lemma in phrases(label, "verb")


def test_default_triggers_read_a_noun_after_its_auxiliary() -> None:
    assert phrases("is mentor of", "noun") == {"mentor of"}


def test_default_triggers_read_a_participle_as_adjective() -> None:
    assert "based in" in phrases("is based in", "adjective")


def test_default_triggers_of_nothing_are_none() -> None:
    assert default_triggers("") == ()


@given(st.text())
def test_default_triggers_are_normalized(label: str) -> None:
    found = default_triggers(label)

    assert all(trigger.phrase == normalize_phrase(trigger.phrase) != "" for trigger in found if trigger.phrase.isascii())
    assert not any(trigger.is_inverse for trigger in found)


def test_normalize_phrase_folds_case_and_spacing() -> None:
    assert normalize_phrase("  Meet \t WITH\n") == "meet with"


def make_class(name: str, *broader: str) -> EntityClass:
    return EntityClass(Iri(f"https://example.org/{name}"), name, name, broader=broader)


def test_count_steps_takes_the_shortest_way() -> None:
    classes = {"A": make_class("A", "B", "C"), "B": make_class("B", "C"), "C": make_class("C", "D"), "D": make_class("D")}

    assert count_steps("A", classes) == {"A": 0, "B": 1, "C": 1, "D": 2}


def test_count_steps_survives_a_circle() -> None:
    classes = {"A": make_class("A", "B"), "B": make_class("B", "A")}

    assert count_steps("A", classes) == {"A": 0, "B": 1}


def test_count_steps_ignores_classes_of_others() -> None:
    assert count_steps("A", {"A": make_class("A", "Agent")}) == {"A": 0}
