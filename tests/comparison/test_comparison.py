import pytest

from graphbuild.comparison import Comparison, Difference, Kind
from graphbuild.model import Iri, Statement

X, Y = Iri("https://example.org/x"), Iri("https://example.org/y")
STATEMENT = Statement(X, Iri("https://example.org/likes"), Y)


@pytest.mark.parametrize("kind", Kind)
def test_difference_is_a_contradiction_or_a_change(kind: Kind) -> None:
    contradicts = {Kind.DENIED, Kind.OPPOSITE, Kind.IMPLIED}

    assert Difference(kind, STATEMENT, STATEMENT).is_contradiction is (kind in contradicts)


def test_what_nobody_describes_is_called_by_its_iri() -> None:
    assert Comparison(entities={}, documents={}).label(X) == "x"
