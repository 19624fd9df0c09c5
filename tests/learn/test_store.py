import json
from pathlib import Path

import numpy as np
import pytest

from graphbuild.classify.learned import load_learned
from graphbuild.errors import ExportError, LearnError
from graphbuild.learn import FILES, Lesson, check_target, write_lesson


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "mine"


@pytest.fixture
def vocabulary(tmp_path: Path) -> Path:
    path = tmp_path / "vocabulary.ttl"
    path.write_text("<https://example.org/owns> <https://example.org/p> <https://example.org/o> .", encoding="utf-8")
    return path


def test_folder_holds_all_that_a_build_needs(lesson: Lesson, target: Path, vocabulary: Path) -> None:
    write_lesson(lesson, target, ontology=[vocabulary])

    assert sorted(path.name for path in target.iterdir()) == sorted(FILES)
    assert (target / "ontology" / "vocabulary.ttl").read_bytes() == vocabulary.read_bytes()
    assert [relation["name"] for relation in json.loads((target / "relations.json").read_bytes())["relations"]] == [
        "owns",
        "borders",
    ]
    with np.load(target / "weights.npz") as stored:
        assert (stored["weights"].dtype, stored["weights"].shape) == (np.float16, (3, 2))


def test_same_lesson_is_the_same_bytes(lesson: Lesson, target: Path, vocabulary: Path) -> None:
    write_lesson(lesson, target, ontology=[vocabulary])
    before = contents(target)

    write_lesson(lesson, target, ontology=[vocabulary])

    assert contents(target) == before
    assert sorted(path.name for path in target.parent.iterdir()) == ["mine", "vocabulary.ttl"]


def test_two_files_of_one_name_are_both_kept(lesson: Lesson, target: Path, vocabulary: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / vocabulary.name
    other.parent.mkdir()
    other.write_bytes(b"")

    write_lesson(lesson, target, ontology=[vocabulary, other])

    assert len(list((target / "ontology").iterdir())) == 2


@pytest.mark.parametrize("name", ["notes.txt", "relations.json"])
def test_folder_of_something_else_is_left_alone(lesson: Lesson, target: Path, name: str) -> None:
    target.mkdir()
    (target / name).write_text("{}", encoding="utf-8")

    with pytest.raises(ExportError, match="nothing is replaced"):
        check_target(target)
    with pytest.raises(ExportError, match="nothing is replaced"):
        write_lesson(lesson, target)
    assert contents(target) == {name: b"{}"}


def test_file_is_no_folder_to_write_to(target: Path) -> None:
    target.write_text("", encoding="utf-8")

    with pytest.raises(ExportError, match="nothing is replaced"):
        check_target(target)


def test_empty_folder_is_filled(lesson: Lesson, target: Path) -> None:
    target.mkdir()

    write_lesson(lesson, target)

    assert (target / "relations.json").exists()


def test_what_was_there_stays_if_writing_fails(lesson: Lesson, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_lesson(lesson, target)
    before = contents(target)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)

    with pytest.raises(ExportError, match="No space left on device"):
        write_lesson(lesson, target)
    monkeypatch.undo()
    assert contents(target) == before
    assert list(target.parent.iterdir()) == [target]


def test_what_is_written_can_be_loaded(lesson: Lesson, target: Path) -> None:
    write_lesson(lesson, target)

    found = load_learned(target)

    assert found.relations == lesson.reader.relations
    assert np.array_equal(found.weights, lesson.reader.weights)


def test_weights_that_do_not_fit_the_relations_are_refused(lesson: Lesson, target: Path) -> None:
    write_lesson(lesson, target)
    np.savez(target / "weights.npz", weights=np.zeros((3, 1), "float16"))

    with pytest.raises(LearnError, match=r"mine: holds weights of the wrong shape: \(3, 1\)"):
        load_learned(target)
