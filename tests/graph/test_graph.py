import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.graph import KnowledgeGraph
from graphbuild.model import (
    Document,
    Entity,
    Evidence,
    Factuality,
    Iri,
    Merge,
    MergeReason,
    Namespace,
    Quotation,
    Run,
    Span,
    Statement,
)

NAMESPACE = Namespace()
JAPAN, TAIWAN, CHINA = (NAMESPACE.entity(name) for name in ("japan", "taiwan", "china"))
MET = NAMESPACE.term("metWith")
SEEN = Statement(TAIWAN, MET, JAPAN)


def quotation(text: str, start: int, document_id: str = "a.txt") -> Quotation:
    return Quotation(Span(document_id, start, start + len(text)), text)


def evidence(start: int, document_id: str = "a.txt") -> Evidence:
    return Evidence(
        sentence=quotation("Taiwan met Japan.", start, document_id),
        subject=quotation("Taiwan", start, document_id),
        object=quotation("Japan", start + 11, document_id),
        trigger=quotation("met", start + 7, document_id),
        phrase="meet",
        extractor="clause.v1",
        confidence=0.5,
    )


iris = st.sampled_from([JAPAN, TAIWAN, CHINA])
statements = st.builds(
    Statement,
    subject=iris,
    predicate=st.sampled_from([MET, NAMESPACE.term("visited")]),
    object=iris,
    factuality=st.sampled_from(Factuality),
    evidence=st.lists(st.builds(evidence, st.integers(0, 3), st.sampled_from(["a.txt", "b.txt"])), max_size=3).map(tuple),
)
entities = st.builds(
    Entity,
    iri=iris,
    type=st.sampled_from(["Country", "Place"]),
    label=st.sampled_from(["Japan", "JAPAN", "Nippon"]),
    aliases=st.lists(st.sampled_from(["Japan", "Nippon", "Tokyo"]), max_size=2).map(tuple),
)
documents = st.builds(
    Document,
    id=st.sampled_from(["a.txt", "b.txt"]),
    text=st.just("Taiwan met Japan."),
    title=st.none() | st.sampled_from(["Ties", "Ties deepen"]),
)
graphs = st.builds(
    KnowledgeGraph,
    st.lists(statements, max_size=4),
    st.lists(entities, max_size=4),
    st.lists(documents, max_size=2),
    run=st.none() | st.sampled_from([Run("1"), Run("2")]),
    namespace=st.sampled_from([NAMESPACE, Namespace("https://example.org/")]),
)


def everything(graph: KnowledgeGraph) -> tuple[object, ...]:
    """Return all that is written of a graph."""
    reasons = [(statement, statement.evidence, graph.runs_of(statement)) for statement in graph]
    return reasons, graph.entities, graph.documents, graph.run, graph.namespace


@given(graphs, graphs)
def test_union_does_not_depend_on_order(left: KnowledgeGraph, right: KnowledgeGraph) -> None:
    assert left | right == right | left
    assert everything(left | right) == everything(right | left)


@given(graphs, graphs, graphs)
def test_union_does_not_depend_on_grouping(first: KnowledgeGraph, second: KnowledgeGraph, third: KnowledgeGraph) -> None:
    assert everything((first | second) | third) == everything(first | (second | third))


@given(graphs)
def test_union_with_itself_changes_nothing(graph: KnowledgeGraph) -> None:
    assert everything(graph | graph) == everything(graph)


@given(graphs)
def test_union_with_nothing_keeps_the_contents(graph: KnowledgeGraph) -> None:
    assert graph | KnowledgeGraph() == graph


@given(graphs, graphs)
def test_union_leaves_its_sides_alone(left: KnowledgeGraph, right: KnowledgeGraph) -> None:
    before = everything(left), everything(right)

    united = left | right
    united.add(Statement(CHINA, MET, CHINA))

    assert (everything(left), everything(right)) == before


@given(st.permutations(range(5)))
def test_graph_does_not_depend_on_the_order_of_adding(order: list[int]) -> None:
    pieces = [Statement(TAIWAN, MET, JAPAN, evidence=(evidence(start),)) for start in range(5)]

    graph = KnowledgeGraph(pieces[place] for place in order)

    (statement,) = graph
    assert statement.evidence == tuple(evidence(start) for start in range(5))


