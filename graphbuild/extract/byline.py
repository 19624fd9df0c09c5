"""Bylines and mastheads: "By: Lauren Dickey", "Publication: China Brief" over or under a title."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import mentions_of, origin_of, span_of
from graphbuild.model import Factuality, Mention, MentionKind, Predicate, RelationMention, Span

_NAME = "byline.v1"
_CONFIDENCE = 0.85
# A byline stands near the top.
_REACH = 1_000
_LONGEST_TITLE = 200
_MOST_WORDS_BEHIND = 8
_VERB_BY_LABEL = {
    "by": "write",
    "author": "write",
    "written by": "write",
    "publication": "publish",
    "publisher": "publish",
    "published by": "publish",
}
_LABEL = re.compile(rf"(?P<label>{'|'.join(sorted(_VERB_BY_LABEL, key=len, reverse=True))})(?P<colon>:?)\s+$", re.IGNORECASE)


@extractors.register(_NAME)
def extract_bylines(doc: Doc) -> Iterator[RelationMention]:
    """Yield who wrote or published the document, whose title is its first line."""
    origin = origin_of(doc)
    title = _title(origin.text, origin.document_id) if origin.offset <= _REACH and len(doc) else None
    if title is None:
        return
    for mention in mentions_of(doc):
        before = origin.text[max(0, mention.span.start - 20) : mention.span.start].split("\n")[-1]
        match = _LABEL.search(before)
        if (
            match is not None
            and mention.kind is MentionKind.NAME
            and _fills_line(origin.text, mention.span)
            and _is_label(match, mention)
        ):
            yield _relation(doc, mention, match, title)


def _title(text: str, document_id: str) -> Mention | None:
    line = re.search(r"\S[^\n]*", text)
    if line is None or len(line.group()) > _LONGEST_TITLE:
        return None
    words = line.group().rstrip()
    return Mention(Span(document_id, line.start(), line.start() + len(words)), words, "Work", MentionKind.NAME, words)


def _is_label(match: re.Match[str], mention: Mention) -> bool:
    """Tell whether the words before a name label it: with a colon, or a "By" before a person that opens the line."""
    return bool(match["colon"]) or (match.start() == 0 and mention.label == "Person")


def _fills_line(text: str, span: Span) -> bool:
    """Tell whether the line ends with the name, or goes on behind a punctuation mark: a sentence that begins with "By …" does not."""
    rest = text[span.end :].split("\n", 1)[0].strip()
    return not rest or (rest[0] in ",;|(–—-" and len(rest.split()) <= _MOST_WORDS_BEHIND)


def _relation(doc: Doc, mention: Mention, match: re.Match[str], title: Mention) -> RelationMention:
    verb = _VERB_BY_LABEL[match["label"].lower()]
    start = mention.span.start - (len(match.group()))
    end = start + len(match["label"])
    trigger = Span(mention.span.document_id, start, end)
    predicate = Predicate(verb, origin_of(doc).slice(trigger), trigger, verb, "VERB")
    sentence = Span(mention.span.document_id, start, span_of(doc[:]).end)
    return RelationMention(sentence, mention, predicate, title, _NAME, Factuality.ASSERTED, _CONFIDENCE)
