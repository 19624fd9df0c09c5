"""Find who says it, where that is not the author: speakers, "according to", quotations, cited publications."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from graphbuild.extract.coreference import antecedent_of
from graphbuild.extract.hearsay import hearsay_of
from graphbuild.extract.mentions import make_mention, mentions_of, origin_of
from graphbuild.extract.names import is_name
from graphbuild.extract.quotation import Quotation, quotation_at
from graphbuild.extract.saying import has_mark, is_quoted_from, is_said
from graphbuild.extract.speech import SOURCE_PREPOSITIONS, SPEECH_NOUNS, SPEECH_VERBS, STANDPOINTS, UTTERING_VERBS
from graphbuild.extract.syntax import (
    ACTIVE_SUBJECTS,
    OBJECTS,
    PASSIVE_SUBJECTS,
    POSSESSORS,
    RELATIVE_CLAUSES,
    all_children,
    children,
    conjuncts,
    is_passive,
    is_relative_pronoun,
    obliques,
    sentence_of,
)
from graphbuild.model import Mention, MentionKind, Quote

_SUBJECTS = ACTIVE_SUBJECTS | PASSIVE_SUBJECTS
_SHARING = frozenset({"conj", "xcomp", "advcl"})
_NOUN_CONTENTS = frozenset({"acl", "acl:relcl", "ccomp"})
_ADNOMINAL = RELATIVE_CLAUSES | {"acl"}
# In a quotation the speaker and who is spoken to, elsewhere the author and the reader.
_PRESENT = frozenset("i we me us my our you your".split())
_SUBORDINATE = RELATIVE_CLAUSES | {"acl", "advcl"}
_OF = frozenset({"by", "of", "from"})
_MOST_STEPS = 4
_INTRODUCING = frozenset({",", ":", "—", "–"})


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something, and the word that tells so: the head of "some experts" and "say"."""

    speaker: Token
    cue: Token


def attributions_of(trigger: Token, *, is_granted: bool = False) -> tuple[Mention | Quote, ...]:
    """Return the actors and the cited sources that say what ``trigger`` says, in the order of the text.

    Somebody whom nothing is known of is a pronoun's mention, the words that tell of hearsay are one too: what "he said" and what "is
    said" are not the author's.

    Args:
        trigger: the word that says something.
        is_granted: whether it says so by the way, as a title does. Outside of quotation marks that is the author's: "the minister" in
            "Kenya said that the minister, Amina Mohamed, signed" (Potts, The Logic of Conventional Implicatures, 2005).
    """
    found: set[Mention | Quote] = {*_citations(trigger)}
    if is_granted and quotation_at(trigger) is None:
        return tuple(sorted(found, key=lambda item: item.span))
    sources = sources_of(trigger)
    for source in sources:
        found.update(_mentions(source.speaker))
    hearsay = hearsay_of(trigger) if not sources else None
    if hearsay is not None:
        found.add(_unknown(hearsay))
    return tuple(sorted(found, key=lambda item: item.span))


def sources_of(trigger: Token) -> tuple[Source, ...]:
    """Return who says what ``trigger`` says in the words of the text, the nearest first: a pronoun is a speaker, too.

    Of a quotation whose own sentence does not tell, the speaker is looked for in its neighbours.
    """
    found = tuple(dict.fromkeys(_governing(trigger)))
    return found or tuple(_around(trigger))


def _governing(trigger: Token) -> Iterator[Source]:
    path = [trigger, *trigger.ancestors]
    inside = {token.i for token in path}
    for token in path:
        # What stands within the speaker's own phrase is not what the speaker says.
        yield from (source for source in _beside(token, inside) if source.speaker.i not in inside)
        yield from _above(token)


def _above(token: Token) -> Iterator[Source]:
    """Yield who says ``token`` if its head is a word of saying."""
    cue = token.head
    if is_said(token, cue) or is_quoted_from(token, cue):
        yield from (Source(speaker, cue) for speaker in _speakers(cue))
    elif cue.lemma_.lower() in SPEECH_NOUNS and token.dep_ in _NOUN_CONTENTS and has_mark(token, "that"):
        yield from (Source(speaker, cue) for speaker in _owners(cue))


def _beside(token: Token, inside: Collection[int]) -> Iterator[Source]:
    """Yield who an "according to Abe", "in Abe's view", "as Abe said" or "…, Abe said" beside ``token`` names."""
    for phrase in obliques(token):
        if phrase.preposition in SOURCE_PREPOSITIONS:
            yield Source(phrase.noun, phrase.noun)
        elif phrase.preposition in {"in", "from"} and phrase.noun.lemma_.lower() in STANDPOINTS:
            yield from (Source(owner, phrase.noun) for owner in _owners(phrase.noun))
    for child in (*all_children(token), *_false_relatives(token)):
        if child.i not in inside and child.lemma_.lower() in SPEECH_VERBS and _is_aside(child):
            yield from (Source(speaker, child) for speaker in _speakers(child))


def _false_relatives(verb: Token) -> Iterator[Token]:
    """Yield asides that parsers take for relative clauses of the subject before them: "Tokyo, observers suggest, supported …"."""
    for subject in children(verb, _SUBJECTS):
        for clause in children(subject, RELATIVE_CLAUSES):
            between = verb.doc[subject.i + 1 : clause.i]
            if any(word.text == "," for word in between) and not any(is_relative_pronoun(word) for word in between):
                yield clause


