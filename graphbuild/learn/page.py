"""What was read wrongly as one page, which needs no network and no script to open."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graphbuild.assets import html_path
from graphbuild.learn.learn import Lesson
from graphbuild.learn.scores import Mistake, total
from graphbuild.model import Span

_TEMPLATE: Final = "mistakes.html.jinja"
_STYLES: Final = "comparison.css", "mistakes.css"
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Claim:
    """A relation that a pair should be read as or was, and how likely it was."""

    relation: str
    sureness: str


@dataclass(frozen=True, slots=True)
class Card:
    """A mistake: the sentence in pieces, each with the part that it plays, and what was expected and read."""

    pieces: tuple[tuple[str, str], ...]
    subject: str
    object: str
    expected: tuple[Claim, ...]
    read: tuple[Claim, ...]
    where: str
    note: str


def to_mistakes_page(lesson: Lesson) -> str:
    """Return a page with the score of each relation, and each sentence that was read wrongly when it was not learned from."""
    style = "".join((html_path() / name).read_text(encoding="utf-8") for name in _STYLES)
    environment = Environment(loader=FileSystemLoader(html_path()), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    cards = [(mistake, _card(lesson, mistake)) for mistake in lesson.mistakes]
    return environment.get_template(_TEMPLATE).render(
        policy=_policy(style),
        style=Markup(style),  # noqa: S704 - our own file
        scores=[*lesson.scores.items()],
        total=total(lesson.scores),
        examples=len(lesson.examples),
        folds=lesson.folds,
        sections=[
            ("taken", "Taken for another relation", [card for mistake, card in cards if mistake.read and mistake.expected]),
            ("missed", "Missed", [card for mistake, card in cards if not mistake.read]),
            ("wrong", "Read where nothing is marked", [card for mistake, card in cards if not mistake.expected]),
        ],
    )


def _policy(style: str) -> str:
    """Allow the page's own style, told by its content, and nothing else from anywhere."""
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _card(lesson: Lesson, mistake: Mistake) -> Card:
    pair, example = mistake.pair, lesson.examples[mistake.pair.example]
    lines = pair.lines or example.lines
    return Card(
        pieces=tuple(_pieces(example.text, pair.sentence, {"subject": pair.subject, "object": pair.object})),
        subject=_clean(example.text[pair.subject.start : pair.subject.end]),
        object=_clean(example.text[pair.object.start : pair.object.end]),
        expected=_claims(mistake, mistake.expected),
        read=_claims(mistake, mistake.read),
        where=f"line{'s' * (len(lines) > 1)} {', '.join(map(str, lines))}",
        note="" if pair.is_found else "A build does not take both sides for mentions, so it cannot read this.",
    )


def _claims(mistake: Mistake, relations: Sequence[str]) -> tuple[Claim, ...]:
    return tuple(Claim(_clean(name), f"{mistake.likely[name]:.0%} sure") for name in relations)


def _pieces(text: str, sentence: Span, parts: dict[str, Span]) -> Iterator[tuple[str, str]]:
    """Yield a sentence in pieces, each with the part that it plays, "" for none; what lies within another part is of the inner one."""
    edges = {sentence.start, sentence.end, *(edge for span in parts.values() for edge in (span.start, span.end))}
    ordered = sorted(edge for edge in edges if sentence.start <= edge <= sentence.end)
    inner_first = sorted(parts.items(), key=lambda part: part[1].end - part[1].start)
    for start, end in pairwise(ordered):
        playing = (name for name, span in inner_first if span.start <= start and end <= span.end)
        yield _clean(text[start:end]), next(playing, "")


def _clean(text: str) -> str:
    """Return a text with a mark in the place of each character that a page cannot hold."""
    return _CONTROLS.sub("\ufffd", text)
