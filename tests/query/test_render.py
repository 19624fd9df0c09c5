import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from graphbuild.query import Rows, Term, to_csv, to_json

ROWS = Rows(
    ("who", "what"),
    (
        (Term("https://w3id.org/graphbuild/id/japan", "uri"), Term("Nihon", language="ja")),
        (Term("b0", "bnode"), Term("3", datatype="http://www.w3.org/2001/XMLSchema#integer")),
        (None, Term('a "quoted", text\r')),
    ),
)
texts = st.text(st.characters(exclude_categories=["Cs"]))


def test_csv_has_the_variables_in_its_first_line() -> None:
    assert to_csv(ROWS) == 'who,what\nhttps://w3id.org/graphbuild/id/japan,Nihon\nb0,3\n,"a ""quoted"", text\r"\n'


@given(st.lists(st.tuples(texts, texts)))
def test_csv_gives_every_text_back(values: list[tuple[str, str]]) -> None:
    rows = Rows(("x", "y"), tuple((Term(left), Term(right)) for left, right in values))

    read = list(csv.reader(io.StringIO(to_csv(rows), newline="")))

    assert read == [["x", "y"], *([left, right] for left, right in values)]


def test_json_is_that_of_sparql() -> None:
    assert json.loads(to_json(ROWS)) == {
        "head": {"vars": ["who", "what"]},
        "results": {
            "bindings": [
                {
                    "who": {"type": "uri", "value": "https://w3id.org/graphbuild/id/japan"},
                    "what": {"type": "literal", "value": "Nihon", "xml:lang": "ja"},
                },
                {
                    "who": {"type": "bnode", "value": "b0"},
                    "what": {"type": "literal", "value": "3", "datatype": "http://www.w3.org/2001/XMLSchema#integer"},
                },
                {"what": {"type": "literal", "value": 'a "quoted", text\r'}},
            ]
        },
    }


def test_json_of_ask_is_a_boolean() -> None:
    rows = Rows(("answer",), ((Term("true"),),), answer=True)

    assert json.loads(to_json(rows)) == {"head": {}, "boolean": True}
