"""Sentences whose words are already told apart, one a line."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc


def parse_tokenized(nlp: Language, sentences: Iterable[str]) -> Iterator[Doc]:
    """Yield the parse of each sentence; its words are what white space separates, and it is one sentence whatever is in it."""
    return nlp.pipe(_doc(nlp, words) for sentence in sentences if (words := sentence.split()))


def _doc(nlp: Language, words: list[str]) -> Doc:
    return Doc(nlp.vocab, words=words, sent_starts=[position == 0 for position in range(len(words))])
