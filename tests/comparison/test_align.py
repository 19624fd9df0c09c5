import pytest

from graphbuild.comparison import Why
from graphbuild.comparison.align import align
from graphbuild.model import Entity, Iri

WIKIDATA = Iri("http://www.wikidata.org/entity/Q17")


def entity(name: str, label: str = "", type_: str = "Country", *same_as: Iri) -> Entity:
    return Entity(Iri(f"https://example.org/{name}"), type_, label, same_as=same_as)


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        pytest.param(entity("japan", "Japan"), entity("japan", "Nippon", "Place"), Why.IRI, id="by IRI, whatever else they are"),
        pytest.param(
            entity("a", "Japan", "Country", WIKIDATA), entity("b", "Nippon", "Place", WIKIDATA), Why.SAME_AS, id="by Wikidata"
        ),
        pytest.param(
            entity("a"), entity("b", "", "Country", Iri("https://example.org/a")), Why.SAME_AS, id="one names the other"
        ),
        pytest.param(entity("a", "the JAPAN"), entity("b", "Japan"), Why.LABEL, id="by label, however written"),
    ],
)
def test_entities_are_the_same(left: Entity, right: Entity, why: Why) -> None:
    (pair,) = align([left], [right])

    assert (pair.left, pair.right, pair.why) == (left, right, why)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param([entity("a", "Georgia")], [entity("b", "Georgia", "Place")], id="of another type"),
        pytest.param([entity("a", "Guinea")], [entity("b", "Guinea-Bissau")], id="of another name"),
        pytest.param([entity("a", "Abe")], [entity("b", "Abe"), entity("c", "Abe")], id="a name of two on the right"),
        pytest.param([entity("a", "Abe"), entity("b", "Abe")], [entity("c", "Abe")], id="a name of two on the left"),
        pytest.param([entity("a")], [entity("b")], id="without a label"),
    ],
)
def test_entities_stay_apart(left: list[Entity], right: list[Entity]) -> None:
    assert align(left, right) == ()


def test_an_iri_goes_before_what_is_the_same_elsewhere() -> None:
    japan, other = entity("japan", "Japan", "Country", WIKIDATA), entity("other", "Japan", "Country", WIKIDATA)

    pairs = align([japan], [other, japan])

    assert [(pair.right, pair.why) for pair in pairs] == [(japan, Why.IRI)]
