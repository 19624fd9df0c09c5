"""Make the vectors of words by which phrases that are no trigger are compared with those that are.

    python -m training.word_vectors

The sentence encoder reads each lemma in a few short sentences that leave its meaning open; what all lemmas of a part of speech have
in common is taken off, and of the rest the directions are kept in which they differ most. The words are WordNet's verbs, and of its
nouns and adjectives the common ones: those that are one piece to the encoder, in a treebank, or in a trigger.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from spacy.lookups import load_lookups
from tokenizers import Tokenizer

from graphbuild.assets import word_vectors_path
from graphbuild.ontology import load_ontology
from training.conllu import read_conllu
from training.network import ENCODER_LAYERS, WIDTH, Encoder
from training.shared import TREEBANKS, encoder_folder
from training.word_table import Vectors, mix, write

FRAMES: Mapping[str, Sequence[str]] = {
    "VERB": (
        "to {}",
        "the government decided to {} them",
        "the president wanted to {} his opponent",
        "the country will {} its neighbour",
        "the army began to {} the group",
    ),
    "NOUN": ("the {}", "the {} of the government"),
    "ADJ": ("{}", "the government is {}"),
}
_LEMMA = re.compile(r"[a-z]+(-[a-z]+)?")
_BATCH = 256


def main() -> None:
    """Read the words, make the vectors, write them."""
    words = choose_words()
    encode = SentenceEncoder(encoder_folder())
    vectors = {part: mix(encode(frame.format(lemma) for lemma in words[part]) for frame in FRAMES[part]) for part in words}
    write(words, vectors, common_pieces(encoder_folder()), word_vectors_path())


class SentenceEncoder:
    """all-MiniLM-L6-v2: the mean of the last states of a sentence's pieces."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.encoder = Encoder.pretrained(folder).eval()
        with torch.no_grad():
            self.encoder.mixture[:] = torch.tensor([-30.0] * ENCODER_LAYERS + [30.0])

    def __call__(self, sentences: Iterable[str]) -> Vectors:
        """Return a row for each sentence."""
        pieces = [encoding.ids for encoding in self.tokenizer.encode_batch(list(sentences))]
        order = sorted(range(len(pieces)), key=lambda index: len(pieces[index]))
        rows = np.zeros((len(pieces), WIDTH), np.float32)
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            rows[batch] = self._encode([pieces[index] for index in batch])
        return rows

    def _encode(self, pieces: Sequence[Sequence[int]]) -> Vectors:
        ids = torch.zeros(len(pieces), max(map(len, pieces)), dtype=torch.long)
        there = torch.zeros_like(ids, dtype=torch.float32)
        for row, sentence in enumerate(pieces):
            ids[row, : len(sentence)] = torch.tensor(sentence)
            there[row, : len(sentence)] = 1
        with torch.inference_mode():
            states = self.encoder(ids, torch.zeros_like(ids), ((1 - there) * -1e9)[:, None, None, :])
            means: Vectors = ((states * there[..., None]).sum(1) / there.sum(1, keepdim=True)).numpy()
        return means


def choose_words() -> dict[str, list[str]]:
    """Return the lemmas of each part of speech, sorted."""
    index = load_lookups("en", ["lemma_index"]).get_table("lemma_index")
    pieces = common_pieces(encoder_folder())
    triggers = {
        word
        for relation in load_ontology().relations.values()
        for trigger in relation.triggers
        for word in trigger.phrase.split()
    }
    used = _used_lemmas()
    chosen = {}
    for part in FRAMES:
        listed = set(index[part.lower()])
        kept = listed if part == "VERB" else listed & (pieces | used[part] | triggers)
        chosen[part] = sorted(word for word in kept | used[part] if _LEMMA.fullmatch(word))
    return chosen


def common_pieces(folder: Path) -> frozenset[str]:
    """Return the whole words among the encoder's pieces, which are the commonest of the web."""
    return frozenset((folder / "vocab.txt").read_text(encoding="utf-8").splitlines())


def _used_lemmas() -> dict[str, set[str]]:
    counts: dict[str, dict[str, int]] = {part: {} for part in FRAMES}
    for name in ("ewt", "gum"):
        for sentence in read_conllu(TREEBANKS / f"{name}-train.conllu.xz"):
            for word in sentence.words:
                if word.upos in counts:
                    counts[word.upos][word.lemma.lower()] = counts[word.upos].get(word.lemma.lower(), 0) + 1
    return {part: {lemma for lemma, count in found.items() if count > 1} for part, found in counts.items()}


if __name__ == "__main__":
    main()
