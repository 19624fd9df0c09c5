"""Read whether a text asserts, plans, imagines or denies what a word says.

Every word that stands over another says what becomes of it where the upper one is asserted and where it is negated. The word's own
factuality is what is left when these are applied one after the other, the outermost first: "did not fail to sign" is asserted.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from graphbuild.extract.factuality_scope import (
    SUBJECTS,
    Passage,
    governing_words,
    governor_of,
    has_own_subject,
    is_in_past,
    is_purpose,
    links_of,
    markers_of,
    passage_of,
)
from graphbuild.extract.factuality_triggers import Trigger, Triggers, triggers_of
from graphbuild.extract.syntax import OBJECTS, RELATIVE_CLAUSES, children, head_of_coordination, sentence_of
from graphbuild.model import Factuality

_ASSERTED, _PLANNED, _HYPOTHETICAL, _NEGATED = (
    Factuality.ASSERTED,
    Factuality.PLANNED,
    Factuality.HYPOTHETICAL,
    Factuality.NEGATED,
)
_RANK = {_ASSERTED: 0, _NEGATED: 0, _PLANNED: 1, _HYPOTHETICAL: 2}
_MODIFIERS = frozenset({"advmod", "amod", "det", "neg", "obl:npmod", "npadvmod"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "auxpass"})
_DENYING = "negation"
_NEGATIONS = frozenset("not n't n’t never no neither".split())
_NOBODY = frozenset({"no", "neither", "none", "nobody", "nothing"})
_WILL = frozenset({"will", "wo", "'ll", "’ll"})
_WOULD = frozenset({"would", "'d", "’d"})
# "not only" denies nothing.
_FOCUS = frozenset("only just merely simply solely".split())


@dataclass(frozen=True, slots=True)
class Step:
    """What one word on the way from the outside in does: to what is asserted, to what is negated, and how it lets denial through."""

    plus: Factuality
    minus: Factuality
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class Stance:
    """How the text stands to what was read so far: denied or not, and certain, planned or imagined."""

    is_denied: bool = False
    mood: Factuality = _ASSERTED

    @property
    def factuality(self) -> Factuality:
        """The one value: what is imagined is neither denied nor planned, what is denied is not planned."""
        return _HYPOTHETICAL if self.mood is _HYPOTHETICAL else _NEGATED if self.is_denied else self.mood

    def under(self, step: Step) -> "Stance":
        """Return the stance to what ``step`` governs.

        What a word presupposes, the same whether it is asserted or negated ("regret that"), holds whatever stands above it.
        """
        if step.is_weak:
            return Stance(mood=self.mood)
        if step.plus is step.minus and not _RANK[step.plus]:
            return Stance(is_denied=step.plus is _NEGATED)
        value = step.minus if self.is_denied else step.plus
        mood = value if value is _HYPOTHETICAL else step.plus if step.plus is _PLANNED else _ASSERTED
        return Stance(value is _NEGATED, max(self.mood, mood, key=_RANK.__getitem__))


_DENIAL = Step(_NEGATED, _ASSERTED)
_SUPPOSITION = Step(_HYPOTHETICAL, _HYPOTHETICAL)
_INTENTION = Step(_PLANNED, _NEGATED)
_WEAKENING = Step(_ASSERTED, _ASSERTED, is_weak=True)


def factuality_of(trigger: Token, *, triggers: Triggers | None = None) -> Factuality:
    """Return the factuality of what ``trigger`` says.

    Where several apply, hypothetical wins over negated and negated over planned: "might refuse to sign" is imagined, "will not
    sign" is denied. What is reported ("said that …") has a factuality of its own.

    Args:
        trigger: the verb, noun or adjective that states the relation.
        triggers: the table of words that matter; if None the one kept with the text, or else the bundled one.
    """
    stance = Stance()
    for step in reversed(list(_steps(trigger, triggers or triggers_of(trigger.doc)))):
        stance = stance.under(step)
    return stance.factuality


def _steps(trigger: Token, triggers: Triggers) -> Iterator[Step]:
    """Yield what each word over ``trigger`` does, the innermost first."""
    token, below = trigger, None
    while True:
        yield from _inner_steps(token, below, triggers)
        yield from _outer_steps(token, triggers)
        first = head_of_coordination(token)
        if first != token:
            yield from _shared_steps(token, first, triggers)
        governor = governor_of(first)
        links = links_of(first)
        row = triggers.find(governing_words(governor, links), links) if first.head != first else None
        passage = Passage.OPEN if row is not None or _is_excluded(first, triggers) else passage_of(first, links)
        if row is not None:
            yield _step_of(row, governor)
        elif is_purpose(first, links):
            yield _INTENTION
        elif first.dep_ in RELATIVE_CLAUSES and (_is_of_nobody(governor) or _is_cleft_from(governor)):
            yield _DENIAL
        elif passage is Passage.WEAK:
            yield _WEAKENING
        if passage is Passage.SHUT or first.head == first:
            return
        token, below = governor, first


def _inner_steps(token: Token, below: Token | None, triggers: Triggers) -> Iterator[Step]:
    """Yield what the modifiers, the auxiliaries and the negations of ``token`` do; its argument ``below`` is seen to elsewhere."""
    modifiers = list(_modifiers(token, triggers))
    yield from (_step_of(row, token) for row in modifiers if row.kind != _DENYING)
    for auxiliary in children(token, _AUXILIARIES):
        if auxiliary.i < token.i and (row := _modal(auxiliary, token, triggers)) is not None:
            yield _step_of(row, token)
    yield from (_step_of(row, token) for row in modifiers if row.kind == _DENYING)
    if _is_negated(token) and not _waits(token):
        yield _DENIAL
    if any(_is_of_nobody(child) for child in children(token, SUBJECTS | OBJECTS) if child != below):
        yield _DENIAL


def _outer_steps(token: Token, triggers: Triggers) -> Iterator[Step]:
    """Yield what stands before the whole of a clause or noun does: "if", "whether", "without"; a question; "is to sign"."""
    row = triggers.find(markers_of(token), ["introduction"])
    if row is not None:
        yield _step_of(row, token)
    if _is_to_be_done(token):
        yield _INTENTION
    if _is_conditional(token, triggers) or _is_asked(token) or _is_inverted_condition(token) or _is_command(token):
        yield _SUPPOSITION


def _modifiers(token: Token, triggers: Triggers) -> Iterator[Trigger]:
    """Yield the triggers among the adverbs, adjectives and participles beside ``token``."""
    for child in children(token, _MODIFIERS | {"acl"}):
        row = triggers.find([child.lower_, child.lemma_.lower()], ["modifier"]) if child.dep_ != "acl" else None
        row = row or _done_to(child, triggers)
        if row is not None:
            yield row


def _done_to(participle: Token, triggers: Triggers) -> Trigger | None:
    """Return what a participle does to the noun beside it: "the cancelled visit", "a visit planned by Japan"."""
    return triggers.find(governing_words(participle, ()), ["object"]) if participle.tag_ == "VBN" else None


def _modal(auxiliary: Token, token: Token, triggers: Triggers) -> Trigger | None:
    """Return what a modal says; "will" is a prediction of what nobody decides, and "would" a plan where it was announced."""
    modal, word = auxiliary.lemma_.lower(), token.lemma_.lower()
    row = triggers.find([word], ["will"]) if auxiliary.lower_ in _WILL | _WOULD else None
    if row is None and auxiliary.lower_ in _WOULD and token.dep_ == "ccomp" and is_in_past(token.head):
        row = triggers.find([token.head.lemma_.lower()], ["would"])
    return row or triggers.find([auxiliary.lower_, modal], ["auxiliary"])


def _is_negated(token: Token) -> bool:
    modifiers = children(token, _MODIFIERS | {"cc", "cc:preconj"})
    # "no longer", "not always": the negation hangs on the adverb.
    modifiers += [deeper for child in modifiers if child.dep_ == "advmod" for deeper in child.children]
    negations = [child for child in modifiers if child.lower_ in _NEGATIONS]
    if any(child.i + 1 < len(token.doc) and child.nbor(1).lower_ in _FOCUS for child in negations):
        return False
    return bool(negations) != _is_denied_by_nor(token)


def _is_denied_by_nor(token: Token) -> bool:
    """Tell whether "nor" denies a clause by itself, rather than going on with what was denied before it."""
    first = head_of_coordination(token)
    has_nor = any(child.lower_ == "nor" for child in children(token, {"cc", "cc:preconj", "advmod"}))
    return has_nor and (first == token or has_own_subject(token) or not _is_negated(first))


def _waits(verb: Token) -> bool:
    """Tell whether something was not done until something else, so that in the end it was: "did not recognize X until 1992"."""
    has_did = any(child.lower_ == "did" for child in children(verb, _AUXILIARIES))
    return has_did and any("until" in [*markers_of(child), child.lower_] for child in verb.children)


def _is_of_nobody(noun: Token) -> bool:
    """Tell whether a noun names nobody: "no official", "neither Peru nor Chile", "none of the officials"."""
    if noun.lower_ in _NOBODY:
        return True
    return any(child.lower_ in _NOBODY for child in children(noun, {"det", "cc:preconj", "neg"}))


def _is_excluded(token: Token, triggers: Triggers) -> bool:
    """Tell whether a word like "without" stands before ``token``; what is said of the rest holds of both: "not without a sign"."""
    row = triggers.find(markers_of(token), ["introduction"])
    return row is not None and row.kind == _DENYING


def _is_cleft_from(noun: Token) -> bool:
    """Tell whether a clause's subject or object is denied before it: "It was not Japan that signed"."""
    return _is_negated(noun) and any(child.lower_ == "it" for child in children(noun, SUBJECTS | {"expl"}))


