"""Find who says it, where that is not the author: speakers, "according to", cited publications."""

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from graphbuild.extract.factuality_triggers import SPEECH
from graphbuild.extract.mentions import mentions_of, origin_of
from graphbuild.extract.syntax import ACTIVE_SUBJECTS, PASSIVE_SUBJECTS, children, obliques
from graphbuild.model import Mention, Quote

_SOURCES = frozenset({"according to", "per", "in the words of"})


def attributions_of(trigger: Token) -> tuple[Mention | Quote, ...]:
    """Return the actors and the cited sources that say what ``trigger`` says, in the order of the text."""
    found: set[Mention | Quote] = {*_speakers(trigger), *_citations(trigger)}
    return tuple(sorted(found, key=lambda item: item.span))


def _speakers(trigger: Token) -> Iterator[Mention]:
    path = [trigger, *trigger.ancestors]
    inside = {token.i for token in path}
    for token in path:
        yield from _sources(token, inside)
        if token.dep_ in {"ccomp", "parataxis"} and token.head.lemma_.lower() in SPEECH:
            yield from _subjects(token.head, inside)


def _sources(token: Token, inside: Collection[int]) -> Iterator[Mention]:
    """Yield who an "according to" beside ``token`` names, and who a "…, Abe said" behind it does.

    What stands within the speaker's own phrase (the words with the indices ``inside``) is not what the speaker says.
    """
    mentions = mentions_of(token.doc)
    for phrase in obliques(token):
        if phrase.preposition in _SOURCES and phrase.noun.i not in inside:
            mention = mentions.find(phrase.noun)
            if mention is not None:
                yield mention
    for child in token.children:
        if child.dep_ == "parataxis" and child.lemma_.lower() in SPEECH and not children(child, {"ccomp"}):
            yield from _subjects(child, inside)


def _subjects(verb: Token, inside: Collection[int]) -> Iterator[Mention]:
    mentions = mentions_of(verb.doc)
    for subject in children(verb, ACTIVE_SUBJECTS | PASSIVE_SUBJECTS):
        mention = mentions.find(subject)
        if mention is not None and subject.i not in inside:
            yield mention


def _citations(trigger: Token) -> Iterator[Quote]:
    """Yield the references in brackets that stand in the trigger's sentence, or right behind it."""
    sentence = trigger.sent
    for position, quote in origin_of(trigger.doc).citations:
        if sentence.start_char < position <= sentence.end_char:
            yield quote
