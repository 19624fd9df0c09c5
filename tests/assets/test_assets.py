"""Where shipped data is found."""

from pathlib import Path

import pytest

from graphbuild import assets


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(assets.pipeline_path(), id="the language pipeline"),
        pytest.param(assets.ontology_path(), id="the vocabulary"),
        pytest.param(assets.html_path(), id="the templates of pages"),
    ],
)
def test_asset_is_a_folder_inside_the_package(path: Path) -> None:
    assert path.is_dir()
    assert path.parent == Path(assets.__file__).parent


def test_table_of_factuality_is_beside_the_vocabulary() -> None:
    assert assets.factuality_path().is_file()
    assert assets.factuality_path().parent == assets.ontology_path()


def test_asset_does_not_depend_on_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [*assets.sample_paths(), assets.ontology_path()]

    monkeypatch.chdir(tmp_path)

    assert [*assets.sample_paths(), assets.ontology_path()] == before
    assert all(path.is_absolute() for path in before)


def test_samples_are_sorted_text_files() -> None:
    paths = assets.sample_paths()

    assert paths
    assert paths == sorted(paths)
    assert {path.suffix for path in paths} == {".txt"}


@pytest.mark.parametrize("actor", ["Tsai", "Abe", "Democratic Progressive Party (DPP)", "Liberal Democratic Party (LDP)", "JSDF"])
def test_samples_speak_of(actor: str) -> None:
    assert any(actor in path.read_text(encoding="utf-8") for path in assets.sample_paths())
