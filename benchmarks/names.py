"""Score the names of a language pipeline on CrossNER politics dev: Person, Organisation, Place, exact spans.

    python -m benchmarks.names [MODEL] [--known-names]

With ``--known-names`` the ontology's actors take part, as they do in ``graphbuild build``.
"""

import sys
from collections import Counter
from collections.abc import Iterator

import spacy
from spacy.language import Language

from benchmarks.places import SHARED
from graphbuild.assets import pipeline_path
from graphbuild.extract.mentions import TYPE_BY_LABEL
from graphbuild.ontology import load_ontology
from graphbuild.parse import KnownNames
from graphbuild.pipeline import known_names
from training.names import Names, read_crossner, to_doc

ASKED = 70.0
_COARSE = {
    "Person": "Person",
    "Organization": "Organisation",
    "Place": "Place",
    "Country": "Place",
    "City": "Place",
    "Facility": "Place",
    "PoliticalParty": "Organisation",
    "Government": "Organisation",
    "GovernmentBody": "Organisation",
    "MilitaryForce": "Organisation",
}
_GOLD = {"PERSON": "Person", "ORG": "Organisation", "LOC": "Place"}


def main() -> None:
    """Print precision, recall and F1 per type and over all three."""
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    nlp = spacy.load(arguments[0] if arguments else pipeline_path())
    known = KnownNames(nlp, known_names(load_ontology())) if "--known-names" in sys.argv else None
    sentences = list(read_crossner(SHARED / "data" / "ner" / "crossner-politics-dev.tsv", frozenset()))
    right, gold_count, system_count = Counter[str](), Counter[str](), Counter[str]()
    for gold, system in _compare(nlp, known, sentences):
        right.update(kind for _, _, kind in gold & system)
        gold_count.update(kind for _, _, kind in gold)
        system_count.update(kind for _, _, kind in system)
    print(f"{'':14}{'P':>8}{'R':>8}{'F1':>8}{'asked':>8}")
    for kind in (*_GOLD.values(), "all three"):
        r, g, s = (c[kind] if kind in _GOLD.values() else c.total() for c in (right, gold_count, system_count))
        asked = f"{ASKED:8.1f}" if kind == "all three" else ""
        print(f"{kind:14}{100 * r / max(s, 1):8.2f}{100 * r / max(g, 1):8.2f}{200 * r / max(g + s, 1):8.2f}{asked}")


def _compare(
    nlp: Language, known: KnownNames | None, sentences: list[Names]
) -> Iterator[tuple[set[tuple[int, int, str]], set[tuple[int, int, str]]]]:
    for sentence in sentences:
        gold_doc = to_doc(nlp.vocab, sentence)
        doc = nlp(gold_doc.text)
        if known is not None:
            doc = known([doc])[0]
        gold = {(e.start_char, e.end_char, _GOLD[e.label_]) for e in gold_doc.ents if e.label_ in _GOLD}
        kinds = ((e, _COARSE.get(TYPE_BY_LABEL.get(e.label_, e.label_), "")) for e in doc.ents)
        yield gold, {(e.start_char, e.end_char, kind) for e, kind in kinds if kind}


if __name__ == "__main__":
    main()
