"""Lines unlike edited prose are read as well as they were when the floors below were last raised."""

import pytest
from spacy.language import Language

from benchmarks.count import Count
from benchmarks.robust import LINES, read_lines, readers, score

pytestmark = pytest.mark.slow

# F1 in percent of sentences and of names, as `python -m benchmarks.robust` prints it under "with known names".
FLOORS = {
    "title case": (95, 40),
    "capitals": (80, 0),
    "no full stop": (95, 90),
    "lists": (70, 70),
    "quotation marks": (85, 70),
    "dashes": (95, 80),
    "transcripts": (95, 20),
    "captions": (85, 80),
    "datelines": (85, 40),
    "abbreviations": (60, 50),
    "ellipses and numbers": (85, 65),
    "the web": (50, 45),
    "names of many cultures": (90, 60),
    "several sentences": (95, 80),
    "all": (85, 55),
}


@pytest.fixture(scope="module")
def counts(nlp: Language) -> dict[str, dict[str, Count]]:
    lines = list(read_lines(LINES))
    reader = readers(nlp)["with known names"]
    return score(lines, reader(line.text for line in lines))


def test_every_kind_of_line_has_a_floor(counts: dict[str, dict[str, Count]]) -> None:
    assert set(counts) == set(FLOORS)


@pytest.mark.parametrize(("kind", "floors"), FLOORS.items(), ids=FLOORS)
def test_lines_are_read_well(kind: str, floors: tuple[float, float], counts: dict[str, dict[str, Count]]) -> None:
    reached = (counts[kind]["sentences"].f1, counts[kind]["names"].f1)

    assert reached[0] >= floors[0]
    assert reached[1] >= floors[1]
