from dataclasses import replace

import pytest

from graphbuild.graph.relabel import relabel_entities, relabel_statement
from graphbuild.model import Attribution, Entity, Evidence, Iri, Namespace, Quotation, Span, Statement

NAMESPACE = Namespace()
ABE, SHINZO, JAPAN, ZAMBIA = (NAMESPACE.entity(name) for name in ("abe", "shinzo-abe", "japan", "zambia"))
MET = NAMESPACE.term("metWith")


def quotation(text: str, start: int) -> Quotation:
    return Quotation(Span("a.txt", start, start + len(text)), text)


EVIDENCE = Evidence(
    sentence=quotation("Abe met Zambia.", 0),
    subject=quotation("Abe", 0),
    object=quotation("Zambia", 8),
    trigger=quotation("met", 4),
    phrase="meet",
    extractor="clause.v1",
    confidence=0.5,
    attributed_to=(Attribution("Abe", quotation("Abe", 20), ABE), Attribution("Kyodo", quotation("Kyodo", 30))),
)


@pytest.mark.parametrize(
    ("iri_by_old", "expected"),
    [
        pytest.param({ABE: SHINZO}, Statement(SHINZO, MET, JAPAN), id="subject"),
        pytest.param({JAPAN: ZAMBIA}, Statement(ABE, MET, ZAMBIA), id="object"),
        pytest.param({ABE: JAPAN, JAPAN: ABE}, Statement(JAPAN, MET, ABE), id="both, exchanged"),
        pytest.param({ABE: JAPAN, JAPAN: SHINZO}, Statement(JAPAN, MET, SHINZO), id="once, not on and on"),
        pytest.param({ABE: JAPAN}, None, id="two sides that become one are nothing"),
        pytest.param({}, Statement(ABE, MET, JAPAN), id="nothing"),
    ],
)
def test_statement_is_relabelled(iri_by_old: dict[Iri, Iri], expected: Statement | None) -> None:
    assert relabel_statement(Statement(ABE, MET, JAPAN), iri_by_old, symmetric=()) == expected


def test_statement_whose_sides_were_one_before_stays() -> None:
    assert relabel_statement(Statement(ABE, MET, ABE), {ABE: SHINZO}, symmetric=()) == Statement(SHINZO, MET, SHINZO)


def test_symmetric_statement_is_sorted_again() -> None:
    statement = Statement(ABE, MET, JAPAN, evidence=(EVIDENCE,))

    moved = relabel_statement(statement, {ABE: ZAMBIA}, symmetric={MET})

    assert moved == Statement(JAPAN, MET, ZAMBIA)
    assert moved is not None
    assert [(piece.subject.text, piece.object.text, piece.is_reversed) for piece in moved.evidence] == [("Zambia", "Abe", True)]


def test_who_says_it_is_relabelled_too() -> None:
    statement = Statement(JAPAN, MET, ZAMBIA, evidence=(EVIDENCE,))

    moved = relabel_statement(statement, {ABE: SHINZO}, symmetric=())

    assert moved is not None
    assert [said.iri for said in moved.evidence[0].attributed_to] == [SHINZO, None]
    assert moved.evidence[0].attributed_to[1] == EVIDENCE.attributed_to[1]


def test_entities_that_become_one_are_yielded_once() -> None:
    entities = [
        Entity(ABE, "Person", "Abe"),
        Entity(JAPAN, "Country", "Japan"),
        Entity(SHINZO, "Person", "Shinzo Abe", ("PM Abe",)),
    ]

    relabelled = list(relabel_entities(entities, {ABE: SHINZO}))

    assert relabelled == [Entity(JAPAN, "Country", "Japan"), Entity(SHINZO, "Person", "Shinzo Abe", ("Abe", "PM Abe"))]


def test_entities_that_move_to_a_new_iri_are_merged_there() -> None:
    new = NAMESPACE.entity("prime-minister-abe")

    relabelled = list(relabel_entities([Entity(ABE, "Person", "Abe"), Entity(SHINZO, "", "Shinzo Abe")], {ABE: new, SHINZO: new}))

    assert relabelled == [replace(Entity(new, "Person", "Shinzo Abe"), aliases=("Abe",))]