def _is_aside(verb: Token) -> bool:
    """Tell whether a verb of saying is put into the clause that it is about: "…, Abe said, …", "as Abe said"."""
    is_as_clause = verb.dep_ == "advcl" and has_mark(verb, "as")
    is_whole = bool(children(verb, OBJECTS | {"ccomp", "cc", "mark", "discourse"})) and not is_as_clause
    is_inserted = verb.dep_ == "parataxis" or verb.dep_ in RELATIVE_CLAUSES
    return (is_inserted or is_as_clause) and not is_whole and bool(children(verb, _SUBJECTS))


def _speakers(verb: Token, *, steps: int = 0) -> Iterator[Token]:
    """Yield who does what ``verb`` says, in the words of the text: its subject, or that of a verb that it shares it with."""
    subject = _subject(verb)
    if is_passive(verb) and not steps:
        yield from (phrase.noun for phrase in obliques(verb) if phrase.preposition == "by")
    elif subject is not None:
        yield from (speaker for speaker in _named(subject) if speaker.lower_ not in _PRESENT)
    elif verb.dep_ in _SHARING and steps < _MOST_STEPS:
        yield from _speakers(verb.head, steps=steps + 1)


def _subject(verb: Token) -> Token | None:
    """Return the subject that stands nearest before ``verb``, the noun that its relative clause modifies, or who follows a quotation.

    A subject that follows ('…," warns Mr. Abe') is taken for an object by parsers at times.
    """
    subjects = children(verb, _SUBJECTS)
    if verb.dep_ == "acl" or any(is_relative_pronoun(subject) for subject in subjects):
        return verb.head if verb.dep_ in _ADNOMINAL else None
    if not subjects and any(content.i < verb.i for content in children(verb, {"ccomp"})):
        subjects = children(verb, OBJECTS)
    return subjects[-1] if subjects else None


def _named(noun: Token) -> Iterator[Token]:
    """Yield a speaker and the others of a list; of a description with a name in apposition that name."""
    appositions = children(noun, {"appos"})
    names = [] if is_name(noun) else [child for child in appositions if is_name(child)]
    yield names[0] if names else noun
    # Behind an apposition it is the apposition that goes on: "Tsai, chairwoman and candidate".
    if not appositions:
        yield from (item for item in conjuncts(noun) if item != noun)


def _owners(noun: Token) -> Iterator[Token]:
    """Yield whose a statement or view is: "Abe's", "by Abe", or who makes it or speaks in it."""
    owners = [*children(noun, POSSESSORS), *(phrase.noun for phrase in obliques(noun) if phrase.preposition in _OF)]
    verb, word = noun.head, noun.head.lemma_.lower()
    is_uttered = noun.dep_ in OBJECTS and word in UTTERING_VERBS
    if not owners and (is_uttered or (noun.dep_ == "obl" and word in SPEECH_VERBS)):
        owners = list(_speakers(verb))
    yield from (owner for owner in owners if owner.lower_ not in _PRESENT)


def _around(trigger: Token) -> Iterator[Source]:
    """Yield who utters the quotation that ``trigger`` stands in: before it, behind it, or as the quotation just before."""
    quotation = quotation_at(trigger)
    if quotation is None:
        return
    start, end = quotation
    doc = trigger.doc
    opening, closing = doc[start].sent, doc[min(end, len(doc) - 1)].sent
    is_whole = start == opening.start
    regions: list[tuple[int, int]] = []
    if is_whole or doc[start - 1].text in _INTRODUCING:
        regions += [(end, closing.end), (opening.start, start)]
    if is_whole and start > 0:
        regions.append((doc[start - 1].sent.start, start))
    if is_whole and closing.end - 1 <= end < len(doc) - 1:
        regions.append((end, doc[closing.end].sent.end) if closing.end < len(doc) else (end, end))
    for region in regions:
        found = [Source(speaker, cue) for cue in _cues(trigger, region) for speaker in _speakers(cue)]
        if found:
            yield from found
            return


def _cues(trigger: Token, region: Quotation) -> Iterator[Token]:
    """Yield the first verb of saying within ``region`` that stands in no quotation and no subordinate clause."""
    for token in trigger.doc[region[0] : region[1]]:
        is_cue = token.pos_ == "VERB" and token.lemma_.lower() in SPEECH_VERBS and token.dep_ not in _SUBORDINATE
        if is_cue and quotation_at(token) is None:
            yield token
            return


def _mentions(speaker: Token) -> list[Mention]:
    """Return whom a speaker is, the word itself as a pronoun's mention where nothing is known to be meant by it: "he", "others"."""
    mentions = mentions_of(speaker.doc)
    named = antecedent_of(speaker) if speaker.pos_ == "PRON" else [speaker]
    found = [mention for token in named if (mention := mentions.find(token)) is not None]
    return found or [_unknown(speaker)]


def _unknown(word: Token) -> Mention:
    return make_mention(word.doc[word.i : word.i + 1], kind=MentionKind.PRONOUN, head=word)


def _citations(trigger: Token) -> Iterator[Quote]:
    """Yield the references in brackets and the notes whose mark stands in the trigger's sentence, or right behind it."""
    citations = origin_of(trigger.doc).citations
    sentence = sentence_of(trigger)
    for position, quote in citations:
        if sentence.start_char < position <= sentence.end_char:
            yield quote
