"""A second look at annotated passages: facts added and taken out, and how far two annotations agree."""

from dataclasses import replace
from pathlib import Path

import pytest

from graphbuild.ontology import load_ontology
from training.relation_corpus.agreement import agreements, matched, table
from training.relation_corpus.amend import amend, show
from training.relation_corpus.draft import DraftError, read_draft
from training.relation_corpus.passage import CorpusFact, Passage, read_passages

CORPUS = Path(__file__).parent.parent.parent / "training" / "relations"
DRAFT = """
# trade | agency | Kenya | 2019-05-04
[a:Person Amina Oduya] of [k:Country Kenya] met [j:Person Juma Mboya] on Friday.
= a metWith j | met | verb | at on Friday
"""


@pytest.fixture
def passage() -> Passage:
    (found,) = read_draft("a", DRAFT.splitlines())
    assert isinstance(found, Passage)
    return found


def amended(passage: Passage, *lines: str) -> Passage:
    *errors, found = amend([passage], lines)
    assert errors == []
    assert isinstance(found, Passage)
    return found


def test_fact_is_added_once(passage: Passage) -> None:
    line = "a-0001 | 1 | a affiliatedWith k | of | preposition | negated | by j"

    found = amended(passage, line, "# a remark", "", line)

    assert len(found.facts) == 2
    fact = found.facts[1]
    assert (fact.relation, fact.factuality, found.text[slice(*fact.trigger)]) == ("affiliatedWith", "negated", "of")
    assert found.text[slice(*fact.attributed_to[0])] == "Juma Mboya"


def test_fact_is_taken_out(passage: Passage) -> None:
    assert amended(passage, "- a-0001 | a metWith j").facts == ()


@pytest.mark.parametrize(
    "line",
    ["a-0002 | 1 | a metWith j | met | verb", "a-0001 | 1 | a metWith x | met | verb", "a-0001 | 1", "- a-0001 | a metWith"],
)
def test_amendment_that_cannot_be_applied_is_told_by_line(line: str, passage: Passage) -> None:
    error, unchanged = amend([passage], ["", line])

    assert isinstance(error, DraftError)
    assert error.line == 2
    assert unchanged == passage


def test_passage_is_shown_as_a_draft(passage: Passage) -> None:
    assert show(passage).splitlines() == [
        "# a-0001 | trade | agency | Kenya",
        "1. [a:Person Amina Oduya] of [k:Country Kenya] met [j:Person Juma Mboya] on Friday.",
        "   = a metWith j | met | verb | asserted",
    ]


def test_agreement_counts_what_both_have(passage: Passage) -> None:
    turned = CorpusFact(2, "metWith", 0, passage.facts[0].trigger, "verb", "planned", time=passage.facts[0].time)
    more = CorpusFact(0, "affiliatedWith", 1, passage.facts[0].trigger, "preposition")

    found = agreements([(passage, replace(passage, facts=(turned, more)))], frozenset({"metWith"}))

    assert found["mentions, exact span"].f1 == 1.0
    assert (found["facts, with the relation"].first, found["facts, with the relation"].second) == (1, 2)
    assert found["facts, with the relation"].f1 == pytest.approx(2 / 3)
    assert found["factuality of shared facts"].f1 == 0.0
    assert found["shared facts with time"].f1 == 1.0


def test_second_annotation_is_of_other_passages_text(passage: Passage) -> None:
    with pytest.raises(ValueError, match="a-0001 is not a passage of the first"):
        list(matched([passage], [replace(passage, text="Another.")]))


def test_three_hundred_sentences_are_annotated_twice() -> None:
    second = list(read_passages([CORPUS / "second" / "second.jsonl"]))
    first = read_passages(sorted(CORPUS.glob("*.jsonl")))

    pairs = list(matched(second, first))
    assert sum(len(one.sentences) for one, _ in pairs) >= 300
    symmetric = frozenset(name for name, relation in load_ontology().relations.items() if relation.is_symmetric)
    page = (CORPUS / "second" / "AGREEMENT.md").read_text(encoding="utf-8")
    assert page.endswith(table(pairs, symmetric))
