from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graphbuild.cli.ontology import app
from graphbuild.ontology.problem import Problem, Severity

PREFIXES = """@prefix ex: <https://example.org/> . @prefix gb: <https://w3id.org/graphbuild/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
RELATION = 'ex:mentors a owl:ObjectProperty ; rdfs:label "mentors" ; rdfs:domain gb:Person ; rdfs:range gb:Person .'


def run(*arguments: str | Path) -> tuple[int, list[str]]:
    result = CliRunner().invoke(app, list(map(str, arguments)), catch_exceptions=False)
    return result.exit_code, result.output.splitlines()


@pytest.fixture
def extra(tmp_path: Path) -> Path:
    return tmp_path / "extra.ttl"


@pytest.fixture
def find(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Make the check find these problems."""

    def find(*problems: Problem) -> None:
        monkeypatch.setattr("graphbuild.ontology.check.check_ontology", lambda *_, **__: problems)

    return find


def test_check_finds_what_is_wrong_with_a_users_file(extra: Path) -> None:
    extra.write_text(f"{PREFIXES}ex:x a gb:Persn .\nex:Bank a owl:Class ; rdfs:subClassOf gb:Actor ; rdfs:label 'bank' .")

    assert run("check", "--ontology", extra) == (
        1,
        [
            f"error: {extra}, line 3: https://example.org/x: unknown term gb:Persn (did you mean gb:Person?)",
            f"warning: {extra}, line 4: https://example.org/Bank: has no skos:definition",
            "1 error, 1 warning",
        ],
    )


def test_check_fails_with_errors(find: Callable[..., None]) -> None:
    find(Problem(Severity.ERROR, "a"), Problem(Severity.ERROR, "b"))

    assert run("check") == (1, ["error: a", "error: b", "2 errors, 0 warnings"])


def test_check_passes_with_warnings(find: Callable[..., None]) -> None:
    find(Problem(Severity.WARNING, "a"))

    assert run("check") == (0, ["warning: a", "0 errors, 1 warning"])


def test_check_passes_without_problems(find: Callable[..., None]) -> None:
    find()

    assert run("check") == (0, ["0 errors, 0 warnings"])


def test_list_prints_a_relation_on_a_line(extra: Path) -> None:
    extra.write_text(PREFIXES + RELATION)

    code, lines = run("list", "--ontology", extra)

    assert code == 0
    assert any(line.split() == ["mentors", "Person", "→", "Person"] for line in lines)
    assert any(line.startswith("metWith ") and "Actor, Role → Actor, Role" in line for line in lines)


def test_list_prints_classes_if_asked() -> None:
    code, lines = run("list", "--classes")

    assert code == 0
    assert any(line.startswith("Country ") and "Actor Place" in line for line in lines)
