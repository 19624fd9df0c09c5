"""Graphs that every exporter has to cope with."""

from dataclasses import replace

import pytest

from graphbuild.graph import KnowledgeGraph
from graphbuild.model import (
    Attribution,
    Document,
    Entity,
    Evidence,
    Factuality,
    Iri,
    Namespace,
    Quotation,
    Run,
    Span,
    Statement,
    TimeExpression,
)

NAMESPACE = Namespace()
HOSTILE = [
    "</script><script>alert(1)</script>",
    "\"'; DROP TABLE entities; --",
    'a\\"b\\',
    "=HYPERLINK(A1)",
    "line\r\nbreak\ttab",
    "\x00\x01\x1b[31m\x7f\x85\ufffe",
    "\u2028\u2029\ufeff\u202eright to left",
    "]]> &amp; <!-- --> <?xml ?>",
    '"""^^<a:b> . }',
    "安倍晋三 \U0001f5fe",
]


def quotation(text: str, start: int, document_id: str = "china_brief.txt") -> Quotation:
    return Quotation(Span(document_id, start, start + max(len(text), 1)), text)


def evidence(start: int, text: str = "she", document_id: str = "china_brief.txt") -> Evidence:
    return Evidence(
        sentence=quotation(f"Tsai Ing-wen said {text} held talks with Abe.", start, document_id),
        subject=quotation(text, start + 18, document_id),
        object=quotation("Abe", start + 40, document_id),
        trigger=quotation("held talks with", start + 22, document_id),
        phrase="hold talk with",
        extractor="clause.v1",
        confidence=0.86,
    )


def make_graph(text: str) -> KnowledgeGraph:
    """Return a graph that has ``text`` in every place where a text can be."""
    tsai, abe, china = (NAMESPACE.entity(name) for name in ("tsai-ing-wen", "shinzo-abe", "china"))
    talked, related = NAMESPACE.term("heldTalksWith"), NAMESPACE.term("relatedTo")
    read = evidence(4918, text, text)
    claimed = replace(
        read,
        attributed_to=(Attribution(text, quotation(text, 5163, text)), Attribution("China", quotation(text, 5200, text), china)),
        time=TimeExpression(quotation(text, 4966, text), text),
    )
    return KnowledgeGraph(
        [
            Statement(tsai, talked, abe, evidence=(read, evidence(100), claimed)),
            Statement(abe, talked, tsai, Factuality.HYPOTHETICAL, evidence=(claimed,)),
            Statement(tsai, talked, abe, Factuality.NEGATED, evidence=(read,)),
            Statement(tsai, related, abe, Factuality.PLANNED, text, (replace(read, phrase=text),)),
            Statement(tsai, related, china),
        ],
        [
            Entity(tsai, "Person", text, (f"{text} 2", "Tsai"), (Iri("http://www.wikidata.org/entity/Q233984"),)),
            Entity(abe, "Person", "Shinzo Abe"),
            Entity(NAMESPACE.entity("lonely"), "Place", text),
        ],
        [Document(text, "long text", text, text, "2016-08-16")],
        run=Run(text, options=(("language", text),)),
    )


@pytest.fixture
def graph() -> KnowledgeGraph:
    """A graph of harmless texts."""
    return make_graph("She")


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request: pytest.FixtureRequest) -> str:
    """A text that breaks what does not take care."""
    text: str = request.param
    return text


@pytest.fixture
def hostile_graph(hostile: str) -> KnowledgeGraph:
    """A graph that has a hostile text in every place where a text can be."""
    return make_graph(hostile)
