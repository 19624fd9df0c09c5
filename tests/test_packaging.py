"""What is shipped: the wheel, the sdist, and what an installed copy can do, all without a network."""

import json
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from graphbuild.assets import html_path, ontology_path, pipeline_path, sample_paths

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "graphbuild"
ONTOLOGY_FILES = {"core.ttl", "relations.ttl", "actors.ttl", "shapes.ttl"}
MEBIBYTE = 1 << 20

USE_INSTALLED_COPY = """
import json, pathlib
import graphbuild
from graphbuild import assets

paths = [assets.pipeline_path(), assets.ontology_path(), assets.html_path(), *assets.sample_paths()]
print(json.dumps({
    "home": str(pathlib.Path(graphbuild.__file__).parent),
    "missing": [str(path) for path in paths if not path.exists()],
    "samples": len(assets.sample_paths()),
    "public": [name for name in graphbuild.__all__ if not hasattr(graphbuild, name)],
}))
"""


def build(*options: str, source: Path, into: Path) -> Path:
    """Build one distribution with the tools that are installed, and return its file."""
    command = [sys.executable, "-m", "build", "--no-isolation", *options, "--outdir", str(into), str(source)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    (built,) = into.iterdir()
    return built


def shipped_files(root: Path) -> set[str]:
    return {
        path.relative_to(root.parent).as_posix() for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    } | {f"graphbuild/assets/ontology/{path.name}" for path in ontology_path().iterdir()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("--wheel", source=ROOT, into=tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("--sdist", source=ROOT, into=tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel_files(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def sdist_files(sdist: Path) -> set[str]:
    with tarfile.open(sdist) as archive:
        return {member.name.partition("/")[2] for member in archive.getmembers() if member.isfile()}


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds graphbuild as a user gets it, apart from the repository."""
    target = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target), str(wheel)]
    subprocess.run(command, capture_output=True, check=True)
    return target


def run_installed(installed: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(installed), "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    return subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_editable_install_finds_its_data() -> None:
    assert {path.name for path in ontology_path().glob("*.ttl")} >= ONTOLOGY_FILES
    assert ontology_path().resolve() == ROOT / "ontology"
    assert (pipeline_path() / "meta.json").is_file()
    assert any(html_path().iterdir())


def test_pipeline_is_small_and_names_its_licence() -> None:
    size = sum(path.stat().st_size for path in pipeline_path().rglob("*") if path.is_file())
    meta = json.loads((pipeline_path() / "meta.json").read_text(encoding="utf-8"))

    assert size <= 40 * MEBIBYTE
    assert meta["license"] == "CC BY-SA 4.0"
    assert meta["spacy_version"].startswith(">=3.8")


@pytest.mark.slow
def test_wheel_holds_every_file_of_the_package(wheel_files: set[str]) -> None:
    assert shipped_files(PACKAGE) - wheel_files == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        pytest.param("graphbuild/py.typed", id="the mark of a typed package"),
        pytest.param("graphbuild/assets/pipeline/config.cfg", id="the language pipeline"),
        pytest.param("graphbuild/assets/ontology/relations.ttl", id="the vocabulary"),
        pytest.param("graphbuild/assets/ontology/factuality.toml", id="the words of factuality"),
        pytest.param("graphbuild/assets/samples/trade.txt", id="the sample articles"),
    ],
)
def test_both_distributions_hold(name: str, wheel_files: set[str], sdist_files: set[str]) -> None:
    assert name in wheel_files
    assert name in sdist_files


@pytest.mark.slow
def test_both_distributions_hold_both_licences(wheel_files: set[str], sdist_files: set[str]) -> None:
    in_wheel = {Path(name).name for name in wheel_files if ".dist-info/licenses/" in name}

    assert in_wheel == {"LICENSE", "LICENSE-weights"}
    assert {"LICENSE", "LICENSE-weights"} <= sdist_files


@pytest.mark.slow
def test_wheel_holds_nothing_but_the_package(wheel_files: set[str]) -> None:
    outside = {name for name in wheel_files if not name.startswith("graphbuild/")}

    assert {name for name in outside if ".dist-info/" not in name} == set()
    assert {name for name in wheel_files if name.endswith(".pyc")} == set()


@pytest.mark.slow
def test_vocabulary_in_the_wheel_is_that_of_the_repository(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        shipped = {
            path.name: archive.read(f"graphbuild/assets/ontology/{path.name}") for path in (ROOT / "ontology").glob("*.ttl")
        }

    assert shipped == {path.name: path.read_bytes() for path in (ROOT / "ontology").glob("*.ttl")}


@pytest.mark.slow
def test_wheel_from_the_sdist_is_the_same(sdist: Path, wheel_files: set[str], tmp_path: Path) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (source,) = (tmp_path / "unpacked").iterdir()
    (tmp_path / "wheel").mkdir()

    rebuilt = build("--wheel", source=source, into=tmp_path / "wheel")

    with zipfile.ZipFile(rebuilt) as archive:
        assert set(archive.namelist()) == wheel_files


@pytest.mark.slow
def test_entry_points_are_declared(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))
        declared = archive.read(name).decode()

    assert "graphbuild = graphbuild.__main__:main" in declared
    assert "graphbuild = graphbuild.spacy_component:make_graphbuild" in declared


@pytest.mark.slow
def test_installed_copy_finds_its_data(installed: Path, tmp_path: Path) -> None:
    result = run_installed(installed, "-c", USE_INSTALLED_COPY, folder=tmp_path)

    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout) == {"home": str(installed / "graphbuild"), "missing": [], "samples": 3, "public": []}


@pytest.mark.slow
def test_installed_copy_builds_a_graph(installed: Path, tmp_path: Path) -> None:
    result = run_installed(installed, "-m", "graphbuild", "build", "--samples", "--output", "found", folder=tmp_path)

    assert result.returncode == 0, result.stderr
    assert {path.name for path in (tmp_path / "found").iterdir()} >= {"graph.ttl", "graph.html", "statements.jsonl"}


def test_requirements_name_no_address_and_no_exact_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert [each for each in project["dependencies"] if "@" in each or "==" in each] == []


def test_samples_are_three_articles_of_400_to_800_words() -> None:
    lengths = {path.name: len(path.read_text(encoding="utf-8").split()) for path in sample_paths()}

    assert len(lengths) == 3
    assert {name: length for name, length in lengths.items() if not 400 <= length <= 800} == {}


@pytest.mark.parametrize("path", sample_paths(), ids=lambda path: path.stem)
def test_sample_has_a_title_line_and_paragraphs(path: Path) -> None:
    title, blank, *paragraphs = path.read_text(encoding="utf-8").splitlines()

    assert title
    assert not title.endswith(".")
    assert blank == ""
    assert len([paragraph for paragraph in paragraphs if paragraph]) >= 5
