"""Read open tuples: a relation phrase and its arguments, one tuple per thing said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from graphbuild.extract.predication import Predication, predications
from graphbuild.openie.clausal import clausal_drafts
from graphbuild.openie.confidence import confidence_of
from graphbuild.openie.contexts import Contexts
from graphbuild.openie.draft import Draft
from graphbuild.openie.nominal import nominal_drafts
from graphbuild.openie.phrases import text_of


@dataclass(frozen=True, slots=True)
class OpenTuple:
    """What a sentence says, in its words: the relation, then who or what it holds between, then the circumstances.

    A "be" or "have" that no word says is given as that lemma. ``said_by`` is who says it ("Alexander supposedly said"), ``time``
    when it holds; both empty where the sentence does not tell.
    """

    sentence: str
    relation: str
    arguments: tuple[str, ...]
    confidence: float
    said_by: str = ""
    time: str = ""


def read_tuples(doc: Doc) -> Iterator[OpenTuple]:
    """Yield the open tuples of a parse with Universal Dependencies, in the order of the text, none twice in a sentence."""
    found = list(predications(doc))
    contexts = Contexts(found)
    for draft in read_drafts(doc, found):
        relation, *arguments = draft.words
        yield OpenTuple(
            sentence=" ".join(draft.anchor.sent.text.split()),
            relation=relation,
            arguments=tuple(arguments),
            confidence=confidence_of(draft),
            said_by=contexts.speaker_of(draft.anchor),
            time=text_of(draft.time),
        )


def read_drafts(doc: Doc, found: Iterable[Predication]) -> Iterator[Draft]:
    """Yield the tuples of ``doc`` as words of its parse, given the predications in it."""
    clausal = (draft for predication in found for draft in clausal_drafts(predication))
    seen: set[tuple[int, tuple[str, ...]]] = set()
    for draft in sorted((*clausal, *nominal_drafts(doc)), key=lambda draft: draft.anchor.i):
        key = (draft.anchor.sent.start, draft.words)
        if key not in seen and draft.arguments[0]:
            seen.add(key)
            yield draft
