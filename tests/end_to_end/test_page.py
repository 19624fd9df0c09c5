"""The page in a real browser: Debian's Chromium, headless, without a network."""

import math
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from graphbuild.export.html import to_html
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

pytestmark = pytest.mark.slow

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]

HOSTILE = '</script><script>window.__pwned = 1</script><img src=x onerror="window.__pwned = 1">'
TEXT = "Beijing said in May that Tsai met Abe. Tsai did not praise Abe. Tsai will visit Japan and could visit Okinawa."
TSAI = Entity(Iri("https://example.org/tsai"), "Person", "Tsai Ing-wen", ("Madam President",))
ABE = Entity(Iri("https://example.org/abe"), "Person", "Shinzo Abe")
JAPAN = Entity(Iri("https://example.org/japan"), "Country", "Japan")
OKINAWA = Entity(Iri("https://example.org/okinawa"), "Place", "Okinawa")
TRICKSTER = Entity(Iri("https://example.org/trickster"), HOSTILE, HOSTILE, (f"also {HOSTILE}",))
LONER = Entity(Iri("https://example.org/loner"), "Organization", "Mentioned Once Society")


def quote(words: str) -> Quotation:
    start = TEXT.index(words)
    return Quotation(Span("article.txt", start, start + len(words)), words)


def stated(subject: Entity, relation: str, obj: Entity, factuality: Factuality, evidence: Evidence) -> Statement:
    return Statement(subject.iri, Iri(f"https://example.org/ontology#{relation}"), obj.iri, factuality, evidence=(evidence,))


def read(sentence: str, subject: str, trigger: str, obj: str, **more: Any) -> Evidence:
    evidence = Evidence(quote(sentence), quote(subject), quote(obj), quote(trigger), trigger, "clause.v1", 0.9)
    return replace(evidence, **more)


FIRST, SECOND, THIRD = (f"{sentence}." for sentence in TEXT.removesuffix(".").split(". "))
BEIJING = Attribution("Beijing", quote("Beijing"), Iri("https://example.org/beijing"))
REPORT = read(FIRST, "Tsai", "met", "Abe", attributed_to=(BEIJING,), time=TimeExpression(quote("May"), "2015-05"))
CLAIM = stated(TSAI, "metWith", ABE, Factuality.ASSERTED, REPORT)
DENIAL = stated(TSAI, "praised", ABE, Factuality.NEGATED, read(SECOND, "Tsai", "praise", "Abe", confidence=0.4))
PLAN = stated(TSAI, "visited", JAPAN, Factuality.PLANNED, read(THIRD, "Tsai", "will visit", "Japan"))
IDEA = stated(TSAI, "visited", OKINAWA, Factuality.HYPOTHETICAL, read(THIRD, "Tsai", "could visit", "Okinawa"))
WHOLE = Quotation(Span("trick.txt", 0, len(HOSTILE)), HOSTILE)
TRICK = Statement(
    TRICKSTER.iri,
    Iri("https://example.org/ontology#relatedTo"),
    JAPAN.iri,
    phrase=HOSTILE,
    evidence=(Evidence(WHOLE, WHOLE, WHOLE, WHOLE, HOSTILE, HOSTILE, 0.9),),
)
STATEMENTS = (CLAIM, DENIAL, PLAN, IDEA, TRICK)
GRAPH = KnowledgeGraph(
    STATEMENTS,
    (TSAI, ABE, JAPAN, OKINAWA, TRICKSTER, LONER),
    [
        Document("article.txt", TEXT, "A meeting", "https://example.org/article", "2015-10-08"),
        Document("trick.txt", HOSTILE, HOSTILE, "javascript:window.__pwned = 1", HOSTILE),
    ],
)


