import json
from pathlib import Path

import pytest

from graphbuild.errors import ReadError
from graphbuild.learn.examples import Example, Remark, read_examples, without_wrong
from graphbuild.model import Iri
from graphbuild.ontology import Relation

RELATIONS = {name: Relation(Iri(f"https://example.org/{name}"), name, name) for name in ("embargoes", "mediates", "overflew")}
TEXT = "Kenya embargoes Uganda, and Uganda embargoes Kenya."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "examples.jsonl"


def line(**fields: object) -> str:
    return json.dumps({"text": TEXT, "subject": "Kenya", "relation": "embargoes", "object": "Uganda"} | fields)


def read(path: Path, *lines: str) -> tuple[tuple[Example, ...], tuple[Remark, ...]]:
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_examples(path, RELATIONS)


def sides(path: Path, *lines: str) -> list[tuple[str, str | None, str]]:
    """Return the likeliest sides of each fact, with where they start."""
    examples, remarks = read(path, *lines)
    assert remarks == ()
    found = [(example.text, fact.relation, *fact.places[0]) for example in examples for fact in example.facts]
    return [(f"{text[slice(*s)]}@{s.start}", relation, f"{text[slice(*o)]}@{o.start}") for text, relation, s, o in found]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, ("Kenya@0", "embargoes", "Uganda@16"), id="what is nearest, and of that the first"),
        pytest.param({"subject": "Uganda", "object": "Kenya"}, ("Uganda@28", "embargoes", "Kenya@45"), id="the other way about"),
        pytest.param({"subject": [45, 50]}, ("Kenya@45", "embargoes", "Uganda@28"), id="offsets of one side"),
        pytest.param({"subject": [0, 5], "object": [28, 34]}, ("Kenya@0", "embargoes", "Uganda@28"), id="offsets of both"),
        pytest.param({"trigger": [35, 44]}, ("Kenya@45", "embargoes", "Uganda@28"), id="nearest to the trigger"),
        pytest.param({"relation": None}, ("Kenya@0", None, "Uganda@16"), id="no relation"),
        pytest.param({"relation": "https://example.org/mediates"}, ("Kenya@0", "mediates", "Uganda@16"), id="an IRI"),
        pytest.param({"note": "unsure"}, ("Kenya@0", "embargoes", "Uganda@16"), id="other fields are the user's own"),
        pytest.param({"text": "Ken, Kenya, (Uganda)"}, ("Kenya@5", "embargoes", "Uganda@13"), id="whole words"),
        pytest.param(
            {"text": "Sri\n Lanka, Kenya", "object": "Sri Lanka"}, ("Kenya@12", "embargoes", "Sri\n Lanka@0"), id="spacing"
        ),
    ],
)
def test_sides_are_found(path: Path, fields: dict[str, object], expected: tuple[str, ...]) -> None:
    assert sides(path, line(**fields)) == [expected]


def test_name_within_a_name_is_found_where_no_other_is(path: Path) -> None:
    text = "The University of Oslo, Oslo"

    assert sides(path, line(text=text, subject="University of Oslo", object="Oslo")) == [
        ("University of Oslo@4", "embargoes", "Oslo@24")
    ]
    assert sides(path, line(text=text[:22], subject="University of Oslo", object="Oslo")) == [
        ("University of Oslo@4", "embargoes", "Oslo@18")
    ]


def test_line_may_hold_several_facts_and_none(path: Path) -> None:
    facts = [
        {"subject": "Kenya", "relation": "embargoes", "object": "Uganda"},
        {"subject": "Uganda", "relation": "embargoes", "object": "Kenya"},
    ]

    examples, remarks = read(path, json.dumps({"text": TEXT, "facts": facts}), "", json.dumps({"text": "Nothing.", "facts": []}))

    assert remarks == ()
    assert [(example.text, example.lines, len(example.facts)) for example in examples] == [(TEXT, (1,), 2), ("Nothing.", (3,), 0)]


def test_lines_of_one_text_are_one_example_and_order_does_not_matter(path: Path) -> None:
    lines = [line(), line(text="Kenya, Uganda."), line(subject="Uganda", object="Kenya")]

    forth, back = read(path, *lines)[0], read(path, *lines[::-1])[0]

    assert [(example.text, len(example.facts)) for example in forth] == [(TEXT, 2), ("Kenya, Uganda.", 1)]
    assert [example.text for example in forth] == [example.text for example in back]


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        pytest.param(line(subject="Kenja"), '"Kenja" is not in the text', id="a slip"),
        pytest.param(line(subject="kenya"), "\"kenya\" is not in the text ('Kenya' is)", id="another case"),
        pytest.param(line(subject="Ken"), '"Ken" is not in the text', id="part of a word"),
        pytest.param(line(subject=""), '"" is not in the text', id="nothing"),
        pytest.param(
            line(subject="Kenja", object="Uganta", trigger="bans"),
            '"Kenja" is not in the text; "Uganta" is not in the text; "bans" is not in the text',
            id="all three",
        ),
        pytest.param(line(subject=[0, 500]), "[0, 500] are no characters of the text, which has 51", id="beyond the text"),
        pytest.param(line(subject=[5, 6]), "[5, 6] is white space", id="a space"),
        pytest.param(line(subject=[True, 6]), "neither a string nor two offsets: [true, 6]", id="no numbers"),
        pytest.param(line(subject=None), "neither a string nor two offsets: null", id="null"),
        pytest.param(line(subject="Uganda"), "subject and object are called the same; give their offsets", id="one name twice"),
        pytest.param(line(subject=[16, 22], object=[16, 22]), "subject and object are the same words", id="one side"),
        pytest.param(
            line(relation="Embargos"), "the ontology has no relation 'Embargos' (did you mean 'embargoes'?)", id="a near relation"
        ),
        pytest.param(line(relation="xyz"), "the ontology has no relation 'xyz'", id="no relation at all"),
        pytest.param(line(relation=5), 'its "relation" is neither a name nor null: 5', id="a number for a relation"),
        pytest.param(json.dumps({"text": TEXT, "subject": "Kenya"}), 'has no "relation" and no "object"', id="fields missing"),
        pytest.param(json.dumps({"text": TEXT, "facts": "none"}), '"facts" is no list of objects', id="facts that are none"),
        pytest.param(json.dumps({"subject": "Kenya"}), 'has no "text"', id="no text"),
        pytest.param(line(text="a " * 20_000), 'its "text" is longer than 20,000 characters', id="a book"),
        pytest.param("[]", 'is no JSON object: {"text": …, "subject": …, "relation": …, "object": …}', id="a list"),
        pytest.param(
            "{", "is no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)", id="half a line"
        ),
    ],
)
def test_wrong_line_is_told_and_no_other_is_lost(path: Path, wrong: str, problem: str) -> None:
    examples, remarks = read(path, line(text="Kenya, Uganda."), wrong)

    assert remarks == (Remark(2, problem),)
    assert [example.lines for example in without_wrong(examples, remarks)] == [(1,)]


def test_text_with_a_wrong_line_is_left_out_whole(path: Path) -> None:
    examples, remarks = read(path, line(), line(subject="Kenja"), line(text="Kenya, Uganda."))

    assert [example.lines for example in without_wrong(examples, remarks)] == [(3,)]


@pytest.mark.parametrize("content", [pytest.param(None, id="no file"), pytest.param(b"\xff", id="no text")])
def test_file_that_cannot_be_read_is_an_error(path: Path, content: bytes | None) -> None:
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(ReadError, match=r"examples\.jsonl"):
        read_examples(path, RELATIONS)
