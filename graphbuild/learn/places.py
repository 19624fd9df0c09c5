"""Where the parse has what somebody marked in a text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from graphbuild.classify.candidates import MentionCandidate, find_candidates
from graphbuild.extract.anaphora import is_pronoun
from graphbuild.extract.mentions import Place, make_mention, span_of
from graphbuild.learn.examples import Fact, Range
from graphbuild.model import MentionKind

IN_BRACKETS = "stands in a reference or in brackets, which are not read"


@dataclass(frozen=True, slots=True)
class Marked:
    """A fact with its sides as candidates of a paragraph, the paragraph counted from 0."""

    fact: Fact
    paragraph: int
    subject: MentionCandidate
    object: MentionCandidate


class Paragraphs:
    """The parsed paragraphs of a text, and what is marked in them."""

    def __init__(self, text: str, docs: Sequence[Doc]) -> None:
        self._text = text
        self._docs = docs
        spans = [[span_of(token) for token in doc] for doc in docs]
        self._starts = [[span.start for span in each] for each in spans]
        self._ends = [[span.end for span in each] for each in spans]
        self._candidates = [list(find_candidates(doc)) for doc in docs]

    def mark(self, fact: Fact) -> Marked | str:
        """Return the fact in the parse, at the likeliest place where both sides are in one sentence, or why there is none."""
        missing = ""
        for places in fact.places:
            sides = [self._find(place) for place in places]
            lost = [place for place, side in zip(places, sides, strict=True) if side is None]
            missing = missing or " and ".join(f'"{self._text[place.start : place.end]}" {IN_BRACKETS}' for place in lost)
            for (paragraph, subject), (other, obj) in self._readings(*[side for side in sides if side is not None]):
                if paragraph == other and self._is_one_sentence(paragraph, subject, obj):
                    return self._marked(fact, paragraph, subject, obj)
        return missing or "subject and object are in no one sentence, and only what one sentence says is read"

    def _readings(self, *sides: tuple[int, Span]) -> Iterator[tuple[tuple[int, Span], tuple[int, Span]]]:
        """Yield the two sides as they are marked, then with each other word for them ("he") that is known to mean the same."""
        if len(sides) < 2:
            return
        yield sides[0], sides[1]
        others = [[side, *self._same(*side)] for side in sides]
        yield from ((one, other) for one in others[0] for other in others[1])

    def _same(self, paragraph: int, words: Span) -> Iterator[tuple[int, Span]]:
        meant = self._candidate(paragraph, words, is_exact=False).mention
        for number, candidates in enumerate(self._candidates):
            for each in candidates:
                if each.mention == meant and each.kind is MentionKind.PRONOUN:
                    yield number, self._docs[number][each.place.start : each.place.end]

    def _find(self, place: Range) -> tuple[int, Span] | None:
        for number, doc in enumerate(self._docs):
            first = bisect_right(self._ends[number], place.start)
            end = bisect_left(self._starts[number], place.end)
            if first < end:
                return number, doc[first:end]
        return None

    def _is_one_sentence(self, paragraph: int, subject: Span, obj: Span) -> bool:
        doc = self._docs[paragraph]
        return doc[subject.start].sent.start == doc[obj.start].sent.start

    def _marked(self, fact: Fact, paragraph: int, subject: Span, obj: Span) -> Marked | str:
        sides = [self._candidate(paragraph, words, is_exact=False) for words in (subject, obj)]
        if sides[0].place == sides[1].place:
            sides = [self._candidate(paragraph, words, is_exact=True) for words in (subject, obj)]
        if sides[0].mention == sides[1].mention:
            return "subject and object are read as one and the same thing"
        return Marked(fact, paragraph, *sides)

    def _candidate(self, paragraph: int, words: Span, *, is_exact: bool) -> MentionCandidate:
        """Return the candidate that the words are or, unless it has to be exact, whose head they have; else one made of them."""
        root = words.root
        at = Place(words.start, words.end, root.i)
        near = [each for each in self._candidates[paragraph] if each.place.head == root.i]
        same = [each for each in near if each.place[:2] == at[:2]] or ([] if is_exact else near)
        return same[0] if same else _made(words, at)


def _made(words: Span, at: Place) -> MentionCandidate:
    """Return a candidate for words that are none by themselves."""
    is_named = words.root.pos_ == "PROPN" or words.root.text[0].isupper()
    kind = MentionKind.NAME if is_named else MentionKind.PRONOUN if is_pronoun(words.root) else MentionKind.DESCRIPTION
    mention = make_mention(words, label=words.root.ent_type_, kind=kind, head=words.root)
    return MentionCandidate(at, kind, mention.label, mention)
