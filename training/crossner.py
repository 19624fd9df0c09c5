"""Read CrossNER; a coarse label becomes the set of the types that it may stand for."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from training.name_completion import completed, group_types, has_capital
from training.name_lexicon import Lexicon
from training.name_types import BODIES, MISCELLANY, NUMBERS, PERSONS, TIMES, NameAnnotation, NamedSentence, NameSpan, space
from training.shared import open_text

_CROSSNER = {
    "politician": {"Politician"},
    "writer": {"Person"},
    "musicalartist": {"Person"},
    "scientist": {"Person"},
    "politicalparty": {"PoliticalParty"},
    "organisation": BODIES,
    "university": {"Organization"},
    "band": {"Organization"},
    "magazine": {"Organization", "Work"},
    "academicjournal": {"Organization", "Work"},
    "country": {"Country"},
    "location": {"Place", "Facility"},
    "election": {"Election"},
    "event": {"Event"},
    "misc": MISCELLANY,
    **{name: {"Work"} for name in ("book", "poem", "song", "album")},
}
_CONCEPT = frozenset({"Concept"})
_CROSSNER_SILENT = NUMBERS | TIMES | {"Role"}


def read_crossner(path: Path, lexicon: Lexicon) -> Iterator[NamedSentence]:
    """Yield the sentences of a CrossNER file."""
    politics = "politics" in path.name
    for rows in crossner_rows(path):
        words = tuple(word for word, _ in rows)
        spans, unknown = [], set[int]()
        for start, end, label in labelled_spans([tag for _, tag in rows]):
            if _is_common(words[start:end], label):
                unknown.update(range(start, end))
            else:
                first = start + (words[start] == "the" and end - start > 1)
                types = _crossner_types(label, politics=politics)
                spans.append(NameSpan(first, end, _refined(words, first, end, types, lexicon)))
        annotation = NameAnnotation(tuple(spans), frozenset(unknown), _CROSSNER_SILENT)
        yield NamedSentence(words, space(words), completed(words, annotation, lexicon))


_PROPER_LABELS = frozenset({"person", "politician", "politicalparty", "country", "location", "election"})
_TERM_LABELS = frozenset(
    "misc literarygenre musicgenre musicalinstrument discipline theory chemicalcompound chemicalelement enzyme protein".split()
)


def _is_common(name: Sequence[str], label: str) -> bool:
    """Tell whether CrossNER calls a name what is a term: "science fiction", "Rhythm and blues"."""
    if label in _PROPER_LABELS:
        return False
    return not has_capital(name) or (label in _TERM_LABELS and len(name) > 1 and name[-1].islower())


def crossner_rows(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Yield the words and tags of each sentence."""
    with open_text(path) as file:
        for block in file.read().split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
            if rows:
                yield [(row[0], row[1]) for row in rows]


def labelled_spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and label of each name in BIO tags; an I- that continues nothing begins one."""
    start, label = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        if label and tag != f"I-{label}":
            yield start, index, label
            label = ""
        if not label and tag != "O":
            start, label = index, tag[2:]


def _crossner_types(label: str, *, politics: bool) -> frozenset[str]:
    if label == "person":
        return frozenset({"Person"}) if politics else PERSONS
    return frozenset(_CROSSNER.get(label, _CONCEPT))


def _refined(words: Sequence[str], start: int, end: int, types: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    name = words[start:end]
    if lexicon.is_group(name) and types & {"NORP", "Country", "Place", "Organization"}:
        return group_types(words, start, end)
    if "NORP" in types and lexicon.is_partisan(name):
        return frozenset({"NORP"})
    # Annotators err most in the label that is for all the rest, and in taking cities for countries.
    sign = (lexicon.find_head(name) if "Concept" in types else frozenset()) or lexicon.find_actor(name)
    if types & {"Concept", "Country"} and sign and not types & sign:
        return types | sign
    return lexicon.refine(name, types)