def test_add_joins_the_evidence_of_a_known_fact() -> None:
    graph = KnowledgeGraph([replace(SEEN, evidence=(evidence(50),))])

    graph.add(replace(SEEN, evidence=(evidence(0), evidence(50))))

    (statement,) = graph
    assert len(graph) == 1
    assert statement.evidence == (evidence(0), evidence(50))


def test_add_after_reading_is_seen() -> None:
    graph = KnowledgeGraph([SEEN])
    before = list(graph)

    graph.add(Statement(CHINA, MET, JAPAN))

    assert len(before) == 1
    assert len(list(graph)) == 2


def test_facts_of_other_factuality_are_other_facts() -> None:
    graph = KnowledgeGraph([SEEN, replace(SEEN, factuality=Factuality.NEGATED)])

    assert len(graph) == 2


def test_graph_holds_facts_whatever_their_evidence() -> None:
    graph = KnowledgeGraph([replace(SEEN, evidence=(evidence(0),))])

    assert SEEN in graph
    assert Statement(JAPAN, MET, TAIWAN) not in graph


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(KnowledgeGraph(), id="statements"),
        pytest.param(KnowledgeGraph([SEEN]), id="evidence"),
        pytest.param(
            KnowledgeGraph([replace(SEEN, evidence=(evidence(0),))], [Entity(JAPAN, "Country", "Japan")]), id="entities"
        ),
        pytest.param(KnowledgeGraph([replace(SEEN, evidence=(evidence(0),))], documents=[Document("a.txt", "")]), id="documents"),
        pytest.param("a graph", id="kind"),
    ],
)
def test_graphs_differ_by(other: object) -> None:
    assert KnowledgeGraph([replace(SEEN, evidence=(evidence(0),))]) != other


def test_run_and_namespace_are_no_content() -> None:
    assert KnowledgeGraph([SEEN], run=Run("1"), namespace=Namespace("https://example.org/")) == KnowledgeGraph([SEEN])


def test_graph_cannot_be_hashed_because_it_can_grow() -> None:
    with pytest.raises(TypeError, match="unhashable"):
        hash(KnowledgeGraph())


def test_documents_are_kept_without_their_text() -> None:
    graph = KnowledgeGraph(documents=[Document("b.txt", "long text", title="B"), Document("a.txt", "long text")])

    assert graph.documents == (Document("a.txt", ""), Document("b.txt", "", title="B"))


def test_entity_that_nobody_described_is_labelled_by_its_iri() -> None:
    graph = KnowledgeGraph([SEEN], [Entity(JAPAN, "Country", "Japan")])

    assert graph.entity(JAPAN) == Entity(JAPAN, "Country", "Japan")
    assert graph.entity(TAIWAN) == Entity(TAIWAN, "", "taiwan")
    assert graph.find_entity(TAIWAN) is None
    assert graph.entity(Iri("http://example.org/")).label == "http://example.org/"


def test_things_include_what_statements_only_mention() -> None:
    graph = KnowledgeGraph([SEEN], [Entity(JAPAN, "Country", "Japan"), Entity(CHINA, "Country", "China")])

    assert [thing.iri for thing in graph.things] == [CHINA, JAPAN, TAIWAN]
    assert [entity.iri for entity in graph.entities] == [CHINA, JAPAN]


def test_each_statement_knows_the_runs_that_read_it() -> None:
    other = Statement(CHINA, MET, JAPAN)
    first, second = KnowledgeGraph([SEEN, other], run=Run("1")), KnowledgeGraph([SEEN], run=Run("2"))

    united = first | second

    assert set(united.runs_of(SEEN)) == {Run("1"), Run("2")}
    assert united.runs_of(other) == (Run("1"),)
    assert set(united.runs) == {Run("1"), Run("2")}


