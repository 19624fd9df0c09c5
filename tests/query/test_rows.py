import pickle

from graphbuild.query import Rows, Term


def test_term_is_its_text() -> None:
    assert Term("Japan", language="en") == "Japan"
    assert f"{Term('a:b', 'uri')}" == "a:b"


def test_rows_are_a_table() -> None:
    rows = Rows(("x",), ((Term("a"),), (None,)))

    assert len(rows) == 2
    assert list(rows) == [("a",), (None,)]


def test_rows_are_true_if_there_are_any_or_the_answer_is_yes() -> None:
    assert Rows(("x",), ((None,),))
    assert not Rows(("x",), ())
    assert not Rows(("answer",), ((Term("false"),),), answer=False)


def test_term_survives_a_pickle() -> None:
    term = pickle.loads(pickle.dumps(Term("1", datatype="a:integer")))  # noqa: S301 - our own

    assert (term, term.kind, term.datatype, term.language) == ("1", "literal", "a:integer", None)
