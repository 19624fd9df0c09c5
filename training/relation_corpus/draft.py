"""The form that passages are drafted in, made for writing by hand, and its way into JSON Lines.

A draft is passages apart by blank lines. A passage is a heading, then each sentence on a line, followed by its facts::

    # diplomacy | agency | Kenya, Tanzania | 2019-05-04
    [fm:Role [ke:Country Kenyan] Foreign Minister] [ao:Person Amina Oduya] will meet [jm:Person Juma Mboya] on Friday.
    = ao holdsRole fm | Foreign Minister | title
    = ao metWith jm | will meet | verb | planned | at on Friday

``[id:Type text]`` is the first mention of an entity, ``[id text]`` each further one. A fact is ``= subject relation object | trigger |
construction`` and, where they hold, its factuality, ``by`` who says it (an entity's id, or words of the sentence in double quotes)
and ``at`` the words for the time. Subject and object stand for the entity's mention nearest to the trigger; ``ao.2`` means the
entity's second mention in the passage; ``met#2`` is the second "met" of the sentence. Run as
``python -m training.relation_corpus.draft NAME DRAFT.txt OUT.jsonl``.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.relation_corpus.passage import CorpusEntity, CorpusFact, CorpusMention, Offsets, Passage, record_of

FACTUALITIES = ("asserted", "planned", "hypothetical", "negated")
_OPENING = re.compile(r"\[([a-z][a-z0-9]*)(?::([A-Z][A-Za-z]*))? ")
_PRONOUNS = frozenset(
    """he she it they him her them his hers its their theirs himself herself itself themselves we us our ours ourselves i me my mine
    who whom whose which that both each other one another each this these those you your""".split()
)
_DETERMINERS = frozenset(
    "the a an its their his her our my this that these those some several many two three four both no any all most".split()
)


class DraftError(Exception):
    """A draft that cannot be read.

    Attributes:
        line: counted from 1.
        problem: what is wrong with it.
    """

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(f"line {line}: {problem}")
        self.line = line
        self.problem = problem


@dataclass(slots=True)
class _Builder:
    """Gathers one passage."""

    heading: list[str]
    text: str = ""
    sentences: list[Offsets] = field(default_factory=list)
    types: dict[str, str] = field(default_factory=dict)
    mentions: list[CorpusMention] = field(default_factory=list)
    facts: list[tuple[int, str]] = field(default_factory=list)
    fact_sentences: list[int] = field(default_factory=list)


def read_draft(name: str, lines: list[str]) -> Iterator[Passage | DraftError]:
    """Yield the passages of a draft, called by ``name`` and their number, with an error in place of each that is wrong."""
    for number, (first, block) in enumerate(_blocks(lines), start=1):
        try:
            yield _passage(f"{name}-{number:04}", first, block)
        except DraftError as error:
            yield error


def make_fact(passage: Passage, sentence: int, line: str, number: int) -> CorpusFact:
    """Return the fact that ``line`` of a draft has of a passage that is annotated already.

    Raises:
        DraftError: it cannot be read; ``number`` is that of the line.
    """
    builder = _Builder([], passage.text, list(passage.sentences))
    return _fact(builder, list(passage.mentions), sentence, number, line)


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    block: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append(line.strip())
        elif block:
            yield number - len(block), block
            block = []


def _passage(id_: str, first: int, block: list[str]) -> Passage:
    heading = [part.strip() for part in block[0].removeprefix("#").split("|")]
    if not block[0].startswith("#") or len(heading) not in {3, 4}:
        raise DraftError(first, "a passage begins with '# field | genre | countries | date'")
    builder = _Builder(heading)
    for number, line in enumerate(block[1:], start=first + 1):
        if line.startswith("= "):
            builder.facts.append((number, line[2:]))
            builder.fact_sentences.append(len(builder.sentences) - 1)
        else:
            _add_sentence(builder, number, line)
    mentions = sorted(builder.mentions, key=lambda mention: (mention.start, -mention.end))
    facts = [
        _fact(builder, mentions, sentence, number, line)
        for sentence, (number, line) in zip(builder.fact_sentences, builder.facts, strict=True)
    ]
    return Passage(
        id=id_,
        field=heading[0],
        genre=heading[1],
        countries=tuple(part.strip() for part in heading[2].split(",")),
        published=heading[3] or None if len(heading) == 4 else None,
        text=builder.text,
        sentences=tuple(builder.sentences),
        entities=tuple(CorpusEntity(key, builder.types[key]) for key in builder.types),
        mentions=tuple(mentions),
        facts=tuple(dict.fromkeys(facts)),
    )


def _add_sentence(builder: _Builder, number: int, line: str) -> None:
    builder.text += " " if builder.text else ""
    begin = len(builder.text)
    open_: list[tuple[str, int]] = []
    position = 0
    while position < len(line):
        opening = _OPENING.match(line, position)
        if opening:
            _declare(builder, number, opening[1], opening[2])
            open_.append((opening[1], len(builder.text)))
            position = opening.end()
            continue
        if line[position] == "[":
            raise DraftError(number, f"'{line[position : position + 20]}' opens no mention")
        if line[position] == "]":
            if not open_:
                raise DraftError(number, "a mention is closed that was not opened")
            entity, start = open_.pop()
            kind = _kind(builder.text[start:], builder.types[entity])
            builder.mentions.append(CorpusMention(start, len(builder.text), entity, kind))
        else:
            builder.text += line[position]
        position += 1
    if open_:
        raise DraftError(number, f"the mention of {open_[-1][0]} is not closed")
    builder.sentences.append((begin, len(builder.text)))


def _declare(builder: _Builder, number: int, entity: str, kind: str | None) -> None:
    known = builder.types.get(entity)
    if kind is None and known is None:
        raise DraftError(number, f"{entity} is mentioned before its type is given")
    if kind is not None and known is not None and kind != known:
        raise DraftError(number, f"{entity} is a {known} above and a {kind} here")
    builder.types.setdefault(entity, kind or "")


def _kind(text: str, type_: str) -> str:
    words = text.split()
    if text.casefold() in _PRONOUNS or (len(words) == 2 and text.casefold() in {"each other", "one another"}):
        return "pronoun"
    if type_ == "Role":
        return "role"
    plain = [word for word in words if word.casefold() not in _DETERMINERS]
    if not plain:
        return "description"
    is_capital = [word[:1].isupper() or word[:1].isdigit() for word in plain]
    # "Latifa al-Mudhaf" is a name, "Kenyan police" is none: what ends in lower case must have been made a person's.
    return "name" if is_capital[-1] or (is_capital[0] and type_ == "Person" and "-" in plain[-1]) else "description"


def _fact(builder: _Builder, mentions: list[CorpusMention], sentence: int, number: int, line: str) -> CorpusFact:
    head, *parts = [part.strip() for part in line.split("|")]
    words = head.split()
    if len(words) != 3 or len(parts) < 2:
        raise DraftError(number, "a fact is '= subject relation object | trigger | construction'")
    trigger = _find(builder, sentence, number, parts[0])
    factuality, said, time = "asserted", [], None
    for part in parts[2:]:
        if part in FACTUALITIES:
            factuality = part
        elif part.startswith("by "):
            said.append(_speaker(builder, mentions, sentence, number, part[3:].strip(), trigger))
        elif part.startswith("at "):
            time = _find(builder, sentence, number, part[3:].strip())
        elif part:
            raise DraftError(number, f"'{part}' is no factuality, 'by …' or 'at …'")
    return CorpusFact(
        subject=_argument(builder, mentions, sentence, number, words[0], trigger),
        relation=words[1],
        object=_argument(builder, mentions, sentence, number, words[2], trigger),
        trigger=trigger,
        construction=parts[1],
        factuality=factuality,
        attributed_to=tuple(said),
        time=time,
    )


def _find(builder: _Builder, sentence: int, number: int, words: str) -> Offsets:
    """Return where ``words`` stand in the sentence; ``words#2`` is their second place."""
    phrase, _, count = words.partition("#")
    begin, end = builder.sentences[sentence]
    position = begin - 1
    for _ in range(int(count or 1)):
        position = builder.text.find(phrase, position + 1, end)
        while position >= 0 and not is_whole(builder.text, (position, position + len(phrase))):
            position = builder.text.find(phrase, position + 1, end)
        if position < 0:
            raise DraftError(number, f"'{words}' is not in the sentence")
    return position, position + len(phrase)


