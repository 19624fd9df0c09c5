"""Who says it and when: score the contexts of CaRB's attribution set.

    python -m benchmarks.attribution [MODEL] [--misses]

The annotators gave some tuples of a sentence a context `C:` ("a trader said") and some a time `T:` ("early next year"). Ours are what
`sources_of` and `time_of` give for the verbs and the copular predicates of the sentence.

- A context of the gold's is found if the head word of one of our speakers for that sentence is among its words.
- A speaker of ours, counted once a sentence, is right if its head word is among the words of a context that the gold has for that
  sentence. The annotators left the speaker out of some sentences that have one; ours is wrong there.
- A time of the gold's is found if one of ours for that sentence has more than half of its words, prepositions and articles aside.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from benchmarks.places import SHARED
from graphbuild.assets import pipeline_path
from graphbuild.extract.attribution import sources_of
from graphbuild.extract.syntax import predicates_of
from graphbuild.extract.time import time_of

PATH = SHARED / "data/bench/carb/said_type.tsv"
ASKED = {"found": 0.75, "right": 0.80}
_QUOTATION_MARKS = {"``": '"', "''": '"'}
_SMALL_WORDS = frozenset("a after an at before by for from in of on since the this".split())


@dataclass(slots=True)
class Sentence:
    """A sentence with the gold's contexts and times, once for each tuple that has them."""

    text: str
    contexts: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)


def read_sentences() -> list[Sentence]:
    """Return the set's sentences, in order."""
    found: dict[str, Sentence] = {}
    for line in PATH.read_text(encoding="utf-8").splitlines():
        text, *cells = line.split("\t")
        sentence = found.setdefault(text, Sentence(text))
        sentence.contexts += [cell.removeprefix("C: ") for cell in cells if cell.startswith("C:")]
        sentence.times += [cell.removeprefix("T: ") for cell in cells if cell.startswith("T:")]
    return list(found.values())


def parse(nlp: Language, text: str) -> Doc:
    """Return the parse of one sentence with the words that it has."""
    words = [_QUOTATION_MARKS.get(word, word) for word in text.split()]
    starts: list[bool | int | None] = [index == 0 for index in range(len(words))]
    return nlp(Doc(nlp.vocab, words=words, sent_starts=starts))


def triggers(doc: Doc) -> Iterator[Token]:
    """Yield the words that a statement can hang on."""
    for token in doc:
        if token.pos_ == "VERB" or token in predicates_of(token):
            yield token


def is_time_found(time: str, ours: set[str]) -> bool:
    """Tell whether one of ``ours`` has more than half of the words of ``time`` that say when."""
    wanted = set(time.lower().split()) - _SMALL_WORDS
    return any(len(wanted & set(text.lower().split())) > len(wanted) / 2 for text in ours)


def main() -> None:
    """Read, score, print."""
    options = sys.argv[1:]
    shows_misses = "--misses" in options
    nlp = spacy.load(next((option for option in options if not option.startswith("-")), pipeline_path()))
    found = asked = right = given = times_found = times = 0
    for sentence in read_sentences():
        words = list(triggers(parse(nlp, sentence.text)))
        speakers = {source.speaker.lower_ for word in words for source in sources_of(word)}
        whens = {time.text for word in words if (time := time_of(word)) is not None}
        missed = [context for context in sentence.contexts if not speakers & set(context.lower().split())]
        wrong = [speaker for speaker in speakers if not any(speaker in context.lower().split() for context in sentence.contexts)]
        late = [time for time in sentence.times if not is_time_found(time, whens)]
        found, asked = found + len(sentence.contexts) - len(missed), asked + len(sentence.contexts)
        right, given = right + len(speakers) - len(wrong), given + len(speakers)
        times_found, times = times_found + len(sentence.times) - len(late), times + len(sentence.times)
        if shows_misses and (missed or wrong or late):
            print(f"{sentence.text}\n  missed {missed}\n  wrong  {sorted(wrong)}\n  time   {late} of ours {sorted(whens)}")
    print(f"contexts found  {found:3} of {asked:3}  {found / asked:.3f}  asked {ASKED['found']:.2f}")
    print(f"speakers right  {right:3} of {given:3}  {right / given:.3f}  asked {ASKED['right']:.2f}")
    print(f"times found     {times_found:3} of {times:3}  {times_found / times:.3f}")


if __name__ == "__main__":
    main()
