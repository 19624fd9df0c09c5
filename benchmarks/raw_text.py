"""The measure of the CoNLL 2018 shared task (Zeman et al. 2018): raw text in, words aligned by their characters.

A word counts as right if the same characters are a word in both; F1 is taken over the gold words and the system's.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from benchmarks.count import Count
from training.conllu import Sentence

Place = tuple[int, int]
Paragraph = Sequence[Sentence]
MEASURES = ("words", "sentences", "UPOS", "XPOS", "lemmas", "UAS", "LAS")


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its characters (white space not counted), with its annotation; ``head`` is the place of its head."""

    place: Place
    upos: str
    xpos: str
    lemma: str
    head: Place | None
    deprel: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text's words and sentences, by place."""

    words: dict[Place, Word]
    sentences: frozenset[Place]


def text_of(paragraph: Paragraph) -> str:
    """Return the paragraph as it was written."""
    return "".join(word.form + " " * word.space_after for sentence in paragraph for word in sentence.words).strip()


def gold_analysis(paragraphs: Iterable[Paragraph]) -> Analysis:
    """Return the gold words and sentences of one document."""
    words: dict[Place, Word] = {}
    sentences = set()
    at = 0
    for sentence in (sentence for paragraph in paragraphs for sentence in paragraph):
        places = list(_places((word.form for word in sentence.words), at))
        at = places[-1][1]
        sentences.add((places[0][0], at))
        for word, place in zip(sentence.words, places, strict=True):
            head = places[word.head - 1] if word.head else None
            words[place] = Word(place, word.upos, word.xpos, word.lemma, head, _general(word.deprel))
    return Analysis(words, frozenset(sentences))


def system_analysis(docs: Iterable[Doc]) -> Analysis:
    """Return the words and sentences of the parsed paragraphs of one document."""
    words: dict[Place, Word] = {}
    sentences = set()
    at = 0
    for doc in docs:
        tokens = [token for token in doc if not token.is_space]
        places = dict(zip((token.i for token in tokens), _places((token.text for token in tokens), at), strict=True))
        for sent in doc.sents:
            inside = [places[token.i] for token in sent if token.i in places]
            if inside:
                sentences.add((inside[0][0], inside[-1][1]))
        for token in tokens:
            place = places[token.i]
            head = places.get(token.head.i) if token.head != token else None
            words[place] = Word(place, token.pos_, token.tag_, token.lemma_, head, _general(token.dep_))
            at = place[1]
    return Analysis(words, frozenset(sentences))


def count_right(gold: Analysis, system: Analysis) -> dict[str, Count]:
    """Return the counts of each measure; labels are compared without their subtypes, as the shared task did."""
    pairs = [(gold.words[place], word) for place, word in system.words.items() if place in gold.words]
    right = Counter(words=len(pairs))
    for one, other in pairs:
        right["UPOS"] += one.upos == other.upos
        right["XPOS"] += one.xpos == other.xpos
        right["lemmas"] += one.lemma == other.lemma
        right["UAS"] += one.head == other.head
        right["LAS"] += (one.head, one.deprel) == (other.head, other.deprel)
    counts = {measure: Count(right[measure], len(gold.words), len(system.words)) for measure in MEASURES}
    both = gold.sentences & system.sentences
    return counts | {"sentences": Count(len(both), len(gold.sentences), len(system.sentences))}


def _places(forms: Iterable[str], at: int) -> Iterator[Place]:
    for form in forms:
        end = at + len("".join(form.split()))
        yield at, end
        at = end


def _general(label: str) -> str:
    return "root" if label == "ROOT" else label.split(":", maxsplit=1)[0]
