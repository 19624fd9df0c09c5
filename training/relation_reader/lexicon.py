"""What the reader is told of words: their vectors, and the relations whose triggers they stand in."""

from graphbuild.normalize.word_vectors import load_word_vectors
from graphbuild.ontology import Ontology
from training.relation_reader.features import Lexicon

_COMMON = 6
"""A word of triggers of more relations tells nothing."""
_LIGHT = frozenset(
    """be have do make take give hold get go come put keep win lose pay set run become remain seek offer show bring call
    of in to with on for from at as by against over into and""".split()
)


def make_lexicon(ontology: Ontology) -> Lexicon:
    """Return the lexicon of the vocabulary's triggers; relations are numbered in the order of their names."""
    relations: dict[str, set[int]] = {}
    for number, name in enumerate(sorted(ontology.relations)):
        for trigger in ontology.relations[name].triggers:
            for word in trigger.phrase.split():
                if word not in _LIGHT:
                    relations.setdefault(word.strip("-"), set()).add(number)
    vectors = load_word_vectors()
    return Lexicon(
        meanings={word: vectors.matrix[row] for word, row in vectors.rows.items()},
        dimensions=vectors.matrix.shape[1],
        relations={word: sorted(found) for word, found in relations.items() if len(found) <= _COMMON},
        relation_count=len(ontology.relations),
    )
