import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from graphbuild.cli import app
from graphbuild.cli.build import FILES
from graphbuild.decisions import Decisions, Kind, NameDecision, Replay, Vocabulary, replay
from graphbuild.errors import ExportError, ReadError
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import (
    Candidate,
    Document,
    Entity,
    Factuality,
    Mention,
    Merge,
    MergeReason,
    Namespace,
    Predicate,
    Reason,
    RelationMention,
    Span,
    Statement,
)
from graphbuild.pipeline import Construction

NAMESPACE = Namespace()
JAPAN, TAIWAN = NAMESPACE.entity("japan"), NAMESPACE.entity("taiwan")
STATEMENTS = [
    Statement(JAPAN, NAMESPACE.term("supports"), TAIWAN),
    Statement(JAPAN, NAMESPACE.term("supports"), TAIWAN, Factuality.PLANNED),
    Statement(JAPAN, NAMESPACE.term("visited"), TAIWAN, Factuality.NEGATED),
    Statement(JAPAN, NAMESPACE.term("relatedTo"), TAIWAN, phrase="outwit"),
]
GERMAN = (
    "Die Präsidentin traf am Donnerstag den Premierminister in Tokio, um über die Zusammenarbeit zu sprechen. "
    "Nach dem Treffen erklärte sie, dass beide Seiten ihre Beziehungen ausbauen wollen."
)


@dataclass
class StubPipeline:
    """Finds the same statements in every input, and remembers what it was asked."""

    options: dict[str, Any] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=lambda: list(STATEMENTS))
    candidates: list[Candidate] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    replay: Replay | None = None

    def make(self, **options: Any) -> "StubPipeline":
        self.options = options
        return self

    def construct(self, documents: Iterable[Document]) -> Construction:
        self.documents = list(documents)
        graph = KnowledgeGraph(self.statements, [Entity(JAPAN, "Country", "Japan")], self.documents, merges=self.merges)
        return Construction(graph, self.candidates, self.replay)


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> StubPipeline:
    """Let the command build with a pipeline that needs no weights."""
    stub = StubPipeline()
    monkeypatch.setattr("graphbuild.pipeline.make_pipeline", stub.make)
    return stub


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Japan supports Taiwan.", encoding="utf-8")
    return path


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "some" / "output"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["build", *map(str, arguments)])


def said(result: Result) -> str:
    return " ".join(result.stdout.split())


def test_files_are_written_and_named(pipeline: StubPipeline, article: Path, output: Path) -> None:
    result = run(article, "--output", output)

    assert result.exit_code == 0
    assert sorted(path.name for path in output.iterdir()) == sorted(FILES)
    assert [document.text for document in pipeline.documents] == ["Japan supports Taiwan."]
    assert result.stdout.splitlines()[-2:] == [
        f"Written to {output}: graph.ttl, graph.trig, graph.html, graph.graphml, statements.jsonl, ledger.jsonl",
        f"Open {output / 'graph.html'} in a browser.",
    ]


@pytest.mark.usefixtures("pipeline")
def test_summary_counts_relations_by_factuality(article: Path, output: Path) -> None:
    lines = run(article, "-o", output).stdout.splitlines()
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in lines if line.startswith("│")]

    assert lines[0].strip() == "1 document, 1 entity, 4 statements"
    assert rows == [
        ["supports", "1", "1", "", ""],
        ["(open: in the text's words)", "1", "", "", ""],
        ["visited", "", "", "", "1"],
    ]


def test_summary_of_many_relations_is_short(pipeline: StubPipeline, article: Path, output: Path) -> None:
    pipeline.statements = [Statement(JAPAN, NAMESPACE.term(f"does{number:02}"), TAIWAN) for number in range(20)]

    words = said(run(article, "-o", output))

    assert "does11" in words
    assert "does12" not in words
    assert "… 8 more" in words


