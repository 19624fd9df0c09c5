"""Graphs of any kind, hostile texts included."""

import pytest
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from graphbuild.graph import KnowledgeGraph
from graphbuild.model import (
    Attribution,
    Document,
    Entity,
    Evidence,
    Factuality,
    Merge,
    MergeReason,
    Namespace,
    Quotation,
    Run,
    Span,
    Statement,
    TimeExpression,
    slugify,
)

NAMESPACE = Namespace()

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        "</script>",
        '"""',
        "\\",
        "\\u0041",
        "a\nb\r\n",
        "\x00",
        "\u2028",
        "<a:b>",
        "@prefix gb: <x:> .",
        "' \" }} #",
        "\ufeff",
        "安倍晋三",
    ]
)
WORDS = TEXTS.filter(bool)
IRIS = st.builds(NAMESPACE.entity, WORDS.map(slugify))
DOCUMENT_IDS = st.sampled_from(["a.txt", "..", "", "a b/c#d?e.txt", "日本.txt"]) | TEXTS


@st.composite
def quotations(draw: st.DrawFn, document_id: str) -> Quotation:
    start = draw(st.integers(0, 2**40))
    return Quotation(Span(document_id, start, start + draw(st.integers(1, 2**20))), draw(TEXTS))


@st.composite
def pieces_of_evidence(draw: st.DrawFn) -> Evidence:
    places = quotations(draw(DOCUMENT_IDS))
    attributions = st.builds(Attribution, label=TEXTS, quotation=places, iri=st.none() | IRIS, is_unnamed=st.booleans())
    times = st.builds(TimeExpression, places, st.none() | TEXTS)
    return Evidence(
        sentence=draw(places),
        subject=draw(places),
        object=draw(places),
        trigger=draw(places),
        phrase=draw(TEXTS),
        extractor=draw(TEXTS),
        confidence=draw(st.floats(0, 1)),
        attributed_to=tuple(draw(st.lists(attributions, max_size=3))),
        time=draw(st.none() | times),
        is_reversed=draw(st.booleans()),
    )


EVIDENCE = st.lists(pieces_of_evidence(), max_size=2).map(tuple)
STATEMENTS = st.builds(
    Statement,
    subject=IRIS,
    predicate=st.sampled_from([NAMESPACE.term("metWith"), NAMESPACE.term("visited")]),
    object=IRIS,
    factuality=st.sampled_from(Factuality),
    evidence=EVIDENCE,
) | st.builds(
    Statement,
    subject=IRIS,
    predicate=st.just(NAMESPACE.term("relatedTo")),
    object=IRIS,
    factuality=st.sampled_from(Factuality),
    phrase=WORDS,
    evidence=EVIDENCE,
)
ENTITIES = st.builds(
    Entity,
    iri=IRIS,
    type=st.sampled_from(["Person", "Country", "Organization"]),
    label=TEXTS,
    aliases=st.lists(TEXTS, max_size=2).map(tuple),
    same_as=st.lists(IRIS, max_size=2).map(tuple),
)
DOCUMENTS = st.builds(
    Document,
    id=DOCUMENT_IDS,
    text=TEXTS,
    title=st.none() | TEXTS,
    source=st.none() | TEXTS,
    published=st.none() | st.sampled_from(["2016-08-16", "2016-02-31", "2016", ""]),
)
MERGES = st.builds(Merge, IRIS, TEXTS, st.sampled_from(MergeReason), st.floats(0, 1))
RUNS = st.builds(
    Run,
    version=WORDS,
    model=TEXTS,
    ontology=TEXTS,
    options=st.dictionaries(st.sampled_from(["base", "language"]), TEXTS).map(lambda options: tuple(sorted(options.items()))),
    ended=st.none() | st.just("2016-08-16T12:00:00+00:00"),
)


@pytest.fixture(scope="session")
def graphs() -> SearchStrategy[KnowledgeGraph]:
    """Graphs with anything in them that a graph can hold."""
    return st.builds(
        KnowledgeGraph,
        st.lists(STATEMENTS, max_size=3),
        st.lists(ENTITIES, max_size=3),
        st.lists(DOCUMENTS, max_size=2),
        merges=st.lists(MERGES, max_size=2),
        run=st.none() | RUNS,
    )
