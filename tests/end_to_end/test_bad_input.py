"""Whatever is given: one line that says what is wrong, or the graph of what could be read."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from graphbuild.assets import sample_paths
from graphbuild.model import Document
from graphbuild.pipeline import Pipeline, make_pipeline

pytestmark = pytest.mark.slow

Run = Callable[..., Any]

FACT = "Prime Minister Shinzo Abe met President Tsai Ing-wen in Tokyo."
GERMAN = (
    "Die Präsidentin traf am Donnerstag den Premierminister in Tokio, um über die Zusammenarbeit zu sprechen. "
    "Nach dem Treffen erklärte sie, dass beide Seiten ihre Beziehungen ausbauen wollen."
)
CHINESE = "蔡英文總統與安倍晉三首相會談,討論了兩國關係。"
ARABIC = "التقى الرئيس برئيس الوزراء في طوكيو يوم الخميس"

FILES: dict[str, bytes] = {
    "bom.txt": b"\xef\xbb\xbf" + FACT.replace("Tokyo", "Osaka").encode(),
    "utf16.txt": FACT.replace("Tokyo", "Kyoto").encode("utf-16"),
    "latin1.txt": f"{FACT.replace('Tokyo', 'Nagoya')} Señor Muñoz said that the café was closed for the day.".encode("latin-1"),
    "controls.txt": "Prime Minister\x07 Shinzo\x1b[31m Abe\x00met Tsai\x9b.".replace("\x00", " ").encode(),
    "mixed.txt": f"{FACT.replace('Tokyo', 'Kobe')} They said that it was good ({CHINESE}, {ARABIC}).".encode(),
    "broken.html": f"<html><body><p>{FACT.replace('Tokyo', 'Nara')}<p><b>And <i>so</b> on </div></table><script>if (a<b".encode(),
    "original.txt": FACT.encode(),
    "copy.txt": FACT.encode() + b"\r\n\r\n",
    "empty.txt": b"",
    "blank.txt": b" \n\t\r\n\xc2\xa0",
    "binary.txt": bytes(range(256)) * 8,
    "german.txt": GERMAN.encode(),
    "chinese.txt": CHINESE.encode(),
    "arabic.txt": ARABIC.encode(),
    "lines.jsonl": json.dumps({"text": FACT.replace("Tokyo", "Sapporo"), "id": "line 1"}).encode()
    + b'\n{"title": "no text"}\n{"text": ',
}
READ = {"bom.txt", "utf16.txt", "latin1.txt", "controls.txt", "mixed.txt", "broken.html", "copy.txt", "line 1"}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every kind of bad file, and a few good ones."""
    folder = tmp_path_factory.mktemp("corpus")
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def mixed(corpus: Path, graphbuild: Run, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, list[dict[str, Any]]]:
    """What a build of all of them said, and the evidence that it found."""
    output = tmp_path_factory.mktemp("output")
    done = graphbuild("build", corpus, "-o", output, "--keep-going")
    lines = (output / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    return done, [json.loads(line) for line in lines]


def test_what_can_be_read_is_read(mixed: tuple[Any, list[dict[str, Any]]]) -> None:
    done, lines = mixed

    assert done.returncode == 0
    assert f"{len(READ)} documents" in done.stdout
    assert {line["document"] for line in lines if line["relation"]["name"] == "metWith"} >= READ - {"controls.txt"}


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("note: empty.txt: no text", id="an empty file"),
        pytest.param("note: blank.txt: no text", id="white space"),
        pytest.param("note: original.txt: same text as copy.txt, read once", id="the same article twice"),
        pytest.param("note: german.txt: looks like German, skipped; use --any-language to read it", id="German"),
        pytest.param("note: chinese.txt: looks like Chinese, skipped; use --any-language to read it", id="Chinese"),
        pytest.param("note: arabic.txt: looks like Arabic, skipped; use --any-language to read it", id="Arabic"),
        pytest.param("latin1.txt: ", id="a guessed encoding"),
        pytest.param("utf16.txt: ", id="another encoding"),
        pytest.param("left out: {corpus}/binary.txt: not a text file", id="a binary file"),
        pytest.param("left out: {corpus}/lines.jsonl, line 2: ", id="a line without text"),
        pytest.param("left out: {corpus}/lines.jsonl, line 3: ", id="a line that is no JSON"),
    ],
)
def test_what_was_done_about_a_file_is_said_in_one_line(said: str, mixed: tuple[Any, Any], corpus: Path) -> None:
    done, _ = mixed

    assert len([line for line in done.stderr.splitlines() if said.format(corpus=corpus) in line]) == 1


def test_nothing_else_is_said(mixed: tuple[Any, Any]) -> None:
    done, _ = mixed

    assert {line.split(": ")[0] for line in done.stderr.splitlines()} == {"note", "left out"}
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("names", "problem"),
    [
        pytest.param(["nowhere.txt"], "{corpus}/nowhere.txt: no such file or folder", id="a missing file"),
        pytest.param(
            ["empty.txt"], "{corpus}/empty.txt: nothing could be read: no English text in them", id="only an empty file"
        ),
        pytest.param(["german.txt"], "{corpus}/german.txt: nothing could be read: no English text in them", id="only German"),
        pytest.param(["binary.txt"], "{corpus}/binary.txt: not a text file", id="a binary file"),
        pytest.param(["lines.jsonl"], "{corpus}/lines.jsonl, line 2: ", id="a line without text"),
        pytest.param(["*.pdf"], "{corpus}/*.pdf: no file matches", id="a glob without files"),
        pytest.param(["hollow"], "{corpus}/hollow: a folder without documents", id="a folder without documents"),
    ],
)
def test_problem_ends_the_build_with_one_line_and_no_files(
    names: list[str], problem: str, corpus: Path, graphbuild: Run, tmp_path: Path
) -> None:
    (corpus / "hollow").mkdir(exist_ok=True)

    done = graphbuild("build", *(corpus / name for name in names), "-o", tmp_path)

    *notes, last = done.stderr.splitlines()
    assert done.returncode == 1
    assert done.stdout == ""
    assert last.startswith(f"graphbuild: {problem.format(corpus=corpus)}")
    assert all(note.startswith("note: ") for note in notes)
    assert list(tmp_path.iterdir()) == []


