"""Put what an extractor found into a relation mention, with how, who and when."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from graphbuild.extract.attribution import attributions_of
from graphbuild.extract.factuality import factuality_of
from graphbuild.extract.kept import kept_with_token
from graphbuild.extract.mentions import origin_of, span_of
from graphbuild.extract.syntax import sentence_of
from graphbuild.extract.time import time_of
from graphbuild.model import Factuality, Mention, Predicate, Quote, RelationMention, Span


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
    """Return the relation mention; ``trigger`` is the word whose clause says how, who and when.

    Where ``factuality`` is given, the words say it by the way, whatever their clause does.
    """
    is_granted = factuality is not None
    return RelationMention(
        sentence=_sentence(trigger),
        subject=subject,
        predicate=predicate,
        object=obj,
        extractor=extractor,
        factuality=_factuality(trigger) if factuality is None else factuality,
        confidence=confidence,
        attributed_to=attributions_of(trigger, is_granted=True) if is_granted else _attributions(trigger),
        time=_time(trigger),
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
    span = span_of(DocSpan(doc, first, last + 1))
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


# A word that says several things says all of them alike.


@kept_with_token
def _sentence(trigger: Token) -> Span:
    return span_of(sentence_of(trigger))


@kept_with_token
def _factuality(trigger: Token) -> Factuality:
    return factuality_of(trigger)


@kept_with_token
def _attributions(trigger: Token) -> tuple[Mention | Quote, ...]:
    return attributions_of(trigger)


@kept_with_token
def _time(trigger: Token) -> Quote | None:
    return time_of(trigger)
