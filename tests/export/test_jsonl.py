import json
from dataclasses import replace
from typing import Any

from graphbuild.export import to_jsonl
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Attribution, Entity, Evidence, Namespace, Quotation, Span, Statement, TimeExpression

NAMESPACE = Namespace()
TSAI, ABE, CHINA = (NAMESPACE.entity(name) for name in ("tsai-ing-wen", "shinzo-abe", "china"))
TALKED = NAMESPACE.term("heldTalksWith")
ENTITIES = [Entity(TSAI, "Person", "Tsai Ing-wen"), Entity(ABE, "Person", "Shinzo Abe"), Entity(CHINA, "Country", "China")]


def quotation(text: str, start: int, end: int, document_id: str = "china_brief.txt") -> Quotation:
    return Quotation(Span(document_id, start, end), text)


EVIDENCE = Evidence(
    sentence=quotation("Tsai reinforced the role …", 4918, 5249),
    subject=quotation("she", 5000, 5003),
    object=quotation("Prime Minister Abe", 5143, 5161),
    trigger=quotation("held a closed-door conversation with", 5106, 5142),
    phrase="hold conversation with",
    extractor="clause.v1",
    confidence=0.86,
    attributed_to=(Attribution("CRNTT, October 8, 2015", quotation("CRNTT, October 8, 2015", 5163, 5185)),),
    time=TimeExpression(quotation("pre-election", 4966, 4978)),
)


def read(graph: KnowledgeGraph) -> list[dict[str, Any]]:
    return [json.loads(line) for line in to_jsonl(graph)]


def place(line: dict[str, Any]) -> tuple[str, int]:
    return line["document"], line["sentence"]["start"]


def test_line_is_as_documented_to_the_letter() -> None:
    statement = Statement(TSAI, TALKED, ABE, evidence=(EVIDENCE,))

    (line,) = to_jsonl(KnowledgeGraph([statement], ENTITIES))

    assert line == (
        f'{{"statement": "{statement.id}", "document": "china_brief.txt", '
        '"subject": {"iri": "https://w3id.org/graphbuild/id/tsai-ing-wen", "label": "Tsai Ing-wen", "type": "Person", '
        '"text": "she", "start": 5000, "end": 5003}, '
        '"relation": {"iri": "https://w3id.org/graphbuild/ontology#heldTalksWith", "name": "heldTalksWith", '
        '"phrase": "hold conversation with", "text": "held a closed-door conversation with", "start": 5106, "end": 5142}, '
        '"object": {"iri": "https://w3id.org/graphbuild/id/shinzo-abe", "label": "Shinzo Abe", "type": "Person", '
        '"text": "Prime Minister Abe", "start": 5143, "end": 5161}, '
        '"factuality": "asserted", '
        '"attributed_to": [{"iri": null, "label": "CRNTT, October 8, 2015", "text": "CRNTT, October 8, 2015", '
        '"start": 5163, "end": 5185}], '
        '"time": {"text": "pre-election", "value": null, "start": 4966, "end": 4978}, '
        '"confidence": 0.86, "extractor": "clause.v1", '
        '"sentence": {"text": "Tsai reinforced the role …", "start": 4918, "end": 5249}}\n'
    )


def test_reversed_evidence_is_written_in_the_order_of_the_text() -> None:
    statement = Statement(TSAI, TALKED, ABE, evidence=(EVIDENCE,)).symmetric()

    (line,) = read(KnowledgeGraph([statement], ENTITIES))

    assert statement.subject == ABE
    assert line["statement"] == statement.id
    assert (line["subject"]["label"], line["subject"]["text"]) == ("Tsai Ing-wen", "she")
    assert (line["object"]["label"], line["object"]["text"]) == ("Shinzo Abe", "Prime Minister Abe")


def test_open_relation_has_no_name() -> None:
    statement = Statement(TSAI, NAMESPACE.term("relatedTo"), ABE, phrase="sing with", evidence=(EVIDENCE,))

    (line,) = read(KnowledgeGraph([statement], ENTITIES))

    assert line["relation"]["name"] is None
    assert line["relation"]["phrase"] == "sing with"
    assert line["relation"]["iri"] == "https://w3id.org/graphbuild/ontology#relatedTo"


def test_author_and_actor_are_told_apart() -> None:
    said = Attribution("Beijing", quotation("Beijing", 5200, 5207), CHINA)
    pieces = (replace(EVIDENCE, attributed_to=(), time=None), replace(EVIDENCE, attributed_to=(said,)))

    lines = read(KnowledgeGraph([Statement(TSAI, TALKED, ABE, evidence=pieces)], ENTITIES))

    assert lines[0]["attributed_to"] == []
    assert lines[0]["time"] is None
    assert lines[1]["attributed_to"] == [{"iri": CHINA, "label": "China", "text": "Beijing", "start": 5200, "end": 5207}]


def test_speaker_whom_the_text_does_not_name_is_told_from_a_cited_source() -> None:
    said = Attribution("he", quotation("he", 5200, 5202), is_unnamed=True)
    statement = Statement(TSAI, TALKED, ABE, evidence=(replace(EVIDENCE, attributed_to=(said,)),))

    (line,) = read(KnowledgeGraph([statement], ENTITIES))

    assert line["attributed_to"] == [{"iri": None, "label": "he", "text": "he", "start": 5200, "end": 5202, "is_unnamed": True}]


def test_speaker_whom_nobody_described_has_the_label_that_was_read() -> None:
    said = Attribution("Beijing", quotation("Beijing", 5200, 5207), CHINA)
    statement = Statement(TSAI, TALKED, ABE, evidence=(replace(EVIDENCE, attributed_to=(said,)),))

    (line,) = read(KnowledgeGraph([statement]))

    assert line["attributed_to"][0]["label"] == "Beijing"


def test_there_is_a_line_for_every_piece_of_evidence_in_the_order_of_the_text() -> None:
    places = [("b.txt", 0), ("a.txt", 900), ("a.txt", 20), ("a.txt", 100)]
    pieces = tuple(
        replace(EVIDENCE, sentence=quotation("Sentence.", start, start + 9, document_id)) for document_id, start in places
    )
    graph = KnowledgeGraph(
        [Statement(TSAI, TALKED, ABE, evidence=pieces[:2]), Statement(CHINA, TALKED, ABE, evidence=pieces[2:])], ENTITIES
    )

    assert [place(line) for line in read(graph)] == sorted(places)


def test_lines_of_one_sentence_are_in_the_order_of_what_they_say() -> None:
    visited = NAMESPACE.term("visited")
    facts = [(TSAI, visited, ABE), (TSAI, TALKED, CHINA), (TSAI, TALKED, ABE), (CHINA, visited, TSAI)]
    graph = KnowledgeGraph(Statement(*fact, evidence=(EVIDENCE,)) for fact in facts)

    lines = [(line["subject"]["iri"], line["object"]["iri"], line["relation"]["name"]) for line in read(graph)]

    assert lines == [
        (CHINA, TSAI, "visited"),
        (TSAI, CHINA, "heldTalksWith"),
        (TSAI, ABE, "heldTalksWith"),
        (TSAI, ABE, "visited"),
    ]


def test_hostile_text_stays_on_its_line(hostile: str, hostile_graph: KnowledgeGraph) -> None:
    text = "".join(to_jsonl(hostile_graph))

    lines = [json.loads(line) for line in text.split("\n")[:-1]]

    assert len(lines) == sum(len(statement.evidence) for statement in hostile_graph)
    assert hostile in {line["subject"]["label"] for line in lines}
