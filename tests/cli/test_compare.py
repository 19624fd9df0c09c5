import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graphbuild.cli import app
from graphbuild.errors import ExportError, ReadError, UnsupportedFormatError
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Entity, Evidence, Factuality, Namespace, Quotation, Span, Statement

NAMESPACE = Namespace()
JAPAN, TAIWAN = (Entity(NAMESPACE.entity(name.lower()), "Country", name) for name in ("Japan", "Taiwan"))
RELATIONS = ("supports", "visited", "aided")


def write(path: Path, factuality: Factuality, *relations: str) -> Path:
    words = Quotation(Span("a.txt", 0, 22), "Japan supports Taiwan.")
    evidence = Evidence(words, words, words, words, "support", "verb.v1", 0.8)
    statements = [
        Statement(JAPAN.iri, NAMESPACE.term(relation), TAIWAN.iri, factuality, evidence=(evidence,)) for relation in relations
    ]
    path.parent.mkdir(exist_ok=True)
    KnowledgeGraph(statements, [JAPAN, TAIWAN]).write(path)
    return path


@pytest.fixture
def graphs(tmp_path: Path) -> tuple[Path, Path]:
    return (
        write(tmp_path / "monday" / "graph.ttl", Factuality.ASSERTED, "supports", "visited"),
        write(tmp_path / "friday" / "graph.trig", Factuality.NEGATED, "supports"),
    )


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["compare", *map(str, arguments)])


def test_compare_prints_contradictions_with_both_sentences_first(graphs: tuple[Path, Path]) -> None:
    lines = run(*graphs).stdout.splitlines()

    assert [" ".join(line.split()) for line in lines] == [
        "contradictions:",
        "how graph.ttl graph.trig",
        "denied Japan supports Taiwan asserted Japan supports Taiwan negated",
        "« Japan supports Taiwan. « Japan supports Taiwan.",
        "only in graph.ttl:",
        "subject relation object factuality",
        "Japan visited Taiwan asserted",
        "1 contradictions, 0 changes, 0 shared, 1 only in graph.ttl, 0 only in graph.trig",
    ]


def test_compare_writes_json_and_a_page(graphs: tuple[Path, Path], tmp_path: Path) -> None:
    result = run(*graphs, "--json", tmp_path / "c.json", "--html", tmp_path / "c.html")

    data = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert result.exit_code == 0
    assert (data["left"], data["right"], data["counts"]["contradictions"]) == ("graph.ttl", "graph.trig", 1)
    assert "<h2>Contradictions</h2>" in (tmp_path / "c.html").read_text(encoding="utf-8")


def test_graphs_of_one_name_are_told_apart_by_their_folders(graphs: tuple[Path, Path], tmp_path: Path) -> None:
    other = write(tmp_path / "friday" / "graph.ttl", Factuality.NEGATED, "supports")

    assert "only in monday/graph.ttl, 0 only in friday/graph.ttl" in run(graphs[0], other).stdout
    assert "only in graph.ttl (1), 0 only in graph.ttl (2)" in run(other, other).stdout


def test_compare_prints_as_many_as_asked_for(tmp_path: Path) -> None:
    left, right = write(tmp_path / "a.ttl", Factuality.ASSERTED, *RELATIONS), write(tmp_path / "b.ttl", Factuality.ASSERTED)

    few, none = run(left, right, "--show", "2").stdout, run(left, right, "--show", "0").stdout

    assert "… 1 more; --show shows more" in few
    assert few.count("Japan") == 2
    assert len(none.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        pytest.param("b.ttl", "nonsense <", ReadError, id="no RDF"),
        pytest.param("b.docx", "", UnsupportedFormatError, id="no graph"),
    ],
)
def test_file_that_is_no_graph_is_one_error(
    graphs: tuple[Path, Path], tmp_path: Path, name: str, content: str, error: type[Exception]
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")

    assert isinstance(run(graphs[0], tmp_path / name).exception, error)


def test_page_that_cannot_be_written_is_one_error(graphs: tuple[Path, Path], tmp_path: Path) -> None:
    assert isinstance(run(*graphs, "--html", tmp_path / "nowhere" / "c.html").exception, ExportError)