def _is_to_be_done(verb: Token) -> bool:
    """Tell whether a main verb is an infinitive: "is to host the summit", or the headline "Japan to host summit"."""
    is_main = verb.dep_ in {"ROOT", "parataxis", "ccomp", "conj", *RELATIVE_CLAUSES} and has_own_subject(verb)
    return is_main and "to" in markers_of(verb) and verb.tag_ in {"VB", ""}


def _is_conditional(verb: Token, triggers: Triggers) -> bool:
    """Tell whether a clause holds only on a condition that is named beside it: "will sign if …"."""
    if is_in_past(verb):
        return False
    for clause in children(verb, {"advcl"}):
        row = triggers.find(markers_of(clause), ["introduction"])
        is_even = any(child.lower_ == "even" for child in clause.children)
        if (row is not None and row.kind == "condition" and not is_even) or _is_inverted_condition(clause):
            return True
    return False


def _is_inverted_condition(verb: Token) -> bool:
    """Tell whether an auxiliary before the subject makes a condition: "Had Japan signed, …", "Should Japan sign, …"."""
    return verb.dep_ == "advcl" and not markers_of(verb) and _is_inverted(verb, frozenset({"had", "should", "were"}))


def _is_asked(verb: Token) -> bool:
    """Tell whether a sentence asks whether something is so; one that asks why or when takes it for granted."""
    if verb.dep_ != "ROOT" or not _is_inverted(verb):
        return False
    sentence = sentence_of(verb)
    is_question = sentence.text.rstrip("\"'”’) ").endswith("?")
    return is_question and not any(token.tag_ in {"WRB", "WP", "WDT"} for token in sentence)


