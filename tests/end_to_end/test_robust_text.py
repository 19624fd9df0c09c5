"""Lines unlike edited prose are read as well as they were when the floors below were last raised."""

import pytest
from spacy.language import Language

from benchmarks.count import Count
from benchmarks.robust import LINES, read_lines, readers, score

pytestmark = pytest.mark.slow

# F1 in percent of sentences and of names, as `python -m benchmarks.robust` prints it under "with known names".
FLOORS = {
    "title case": (97, 78),
    "capitals": (97, 85),
    "no full stop": (97, 93),
    "lists": (88, 92),
    "quotation marks": (97, 87),
    "dashes": (84, 92),
    "transcripts": (88, 82),
    "captions": (97, 94),
    "datelines": (97, 94),
    "abbreviations": (84, 80),
    "ellipses and numbers": (86, 88),
    "the web": (80, 84),
    "names of many cultures": (97, 85),
    "several sentences": (97, 90),
    "all": (94, 91),
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