def is_whole(text: str, offsets: Offsets) -> bool:
    """Tell whether some characters begin and end where words do."""
    start, end = offsets
    return not (text[start - 1 : start + 1].isalnum() and start > 0) and not (
        text[end - 1 : end + 1].isalnum() and end < len(text)
    )


def _argument(builder: _Builder, mentions: list[CorpusMention], sentence: int, number: int, name: str, trigger: Offsets) -> int:
    """Return the position of the entity's mention that is meant: in the trigger's sentence, or else the nearest earlier one."""
    entity, _, count = name.partition(".")
    own = [index for index, mention in enumerate(mentions) if mention.entity == entity]
    if not own or int(count or 1) > len(own):
        raise DraftError(number, f"{name} is not mentioned in the passage")
    if count:
        return own[int(count) - 1]
    begin, end = builder.sentences[sentence]
    near = [index for index in own if begin <= mentions[index].start < end] or own
    return min(near, key=lambda index: _distance(mentions[index], trigger))


def _speaker(
    builder: _Builder, mentions: list[CorpusMention], sentence: int, number: int, words: str, trigger: Offsets
) -> Offsets:
    if words.startswith('"'):
        return _find(builder, sentence, number, words.strip('"'))
    mention = mentions[_argument(builder, mentions, sentence, number, words, trigger)]
    return mention.start, mention.end


def _distance(mention: CorpusMention, trigger: Offsets) -> int:
    return max(mention.start - trigger[1], trigger[0] - mention.end, 0)


def main() -> None:
    """Turn a draft into JSON Lines, and tell what is wrong with it."""
    name, draft, out = sys.argv[1:4]
    wrong = 0
    with Path(out).open("w", encoding="utf-8") as lines:
        for item in read_draft(name, Path(draft).read_text(encoding="utf-8").splitlines()):
            if isinstance(item, DraftError):
                wrong += 1
                print(f"{draft}: {item}")
            else:
                lines.write(json.dumps(record_of(item), ensure_ascii=False) + "\n")
    if wrong:
        sys.exit(f"{wrong} passages left out")


if __name__ == "__main__":
    main()
