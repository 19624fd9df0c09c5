import pytest

from graphbuild.model import Iri
from graphbuild.ontology.terms import EntityClass, count_steps, normalize_phrase, split_name


@pytest.mark.parametrize(
    ("name", "words"),
    [("holdsRole", "holds role"), ("metWith", "met with"), ("P39", "p39"), ("has_part", "has part"), ("", "")],
)
def test_split_name_finds_the_words(name: str, words: str) -> None:
    assert split_name(name) == words


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
