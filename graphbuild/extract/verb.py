"""Verbs: "Tsai met Abe", "Tokyo was notified by Taipei", "Suga offered his support for the bid"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graphbuild.extract.clauses import Clause, clauses, is_each_other, resolved_phrases
from graphbuild.extract.extractor import extractors
from graphbuild.extract.mentions import Mentions, mentions_of, named_modifiers
from graphbuild.extract.names import is_common, is_name
from graphbuild.extract.relation import make_predicate, relate
from graphbuild.extract.speech import CALLING_VERBS, SPEECH_VERBS
from graphbuild.extract.syntax import POSSESSORS, Oblique, children, obliques
from graphbuild.model import Mention, MentionKind, Predicate, RelationMention

_NAME = "verb.v1"
_CONFIDENCE = 0.8
_NOUN_CONFIDENCE = 0.7
# What these introduce has no part in what is done.
_CIRCUMSTANCES = frozenset(
    "after amid as before beyond by despite during following given including like since than until".split()
) | {"according to", "ahead of", "because of", "due to", "thanks to"}
_PRESS = frozenset({"correspondent", "journalist", "media", "press", "reporter"})
_MUTUAL = frozenset({"between", "among"})
"""What a noun says of those behind them, it does not say of the subject: "brokered talks between Mali and Togo"."""
_TOGETHER = ("each other",)
# Who stands behind them is the other side, so that the subjects do it together to him rather than to each other.
_TO_OTHERS = frozenset({"with", "to", "against", "from"})
# Verbs whose object others do, as the objects of those that judge it: "investigated the killing of".
_REGARDING_VERBS = frozenset(
    """
    address await commemorate cover deplore discuss examine fear film follow honour honor hear investigate lament mark mention mourn
    observe oppose photograph protest recall regret reject report resent see study survive suspect understand watch witness
    """.split()
)


@extractors.register(_NAME)
def extract_verbs(doc: Doc) -> Iterator[RelationMention]:
    """Yield what each verb says of its subject and its object, recipient or prepositional object.

    Passives are turned round. Where the object is a noun with a preposition of its own, what stands behind that is read twice: with
    the verb ("hold talks with") and by the noun alone ("support for" in "offered his support for"), which may be true where the
    other is not ("ended its ban on"). Several subjects without an object do it together ("Tsai and Abe met").
    """
    mentions = mentions_of(doc)
    for clause in clauses(doc):
        subjects = sorted(_find(mentions, clause.agents), key=_is_pronoun)
        if clause.is_passive and all(map(_is_pronoun, subjects)):
            yield from _agentless(clause, mentions)
        for subject in subjects:
            yield from _objects(clause, subject, mentions)
            yield from _prepositional_objects(clause, subject, mentions)
        predicates = list(_mutual(clause))
        for predicate in predicates:
            yield from _both_ways(clause, subjects, predicate)
        if not predicates:
            yield from _together(clause, subjects)


def _objects(clause: Clause, subject: Mention, mentions: Mentions) -> Iterator[RelationMention]:
    for patient in clause.patients:
        mention = mentions.find(patient)
        if mention is not None and not _is_audience(patient, clause.verb):
            yield from _statement(clause, subject, _verb(clause), mention)
    for recipient in clause.recipients:
        mention = mentions.find(recipient)
        if mention is not None:
            gifts = [noun for noun in clause.patients if is_common(noun)]
            predicate = _verb(clause, phrase=Oblique("to", recipient), noun=gifts[0] if gifts else None)
            yield from _statement(clause, subject, predicate, mention)


def _is_audience(noun: Token, verb: Token) -> bool:
    """Tell whether somebody is told something as the public is: "told reporters"."""
    return noun.lemma_.lower() in _PRESS and verb.lemma_.lower() in SPEECH_VERBS


def _prepositional_objects(clause: Clause, subject: Mention, mentions: Mentions) -> Iterator[RelationMention]:
    nouns = any(map(is_common, clause.patients))
    direct = [(phrase, None) for phrase in clause.obliques if not nouns]
    through = [(phrase, noun) for noun in clause.patients for phrase in (*_phrases(noun), *clause.obliques) if is_common(noun)]
    through += [
        (deeper, phrase.noun)
        for phrase in clause.obliques
        if is_common(phrase.noun)
        for deeper in resolved_phrases(obliques(phrase.noun))
    ]
    for phrase, noun in [*direct, *through]:
        mention = mentions.find(phrase.noun)
        if mention is not None and phrase.preposition not in (_CIRCUMSTANCES if noun is None else _CIRCUMSTANCES | _MUTUAL):
            yield from _statement(clause, subject, _verb(clause, phrase=phrase, noun=noun), mention)
            if noun is not None and not _is_anothers(noun, clause.verb):
                yield from _statement(clause, subject, _noun(noun, phrase), mention, noun=noun)


def _is_anothers(noun: Token, verb: Token) -> bool:
    """Tell whether a noun is not the subject's: "rejected Pakistan's claims" says whose it is, "condemned the murder of" need not."""
    possessors = children(noun, POSSESSORS)
    if verb.lemma_ in CALLING_VERBS | _REGARDING_VERBS and not possessors:
        return True
    return bool(named_modifiers(noun)) or any(child.pos_ != "PRON" for child in possessors)


