"""Entries of a bibliography: "3. Thomas S. Wilkins, “Taiwan-Japan Relations in an Era of Uncertainty,” Asia Policy 13 (2012)"."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import origin_of, span_of
from graphbuild.model import Factuality, Mention, MentionKind, Predicate, RelationMention, Span

_NAME = "reference.v1"
_CONFIDENCE = 0.85
_PERSON = r"[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|de|van|von|bin|al|la|del|di)){1,4}"
# After the note-and-bibliography style of The Chicago Manual of Style: author, “title,” where it appeared (year).
_ENTRY = re.compile(
    rf"^\s*(?:\[?\d{{1,3}}[.)\]]?\s+)?(?P<authors>{_PERSON}(?:(?:, (?:and )?| and | & ){_PERSON})*)"
    r"(?: et al\.?)?,\s+[“\"](?P<title>[^”\"]{4,250}?)[,.]?[”\"]"
)
_AUTHOR = re.compile(_PERSON)


@extractors.register(_NAME)
def extract_references(doc: Doc) -> Iterator[RelationMention]:
    """Yield who wrote what a paragraph cites, where the paragraph is an entry of a bibliography or a note."""
    if not len(doc):
        return
    whole = span_of(doc[:])
    entry = find_entry(doc)
    if entry is None:
        return
    title = _mention(whole, entry.span("title"), entry["title"], "Work")
    start = whole.start
    for author in _AUTHOR.finditer(entry["authors"]):
        offset = entry.start("authors")
        mention = _mention(whole, (offset + author.start(), offset + author.end()), author.group(), "Person")
        predicate = Predicate("write", author.group(), mention.span, "write", "VERB")
        sentence = Span(whole.document_id, start, title.span.end)
        yield RelationMention(sentence, mention, predicate, title, _NAME, Factuality.ASSERTED, _CONFIDENCE)


def find_entry(doc: Doc) -> re.Match[str] | None:
    """Return the match of a bibliography's entry at the start of a paragraph, its groups ``authors`` and ``title``."""
    return _ENTRY.match(origin_of(doc).slice(span_of(doc[:]))) if len(doc) else None


def _mention(whole: Span, place: tuple[int, int], text: str, label: str) -> Mention:
    span = Span(whole.document_id, whole.start + place[0], whole.start + place[1])
    return Mention(span, text, label, MentionKind.NAME, " ".join(text.split()))
