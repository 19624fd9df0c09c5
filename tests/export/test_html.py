import json
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.errors import ExportError
from graphbuild.export.exporter import exporters
from graphbuild.export.html import to_html
from graphbuild.export.html_style import FACTUALITY_STYLES, TYPE_STYLES, UNKNOWN_TYPE
from graphbuild.export.html_view import human_name, legend
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import (
    Attribution,
    Document,
    Entity,
    Evidence,
    Factuality,
    Iri,
    Quotation,
    Span,
    Statement,
    TimeExpression,
)

TEXT = "Beijing said in May that Tsai met Abe and praised Abe."
TSAI = Entity(Iri("https://example.org/tsai"), "Person", "Tsai Ing-wen", ("President Tsai", "Tsai"))
ABE = Entity(Iri("https://example.org/abe"), "Person", "Shinzo Abe")
CHINA = Entity(Iri("https://example.org/china"), "Country", "China")
MET, PRAISED, RELATED = (Iri(f"https://example.org/ontology#{name}") for name in ("metWith", "praised", "relatedTo"))

HOSTILE = [
    pytest.param("</script><script>window.__pwned = 1</script>", id="closing script"),
    pytest.param("<!--<script>", id="comment that opens a script"),
    pytest.param("-->", id="end of comment"),
    pytest.param('<img src=x onerror="window.__pwned = 1">', id="element with handler"),
    pytest.param("\"';\\`${window.__pwned = 1}{{ 7 * 7 }}{% raw %}", id="quotes and templates"),
    pytest.param("line\u2028separator\u2029and\x00nul", id="line separators and nul"),
]


