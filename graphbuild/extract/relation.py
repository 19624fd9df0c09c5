"""Put what an extractor found into a relation mention, with how, who and when."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from graphbuild.extract.attribution import attributions_of
from graphbuild.extract.factuality import factuality_of
from graphbuild.extract.mentions import origin_of, span_of
from graphbuild.extract.time import time_of
from graphbuild.model import Factuality, Mention, Predicate, RelationMention


def relate(  # noqa: PLR0913 - one argument a field of the value
    subject: Mention,
    predicate: Predicate,
    obj: Mention,
    *,
    trigger: Token,
    extractor: str,
    confidence: float,
    factuality: Factuality | None = None,
) -> RelationMention:
    """Return the relation mention; ``trigger`` is the word whose clause says how, who and when."""
    return RelationMention(
        sentence=span_of(trigger.sent),
        subject=subject,
        predicate=predicate,
        object=obj,
        extractor=extractor,
        factuality=factuality_of(trigger) if factuality is None else factuality,
        confidence=confidence,
        attributed_to=attributions_of(trigger),
        time=time_of(trigger),
    )


def make_predicate(  # noqa: PLR0913 - one argument a field of the value
    words: Sequence[Token],
    *,
    lemma: str,
    pos: str,
    particle: str = "",
    noun: str = "",
    preposition: str = "",
    modifiers: tuple[str, ...] = (),
) -> Predicate:
    """Return the predicate whose trigger runs from the first to the last of ``words``.

    Of a ROLE, ``lemma`` is the post's full name and ``noun`` the lemma of its head, which the phrase does not repeat.
    """
    doc: Doc = words[0].doc
    first, last = min(word.i for word in words), max(word.i for word in words)
    span = span_of(doc[first : last + 1])
    return Predicate(
        phrase=" ".join(filter(None, (lemma, particle, "" if pos == "ROLE" else noun, preposition))),
        text=origin_of(doc).slice(span),
        span=span,
        lemma=lemma,
        pos=pos,
        particle=particle,
        preposition=preposition,
        noun=noun,
        modifiers=modifiers,
    )


def modifiers_of(token: Token) -> tuple[str, ...]:
    """Return the lemmas of the adjectives, nouns and participles that qualify ``token`` from the left."""
    labels = {"amod", "compound", "nmod", "advmod"}
    return tuple(child.lemma_.lower() for child in token.lefts if child.dep_ in labels and child.is_alpha)
