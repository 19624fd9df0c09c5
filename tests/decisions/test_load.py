"""Decisions as they are written in TOML."""

from pathlib import Path

import pytest

from graphbuild.decisions import Change, Decisions, Kind, NameDecision, Pattern, StatementDecision, check_terms, load_decisions
from graphbuild.errors import DecisionError
from graphbuild.model import Factuality, digest

PAGE = """
[[reject]]
statement = "0123456789abcdef"

[[must_link]]
names = ["Shinzo Abe", "Abe"]

[[edit]]
subject = "Abe"
document = "a.txt"
set = { relation = "supports", turned = true, factuality = "planned" }

[[reject]]
relation = "visited"
"""


def load(folder: Path, text: str) -> Decisions:
    path = folder / "decisions.toml"
    path.write_text(text, encoding="utf-8")
    return load_decisions(path)


def test_entries_are_counted_in_the_order_of_the_file(tmp_path: Path) -> None:
    decisions = load(tmp_path, PAGE)

    assert decisions.entries == (
        StatementDecision(1, Kind.REJECT, Pattern(statement="0123456789abcdef")),
        NameDecision(2, Kind.MUST_LINK, ("Shinzo Abe", "Abe")),
        StatementDecision(
            3,
            Kind.EDIT,
            Pattern(subject="Abe", document="a.txt"),
            Change(relation="supports", turned=True, factuality=Factuality.PLANNED),
        ),
        StatementDecision(4, Kind.REJECT, Pattern(relation="visited")),
    )
    assert [str(entry) for entry in decisions.entries] == [
        "entry 1 (reject 0123456789abcdef)",
        "entry 2 (must_link Shinzo Abe = Abe)",
        "entry 3 (edit Abe … … in a.txt)",
        "entry 4 (reject … visited …)",
    ]


def test_inline_entries_are_read_too(tmp_path: Path) -> None:
    decisions = load(tmp_path, 'rename = [{ name = "KMT", to = "Kuomintang" }]')

    assert decisions.names == (NameDecision(1, Kind.RENAME, ("KMT",), "Kuomintang"),)


def test_digest_is_that_of_the_content(tmp_path: Path) -> None:
    assert load(tmp_path, PAGE).digest == digest(PAGE)
    assert load(tmp_path, PAGE + "# a remark\n").digest != digest(PAGE)


def test_names_kept_apart_are_pairs_in_the_form_of_comparison(tmp_path: Path) -> None:
    decisions = load(tmp_path, '[[cannot_link]]\nnames = ["The Congo", "Congo-Brazzaville", "CONGO"]')

    assert decisions.apart == {frozenset({"congo", "congo brazzaville"})}


def test_empty_file_decides_nothing(tmp_path: Path) -> None:
    decisions = load(tmp_path, "")

    assert (decisions.entries, decisions.apart) == ((), frozenset())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("[[reject]", "is no TOML", id="no TOML"),
        pytest.param(
            "[[rejekt]]\nsubject = 'a'", "there is no decision 'rejekt' (did you mean 'reject'?)", id="no such decision"
        ),
        pytest.param("[reject]\nsubject = 'a'", "reject has to be a list of tables: [[reject]]", id="a table alone"),
        pytest.param("reject = [1]", "reject has to be a list of tables: [[reject]]", id="a list of numbers"),
        pytest.param("[[reject]]", "entry 1 (reject): says of no statement that it is meant", id="no pattern"),
        pytest.param(
            "[[reject]]\nsubjekt = 'a'",
            "entry 1 (reject): does not know 'subjekt' (did you mean 'subject'?)",
            id="a misspelt key",
        ),
        pytest.param("[[reject]]\nstatement = 'x'", "entry 1 (reject): statement has to be an id", id="no id"),
        pytest.param("[[reject]]\nsubject = 1", "entry 1 (reject): subject has to be a text", id="a number for a name"),
        pytest.param("[[reject]]\nsubject = ' '", "entry 1 (reject): subject has to be a text", id="white space for a name"),
        pytest.param(
            "[[reject]]\nfactuality = 'true'", "entry 1 (reject): factuality has to be one of asserted", id="no factuality"
        ),
        pytest.param("[[edit]]\nsubject = 'a'", "entry 1 (edit): set has to say what to change", id="an edit to nothing"),
        pytest.param(
            "[[edit]]\nsubject = 'a'\nset = { turned = 1 }",
            "entry 1 (edit): turned has to be true or false",
            id="a number for a switch",
        ),
        pytest.param("[[edit]]\nsubject = 'a'\nset = { to = 'b' }", "entry 1 (edit): does not know 'to'", id="an unknown change"),
        pytest.param("[[rename]]\nname = 'a'", "entry 1 (rename): to is missing", id="a rename to nothing"),
        pytest.param("[[must_link]]\nnames = 'a'", "entry 1 (must_link): names has to be a list of names", id="one name"),
        pytest.param(
            "[[must_link]]\nnames = ['Abe', 'ABE']",
            "entry 1 (must_link): names has to hold two different names at least",
            id="the same name twice",
        ),
        pytest.param(
            "[[must_link]]\nnames = ['a', 'b']\n[[cannot_link]]\nnames = ['C', 'A']\n[[must_link]]\nnames = ['b', 'c']",
            "entry 2 (cannot_link): keeps apart what a must_link makes one: C, A",
            id="names linked by way of a third one",
        ),
    ],
)
def test_mistake_is_one_line_that_names_the_entry(text: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(DecisionError) as caught:
        load(tmp_path, text)

    assert str(caught.value).startswith(f"{tmp_path / 'decisions.toml'}: {problem}")
    assert "\n" not in str(caught.value)


def test_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="cannot be read: No such file"):
        load_decisions(tmp_path / "nowhere.toml")


def test_file_of_other_bytes_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(DecisionError, match="is not UTF-8"):
        load_decisions(path)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param(
            "[[retype]]\nname = 'a'\ntype = 'Person'\n[[retype]]\nname = 'a'\ntype = 'Persn'",
            r"entry 2 \(retype\): there is no type 'Persn' \(did you mean 'Person'\?\)",
            id="a type",
        ),
        pytest.param(
            "[[edit]]\nsubject = 'a'\nset = { relation = 'meets' }",
            r"entry 1 \(edit\): there is no relation 'meets'",
            id="a relation",
        ),
    ],
)
def test_term_that_the_vocabulary_does_not_have_is_an_error(text: str, problem: str, tmp_path: Path) -> None:
    decisions = load(tmp_path, text)

    with pytest.raises(DecisionError, match=problem):
        check_terms(decisions, relations={"metWith"}, classes={"Person"})
    check_terms(decisions, relations={"meets"}, classes={"Person", "Persn"})
