import csv
import io

import pytest

from graphbuild.export import to_csv
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Entity, Namespace, Statement

NAMESPACE = Namespace()
JAPAN, TAIWAN = NAMESPACE.entity("japan"), NAMESPACE.entity("taiwan")


def read(graph: KnowledgeGraph) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(to_csv(graph)), newline="")))


def test_csv_has_a_row_for_every_statement(graph: KnowledgeGraph) -> None:
    assert [row["statement"] for row in read(graph)] == [statement.id for statement in graph]


def test_row_says_what_is_known(graph: KnowledgeGraph) -> None:
    assert read(graph)[1] == {
        "subject": "She",
        "relation": "heldTalksWith",
        "object": "Shinzo Abe",
        "factuality": "asserted",
        "confidence": "0.86",
        "evidence_count": "3",
        "attributed_to": "She; China",
        "time": "",
        "document": "She",
        "sentence": "Tsai Ing-wen said She held talks with Abe.",
        "subject_iri": "https://w3id.org/graphbuild/id/tsai-ing-wen",
        "relation_iri": "https://w3id.org/graphbuild/ontology#heldTalksWith",
        "object_iri": "https://w3id.org/graphbuild/id/shinzo-abe",
        "statement": graph.statements[1].id,
    }


def test_row_of_a_statement_without_evidence_has_empty_cells() -> None:
    (row,) = read(KnowledgeGraph([Statement(TAIWAN, NAMESPACE.term("metWith"), JAPAN)]))

    assert (row["sentence"], row["time"], row["document"], row["confidence"]) == ("", "", "", "0.0")


def test_hostile_text_stays_in_its_cell(hostile: str, hostile_graph: KnowledgeGraph) -> None:
    rows = read(hostile_graph)

    assert len(rows) == len(hostile_graph)
    assert rows[1]["subject"].removeprefix("'") == hostile


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_formula_is_no_formula(label: str) -> None:
    graph = KnowledgeGraph([Statement(JAPAN, NAMESPACE.term("metWith"), TAIWAN)], [Entity(JAPAN, "Country", label)])

    assert read(graph)[0]["subject"] == f"'{label}"
