"""What two graphs share, add and contradict as one page, which needs no network and no script to open."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from graphbuild.assets import html_path
from graphbuild.comparison import Comparison, Difference, SharedStatement, Why
from graphbuild.export.html_view import human_name, pieces_of
from graphbuild.model import Evidence, Statement

_TEMPLATE = "comparison.html.jinja"
_STYLE = "comparison.css"
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ADDRESS = re.compile(r"https?://\S+")
_MOST_QUOTED = 3
"""How many sentences of one side are shown at once; the others are folded in."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence in pieces, each with the part that it plays, and where it stands."""

    pieces: tuple[tuple[str, str], ...]
    document: str
    link: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A statement in words, with its sentences."""

    subject: str
    relation: str
    object: str
    factuality: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements side by side, and how they differ."""

    kind: str
    left: Side
    right: Side


def to_comparison_page(comparison: Comparison, *, left: str = "left", right: str = "right") -> str:
    """Return a page that shows two graphs side by side, contradictions first, each with the sentences of both.

    Args:
        comparison: what was compared.
        left: what the left graph is called.
        right: what the right graph is called.
    """
    style = (html_path() / _STYLE).read_text(encoding="utf-8")
    environment = Environment(loader=FileSystemLoader(html_path()), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return environment.get_template(_TEMPLATE).render(
        policy=_policy(style),
        style=Markup(style),  # noqa: S704 - our own file
        names=(_clean(left), _clean(right)),
        counts=comparison.counts,
        contradictions=_pairs(comparison, comparison.contradictions),
        changes=_pairs(comparison, comparison.changes),
        shared=[_both(comparison, shared) for shared in comparison.shared],
        only=[[_side(comparison, statement) for statement in side] for side in (comparison.left_only, comparison.right_only)],
        entities=[
            (_clean(pair.left.label), pair.left.iri, pair.right.iri, pair.why)
            for pair in comparison.shared_entities
            if pair.why is not Why.IRI
        ],
        most=_MOST_QUOTED,
    )


def _policy(style: str) -> str:
    """Allow the page's own style, told by its content, and nothing else from anywhere."""
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _pairs(comparison: Comparison, differences: Iterable[Difference]) -> list[Pair]:
    return [Pair(one.kind, _side(comparison, one.left), _side(comparison, one.right)) for one in differences]


def _both(comparison: Comparison, shared: SharedStatement) -> Pair:
    return Pair("", _side(comparison, shared.left), _side(comparison, shared.right))


def _side(comparison: Comparison, statement: Statement) -> Side:
    return Side(
        _clean(comparison.label(statement.subject)),
        _clean(statement.phrase or human_name(statement.predicate.local_name)),
        _clean(comparison.label(statement.object)),
        statement.factuality.value,
        tuple(_quote(comparison, evidence) for evidence in _best(statement.evidence)),
    )


def _best(evidence: Sequence[Evidence]) -> list[Evidence]:
    return sorted(evidence, key=lambda piece: (-piece.confidence, piece.sort_key))


def _quote(comparison: Comparison, evidence: Evidence) -> Quote:
    name = evidence.sentence.span.document_id
    document = comparison.documents.get(name)
    source = (document.source or "") if document is not None else ""
    speakers = ", ".join(said.label for said in evidence.attributed_to)
    published = document.published if document is not None else None
    details = (published, f"says {speakers}" if speakers else None, _when(evidence), f"{evidence.confidence:.0%} sure")
    return Quote(
        tuple((_clean(text), part) for text, part in pieces_of(evidence)),
        _clean((document.title if document is not None else None) or name),
        source if _ADDRESS.fullmatch(source) else "",
        tuple(_clean(detail) for detail in details if detail),
    )


def _when(evidence: Evidence) -> str:
    """Return the date that a time expression stands for, or its words where they stand for none."""
    if evidence.time is None:
        return ""
    return evidence.time.value or evidence.time.quotation.text


def _clean(text: str) -> str:
    """Return a text with a mark in the place of each character that a page cannot hold."""
    return _CONTROLS.sub("\ufffd", text)
