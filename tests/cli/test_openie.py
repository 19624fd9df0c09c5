from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from typer.testing import CliRunner

from graphbuild import parse
from graphbuild.cli import app
from graphbuild.errors import PipelineError, ReadError

WORDS = ["Abe", "said", "China", "left", "in", "2005"]
LINE = "Abe said China left in 2005"


class StubParser:
    """Parses one sentence by heart, and gives every other nothing."""

    labels = ("nsubj", "ccomp")

    def __call__(self, doc: Doc) -> Doc:
        if [token.text for token in doc] != WORDS:
            return doc
        heads, labels = (1, 1, 3, 1, 5, 3), ("nsubj", "ROOT", "nsubj", "ccomp", "case", "obl")
        for token, head, label, pos in zip(doc, heads, labels, ("PROPN", "VERB", "PROPN", "VERB", "ADP", "NUM"), strict=True):
            token.head, token.dep_, token.pos_, token.lemma_ = doc[head], label, pos, token.text.replace("said", "say")
        return doc


class ClearParser(StubParser):
    labels = ("nsubj", "pobj")


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Language:
    return _install(StubParser, monkeypatch)


def _install(parser: type[StubParser], monkeypatch: pytest.MonkeyPatch) -> Language:
    nlp = spacy.blank("en")
    Language.component(f"stub_{parser.__name__.lower()}", func=parser())
    nlp.add_pipe(f"stub_{parser.__name__.lower()}", name="parser")
    monkeypatch.setattr(parse, "load_pipeline", lambda _model: nlp)
    return nlp


@pytest.mark.usefixtures("stub")
@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param([], [["said", "Abe", "China left in 2005"], ["left", "China", "in 2005"]], id="plain"),
        pytest.param(
            ["--contexts"],
            [["said", "Abe", "China left in 2005"], ["left", "China", "in 2005", "C: Abe said", "T: in 2005"]],
            id="contexts",
        ),
        pytest.param(["--at-least", "1"], [], id="nothing is certain"),
    ],
)
@pytest.mark.parametrize("how", [["--tokenized"], []], ids=["tokenized", "raw"])
def test_tuples_are_printed_one_a_line(tmp_path: Path, how: list[str], options: list[str], expected: list[list[str]]) -> None:
    (tmp_path / "a.txt").write_text(LINE + "\n", encoding="utf-8")

    result = CliRunner().invoke(app, ["openie", str(tmp_path / "a.txt"), "--model", "stub", *how, *options])

    rows = [line.split("\t") for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [row[0] for row in rows] == [LINE] * len(expected)
    assert all(0 < float(row[1]) < 1 for row in rows)
    assert [row[2:] for row in rows] == expected


@pytest.mark.usefixtures("stub")
def test_standard_input_is_read() -> None:
    result = CliRunner().invoke(app, ["openie", "-", "--tokenized"], input=LINE)

    assert len(result.stdout.splitlines()) == 2


@pytest.mark.parametrize("how", [["--tokenized"], []], ids=["tokenized", "raw"])
def test_missing_file_is_told(how: list[str]) -> None:
    result = CliRunner().invoke(app, ["openie", "nowhere.txt", *how])

    assert isinstance(result.exception, ReadError)
    assert "nowhere.txt" in str(result.exception)


def test_words_in_another_encoding_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("São Paulo".encode("latin-1"))

    result = CliRunner().invoke(app, ["openie", str(tmp_path / "a.txt"), "--tokenized"])

    assert isinstance(result.exception, ReadError)
    assert "is not UTF-8" in str(result.exception)


def test_parse_of_another_scheme_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    _install(ClearParser, monkeypatch)

    result = CliRunner().invoke(app, ["openie", "-", "--tokenized"], input=LINE)

    assert isinstance(result.exception, PipelineError)
    assert "Universal Dependencies" in str(result.exception)
