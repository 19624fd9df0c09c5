"""Who is who in GUM: mentions with the thing each is of, laid over what a pipeline makes of the treebank's words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from graphbuild.extract.names import entity_at
from graphbuild.parse import KnownNames
from training.conllu import Sentence, read_conllu
from training.treebank_names import treebank_mentions

Paragraph = Sequence[Sentence]

_WORDS_BESIDE = 4
"""How many words a mention may hold besides a name: "cultural anthropologist Ken Barger"."""


@dataclass(frozen=True, slots=True, order=True)
class GoldMention:
    """Words [start, end) of a paragraph, their head, what they mention, of which kind it is, and whether the head is a name."""

    length: int
    start: int
    end: int
    head: int
    entity: str
    kind: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document's paragraphs, parsed, and their gold mentions by head, the shortest first."""

    docs: tuple[Doc, ...]
    by_head: dict[Doc, dict[int, list[GoldMention]]]

    def find(self, token: Token, *, is_group: bool = False) -> str | None:
        """Return what ``token``, or the name it stands in, mentions; of a coordination the whole."""
        by_head = self.by_head[token.doc]
        name = entity_at(token)
        for index in (token.i, *range(name.start, name.end)):
            if index in by_head:
                return by_head[index][-1 if is_group else 0].entity
        mentions = (mention for found in by_head.values() for mention in found) if token.ent_type_ else ()
        return (
            min((mention for mention in mentions if _is_around(mention, name.start, name.end)), default=_NOTHING).entity or None
        )

    def named_by(self, token: Token) -> Iterator[str]:
        """Yield what is mentioned by a name that ``token`` heads."""
        yield from (mention.entity for mention in self.by_head[token.doc].get(token.i, ()) if mention.is_name)


_NOTHING = GoldMention(0, 0, 0, 0, "", "", is_name=False)


def read_gold(path: Path, nlp: Language, known_names: KnownNames) -> Iterator[GoldDocument]:
    """Yield the documents of a treebank, read from its words and sentences as the pipeline reads texts."""
    for paragraphs in _documents(path):
        docs = known_names(list(nlp.pipe(_doc(nlp, paragraph) for paragraph in paragraphs)))
        yield GoldDocument(tuple(docs), {doc: gold_mentions(paragraph) for doc, paragraph in zip(docs, paragraphs, strict=True)})


def _documents(path: Path) -> Iterator[list[Paragraph]]:
    document: list[list[Sentence]] = []
    for sentence in read_conllu(path):
        if sentence.starts_document and document:
            yield [*document]
            document = []
        if sentence.starts_paragraph or not document:
            document.append([])
        document[-1].append(sentence)
    if document:
        yield [*document]


def _doc(nlp: Language, paragraph: Paragraph) -> Doc:
    words = [word for sentence in paragraph for word in sentence.words]
    starts: list[bool | int | None] = [number == 0 for sentence in paragraph for number in range(len(sentence.words))]
    spaces = [word.space_after for word in words]
    return Doc(nlp.vocab, words=[word.form for word in words], spaces=spaces, sent_starts=starts)


def gold_mentions(paragraph: Paragraph) -> dict[int, list[GoldMention]]:
    """Return the mentions of a paragraph by the index of their head, the shortest first."""
    found: dict[int, list[GoldMention]] = defaultdict(list)
    for mention in _mentions(paragraph):
        found[mention.head].append(mention)
    return {head: sorted(mentions) for head, mentions in found.items()}


def _mentions(paragraph: Iterable[Sentence]) -> Iterator[GoldMention]:
    offset = 0
    for sentence in paragraph:
        words = sentence.words
        for mention in treebank_mentions(words):
            inside = range(mention.start, mention.end)
            head = next((index for index in inside if words[index].head - 1 not in inside), mention.start)
            yield GoldMention(
                length=len(inside),
                start=offset + mention.start,
                end=offset + mention.end,
                head=offset + head,
                entity=mention.entity,
                kind=mention.kind,
                is_name=words[head].upos == "PROPN",
            )
        offset += len(words)


def _is_around(mention: GoldMention, start: int, end: int) -> bool:
    """Tell whether a mention ends where a name does, give or take a possessive clitic."""
    return mention.start <= start and mention.end in {end, end + 1} and mention.length <= end - start + _WORDS_BESIDE
