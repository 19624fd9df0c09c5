"""The documentation: what it shows runs, what it names exists."""

import ast
import contextlib
import io
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted({*ROOT.glob("*.md"), *ROOT.glob("*/*.md")} - {*ROOT.glob(".*/*.md")})
README = (ROOT / "README.md").read_text(encoding="utf-8")

COMMANDS = [
    *[(name,) for name in "build learn query export entities compare validate evaluate openie".split()],
    ("ontology", "check"),
    ("ontology", "list"),
]


def blocks(page: str) -> list[tuple[str, str]]:
    """Return the language and the text of each fenced block, in order."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)


def graphbuild(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "graphbuild", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def printed_by(code: str, names: dict[str, object]) -> str:
    """Run a piece of code as the next cell of a session and return what it prints."""
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(code, "README.md", "exec"), names)  # noqa: S102 - our own page
    return output.getvalue()


@pytest.mark.slow
def test_python_of_the_readme_prints_what_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "output").mkdir()
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    printed, shown = [], []

    for (language, code), (next_language, output) in zip(blocks(README), [*blocks(README)[1:], ("", "")], strict=True):
        if language == "python":
            printed.append(printed_by(code, names))
            shown.append(output if next_language == "text" else "")

    assert printed == shown


@pytest.mark.slow
def test_commands_of_the_readme_run(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for sample in (ROOT / "graphbuild" / "assets" / "samples").glob("*.txt"):
        (tmp_path / "articles" / sample.name).write_bytes(sample.read_bytes())
    lines = [line for language, text in blocks(README) if language == "console" for line in text.splitlines()]
    commands = [shlex.split(line.removeprefix("$ "), comments=True) for line in lines if line.startswith("$ graphbuild ")]

    results = {shlex.join(command): graphbuild(*command[1:], folder=tmp_path) for command in commands}

    assert {command: result.stderr for command, result in results.items() if result.returncode} == {}
    assert len(results) >= 4


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_command_has_help_and_is_in_the_readme(command: tuple[str, ...]) -> None:
    result = graphbuild(*command, "--help")

    assert result.returncode == 0, result.stderr
    assert "Usage" in result.stdout
    assert f"`graphbuild {' '.join(command)}" in README


def test_readme_names_every_command_that_exists() -> None:
    from typer.main import get_command

    from graphbuild.cli import app

    group = get_command(app)
    names = getattr(group, "commands", {})

    assert names.keys() == {command[0] for command in COMMANDS}
    assert getattr(names["ontology"], "commands", {}).keys() == {command[1] for command in COMMANDS if command[0] == "ontology"}


def test_readme_shows_code_on_its_first_screen() -> None:
    before = README.partition("```python")[0]

    assert len(before.splitlines()) <= 25


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files_that_exist(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]

    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_make_targets_that_are_named_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))

    named = set(re.findall(r"(?:`|\$ )make ([a-z]+)", page.read_text(encoding="utf-8")))

    assert named - targets == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_python_on_every_page_is_valid(page: Path) -> None:
    for language, code in blocks(page.read_text(encoding="utf-8")):
        if language == "python":
            ast.parse(code)


def test_changelog_has_the_current_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    headings = re.findall(
        r"^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )

    assert headings[0] == ("Unreleased", "")
    assert version in {name for name, date in headings if date}


@pytest.mark.parametrize(
    "source",
    ["UD English EWT", "UD English GUM", "CrossNER", "Re-DocRED", "all-MiniLM-L6-v2", "CC BY-SA 4.0"],
)
def test_licence_of_the_weights_names(source: str) -> None:
    assert source in (ROOT / "LICENSE-weights").read_text(encoding="utf-8")
    assert source in README
