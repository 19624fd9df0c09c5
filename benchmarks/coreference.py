"""Score what pronouns are said to stand for, on the development part of GUM.

    python -m benchmarks.coreference [MODEL] [--file FILE]

Scored are nominative, accusative and possessive pronouns of the third person. Gold are those whose thing has been named before; the
system has those it links to a proper name, whether gold has them or not; right are those linked to a name of the same thing.
Words and sentences are the treebank's, all else the pipeline's.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.tokens import Token

from benchmarks.count import Count
from benchmarks.places import SHARED
from graphbuild.assets import pipeline_path
from graphbuild.extract.coreference.antecedents import find_antecedents
from graphbuild.extract.coreference.pronouns import Kind, pronoun_of
from graphbuild.extract.names import entity_at
from graphbuild.ontology import load_ontology
from graphbuild.parse import KnownNames
from graphbuild.pipeline import known_names, titles
from training.treebank_coreference import GoldDocument, read_gold

_ALL = "all"
_ASKED = {_ALL: "asked: P 75, F1 65"}


def main() -> None:
    """Print precision, recall and F1, by what the pronouns stand for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("model", nargs="?", default=pipeline_path(), help="a spaCy pipeline; the bundled one if not given")
    parser.add_argument("--file", type=Path, default=SHARED / "data" / "treebank" / "gum-dev.conllu.xz")
    arguments = parser.parse_args()
    nlp, ontology = spacy.load(arguments.model), load_ontology()
    known = KnownNames(nlp, known_names(ontology), titles(ontology))
    counts = score(read_gold(arguments.file, nlp, known))
    print(f"{'pronouns':10}{'P':>8}{'R':>8}{'F1':>8}{'right':>8}{'gold':>8}{'system':>8}")
    for name, count in counts.items():
        figures = f"{count.precision:8.1f}{count.recall:8.1f}{count.f1:8.1f}{count.right:8}{count.gold:8}{count.system:8}"
        print(f"{name:10}{figures}  {_ASKED.get(name, '')}".rstrip())


def score(documents: Iterable[GoldDocument]) -> dict[str, Count]:
    """Return the counts over all pronouns and for each kind of them."""
    counts = dict.fromkeys((*Kind, _ALL), Count())
    for document in documents:
        for kind, count in score_document(document).items():
            counts[kind] += count
            counts[_ALL] += count
    return counts


def score_document(document: GoldDocument) -> dict[Kind, Count]:
    """Return the counts of one document by kind of pronoun."""
    counts = dict.fromkeys(Kind, Count())
    antecedents = find_antecedents(document.docs)
    named: set[str] = set()
    for token in (token for doc in document.docs for token in doc):
        pronoun = pronoun_of(token)
        if pronoun is None:
            named.update(document.named_by(token))
        elif not pronoun.is_reflexive:
            entity = document.find(token)
            names = [name for name in antecedents.get(token, ()) if _is_proper(name)]
            is_right = entity in named and _is_same(document, names, entity)
            counts[pronoun.kind] += Count(is_right, entity in named, bool(names))
    return counts


def _is_same(document: GoldDocument, names: list[Token], entity: str | None) -> bool:
    """Tell whether names are of ``entity``: one of it, several of the whole that they make up."""
    return bool(names) and document.find(names[0], is_group=len(names) > 1) == entity


def _is_proper(token: Token) -> bool:
    return any(word.pos_ == "PROPN" for word in entity_at(token))


if __name__ == "__main__":
    main()