def _is_command(verb: Token) -> bool:
    """Tell whether a main verb is an imperative: what is told to be done is not said to be."""
    return verb.dep_ == "ROOT" and verb.tag_ == "VB" and not children(verb, SUBJECTS | _AUXILIARIES | {"mark", "cop", "expl"})


def _is_inverted(verb: Token, auxiliaries: frozenset[str] = frozenset()) -> bool:
    subjects = children(verb, SUBJECTS)
    first = next((child for child in verb.children if child.dep_ in _AUXILIARIES | {"cop"}), None)
    return bool(subjects) and first is not None and first.i < subjects[0].i and (not auxiliaries or first.lower_ in auxiliaries)


def _shared_steps(token: Token, first: Token, triggers: Triggers) -> Iterator[Step]:
    """Yield what stands over the first member of a coordination and holds of ``token``, a later one, too.

    A clause with a subject or an auxiliary of its own, or in another form ("did not pay and lost"), shares only what introduces both.
    """
    is_alike = token.tag_ == first.tag_ and not children(token, _AUXILIARIES)
    is_clause = token.pos_ in {"VERB", "AUX"}
    if not is_clause or (is_alike and not has_own_subject(token)):
        is_contrast = any(child.lower_ == "but" for child in children(token, {"cc"}))
        yield from (step for step in _inner_steps(first, None, triggers) if not (is_contrast and step is _DENIAL))
    yield from _outer_steps(first, triggers)


def _step_of(row: Trigger, governor: Token) -> Step:
    has_past = row.past is not None and is_in_past(governor)
    return Step(row.past if has_past and row.past is not None else row.plus, row.minus)