def test_output_that_cannot_be_written_is_said_in_one_line(graphbuild: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    done = graphbuild("build", "--samples", "-o", tmp_path / "file" / "output")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"graphbuild: {tmp_path / 'file' / 'output'}: cannot be made a folder: Not a directory\n"


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        pytest.param(["--extractor", "verbs.v1"], "no extractor named 'verbs.v1' (did you mean 'verb.v1'?)", id="no extractor"),
        pytest.param(["--base", "graph"], "not an absolute IRI: 'graph'", id="no base"),
        pytest.param(["--ontology", "nowhere.ttl"], "nowhere.ttl: cannot be read", id="no vocabulary"),
        pytest.param(["--model", "nowhere"], "language pipeline nowhere: cannot be loaded", id="no language pipeline"),
    ],
)
def test_option_that_means_nothing_is_said_in_one_line(options: list[str], problem: str, graphbuild: Run, tmp_path: Path) -> None:
    done = graphbuild("build", "--samples", "-o", tmp_path, *options)

    assert done.returncode == 1
    assert done.stderr.startswith(f"graphbuild: {problem}")
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_standard_input_is_read(graphbuild: Run, tmp_path: Path) -> None:
    done = graphbuild("build", "-", "-o", tmp_path, stdin=FACT)

    assert done.returncode == 0
    assert "1 document, " in done.stdout


def test_interrupted_build_leaves_what_was_there_and_nothing_half_written(tmp_path: Path) -> None:
    article, output = sample_paths()[0].read_text(encoding="utf-8"), tmp_path / "output"
    (tmp_path / "corpus").mkdir()
    output.mkdir()
    (output / "graph.ttl").write_text("of yesterday", encoding="utf-8")
    for number in range(300):
        (tmp_path / "corpus" / f"{number}.txt").write_text(f"{article}\n\nThis is number {number}.", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "graphbuild", "build", tmp_path / "corpus", "-o", output],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell that runs the tests in the background has its children ignore the signal.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    _wait_until_busy(process.pid, seconds=6)

    process.send_signal(signal.SIGINT)
    printed, said = process.communicate(timeout=60)

    assert (process.returncode, printed) == (130, "")
    assert said == "graphbuild: interrupted; nothing is left half-written\n"
    assert [(path.name, path.read_text(encoding="utf-8")) for path in output.iterdir()] == [("graph.ttl", "of yesterday")]


def _wait_until_busy(process: int, *, seconds: float) -> None:
    """Return when a process has used so much of a processor that it has begun to parse."""
    ticks = os.sysconf("SC_CLK_TCK")
    for _ in range(600):
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        if (int(fields[11]) + int(fields[12])) / ticks > seconds:
            return
        time.sleep(0.1)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """The pipeline that is used by default."""
    return make_pipeline()


def _words(count: int, *, end: str) -> str:
    clauses = (
        "Abe met Tsai",
        "and Japan",
        "which supports Taiwan",
        "criticized China",
        "because of the law",
        "that the party wanted",
    )
    words = " ".join(clauses[number % len(clauses)] for number in range(count)).split()[:count]
    return " ".join(words) + end


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(_words(10_000, end="."), id="one sentence of 10,000 words"),
        pytest.param(_words(3_000, end=""), id="no sentence end at all"),
        pytest.param("word " * 10_000, id="one word 10,000 times"),
        pytest.param("Japan, " * 3_000, id="an endless list"),
        pytest.param("and of the " * 1_000, id="function words alone"),
        pytest.param("Tsai" * 20_000, id="one word of 80,000 characters"),
        pytest.param("((((" * 200 + "Abe met Tsai" + "))))" * 200, id="brackets"),
        pytest.param("\u202e" + FACT + "\u2066\u200f\u200d\ufeff" + ARABIC, id="right to left"),
        pytest.param(CHINESE * 300, id="Chinese"),
        pytest.param("\x07\x1b[31m" + FACT + "\x9b\x85\u2028", id="control characters"),
        pytest.param("".join(map(chr, range(1, 0x3000))), id="every character"),
        pytest.param("e" + "\u0301" * 5_000 + " met 👩‍👩‍👧‍👦🇹🇼 " + "\U0010ffff", id="marks, emoji and the last character"),
    ],
)
def test_any_text_gives_a_graph_whose_quotations_are_in_it(text: str, pipeline: Pipeline) -> None:
    started = time.monotonic()

    graph = pipeline.build([Document("a", text)])

    assert time.monotonic() - started < 60  # it takes seconds; what grows with the square of a sentence takes minutes
    for statement in graph:
        for evidence in statement.evidence:
            for quotation in _quotations(evidence):
                assert text[quotation.span.start : quotation.span.end] == quotation.text


def _quotations(evidence: Any) -> Iterable[Any]:
    said = [attribution.quotation for attribution in evidence.attributed_to]
    return [evidence.sentence, evidence.subject, evidence.object, evidence.trigger, *said]