def _phrases(noun: Token) -> list[Oblique]:
    """Return the phrases of a noun, and those of the noun within them: "desire for links to the DPP"."""
    direct = obliques(noun)
    deeper = (inner for phrase in direct if is_common(phrase.noun) for inner in obliques(phrase.noun))
    return list(resolved_phrases([*direct, *deeper]))


def _agentless(clause: Clause, mentions: Mentions) -> Iterator[RelationMention]:
    """Read a passive without agent through its preposition: "modeled after", "based in"."""
    for subject in _find(mentions, clause.patients):
        for phrase in clause.obliques:
            mention = mentions.find(phrase.noun)
            if mention is not None:
                predicate = make_predicate(
                    [clause.verb], lemma=clause.verb.lower_, pos="ADJ", particle=clause.particle, preposition=phrase.preposition
                )
                yield from _statement(clause, subject, predicate, mention)
            for deeper in obliques(phrase.noun) if is_common(phrase.noun) else ():
                obj = mentions.find(deeper.noun)
                if obj is not None:
                    yield from _statement(clause, subject, _noun(phrase.noun, deeper), obj, noun=phrase.noun)


def _mutual(clause: Clause) -> Iterator[Predicate]:
    """Yield what several do to each other: "accused each other", "declared war on one another"."""
    if any(map(is_each_other, clause.patients)):
        yield _verb(clause)
    nouns = [noun for noun in clause.patients if is_common(noun) and not is_each_other(noun)]
    direct = [(phrase, nouns[0] if nouns else None) for phrase in clause.obliques]
    through = [(phrase, noun) for noun in nouns for phrase in obliques(noun)]
    for phrase, noun in [*direct, *through]:
        if is_each_other(phrase.noun):
            yield _verb(clause, phrase=phrase, noun=noun)


def _both_ways(clause: Clause, subjects: list[Mention], predicate: Predicate) -> Iterator[RelationMention]:
    """Yield the predicate of the first of several and each of the others, in both directions."""
    for other in subjects[1:]:
        yield from _statement(clause, subjects[0], predicate, other)
        yield from _statement(clause, other, predicate, subjects[0])


def _together(clause: Clause, subjects: list[Mention]) -> Iterator[RelationMention]:
    has_object = any(map(is_name, clause.patients)) or any(
        phrase.preposition in _TO_OTHERS and is_name(phrase.noun) for phrase in clause.obliques
    )
    if len(subjects) < 2 or has_object:
        return
    first, *others = subjects
    noun = clause.patients[0] if clause.patients else None
    words = [clause.verb, *([noun] if noun is not None else [])]
    predicate = make_predicate(
        words,
        lemma=clause.verb.lemma_.lower(),
        pos="VERB",
        particle=clause.particle,
        noun=noun.lemma_.lower() if noun is not None else "",
        preposition="with",
        modifiers=_TOGETHER,
    )
    for other in others:
        yield from _statement(clause, first, predicate, other)


def _verb(clause: Clause, *, phrase: Oblique | None = None, noun: Token | None = None) -> Predicate:
    words = [clause.verb, *([noun] if noun is not None else [])]
    return make_predicate(
        words,
        lemma=clause.verb.lemma_.lower(),
        pos="VERB",
        particle=clause.particle,
        noun=noun.lemma_.lower() if noun is not None else "",
        preposition=phrase.preposition if phrase is not None else "",
    )


def _noun(noun: Token, phrase: Oblique) -> Predicate:
    return make_predicate([noun], lemma=noun.lemma_.lower(), pos="NOUN", preposition=phrase.preposition)


def _statement(
    clause: Clause, subject: Mention, predicate: Predicate, obj: Mention, *, noun: Token | None = None
) -> Iterator[RelationMention]:
    """Yield the relation mention unless both sides are one; where ``noun`` is the predicate, it says how true that is."""
    if subject.span != obj.span:
        trigger, confidence = (clause.verb, _CONFIDENCE) if noun is None else (noun, _NOUN_CONFIDENCE)
        yield relate(subject, predicate, obj, trigger=trigger, extractor=_NAME, confidence=confidence)


def _is_pronoun(mention: Mention) -> bool:
    return mention.kind is MentionKind.PRONOUN


def _find(mentions: Mentions, tokens: tuple[Token, ...]) -> list[Mention]:
    return [mention for token in tokens if (mention := mentions.find(token)) is not None]