class Page(HTMLParser):
    """Collects what a browser would see of the page's elements."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.texts.append("")

    def handle_data(self, data: str) -> None:
        if self.texts:
            self.texts[-1] += data

    def data(self, name: str) -> Any:
        return next(
            json.loads(text) for (_, attrs), text in zip(self.elements, self.texts, strict=True) if attrs.get("id") == name
        )


def quote(words: str, start: int = 0) -> Quotation:
    place = TEXT.index(words, start)
    return Quotation(Span("article.txt", place, place + len(words)), words)


def read(subject: str, trigger: str, obj: str, /, **more: Any) -> Evidence:
    evidence = Evidence(quote(TEXT), quote(subject), quote(obj), quote(trigger), trigger, "clause.v1", 0.8)
    return replace(evidence, **more)


def graph_of(*statements: Statement, entities: tuple[Entity, ...] = (TSAI, ABE, CHINA)) -> KnowledgeGraph:
    return KnowledgeGraph(
        statements, entities, [Document("article.txt", TEXT, "A meeting", "https://example.org/a", "2015-10-08")]
    )


def nodes_of(page: str) -> dict[str, Any]:
    return {item["id"]: item for item in Page(page).data("entities")}


def edges_of(page: str) -> dict[str, Any]:
    return {item["id"]: item for item in Page(page).data("statements")}


@pytest.fixture
def meeting() -> Statement:
    return Statement(TSAI.iri, MET, ABE.iri, evidence=(read("Tsai", "met", "Abe"),))


def test_page_is_the_same_for_equal_graphs(meeting: Statement) -> None:
    praise = Statement(TSAI.iri, PRAISED, ABE.iri, evidence=(read("Tsai", "praised", "Abe"),))

    assert to_html(graph_of(meeting, praise)) == to_html(graph_of(praise, meeting, entities=(CHINA, ABE, TSAI)))


def test_page_is_registered_as_exporter() -> None:
    assert exporters.get("html") is to_html


def test_page_loads_nothing_from_anywhere(meeting: Statement) -> None:
    page = to_html(graph_of(meeting))

    addresses = [
        value for _, attrs in Page(page).elements for name, value in attrs.items() if name in {"src", "href", "srcset", "data"}
    ]
    assert addresses == ["data:,"]
    assert not re.search(
        r"@import|sourceMappingURL|\burl\(\s*['\"]?(?!data:)\w|\bfetch\(|XMLHttpRequest|importScripts|WebSocket\(", page
    )


def test_policy_allows_the_pages_own_scripts_only(meeting: Statement) -> None:
    elements = Page(to_html(graph_of(meeting))).elements

    policy = next(attrs["content"] for tag, attrs in elements if attrs.get("http-equiv") == "Content-Security-Policy")
    scripts = [attrs for tag, attrs in elements if tag == "script" and attrs.get("type") != "application/json"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert policy.count("sha256-") == len(scripts) + 1
    assert "unsafe" not in policy


def test_every_entity_and_statement_is_on_the_page(meeting: Statement) -> None:
    unconnected = Entity(Iri("https://example.org/kmt"), "PoliticalParty", "Kuomintang")
    undescribed = Iri("https://example.org/somebody")
    visit = Statement(undescribed, RELATED, ABE.iri, phrase="drop in on")

    page = to_html(graph_of(meeting, visit, entities=(TSAI, ABE, unconnected)))

    assert set(nodes_of(page)) == {TSAI.iri, ABE.iri, unconnected.iri, undescribed}
    assert set(edges_of(page)) == {meeting.id, visit.id}


def test_node_carries_what_the_panel_tells(meeting: Statement) -> None:
    node = nodes_of(to_html(graph_of(meeting)))[TSAI.iri]

    assert node["name"] == node["label"] == "Tsai Ing-wen"
    assert node["type"] == "Person"
    assert node["aliases"] == ["President Tsai", "Tsai"]
    assert node["degree"] == 1
    assert (node["color"], node["shape"]) == (TYPE_STYLES["Person"].color, TYPE_STYLES["Person"].shape)


def test_best_connected_entity_comes_first(meeting: Statement) -> None:
    claim = Statement(CHINA.iri, PRAISED, ABE.iri)

    assert next(iter(nodes_of(to_html(graph_of(meeting, claim))))) == ABE.iri


def test_edge_carries_its_sentence_in_marked_pieces(meeting: Statement) -> None:
    [evidence] = edges_of(to_html(graph_of(meeting)))[meeting.id]["evidence"]

    assert evidence["pieces"] == [
        ["Beijing said in May that ", ""],
        ["Tsai", "subject"],
        [" ", ""],
        ["met", "trigger"],
        [" ", ""],
        ["Abe", "object"],
        [" and praised Abe.", ""],
    ]
    assert (evidence["document"], evidence["start"], evidence["extractor"], evidence["confidence"]) == (
        "article.txt",
        0,
        "clause.v1",
        0.8,
    )


def test_shortest_of_overlapping_parts_is_marked() -> None:
    statement = Statement(TSAI.iri, MET, ABE.iri, evidence=(read("Tsai met Abe", "met", "Abe"),))

    [evidence] = edges_of(to_html(graph_of(statement)))[statement.id]["evidence"]

    assert [piece for piece in evidence["pieces"] if piece[1]] == [
        ["Tsai ", "subject"],
        ["met", "trigger"],
        [" ", "subject"],
        ["Abe", "object"],
    ]


def test_parts_outside_the_sentence_are_left_out(meeting: Statement) -> None:
    elsewhere = Quotation(Span("article.txt", 200, 204), "Tsai")
    statement = replace(meeting, evidence=(read("Tsai", "met", "Abe", subject=elsewhere),))

    [evidence] = edges_of(to_html(graph_of(statement)))[statement.id]["evidence"]

    assert "".join(text for text, _ in evidence["pieces"]) == TEXT
    assert "subject" not in {part for _, part in evidence["pieces"]}


def test_edge_tells_who_says_it_and_when() -> None:
    speaker = Attribution("China", quote("Beijing"), CHINA.iri)
    time = TimeExpression(quote("May"), "2015-05")
    statement = Statement(TSAI.iri, MET, ABE.iri, evidence=(read("Tsai", "met", "Abe", attributed_to=(speaker,), time=time),))

    edge = edges_of(to_html(graph_of(statement)))[statement.id]

    [evidence] = edge["evidence"]
    assert evidence["speakers"] == [{"label": "China", "iri": CHINA.iri}]
    assert evidence["time"] == {"text": "May", "value": "2015-05"}
    assert edge["isClaim"] is True
    assert edge["label"] == "“met with”"


def test_statement_of_author_and_actor_is_no_mere_claim(meeting: Statement) -> None:
    claimed = read("Tsai", "met", "Abe", attributed_to=(Attribution("China", quote("Beijing"), CHINA.iri),))

    edge = edges_of(to_html(graph_of(meeting, replace(meeting, evidence=(claimed,)))))[meeting.id]

    assert edge["isClaim"] is False


def test_documents_are_described_and_cited_ones_at_least_named(meeting: Statement) -> None:
    known = {"title": "A meeting", "source": "https://example.org/a", "published": "2015-10-08"}

    assert Page(to_html(graph_of(meeting))).data("documents") == {"article.txt": known}
    assert Page(to_html(KnowledgeGraph([meeting]))).data("documents") == {"article.txt": dict.fromkeys(known)}


@pytest.mark.parametrize(
    ("identifier", "words"),
    [
        pytest.param("heldTalksWith", "held talks with", id="camel case"),
        pytest.param("praised", "praised", id="one word"),
        pytest.param("GovernmentBody", "government body", id="class"),
        pytest.param("memberOfNATO", "member of NATO", id="acronym at the end"),
        pytest.param("EUMember", "EU member", id="acronym in front"),
        pytest.param("held_talks-with", "held talks with", id="underscore and hyphen"),
        pytest.param("動詞", "動詞", id="no Latin letters"),
        pytest.param("--", "--", id="nothing to split"),
    ],
)
def test_identifier_is_shown_in_words(identifier: str, words: str) -> None:
    assert human_name(identifier) == words


def test_open_statement_shows_its_phrase() -> None:
    statement = Statement(TSAI.iri, RELATED, ABE.iri, phrase="drop in on")

    edge = edges_of(to_html(graph_of(statement)))[statement.id]

    assert (edge["relation"], edge["isOpen"]) == ("drop in on", True)


def test_long_label_is_cut_on_the_map_but_not_in_the_panel(meeting: Statement) -> None:
    long = Entity(TSAI.iri, "Person", "A very long name\n" * 10)

    node = nodes_of(to_html(graph_of(meeting, entities=(long,))))[TSAI.iri]

    assert len(node["label"]) <= 44
    assert "\n" not in node["label"]
    assert node["name"] == long.label


@pytest.mark.parametrize("count", range(1, 9))
def test_parallel_edges_are_bent_apart(count: int) -> None:
    pairs = [(TSAI.iri, ABE.iri) if place % 3 else (ABE.iri, TSAI.iri) for place in range(count)]
    statements = [Statement(one, RELATED, other, phrase=f"phrase {place}") for place, (one, other) in enumerate(pairs)]

    edges = edges_of(to_html(graph_of(*statements))).values()

    courses = {bend_seen_from(TSAI.iri, edge) for edge in edges}
    assert len(courses) == count
    assert sum(courses) == pytest.approx(0)
    assert max(map(abs, courses)) <= 1


def bend_seen_from(side: str, edge: Any) -> float:
    clockwise = 1 if edge["smooth"]["type"] == "curvedCW" else -1
    roundness: float = edge["smooth"]["roundness"]
    return roundness * clockwise * (1 if edge["from"] == side else -1)


def test_edges_from_a_thing_to_itself_are_drawn_apart() -> None:
    statements = [Statement(TSAI.iri, RELATED, TSAI.iri, phrase=phrase) for phrase in ("praise", "quote", "correct")]

    edges = edges_of(to_html(graph_of(*statements))).values()

    assert len({json.dumps(edge["selfReference"]) for edge in edges}) == 3


def test_factualities_are_drawn_differently() -> None:
    statements = [Statement(TSAI.iri, MET, ABE.iri, factuality) for factuality in Factuality]

    edges = edges_of(to_html(graph_of(*statements))).values()

    looks = {edge["factuality"]: (edge["color"], str(edge["dashes"]), edge["arrows"]["middle"]["enabled"]) for edge in edges}
    assert set(looks) == set(Factuality)
    assert len({color for color, _, _ in looks.values()}) == 4
    assert looks["asserted"][1:] == ("False", False)
    assert len({look[1:] for look in looks.values()}) == 4, "told apart without colours"


def test_negated_statement_is_crossed_out() -> None:
    statement = Statement(TSAI.iri, MET, ABE.iri, Factuality.NEGATED)

    assert edges_of(to_html(graph_of(statement)))[statement.id]["label"] == "✕ met with"


@pytest.mark.parametrize(
    ("symmetric", "is_directed"),
    [
        pytest.param(set(), True, id="arrowhead by default"),
        pytest.param({MET}, False, id="none where the caller says so"),
        pytest.param({PRAISED}, True, id="arrowhead if another is symmetric"),
    ],
)
def test_direction_is_drawn_unless_symmetric(symmetric: set[str], meeting: Statement, *, is_directed: bool) -> None:
    edge = edges_of(to_html(graph_of(meeting), symmetric=symmetric))[meeting.id]

    assert edge["arrows"]["to"] == {"enabled": is_directed}


def test_relation_once_read_the_other_way_round_has_no_direction(meeting: Statement) -> None:
    other = Statement(CHINA.iri, MET, ABE.iri, evidence=(read("Tsai", "met", "Abe", is_reversed=True),))

    edges = edges_of(to_html(graph_of(meeting, other)))

    assert [edges[meeting.id]["isDirected"], edges[other.id]["isDirected"]] == [False, False]


def test_legend_explains_what_occurs_and_nothing_else(meeting: Statement) -> None:
    odd = Entity(Iri("https://example.org/odd"), "SpaceStation", "Odd")

    key = Page(to_html(graph_of(meeting, entities=(TSAI, ABE, odd)))).data("key")

    assert [(type_["label"], type_["count"]) for type_ in key["types"]] == [("Person", 2), ("Space station", 1)]
    assert key["types"][1]["color"] == UNKNOWN_TYPE.color
    assert [(factuality["name"], factuality["count"]) for factuality in key["factualities"]] == [("asserted", 1)]


def test_looks_of_types_are_distinct() -> None:
    assert Counter(TYPE_STYLES.values()).most_common(1)[0][1] == 1
    assert set(FACTUALITY_STYLES) == set(Factuality)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_adds_no_element(text: str, meeting: Statement) -> None:
    harmless = Page(to_html(hostile_graph("harmless", meeting), title="harmless"))

    page = to_html(hostile_graph(text, meeting), title=text)

    names = [tag for tag, _ in Page(page).elements]
    assert names == [tag for tag, _ in harmless.elements]
    assert nodes_of(page)[TSAI.iri]["name"] == text


def hostile_graph(text: str, statement: Statement) -> KnowledgeGraph:
    """Return a graph with ``text`` wherever a text can stand."""
    whole = Quotation(Span(text, 0, len(text)), text)
    speaker = Attribution(text, whole)
    evidence = Evidence(whole, whole, whole, whole, text, text, 0.5, (speaker,), TimeExpression(whole, text))
    opened = Statement(TSAI.iri, RELATED, ABE.iri, phrase=text, evidence=(evidence,))
    entities = (Entity(TSAI.iri, text, text, (f"{text} too",)), ABE)
    return KnowledgeGraph([statement, opened], entities, [Document(text, "", text, text, text)])


@given(st.text(min_size=1))
def test_any_label_comes_through_unchanged(label: str) -> None:
    page = to_html(KnowledgeGraph(entities=[Entity(TSAI.iri, "Person", label)]))

    assert nodes_of(page)[TSAI.iri]["name"] == label


def test_half_a_surrogate_pair_can_be_written() -> None:
    page = to_html(KnowledgeGraph(entities=[Entity(TSAI.iri, "Person", "\ud800")]))

    assert nodes_of(page.encode().decode())[TSAI.iri]["name"] == "\ud800"


def test_empty_graph_gives_a_page() -> None:
    page = Page(to_html(KnowledgeGraph()))

    assert (page.data("entities"), page.data("statements")) == ([], [])


def test_missing_script_is_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("pyvis.__file__", str(tmp_path / "__init__.py"))

    with pytest.raises(ExportError, match=re.escape("vis-network.min.js")):
        to_html(KnowledgeGraph())


def test_class_of_another_vocabulary_is_shown_by_its_name() -> None:
    graph = KnowledgeGraph(entities=[Entity(Iri("https://example.org/reds"), "https://example.org/vocab#ArmedGroup", "Reds")])

    assert "'label': 'Armed group'" in str(legend(graph)["types"])
