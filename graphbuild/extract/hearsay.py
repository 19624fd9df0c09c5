"""Find what people say whom the text does not tell: "is said to have signed", "it is reported that", "reportedly", "rumors that"."""

from spacy.tokens import Token

from graphbuild.extract.saying import has_mark, is_said
from graphbuild.extract.speech import HEARSAY_ADVERBS, HEARSAY_VERBS, REVEALING_VERBS, SPEECH_NOUNS, SPEECH_VERBS
from graphbuild.extract.syntax import RELATIVE_CLAUSES, children, is_passive

_CONTENTS = frozenset({"ccomp", "csubj", "csubj:pass"})
_GRANTED = RELATIVE_CLAUSES | {"acl", "appos", "advcl"}
_NOUN_CONTENTS = frozenset({"acl", "acl:relcl", "ccomp"})


def hearsay_of(trigger: Token) -> Token | None:
    """Return the word that puts what ``trigger`` says into the mouths of people who are not told, the nearest; None if none does."""
    is_within = True
    for token in (trigger, *trigger.ancestors):
        adverbs = children(token, {"advmod"}) if is_within else []
        adverb = next((child for child in adverbs if child.lower_ in HEARSAY_ADVERBS), None)
        if adverb is not None:
            return adverb
        if _is_reported(token) or _is_rumored(token):
            return token.head
        # "The plan that Japan backed was reportedly rejected": nobody but the author says that Japan backed it.
        is_within = is_within and token.dep_ not in _GRANTED
    return None


def _is_reported(token: Token) -> bool:
    """Tell whether ``token`` heads what is said by nobody in the text: "it was reported that", "is believed to"."""
    verb, word = token.head, token.head.lemma_.lower()
    # "It must be said that" is the author's.
    if not is_passive(verb) or word in REVEALING_VERBS or any(child.tag_ == "MD" for child in verb.children):
        return False
    if token.dep_ == "xcomp":
        return word in HEARSAY_VERBS
    return is_said(token, verb) or (token.dep_ in _CONTENTS and word in SPEECH_VERBS and has_mark(token, "that"))


def _is_rumored(token: Token) -> bool:
    """Tell whether ``token`` heads what a noun of speech is about: "reports that", "there is speculation that"."""
    noun = token.head
    is_content = token.dep_ in _NOUN_CONTENTS and has_mark(token, "that")
    return is_content and noun.pos_ == "NOUN" and noun.lemma_.lower() in SPEECH_NOUNS
