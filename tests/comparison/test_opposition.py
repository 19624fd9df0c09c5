import pytest

from graphbuild.comparison import Kind
from graphbuild.comparison.opposition import Opposition
from graphbuild.model import Factuality, Iri, Statement
from graphbuild.ontology import Ontology, Relation

ASSERTED, NEGATED, PLANNED = Factuality.ASSERTED, Factuality.NEGATED, Factuality.PLANNED


def iri(name: str) -> Iri:
    return Iri(f"https://example.org/{name}")


def relation(name: str, *broader: str, opposites: tuple[str, ...] = (), ended_by: tuple[str, ...] = ()) -> Relation:
    return Relation(iri(name), name, name, broader=broader, opposites=opposites, ended_by=ended_by)


RELATIONS = (
    relation("supports", opposites=("opposes",)),
    relation("opposes"),
    relation("votedFor", "supports"),
    relation("leads", ended_by=("led",)),
    relation("led"),
    relation("likes", "supports"),
)
OPPOSITION = Opposition(Ontology(relations={each.name: each for each in RELATIONS}))


def stated(name: str, factuality: Factuality = ASSERTED, phrase: str = "") -> Statement:
    return Statement(iri("x"), iri(name), iri("y"), factuality, phrase)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        pytest.param(stated("supports"), stated("opposes"), Kind.OPPOSITE, id="declared opposites"),
        pytest.param(stated("votedFor"), stated("opposes"), Kind.OPPOSITE, id="what implies an opposite"),
        pytest.param(stated("votedFor"), stated("supports", NEGATED), Kind.IMPLIED, id="what implies what is denied"),
        pytest.param(stated("leads"), stated("led"), Kind.ENDED, id="what is over"),
        pytest.param(stated("supports"), stated("votedFor", NEGATED), None, id="what does not imply it"),
        pytest.param(stated("supports"), stated("opposes", NEGATED), None, id="a denied opposite"),
        pytest.param(stated("supports"), stated("opposes", PLANNED), None, id="a planned opposite"),
        pytest.param(stated("supports"), stated("votedFor"), None, id="what goes together"),
        pytest.param(stated("supports"), stated("relatedTo", phrase="oppose"), None, id="an open statement"),
        pytest.param(stated("supports"), stated("unknown"), None, id="a relation of another vocabulary"),
    ],
)
def test_kind_is_the_same_from_both_sides(one: Statement, other: Statement, kind: Kind | None) -> None:
    assert OPPOSITION.kind(one, other) is kind
    assert OPPOSITION.kind(other, one) is kind