@dataclass
class Visit:
    """A page that was opened, and what the browser had to say about it."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def select(self, id_: str) -> None:
        self.page.evaluate("id => graphbuild.select(id)", id_)

    def shown(self) -> dict[str, set[str]]:
        return {kind: set(ids) for kind, ids in self.page.evaluate("graphbuild.shown()").items()}

    def middle_of(self, edge: str) -> tuple[float, float]:
        """Return where on the screen the middle of an edge is drawn."""
        x, y = self.page.evaluate(
            """id => {
                const { network } = graphbuild;
                const { x, y } = network.canvasToDOM(network.body.edges[id].edgeType.getPoint(0.5));
                const frame = document.getElementById("map").getBoundingClientRect();
                return [frame.x + x, frame.y + y];
            }""",
            edge,
        )
        return x, y


Visitor = Callable[..., Visit]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium to look at the page with: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Visitor]:
    pages: list[Page] = []

    def open_graph(graph: KnowledgeGraph = GRAPH, **options: Any) -> Visit:
        path = tmp_path / "graph.html"
        path.write_text(to_html(graph), encoding="utf-8", newline="")
        page = browser.new_page(**{"viewport": {"width": 1400, "height": 900}, "reduced_motion": "reduce", **options})
        pages.append(page)
        visit = Visit(page)
        page.on("console", lambda message: visit.complaints.append(message.text))
        page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        page.on("request", lambda request: visit.requests.append(request.url))
        page.goto(path.as_uri())
        page.evaluate("graphbuild.ready")
        return visit

    yield open_graph
    for page in pages:
        page.close()


def test_page_opens_without_complaint_or_request(open_page: Visitor) -> None:
    visit = open_page()

    expect(visit.page.locator("h1")).to_have_text("Knowledge graph")
    expect(visit.page.locator("#counts")).to_have_text("6 entities · 5 statements · 2 documents")
    assert visit.complaints == []
    assert visit.requests == [visit.page.url]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_map_is_drawn(open_page: Visitor, scheme: str) -> None:
    visit = open_page(color_scheme=scheme)

    colors = visit.page.evaluate("""() => {
        const canvas = document.querySelector("#map canvas");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size;
    }""")
    assert colors > 50


def test_legend_explains_types_and_factualities(open_page: Visitor) -> None:
    legend = open_page().page.locator("#legend")

    for label in ("Person", "Country", "Place", "Asserted", "Planned", "Hypothetical", "Negated"):
        expect(legend.get_by_role("button", name=label)).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(
    ("selected", "words"),
    [
        pytest.param(CLAIM, ["Tsai Ing-wen", "met with", "Shinzo Abe", "Asserted · said by an actor only"], id="claim"),
        pytest.param(
            CLAIM, ["Beijing said in May that Tsai met Abe.", "According to Beijing", "When: May (2015-05)"], id="sentence"
        ),
        pytest.param(CLAIM, ["A meeting", "https://example.org/article", "2015-10-08", "article.txt"], id="document"),
        pytest.param(DENIAL, ["Negated", "✕ praised", "Tsai did not praise Abe."], id="denial"),
        pytest.param(PLAN, ["Planned", "visited", "Tsai will visit Japan"], id="plan"),
        pytest.param(IDEA, ["Hypothetical", "Okinawa"], id="idea"),
    ],
)
def test_selected_statement_shows_where_it_was_read(open_page: Visitor, selected: Statement, words: list[str]) -> None:
    visit = open_page()

    visit.select(selected.id)

    for part in words:
        expect(visit.page.locator("#panel")).to_contain_text(part)


def test_parts_of_the_sentence_are_marked(open_page: Visitor) -> None:
    visit = open_page()

    visit.select(CLAIM.id)

    marks = visit.page.locator("#panel blockquote mark")
    assert dict(zip(marks.evaluate_all("all => all.map(mark => mark.className)"), marks.all_text_contents(), strict=True)) == {
        "speaker": "Beijing",
        "time": "May",
        "subject": "Tsai",
        "trigger": "met",
        "object": "Abe",
    }


@pytest.mark.parametrize("clicked", [CLAIM, DENIAL, PLAN], ids=["claim", "denial beside it", "plan"])
def test_click_on_an_edge_shows_its_sentence(open_page: Visitor, clicked: Statement) -> None:
    visit = open_page()

    visit.page.mouse.click(*visit.middle_of(clicked.id))

    expect(visit.page.locator("#panel blockquote")).to_have_text(clicked.evidence[0].sentence.text)


def test_parallel_edges_are_drawn_apart(open_page: Visitor) -> None:
    visit = open_page()

    one, other = visit.middle_of(CLAIM.id), visit.middle_of(DENIAL.id)

    assert math.dist(one, other) > 15


def test_click_beside_everything_closes_the_panel(open_page: Visitor) -> None:
    visit = open_page()
    visit.select(CLAIM.id)

    visit.page.mouse.click(270, 880)

    expect(visit.page.locator("#panel")).to_be_hidden()


def test_selected_entity_lists_its_statements_and_leads_to_them(open_page: Visitor) -> None:
    visit = open_page()
    panel = visit.page.locator("#panel")

    visit.select(TSAI.iri)
    expect(panel).to_contain_text("Also Madam President")
    panel.get_by_role("button", name="Okinawa").click()

    expect(panel).to_contain_text("Hypothetical")
    expect(panel.locator("blockquote")).to_contain_text("could visit Okinawa")


def test_search_by_alias_finds_and_shows_the_entity(open_page: Visitor) -> None:
    visit = open_page()

    visit.page.get_by_role("combobox").fill("madam")
    visit.page.keyboard.press("Enter")

    expect(visit.page.locator("#panel h2")).to_have_text("Tsai Ing-wen")
    assert visit.page.evaluate("graphbuild.network.getSelectedNodes()") == [TSAI.iri]


def test_search_shows_what_was_not_on_the_map(open_page: Visitor) -> None:
    visit = open_page()
    assert LONER.iri not in visit.shown()["entities"]

    visit.page.get_by_role("combobox").fill("once")
    visit.page.get_by_role("option").click()

    assert LONER.iri in visit.shown()["entities"]
    expect(visit.page.locator("#panel")).to_contain_text("Nothing is stated about it.")


def test_search_says_when_nothing_matches(open_page: Visitor) -> None:
    visit = open_page()

    visit.page.get_by_role("combobox").fill("zzz")

    expect(visit.page.locator("#matches")).to_have_text("No entity has this name")


def test_type_can_be_hidden_and_shown(open_page: Visitor) -> None:
    visit = open_page()
    button = visit.page.locator("#legend").get_by_role("button", name="Country")

    button.click()
    assert JAPAN.iri not in visit.shown()["entities"]
    assert PLAN.id not in visit.shown()["statements"]

    button.click()
    assert JAPAN.iri in visit.shown()["entities"]


def test_factuality_can_be_hidden_and_takes_entities_left_alone_with_it(open_page: Visitor) -> None:
    visit = open_page()

    visit.page.locator("#legend").get_by_role("button", name="Hypothetical").click()

    assert IDEA.id not in visit.shown()["statements"]
    assert OKINAWA.iri not in visit.shown()["entities"]


def test_doubtful_statements_can_be_hidden(open_page: Visitor) -> None:
    visit = open_page()

    visit.page.get_by_label("Confidence").fill("0.5")

    assert visit.shown()["statements"] == {each.id for each in STATEMENTS} - {DENIAL.id}


def test_everything_can_be_hidden_and_brought_back(open_page: Visitor) -> None:
    visit = open_page()
    legend = visit.page.locator("#legend")
    for label in ("Asserted", "Planned", "Hypothetical", "Negated"):
        legend.get_by_role("button", name=label).click()
    expect(visit.page.locator("#note")).to_contain_text("The filters hide everything")

    legend.get_by_role("button", name="Reset").click()

    expect(visit.page.locator("#note")).to_be_hidden()
    assert len(visit.shown()["statements"]) == len(STATEMENTS)


def test_hidden_statement_is_revealed_when_selected(open_page: Visitor) -> None:
    visit = open_page()
    visit.page.locator("#legend").get_by_role("button", name="Planned").click()

    visit.select(PLAN.id)

    assert PLAN.id in visit.shown()["statements"]


def test_escape_closes_the_panel(open_page: Visitor) -> None:
    visit = open_page()
    visit.select(TSAI.iri)

    visit.page.keyboard.press("Escape")

    expect(visit.page.locator("#panel")).to_be_hidden()


def test_hostile_text_stays_text(open_page: Visitor) -> None:
    visit = open_page()

    for id_ in (TRICK.id, TRICKSTER.iri, JAPAN.iri):
        visit.select(id_)
        expect(visit.page.locator("#panel")).to_contain_text(HOSTILE)
    visit.page.get_by_role("combobox").fill("<img")
    expect(visit.page.get_by_role("option")).to_have_text(HOSTILE)

    assert visit.page.evaluate("window.__pwned") is None
    assert visit.page.locator("img").count() == 0
    assert visit.complaints == []


def test_source_that_is_a_script_is_no_link(open_page: Visitor) -> None:
    visit = open_page()

    visit.select(TRICK.id)

    expect(visit.page.locator("#panel")).to_contain_text("javascript:window.__pwned")
    assert visit.page.locator("#panel a").count() == 0


def test_empty_graph_says_so(open_page: Visitor) -> None:
    visit = open_page(KnowledgeGraph())

    expect(visit.page.locator("#note")).to_contain_text("There is nothing to show")
    assert visit.complaints == []


@pytest.mark.parametrize(
    ("entities", "statements", "shown"),
    [
        pytest.param(150, 600, 150, id="whole up to 150 entities"),
        pytest.param(1000, 5000, 100, id="best connected part of a larger one"),
    ],
)
def test_large_graph_opens(open_page: Visitor, entities: int, statements: int, shown: int) -> None:
    visit = open_page(large_graph(entities=entities, statements=statements))

    assert len(visit.shown()["entities"]) == shown
    expect(visit.page.locator("#counts")).to_contain_text(f"{entities:,} entities")
    assert visit.complaints == []


def large_graph(*, entities: int, statements: int) -> KnowledgeGraph:
    """Return a graph in which the first entities are the best connected."""
    names = [Entity(Iri(f"https://example.org/{place}"), "Person", f"Person {place}") for place in range(entities)]
    relation = Iri("https://example.org/ontology#relatedTo")
    pairs = ((place * place * 7 % (1 + place % entities), place % entities) for place in range(statements))
    stated = (
        Statement(names[one].iri, relation, names[other].iri, phrase=f"phrase {place}")
        for place, (one, other) in enumerate(pairs)
    )
    return KnowledgeGraph(stated, names)


def test_more_of_a_large_graph_can_be_shown(open_page: Visitor) -> None:
    visit = open_page(large_graph(entities=300, statements=600))

    visit.page.get_by_label("Best connected").fill("150")
    visit.page.evaluate("graphbuild.ready")

    assert len(visit.shown()["entities"]) == 150
    assert visit.complaints == []


def test_page_fits_a_small_screen(open_page: Visitor) -> None:
    visit = open_page(viewport={"width": 400, "height": 700})

    visit.select(CLAIM.id)

    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 400
    expect(visit.page.locator("#panel blockquote")).to_be_visible()
