import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphbuild.errors import ExportError, UnknownPluginError
from graphbuild.export import EXPORTER_BY_SUFFIX, exporters, find_exporter, write_graph
from graphbuild.graph import KnowledgeGraph
from graphbuild.model import Entity, Iri


@pytest.fixture
def failing() -> Iterator[str]:
    """The name of an exporter that gives up halfway."""

    def export(_: KnowledgeGraph) -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    exporters.register("failing")(export)
    yield "failing"
    exporters._plugins.pop("failing")


@pytest.mark.parametrize("suffix", EXPORTER_BY_SUFFIX)
def test_suffix_chooses_the_format(suffix: str, graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = tmp_path / f"graph{suffix.upper()}"

    write_graph(graph, str(path))

    text = "".join(exporters.get(EXPORTER_BY_SUFFIX[suffix])(graph))
    assert path.read_bytes() == text.encode()


def test_exporter_can_be_named_whatever_the_suffix(graph: KnowledgeGraph, tmp_path: Path) -> None:
    write_graph(graph, tmp_path / "graph.txt", exporter="dot")

    assert (tmp_path / "graph.txt").read_text(encoding="utf-8").startswith("digraph {")


def test_unknown_exporter_is_refused(graph: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(UnknownPluginError, match="no exporter named 'turtel' \\(did you mean 'turtle'"):
        write_graph(graph, tmp_path / "graph.txt", exporter="turtel")


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        pytest.param("graph.pdf", "cannot write .pdf; supported: .csv, .dot", id="unknown"),
        pytest.param("graph", "cannot write files without a suffix; supported: .csv", id="none"),
    ],
)
def test_suffix_is_refused_with_those_that_are_known(name: str, problem: str, graph: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=problem):
        write_graph(graph, tmp_path / name)
    with pytest.raises(ExportError, match=problem):
        find_exporter(Path(name))

    assert list(tmp_path.iterdir()) == []


def test_old_file_is_replaced(graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = tmp_path / "graph.csv"
    path.write_text("old", encoding="utf-8")

    write_graph(graph, path)

    assert "old" not in path.read_text(encoding="utf-8")
    assert [entry.name for entry in tmp_path.iterdir()] == ["graph.csv"]


def test_interrupted_run_leaves_the_old_file_and_nothing_else(failing: str, graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = tmp_path / "graph.csv"
    path.write_text("old", encoding="utf-8")

    with pytest.raises(KeyboardInterrupt):
        write_graph(graph, path, exporter=failing)

    assert path.read_text(encoding="utf-8") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["graph.csv"]


def test_file_can_be_read_by_whom_the_user_lets(graph: KnowledgeGraph, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.touch()

    write_graph(graph, tmp_path / "graph.csv")

    assert stat.S_IMODE((tmp_path / "graph.csv").stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_link_stays_a_link(graph: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "real.csv").touch()
    (tmp_path / "link.csv").symlink_to("real.csv")

    write_graph(graph, tmp_path / "link.csv")

    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").stat().st_size > 0


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        pytest.param("nowhere/graph.csv", "No such file or directory", id="no such folder"),
        pytest.param("folder.csv", "is a folder", id="a folder"),
        pytest.param("plain.txt/graph.csv", "Not a directory", id="under a file"),
    ],
)
def test_what_cannot_be_written_is_an_error_in_one_line(name: str, problem: str, graph: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "plain.txt").touch()

    with pytest.raises(ExportError, match=problem) as caught:
        write_graph(graph, tmp_path / name)

    assert caught.value.path == tmp_path / name
    assert "\n" not in str(caught.value)


def test_unwritable_folder_is_an_error(graph: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(ExportError, match=r"graph.csv: cannot be written: Permission denied"):
        write_graph(graph, tmp_path / "graph.csv")


def test_half_a_character_is_an_error(tmp_path: Path) -> None:
    graph = KnowledgeGraph(entities=[Entity(Iri("a:b"), "Person", "\ud83d")])

    with pytest.raises(ExportError, match="surrogate"):
        write_graph(graph, tmp_path / "graph.ttl")

    assert list(tmp_path.iterdir()) == []
