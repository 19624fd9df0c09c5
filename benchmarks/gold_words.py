"""The measure on gold words and sentences: what tagger, lemmatizer and parser do when nothing before them has gone wrong."""

from collections import Counter
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from training.conllu import Sentence, Word

MEASURES = ("UPOS", "XPOS", "feats", "lemmas", "UAS", "LAS")


def gold_doc(vocab: Vocab, paragraph: Sequence[Sentence]) -> Doc:
    """Return a Doc of the gold words that says where sentences start, and nothing else."""
    words = [word for sentence in paragraph for word in sentence.words]
    starts: list[bool | int | None] = [number == 0 for sentence in paragraph for number in range(len(sentence.words))]
    spaces = [word.space_after for word in words]
    return Doc(vocab, words=[word.form for word in words], spaces=spaces, sent_starts=starts)


def count_right(doc: Doc, paragraph: Sequence[Sentence]) -> Counter[str]:
    """Count the words, and how many of them each measure has right; labels count whole, with their subtypes."""
    right = Counter(words=len(doc))
    start = 0
    for sentence in paragraph:
        for token, word in zip(doc[start : start + len(sentence.words)], sentence.words, strict=True):
            has_head = token.head.i == (start + word.head - 1 if word.head else token.i)
            right["UPOS"] += token.pos_ == word.upos
            right["XPOS"] += token.tag_ == word.xpos
            right["feats"] += _has_features(token, word)
            right["lemmas"] += token.lemma_ == word.lemma
            right["UAS"] += has_head
            right["LAS"] += has_head and _label(token) == word.deprel
        start += len(sentence.words)
    return right


def percentages(right: Mapping[str, int]) -> dict[str, float]:
    """Return how many in a hundred words each measure has right."""
    return {measure: 100 * right[measure] / max(1, right["words"]) for measure in MEASURES}


def _has_features(token: Token, word: Word) -> bool:
    return set(str(token.morph).split("|")) - {""} == set(word.feats.split("|")) - {"_"}


def _label(token: Token) -> str:
    return "root" if token.dep_ == "ROOT" else token.dep_
