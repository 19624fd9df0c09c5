import gzip

import pytest

from graphbuild.language.lexicon import Entries, Lexicon

VERBS = Entries(
    frozenset({"hop", "hope", "label", "run", "travel"}),
    {"ran": "run", "hopping": "hop", "travelling": "travel"},
)


@pytest.mark.parametrize(
    ("form", "candidates", "expected"),
    [
        pytest.param("runs", ["runs", "run"], "run", id="the first that is listed"),
        pytest.param("Hopes", ["Hope", "hope"], "Hope", id="in whatever letters"),
        pytest.param("hopping", ["hopp", "hop"], "hop", id="the one of which the form is listed"),
        pytest.param("Ran", ["ran", "Run"], "Run", id="the one of which the form is listed, in the candidate's letters"),
        pytest.param("RAN", ["ran"], "run", id="the listed one though no candidate"),
        pytest.param("hoping", ["hop", "hope"], "hope", id="none that would have doubled its last letter"),
        pytest.param("traveling", ["travel", "travele"], "travel", id="one that sometimes doubles its last letter"),
        pytest.param("mislabeled", ["mislabele", "mislabel"], "mislabel", id="the one that ends in a listed word"),
        pytest.param("relabel", ["relabel", "label"], "label", id="the listed one sooner than one that ends in it"),
        pytest.param("vlogging", ["vlogg", "vlogging"], "vlogg", id="the first where none is listed"),
        pytest.param("Unrunning", ["unrunning", "unrun"], "unrunning", id="the first where it leaves the form as it is"),
        pytest.param("xyz", [], "xyz", id="the form where there is none"),
    ],
)
def test_choice_is(form: str, candidates: list[str], expected: str) -> None:
    assert VERBS.choose(form, candidates) == expected


def test_choice_without_lemmas_is_the_first_candidate() -> None:
    asked = iter(["first", "second"])

    assert Entries().choose("form", asked) == "first"
    assert next(asked) == "second"


def test_part_of_speech_without_entries_lists_nothing() -> None:
    assert Lexicon({"VERB": VERBS}).entries("NOUN") == Entries()


def test_lexicon_survives_being_saved() -> None:
    lexicon = Lexicon({"VERB": VERBS, "NOUN": Entries(frozenset({"naïveté"}), {})}, "Made from a dictionary.")

    assert Lexicon.from_bytes(lexicon.to_bytes()) == lexicon


def test_equal_lexicons_give_equal_bytes() -> None:
    other = Entries(frozenset(sorted(VERBS.lemmas, reverse=True)), dict(reversed(list(VERBS.forms.items()))))

    assert Lexicon({"VERB": VERBS}).to_bytes() == Lexicon({"VERB": other}).to_bytes()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"PK", id="not compressed"),
        pytest.param(Lexicon({"VERB": VERBS}).to_bytes()[:-12], id="cut off"),
        pytest.param(gzip.compress(b"not JSON"), id="not JSON"),
        pytest.param(gzip.compress(b"[]"), id="a list"),
        pytest.param(gzip.compress(b'{"notice": "", "parts": {"VERB": {}}}'), id="entries without lemmas"),
    ],
)
def test_what_is_no_lexicon_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a lexicon"):
        Lexicon.from_bytes(data)
