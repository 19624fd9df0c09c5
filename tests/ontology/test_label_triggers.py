import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.ontology.label_triggers import default_triggers
from graphbuild.ontology.terms import normalize_phrase


def phrases(label: str, kind: str, *, is_inverse: bool = False) -> set[str]:
    return {trigger.phrase for trigger in default_triggers(label) if (trigger.kind, trigger.is_inverse) == (kind, is_inverse)}


@pytest.mark.parametrize(
    ("label", "lemma"),
    [
        pytest.param("mentors", "mentor", id="third person"),
        pytest.param("finances", "finance", id="third person of a verb in -e"),
        pytest.param("carries", "carry", id="third person of a verb in -y"),
        pytest.param("allied with", "ally with", id="past of a verb in -y"),
        pytest.param("invested in", "invest in", id="past, with a preposition"),
        pytest.param("banned", "ban", id="past with a doubled letter"),
        pytest.param("led", "lead", id="an irregular past"),
        pytest.param("has met with", "meet with", id="perfect"),
        pytest.param("sponsor", "sponsor", id="the lemma itself"),
        pytest.param("investsIn", "invest in", id="a local name"),
        pytest.param("holds talks with", "hold talk with", id="a noun in the plural"),
        pytest.param("is ambassador to", "be ambassador to", id="a copula"),
        pytest.param("has relations with", "have relation with", id="a light verb"),
    ],
)
def test_default_triggers_include_the_verbs_lemma(label: str, lemma: str) -> None:
    assert lemma in phrases(label, "verb")


@pytest.mark.parametrize(
    ("label", "noun"),
    [
        pytest.param("is mentor of", "mentor of", id="after its auxiliary"),
        pytest.param("is a member of", "member of", id="after its article"),
        pytest.param("has diplomatic relations with", "diplomatic relation with", id="with its adjective"),
    ],
)
def test_default_triggers_read_a_noun(label: str, noun: str) -> None:
    assert noun in phrases(label, "noun")


def test_default_triggers_read_a_participle_as_adjective() -> None:
    assert "based in" in phrases("is based in", "adjective")


@pytest.mark.parametrize(
    ("label", "kind", "phrase"),
    [
        pytest.param("was acquired by", "verb", "acquire", id="passive"),
        pytest.param("ledBy", "verb", "lead", id="passive without auxiliary"),
        pytest.param("has been taken over by", "verb", "take over", id="passive of a phrasal verb"),
        pytest.param("hasCapital", "noun", "capital of", id="possession"),
        pytest.param("has head of state", "noun", "head of state of", id="possession of a phrase"),
    ],
)
def test_default_triggers_turn_what_is_said_from_the_other_side(label: str, kind: str, phrase: str) -> None:
    assert phrase in phrases(label, kind, is_inverse=True)
    assert not phrases(label, kind)


@pytest.mark.parametrize("label", ["has", "is", "by", "the", "ed"])
def test_default_triggers_of_a_single_small_word_are_that_word(label: str) -> None:
    assert label in phrases(label, "noun")


def test_default_triggers_of_nothing_are_none() -> None:
    assert default_triggers("") == ()


@given(st.text())
def test_default_triggers_are_normalized(label: str) -> None:
    found = default_triggers(label)

    assert all(trigger.phrase == normalize_phrase(trigger.phrase) != "" for trigger in found if trigger.phrase.isascii())