def test_relabelled_merges_entities_and_keeps_the_name_of_the_one_that_stays() -> None:
    tsai, president = NAMESPACE.entity("tsai-ing-wen"), NAMESPACE.entity("president-tsai-of-taiwan")
    graph = KnowledgeGraph(
        [Statement(president, MET, JAPAN), Statement(tsai, MET, CHINA)],
        [Entity(tsai, "Person", "Tsai Ing-wen"), Entity(president, "Role", "President Tsai of Taiwan", ("Madam Tsai",))],
        run=Run("1"),
    )

    relabelled = graph.relabelled({president: tsai})

    assert relabelled.entities == (Entity(tsai, "Person", "Tsai Ing-wen", ("Madam Tsai", "President Tsai of Taiwan")),)
    assert list(relabelled) == [Statement(tsai, MET, CHINA), Statement(tsai, MET, JAPAN)]
    assert relabelled.runs_of(Statement(tsai, MET, JAPAN)) == (Run("1"),)


def test_relabelled_leaves_the_graph_alone() -> None:
    graph = KnowledgeGraph([SEEN])

    graph.relabelled({TAIWAN: CHINA})

    assert list(graph) == [SEEN]


@given(graphs)
def test_relabelling_nothing_changes_nothing(graph: KnowledgeGraph) -> None:
    assert everything(graph.relabelled({})) == everything(graph)


@given(graphs)
def test_relabelling_there_and_back_changes_nothing(graph: KnowledgeGraph) -> None:
    there = {CHINA: Iri("http://example.org/china")}
    back = {new: old for old, new in there.items()}

    assert everything(graph.relabelled(there).relabelled(back)) == everything(graph)


def test_networkx_has_a_node_for_every_thing_and_an_edge_for_every_statement() -> None:
    negated = replace(SEEN, factuality=Factuality.NEGATED, evidence=(evidence(0), evidence(50)))
    graph = KnowledgeGraph([SEEN, negated], [Entity(JAPAN, "Country", "Japan", ("Nippon",))])

    network = graph.to_networkx()

    assert dict(network.nodes[JAPAN]) == {"label": "Japan", "type": "Country", "aliases": ["Nippon"]}
    assert network.nodes[TAIWAN]["label"] == "taiwan"
    assert network.number_of_edges(TAIWAN, JAPAN) == 2
    assert network.edges[TAIWAN, JAPAN, negated.id] == {
        "label": "metWith",
        "relation": MET,
        "factuality": "negated",
        "confidence": 0.5,
        "evidence_count": 2,
    }


def test_networkx_labels_an_open_edge_by_its_phrase() -> None:
    graph = KnowledgeGraph([Statement(TAIWAN, NAMESPACE.term("relatedTo"), JAPAN, phrase="sing with")])

    edges: list[tuple[str, str, str]] = list(graph.to_networkx().edges(data="label"))

    assert edges == [(TAIWAN, JAPAN, "sing with")]


def test_repr_says_how_much_there_is() -> None:
    graph = KnowledgeGraph([SEEN], [Entity(JAPAN, "Country", "Japan")])

    assert repr(graph) == "<KnowledgeGraph: 1 statements, 1 entities, 0 documents>"


def test_html_for_notebooks_is_one_frame_that_nothing_leaves() -> None:
    graph = KnowledgeGraph([SEEN], [Entity(JAPAN, "Country", '"><script>alert(1)</script>')])

    markup = graph._repr_html_()

    assert markup.startswith('<iframe srcdoc="')
    assert markup.count("<") == 2
    assert markup.count('"') == 6


def test_importing_the_graph_loads_no_other_library() -> None:
    program = "import graphbuild.graph, sys; print(sorted({'networkx', 'rdflib', 'pyoxigraph', 'spacy'} & sys.modules.keys()))"

    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "[]"


def test_merges_are_part_of_a_graph_and_move_with_their_entities() -> None:
    doubtful, sure = (Merge(TAIWAN, name, MergeReason.SPELLING, score) for name, score in (("Tawian", 0.7), ("Taiwan Is.", 0.9)))
    left, right = KnowledgeGraph(merges=[doubtful]), KnowledgeGraph()
    right.add_merge(sure)

    union = left | right

    assert left != KnowledgeGraph()
    assert union == right | left
    assert union.merges == (sure, doubtful)
    assert {merge.entity for merge in union.relabelled({TAIWAN: CHINA}).merges} == {CHINA}