def candidate(reason: Reason) -> Candidate:
    one, two = (Mention(Span("a.txt", at, at + 5), text, name=text) for at, text in ((0, "Japan"), (15, "Taiwan")))
    predicate = Predicate("support", "supports", Span("a.txt", 6, 14), "support", "VERB")
    mention = RelationMention(Span("a.txt", 0, 22), one, predicate, two, "verb.v1")
    return Candidate(mention, "Japan supports Taiwan.", reason)


def test_ledger_has_a_line_for_each_candidate_and_the_summary_counts_them(
    pipeline: StubPipeline, article: Path, output: Path
) -> None:
    pipeline.candidates = [candidate(reason) for reason in (Reason.PRONOUN, Reason.FITS, Reason.PRONOUN, Reason.TURNED)]

    words = said(run(article, "-o", output))

    lines = (output / "ledger.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["outcome"] for line in lines] == ["rejected", "kept", "rejected", "repaired"]
    assert "4 candidates: 1 kept, 1 repaired, 2 rejected" in words
    assert "│ rejected │ unresolved pronoun │ 2 │" in words


def test_dry_run_prints_merges_and_decisions_and_writes_nothing(pipeline: StubPipeline, article: Path, output: Path) -> None:
    pipeline.merges = [Merge(JAPAN, "Nippon", MergeReason.KNOWN_NAME, 1.0)]
    entries = NameDecision(1, Kind.RENAME, ("Japan",), "Nihon"), NameDecision(2, Kind.RETYPE, ("Korea",), "Country")
    graph = KnowledgeGraph(STATEMENTS, [Entity(JAPAN, "Country", "Japan")])
    pipeline.replay = replay(graph, Decisions(entries, (), "d.toml"), vocabulary=Vocabulary())
    pipeline.candidates = [candidate(Reason.FITS)]

    result = run(article, "-o", output, "--dry-run")

    assert result.exit_code == 0
    assert not output.exists()
    assert [line.split() for line in result.stdout.splitlines()[:3]] == [
        ["name", "entity", "reason", "score"],
        ["Nippon", "Japan", "known", "name", "1.00"],
        "entry 1 (rename Japan to Nihon) would apply to 1 name".split(),
    ]
    assert "1 candidate: 1 kept" in said(result)
    assert "Written to" not in result.stdout
    assert result.stderr == "note: d.toml: entry 2 (retype Korea to Country) applies to nothing\n"


@pytest.mark.usefixtures("pipeline")
def test_dry_run_of_nothing_to_merge_says_so(article: Path, output: Path) -> None:
    assert "No name would be merged." in said(run(article, "-o", output, "--dry-run"))


def test_options_choose_the_pipeline(pipeline: StubPipeline, article: Path, output: Path) -> None:
    chosen = [
        "--threads",
        "4",
        "--model",
        "mine",
        "--ontology",
        "a.ttl",
        "--ontology",
        "b",
        "--actors",
        "c.csv",
        "--extractor",
        "verb.v1",
        "--base",
        "https://example.org/",
        "--decisions",
        "d.toml",
        "--least-confidence",
        "0.5",
        "--relations",
        "mine",
    ]

    run(article, "-o", output, *chosen)

    assert pipeline.options == {
        "model": "mine",
        "ontology": [Path("a.ttl"), Path("b")],
        "actors": [Path("c.csv")],
        "replace_ontology": False,
        "base": "https://example.org/",
        "extractor_names": ["verb.v1"],
        "threads": 4,
        "decisions": Path("d.toml"),
        "factuality": (),
        "least_confidence": 0.5,
        "relations": [Path("mine")],
    }


def test_pipeline_is_the_default_one_without_options(pipeline: StubPipeline, article: Path, output: Path) -> None:
    run(article, "-o", output)

    assert pipeline.options == {
        "model": None,
        "ontology": (),
        "actors": (),
        "replace_ontology": False,
        "base": None,
        "extractor_names": None,
        "threads": 1,
        "decisions": None,
        "factuality": (),
        "least_confidence": 0.0,
        "relations": (),
    }


def test_bundled_samples_are_read_beside_the_inputs(pipeline: StubPipeline, article: Path, output: Path) -> None:
    run("--samples", article, "-o", output)

    assert [document.id for document in pipeline.documents] == ["a.txt", "defense.txt", "party_ties.txt", "trade.txt"]


@pytest.mark.usefixtures("pipeline")
def test_pipe_shows_no_progress(article: Path, output: Path) -> None:
    assert run(article, "-o", output).stderr == ""


@pytest.mark.usefixtures("pipeline")
def test_terminal_shows_progress(tmp_path: Path, article: Path, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    article.rename(tmp_path / "a[red].txt")

    shown = run(tmp_path / "a[red].txt", "-o", output).stderr

    assert "1 document read: a[red].txt" in shown
    assert "\x1b" in shown


def test_text_in_another_language_is_noted_and_read_if_asked_for(
    pipeline: StubPipeline, tmp_path: Path, article: Path, output: Path
) -> None:
    (tmp_path / "g.txt").write_text(GERMAN, encoding="utf-8")

    plain, asked = run(article, tmp_path / "g.txt", "-o", output), len(pipeline.documents)
    run(article, tmp_path / "g.txt", "-o", output, "--any-language")

    assert plain.exit_code == 0
    assert plain.stderr == "note: g.txt: looks like German, skipped; use --any-language to read it\n"
    assert (asked, len(pipeline.documents)) == (1, 2)


def test_problem_ends_the_build_before_anything_is_written(pipeline: StubPipeline, article: Path, output: Path) -> None:
    result = run(article, article.parent / "nowhere.txt", "-o", output)

    assert isinstance(result.exception, ReadError)
    assert pipeline.documents == []
    assert list(output.iterdir()) == []


def test_problem_is_left_out_and_said_if_the_build_is_to_go_on(pipeline: StubPipeline, article: Path, output: Path) -> None:
    result = run(article, article.parent / "nowhere.txt", "-o", output, "--keep-going")

    assert result.exit_code == 0
    assert result.stderr == f"left out: {article.parent / 'nowhere.txt'}: no such file or folder\n"
    assert [document.id for document in pipeline.documents] == ["a.txt"]


@pytest.mark.usefixtures("pipeline")
@pytest.mark.parametrize(
    ("content", "options", "reason"),
    [
        pytest.param(b"", [], "no English text in them", id="an empty file"),
        pytest.param(GERMAN.encode(), [], "no English text in them", id="a German file"),
        pytest.param(b" \n", ["--any-language"], "no text in them", id="white space"),
        pytest.param(b"\0\1\2", ["--keep-going"], "not a text file", id="a binary file"),
    ],
)
def test_build_of_nothing_is_an_error(content: bytes, options: list[str], reason: str, article: Path, output: Path) -> None:
    article.write_bytes(content)

    result = run(article, "-o", output, *options)

    assert isinstance(result.exception, ReadError)
    assert str(result.exception).startswith(f"{article}: nothing could be read: {reason}")
    assert list(output.iterdir()) == []


def test_output_that_cannot_be_made_is_an_error_before_anything_is_read(
    pipeline: StubPipeline, article: Path, tmp_path: Path
) -> None:
    result = run(article, "-o", article / "output")

    assert isinstance(result.exception, ExportError)
    assert str(result.exception) == f"{article / 'output'}: cannot be made a folder: Not a directory"
    assert pipeline.options == {}
    assert list(tmp_path.iterdir()) == [article]


@pytest.mark.usefixtures("pipeline")
def test_output_that_cannot_be_replaced_is_an_error_and_no_file_is_half_written(article: Path, output: Path) -> None:
    (output / "graph.html").mkdir(parents=True)

    result = run(article, "-o", output)

    assert isinstance(result.exception, ExportError)
    assert str(result.exception).startswith(f"{output / 'graph.html'}: cannot be written")
    assert sorted(path.name for path in output.iterdir()) == ["graph.html", "graph.trig", "graph.ttl"]
