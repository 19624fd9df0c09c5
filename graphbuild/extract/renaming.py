"""Names that a body has had: "the Alliance, formerly the League", "the Youth Bloc (now called New Path)"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Span

from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import mentions_of
from graphbuild.extract.names import names_in
from graphbuild.extract.relation import make_predicate, relate
from graphbuild.model import Factuality, RelationMention
from graphbuild.model.labels import PERSON_LABELS

_NAME = "renaming.v1"
_CONFIDENCE = 0.8
_MOST_BETWEEN = 7
_OPENERS = frozenset({",", "(", "–", "—", "-", ";"})
_TIMES = ("formerly", "previously", "originally", "once", "ex", "now", "later", "today", "since", "afterwards", "subsequently")
_CALLED = ("", "known as", "called", "named", "renamed", "rebranded", "renamed as", "rebranded as", "styled")
_PHRASES = frozenset(f"{time} {called}".strip() for time in _TIMES for called in _CALLED) | {
    "renamed",
    "rebranded",
    "rechristened",
}


@extractors.register(_NAME)
def extract_renamings(doc: Doc) -> Iterator[RelationMention]:
    """Yield each name that stands behind another with words between that say when it was so called; the words are an adjective."""
    for name, other in pairwise(names_in(doc)):
        phrase = _phrase_between(name, other)
        if phrase is not None and not {name.label_, other.label_} & PERSON_LABELS:
            yield from _read(name, phrase, other)


def _phrase_between(name: Span, other: Span) -> Span | None:
    """Return the words that tell another name of the same thing, None if something else stands between."""
    between = name.doc[name.end : other.start]
    if not 1 < len(between) <= _MOST_BETWEEN or between[0].text not in _OPENERS or name.sent.start != other.sent.start:
        return None
    words = [token for token in between if token.is_alpha and token.pos_ != "DET"]
    is_phrase = " ".join(word.lower_ for word in words) in _PHRASES
    return name.doc[words[0].i : words[-1].i + 1] if is_phrase else None


def _read(name: Span, phrase: Span, other: Span) -> Iterator[RelationMention]:
    mentions = mentions_of(name.doc)
    subject, obj = mentions.find(name.root), mentions.find(other.root)
    if subject is not None and obj is not None and subject.span != obj.span:
        predicate = make_predicate(list(phrase), lemma=phrase.text.lower(), pos="ADJ")
        relation = relate(
            subject,
            predicate,
            obj,
            trigger=phrase[0],
            extractor=_NAME,
            confidence=_CONFIDENCE,
            factuality=Factuality.ASSERTED,
        )
        yield replace(relation, time=None)  # "now" tells no time of its own
