import pytest
from typer.testing import CliRunner

from graphbuild import __version__
from graphbuild.cli import app

COMMANDS = ("build", "query", "export", "evaluate", "ontology")


def test_version_is_printed() -> None:
    result = CliRunner().invoke(app, ["--version"])

    assert (result.exit_code, result.output) == (0, f"graphbuild {__version__}\n")


@pytest.mark.parametrize("arguments", [[], ["--help"]], ids=["no arguments", "help"])
def test_help_names_every_command(arguments: list[str]) -> None:
    result = CliRunner().invoke(app, arguments)

    assert result.output.lstrip().startswith("Usage: ")
    assert all(f"│ {command} " in result.output for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])

    assert result.exit_code == 0
    assert f"Usage: graphbuild {command}" in result.output


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["biuld"], id="an unknown command"),
        pytest.param(["build"], id="a build of nothing"),
        pytest.param(["build", "a.txt", "--colour"], id="an unknown option"),
        pytest.param(["query", "graph.ttl"], id="no query"),
        pytest.param(["query", "graph.ttl", "ASK {}", "--format", "xml"], id="an unknown format"),
        pytest.param(["export", "graph.ttl"], id="no file to write"),
        pytest.param(["evaluate", "gold.jsonl"], id="too few files"),
    ],
)
def test_wrong_use_is_explained_and_exits_with_2(arguments: list[str]) -> None:
    result = CliRunner().invoke(app, arguments)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Usage: graphbuild" in result.stderr
    assert "Error" in result.stderr
