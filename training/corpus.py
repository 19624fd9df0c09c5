"""Turn the treebanks into spaCy's training format.

    python -m training.corpus        # from the repository root; writes training/corpus/*.spacy

Sentences are grouped into short texts, so that the parser learns where sentences end in running text.
"""

import random
from collections.abc import Iterable, Iterator

import spacy
from spacy.tokens import Doc, DocBin

from training.conllu import Sentence, Word, read_conllu
from training.shared import CORPUS, SEED, TREEBANKS

_GROUP_SIZES = (1, 1, 2, 3, 4, 6, 8)
_CURLY_SHARE = 0.3
_PAIRS = {'"': "“”", "'": "‘’"}


def main() -> None:
    """Write one ``.spacy`` file per part of the treebanks."""
    CORPUS.mkdir(exist_ok=True)
    vocab = spacy.blank("en").vocab
    rng = random.Random(SEED)
    for part in ("train", "dev"):
        docs = DocBin(store_user_data=False)
        for name in ("ewt", "gum"):
            sentences = list(read_conllu(TREEBANKS / f"{name}-{part}.conllu.xz"))
            own = DocBin(store_user_data=False)
            for group in group_sentences(sentences, rng):
                curly = part == "train" and rng.random() < _CURLY_SHARE
                doc = to_doc(vocab, group, curly=curly)
                docs.add(doc)
                own.add(doc)
            if part == "dev":
                own.to_disk(CORPUS / f"{name}-dev.spacy")
        docs.to_disk(CORPUS / f"treebanks-{part}.spacy")
        print(f"{part}: {len(docs)} texts")


def group_sentences(sentences: Iterable[Sentence], rng: random.Random) -> Iterator[list[Sentence]]:
    """Yield runs of sentences of one document; half of them stop at the end of a paragraph."""
    group: list[Sentence] = []
    size, crosses = rng.choice(_GROUP_SIZES), rng.random() < 0.5
    for sentence in sentences:
        ends = sentence.starts_document or (sentence.starts_paragraph and not crosses) or len(group) >= size
        if group and ends:
            yield group
            group, size, crosses = [], rng.choice(_GROUP_SIZES), rng.random() < 0.5
        group.append(sentence)
    if group:
        yield group


def to_doc(vocab: spacy.vocab.Vocab, group: list[Sentence], *, curly: bool = False) -> Doc:
    """Return a Doc of the sentences with their gold annotation, the first word of a sentence marked as its start."""
    words: list[Word] = [word for sentence in group for word in sentence.words]
    offsets, starts = [], []
    for sentence in group:
        offset = len(offsets)
        offsets += [offset] * len(sentence.words)
        starts += [True] + [False] * (len(sentence.words) - 1)
    spaces = [word.space_after for word in words]
    for index, start in enumerate(starts[1:]):
        spaces[index] = spaces[index] or start
    forms = [word.form for word in words]
    return Doc(
        vocab,
        words=_curl(forms, spaces) if curly else forms,
        spaces=spaces,
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        morphs=["" if word.feats == "_" else word.feats for word in words],
        lemmas=[word.form if word.lemma == "_" else word.lemma for word in words],
        heads=[
            offset + word.head - 1 if word.head else index
            for index, (word, offset) in enumerate(zip(words, offsets, strict=True))
        ],
        deps=["ROOT" if word.deprel == "root" else word.deprel for word in words],
        sent_starts=starts,
    )


def _curl(forms: list[str], spaces: list[bool]) -> list[str]:
    """Write straight quotation marks as a typesetter would."""
    curled = []
    for index, form in enumerate(forms):
        pair = _PAIRS.get(form)
        opens = index == 0 or spaces[index - 1]
        curled.append(form.replace("'", "’") if pair is None else pair[0 if opens else 1])
    return curled


if __name__ == "__main__":
    main()
