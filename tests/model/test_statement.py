import hashlib
from dataclasses import replace
from itertools import pairwise

import pytest

from graphbuild.model import Attribution, Evidence, Factuality, Iri, Quotation, Span, Statement, TimeExpression

JAPAN = Iri("https://w3id.org/graphbuild/id/japan")
TAIWAN = Iri("https://w3id.org/graphbuild/id/taiwan")
CHINA = Iri("https://w3id.org/graphbuild/id/china")
MET = Iri("https://w3id.org/graphbuild/ontology#metWith")
RELATED = Iri("https://w3id.org/graphbuild/ontology#relatedTo")


def quotation(text: str, start: int) -> Quotation:
    return Quotation(Span("a.txt", start, start + len(text)), text)


EVIDENCE = Evidence(
    sentence=quotation("Taiwan met Japan.", 0),
    subject=quotation("Taiwan", 0),
    object=quotation("Japan", 11),
    trigger=quotation("met", 7),
    phrase="meet",
    extractor="clause.v1",
    confidence=0.5,
)
CITED = Attribution("Kyodo", quotation("Kyodo", 20))
UNNAMED = Attribution("he", quotation("he", 20), is_unnamed=True)
CLAIMED = Attribution("Beijing", quotation("Beijing", 30), CHINA)


def test_equal_facts_are_equal_whatever_their_evidence() -> None:
    assert Statement(TAIWAN, MET, JAPAN, evidence=(EVIDENCE,)) == Statement(TAIWAN, MET, JAPAN)
    assert hash(Statement(TAIWAN, MET, JAPAN, evidence=(EVIDENCE,))) == hash(Statement(TAIWAN, MET, JAPAN))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(Statement(JAPAN, MET, TAIWAN), id="direction"),
        pytest.param(Statement(TAIWAN, MET, CHINA), id="object"),
        pytest.param(Statement(TAIWAN, MET, JAPAN, Factuality.NEGATED), id="factuality"),
        pytest.param(Statement(TAIWAN, RELATED, JAPAN, phrase="meet"), id="phrase"),
    ],
)
def test_facts_and_their_ids_differ_by(other: Statement) -> None:
    assert other != Statement(TAIWAN, MET, JAPAN)
    assert other.id != Statement(TAIWAN, MET, JAPAN).id


def test_statement_id_is_the_documented_hash() -> None:
    closed = Statement(TAIWAN, MET, JAPAN, Factuality.PLANNED)
    opened = Statement(TAIWAN, RELATED, JAPAN, phrase="sing with")

    assert closed.id == hashlib.sha256(f"{TAIWAN}\n{MET}\n{JAPAN}\nplanned".encode()).hexdigest()[:16]
    assert opened.id == hashlib.sha256(f"{TAIWAN}\nsing with\n{JAPAN}\nasserted".encode()).hexdigest()[:16]


def test_confidence_is_that_of_the_best_evidence() -> None:
    statement = Statement(TAIWAN, MET, JAPAN, evidence=(EVIDENCE, replace(EVIDENCE, confidence=0.9)))

    assert statement.confidence == 0.9
    assert Statement(TAIWAN, MET, JAPAN).confidence == 0.0


@pytest.mark.parametrize(
    ("factuality", "attributions", "is_plain"),
    [
        pytest.param(Factuality.ASSERTED, [()], True, id="the author says it"),
        pytest.param(Factuality.ASSERTED, [(CITED,)], True, id="a cited publication says it"),
        pytest.param(Factuality.ASSERTED, [(CLAIMED,)], False, id="only an actor says it"),
        pytest.param(Factuality.ASSERTED, [(UNNAMED,)], False, id="only somebody without a name says it"),
        pytest.param(Factuality.ASSERTED, [(CITED, CLAIMED)], False, id="a publication says that an actor says it"),
        pytest.param(Factuality.ASSERTED, [(CLAIMED,), ()], True, id="an actor says it, and elsewhere the author"),
        pytest.param(Factuality.ASSERTED, [], True, id="nothing is known of why"),
        pytest.param(Factuality.PLANNED, [()], False, id="planned"),
        pytest.param(Factuality.HYPOTHETICAL, [()], False, id="hypothetical"),
        pytest.param(Factuality.NEGATED, [()], False, id="negated"),
    ],
)
def test_statement_is_plain_if_asserted_not_only_by_somebody_in_the_text(
    factuality: Factuality, attributions: list[tuple[Attribution, ...]], *, is_plain: bool
) -> None:
    evidence = tuple(replace(EVIDENCE, attributed_to=said) for said in attributions)

    assert Statement(TAIWAN, MET, JAPAN, factuality, evidence=evidence).is_plain is is_plain


def test_symmetric_statement_has_its_sides_sorted_and_its_evidence_turned() -> None:
    statement = Statement(TAIWAN, MET, JAPAN, evidence=(EVIDENCE,)).symmetric()

    assert (statement.subject, statement.object) == (JAPAN, TAIWAN)
    (evidence,) = statement.evidence
    assert (evidence.subject.text, evidence.object.text) == ("Japan", "Taiwan")
    assert evidence.is_reversed
    assert evidence.sentence == EVIDENCE.sentence


def test_symmetric_leaves_sorted_sides_alone() -> None:
    statement = Statement(JAPAN, MET, TAIWAN, evidence=(EVIDENCE,))

    assert statement.symmetric() is statement


def test_evidence_turned_twice_is_the_same() -> None:
    assert EVIDENCE.turned().turned() == EVIDENCE


def test_evidence_sorts_whatever_it_lacks() -> None:
    time = TimeExpression(quotation("today", 40))
    pieces = [
        EVIDENCE,
        replace(EVIDENCE, time=time),
        replace(EVIDENCE, time=replace(time, value="")),
        replace(EVIDENCE, time=replace(time, value="2016")),
        replace(EVIDENCE, attributed_to=(CITED,)),
        replace(EVIDENCE, attributed_to=(CITED, CLAIMED)),
        replace(EVIDENCE, attributed_to=(replace(CITED, is_unnamed=True),)),
        replace(EVIDENCE, is_reversed=True),
    ]

    keys = sorted(piece.sort_key for piece in pieces)

    assert all(left < right for left, right in pairwise(keys))
