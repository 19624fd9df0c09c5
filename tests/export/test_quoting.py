import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.export.quoting import quote


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_quoted_text_is_read_back(text: str) -> None:
    (quad,) = ox.parse(f"<a:b> <a:c> {quote(text)} .", format=ox.RdfFormat.N_TRIPLES)

    assert quad.object == ox.Literal(text)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_quoted_text_is_one_line(text: str) -> None:
    assert len(quote(text).splitlines()) == 1
